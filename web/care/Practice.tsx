import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft'
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { type Check, checkOf, checks } from '#care/checks.ts'
import { useKeys } from '#web/app/keys.ts'
import { useTitle } from '#web/app/title.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Empty } from '#web/ui/parts.tsx'
import { CheckPage } from './CheckPage.tsx'
import { PracticeIndex } from './PracticeIndex.tsx'
import { toldOf } from './told.ts'
import './practice.css'

const families = [...new Set(checks.map((one) => one.family))]

/** Every check explained: what it looks for, why, on what that rests, a bad and a good example, and a field to try. */
export default function Practice({ id }: { id: string | null }) {
  const [, go] = useLocation()
  const check = id === null ? undefined : checkOf(id)
  const from = useHistoryState<{ from?: string } | null>()?.from
  const keep = from ? { from } : null
  useTitle(check ? `${toldOf(check).title} – ${t('practice.title')}` : t('practice.title'))
  const at = check ? checks.indexOf(check) : -1
  const step = (by: 1 | -1) => {
    const next = checks[at + by]
    if (next) go(`/practice/${next.id}`, { state: keep })
  }
  useKeys([
    { keys: 'j', label: 'practice.next', run: () => step(1) },
    { keys: 'k', label: 'practice.previous', run: () => step(-1) },
  ])
  // In a narrow window the list is folded; a choice folds it again.
  const [unfolded, setUnfolded] = useState(false)
  const list = useRef<HTMLElement>(null)
  const top = useRef<HTMLElement>(null)
  const shown = useRef(id)
  useEffect(() => {
    if (shown.current === id) return
    shown.current = id
    setUnfolded(false)
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
    top.current?.focus({ preventScroll: true })
    top.current?.scrollIntoView({ block: 'start' })
  }, [id])
  return (
    <div className="practice">
      <nav ref={list} className="practice-list" aria-label={t('practice.list')}>
        <button
          type="button"
          className="button quiet practice-fold"
          aria-expanded={unfolded}
          aria-controls="practice-checks"
          onClick={() => setUnfolded(!unfolded)}
        >
          {t('practice.list')} <CaretDownIcon size={16} />
        </button>
        <div id="practice-checks" className={unfolded ? 'practice-checks unfolded' : 'practice-checks'}>
          <Link href="/practice" aria-current={id === null ? 'page' : undefined}>
            {t('practice.start')}
          </Link>
          {families.map((family) => (
            <section key={family} aria-labelledby={`list-${family}`}>
              <h2 id={`list-${family}`}>{t(`guide.family.${family}` as TextKey)}</h2>
              <ul>
                {checks
                  .filter((one) => one.family === family)
                  .map((one) => (
                    <li key={one.id}>
                      <Link
                        href={`/practice/${one.id}`}
                        state={keep}
                        aria-current={one.id === id ? 'page' : undefined}
                      >
                        {toldOf(one).title}
                      </Link>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </nav>
      <article ref={top} tabIndex={-1} className="practice-page">
        {from && (
          <p>
            <Link href={from} className="row practice-back">
              <ArrowLeftIcon size={16} /> {t('practice.back')}
            </Link>
          </p>
        )}
        {id === null ? (
          <PracticeIndex />
        ) : check ? (
          <>
            <CheckPage key={check.id} check={check} />
            <Neighbours before={checks[at - 1]} after={checks[at + 1]} keep={keep} />
          </>
        ) : (
          <Empty says={t('practice.none')}>
            <Link href="/practice">{t('practice.all')}</Link>
          </Empty>
        )}
      </article>
    </div>
  )
}

function Neighbours({
  before,
  after,
  keep,
}: {
  before: Check | undefined
  after: Check | undefined
  /** Where the way back leads. */
  keep: { from: string } | null
}) {
  return (
    <nav className="end row practice-neighbours" aria-label={t('practice.neighbours')}>
      {before && (
        <Link href={`/practice/${before.id}`} state={keep} rel="prev">
          <span aria-hidden="true">←</span> {toldOf(before).title}
        </Link>
      )}
      <span className="grow" />
      {after && (
        <Link href={`/practice/${after.id}`} state={keep} rel="next">
          {toldOf(after).title} <span aria-hidden="true">→</span>
        </Link>
      )}
    </nav>
  )
}
