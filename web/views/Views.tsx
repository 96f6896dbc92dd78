import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown'
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import { Link, useLocation } from 'wouter'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { type ListedView, usePins, useViews } from './useViews.ts'
import { removeView } from './ViewPage.tsx'
import './views.css'

/** Every list in one place: which stand first and in what order, and those that somebody has made. */
export default function Views() {
  const me = useMe()
  const [, go] = useLocation()
  const { pinned, others } = useViews()
  const pins = usePins()
  const about = ({ saved }: ListedView) =>
    !saved
      ? t('views.ours')
      : !saved.shared
        ? t('views.mine')
        : saved.inboxId
          ? t('views.ofInbox', { inbox: me.inboxes.find((one) => one.id === saved.inboxId)?.name ?? '' })
          : t('views.sharedBy', { maker: saved.makerName ?? '' })
  const line = (one: ListedView, at: number | null) => (
    <li key={one.key} className="row view-line">
      <span className="grow">
        <Link href={`/inbox/${one.key}`}>{one.name}</Link> <span className="meta">{about(one)}</span>
      </span>
      {at !== null && <kbd>{at + 1}</kbd>}
      {at !== null && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={t('views.up', { name: one.name })}
            disabled={at === 0}
            onClick={() => pins.move(one.key, -1)}
          >
            <ArrowUpIcon size={16} />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('views.down', { name: one.name })}
            disabled={at === pinned.length - 1}
            onClick={() => pins.move(one.key, 1)}
          >
            <ArrowDownIcon size={16} />
          </button>
        </>
      )}
      {at !== null ? (
        <button type="button" className="button bare" onClick={() => pins.unpin(one.key)}>
          {t('views.unpin')}
          <span className="hide"> {one.name}</span>
        </button>
      ) : (
        pinned.length < 7 && (
          <button type="button" className="button bare" onClick={() => pins.pin(one.key)}>
            {t('views.pin')}
            <span className="hide"> {one.name}</span>
          </button>
        )
      )}
      {one.saved && (
        <Link href={`/views/${one.key}`} className="button quiet">
          {t(one.saved.mayChange ? 'views.change' : 'views.look')}
          <span className="hide"> {one.name}</span>
        </Link>
      )}
      {one.saved?.mayChange && (
        <button type="button" className="button bare danger" onClick={() => void removeView(one.saved!)}>
          {t('views.remove')}
          <span className="hide"> {one.name}</span>
        </button>
      )}
    </li>
  )
  return (
    <div className="page wide stack">
      <header className="row">
        <h1 className="grow">{t('views.all')}</h1>
        <button type="button" className="button primary" onClick={() => go('/views/new')}>
          {t('views.new')}
        </button>
      </header>
      <section className="stack" aria-labelledby="pinned">
        <h2 id="pinned">{t('views.pinned')}</h2>
        <p className="meta">{t('views.pinned.help')}</p>
        <ol className="view-lines">{pinned.map((one, at) => line(one, at))}</ol>
      </section>
      <section className="stack" aria-labelledby="others">
        <h2 id="others">{t('views.others')}</h2>
        <ul className="view-lines">{others.map((one) => line(one, null))}</ul>
        {!others.some((one) => one.saved) && !pinned.some((one) => one.saved) && (
          <p className="meta">{t('views.none')}</p>
        )}
      </section>
    </div>
  )
}
