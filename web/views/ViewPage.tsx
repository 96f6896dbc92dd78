import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Filter, Sort } from '#contract/filters.ts'
import type { SavedView } from '#contract/views.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Disc, Empty, Skeleton } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { FilterBuilder } from './FilterBuilder.tsx'
import { usePins } from './useViews.ts'
import './views.css'

/** A list is put together, or one that is there is changed; what it shows stands below while one builds. */
export default function ViewPage({ id }: { id: string | null }) {
  const { data, error } = useApi('GET /views/{id}', { params: { id: id ?? '' } }, { enabled: id !== null })
  if (id === null) return <Form view={null} />
  if (error) return <Empty says={error.message} />
  if (!data)
    return (
      <div className="page">
        <Skeleton />
      </div>
    )
  return <Form key={`${data.id} ${data.version}`} view={data} />
}

const anew: Filter = { match: 'all', of: [{ on: 'status', is: ['open'], not: false }] }

function Form({ view }: { view: SavedView | null }) {
  const me = useMe()
  const [, go] = useLocation()
  const { pinned, pin } = usePins()
  const [name, setName] = useState(view?.name ?? '')
  const [filter, setFilter] = useState<Filter>(view?.filter ?? anew)
  const [sort, setSort] = useState<Sort>(view?.sort ?? 'pressing')
  // Private, for the house, or for those of one inbox.
  const [whose, setWhose] = useState(view?.shared ? (view.inboxId ?? 'house') : 'mine')
  const body = {
    name,
    filter,
    sort,
    shared: whose !== 'mine',
    inboxId: whose === 'mine' || whose === 'house' ? null : whose,
  }
  const onDone = (kept: SavedView) => {
    toast({ text: t('views.kept', { name: kept.name }), lasts: 5000 })
    go(`/inbox/${kept.id}`)
  }
  const make = useAction('POST /views', {
    quiet: true,
    onDone: (made) => {
      if (pinned.length < 7) pin(made.id)
      onDone(made)
    },
  })
  const change = useAction('PATCH /views/{id}', { quiet: true, onDone })
  const isOthers = view !== null && !view.mayChange
  const problem = make.error ?? change.error
  const keep = () => {
    if (!name.trim()) return
    if (view && !isOthers)
      change.mutate({ params: { id: view.id }, body: { version: view.version, ...body } })
    else make.mutate({ body: isOthers ? { ...body, shared: false, inboxId: null } : body })
  }
  return (
    <div className="page wide stack view-page">
      <h1>{view ? view.name : t('views.new')}</h1>
      {isOthers && <p>{t('views.othersOwn', { maker: view.makerName ?? '' })}</p>}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        <div className="field">
          <label htmlFor="view-name">{t('views.name')}</label>
          <input
            id="view-name"
            className="input"
            maxLength={60}
            required
            autoFocus={view === null}
            placeholder={t('views.name.example')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        <FilterBuilder filter={filter} onChange={setFilter} />
        <div className="two">
          <div className="field">
            <label htmlFor="view-sort">{t('views.sort')}</label>
            <select
              id="view-sort"
              className="input"
              value={sort}
              onChange={({ target }) => setSort(target.value as Sort)}
            >
              {(['pressing', 'newest', 'promised'] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`views.sort.${one}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="view-whose">{t('views.whose')}</label>
            <select
              id="view-whose"
              className="input"
              value={whose}
              disabled={me.teammate.role === 'observer' || isOthers}
              onChange={({ target }) => setWhose(target.value)}
            >
              <option value="mine">{t('views.mine')}</option>
              <option value="house">{t('views.house')}</option>
              {me.inboxes.map((one) => (
                <option key={one.id} value={one.id}>
                  {t('views.ofInbox', { inbox: one.name })}
                </option>
              ))}
            </select>
          </div>
        </div>
        {problem && (
          <p className="problem" role="alert">
            {problem.message}
          </p>
        )}
        <div className="row">
          <button
            type="submit"
            className="button primary"
            disabled={!name.trim() || make.isPending || change.isPending}
          >
            {t(isOthers ? 'views.copy' : view ? 'app.save' : 'views.make')}
          </button>
          <button type="button" className="button bare" onClick={() => history.back()}>
            {t('app.cancel')}
          </button>
          {view?.mayChange && (
            <button
              type="button"
              className="button bare danger"
              onClick={() => void removeView(view).then(() => go('/views'))}
            >
              {t('views.remove')}
            </button>
          )}
        </div>
      </form>
      <Preview filter={filter} sort={sort} />
    </div>
  )
}

/** Gone at once, and back by the toast or `z`. */
export async function removeView(view: Pick<SavedView, 'id' | 'name'>): Promise<void> {
  const params = { id: view.id }
  try {
    await api('DELETE /views/{id}', { params })
    const undo = () =>
      void api('POST /views/{id}/restoring', { params }).then(() => queryClient.invalidateQueries())
    toast({ text: t('views.removed', { name: view.name }), action: { label: t('app.undo'), run: undo } })
  } catch (refusal) {
    toast({ text: (refusal as Error).message, lasts: 8000 })
  }
  void queryClient.invalidateQueries()
}

/** The first few it shows now, half a second after the last change. */
function Preview({ filter, sort }: { filter: Filter; sort: Sort }) {
  const [settled, setSettled] = useState({ filter, sort })
  useEffect(() => {
    const pause = setTimeout(() => setSettled({ filter, sort }), 400)
    return () => clearTimeout(pause)
  }, [filter, sort])
  const { data, error } = useApi(
    'GET /conversations',
    { query: { filter: JSON.stringify(settled.filter), sort: settled.sort, limit: 5 } },
    { keep: true },
  )
  return (
    <section className="stack preview" aria-label={t('views.preview')}>
      <h2>{t('views.preview')}</h2>
      {error && <p className="problem">{error.message}</p>}
      {data?.items.length === 0 && <p className="meta">{t('empty.made')}</p>}
      <ul className="people">
        {data?.items.map((row) => (
          <li key={row.id} className="person-row">
            <Disc name={row.customer.name} />
            <span className="grow">
              <b>{row.customer.preferredName ?? row.customer.name}</b>
              <span className="gist" dir="auto">
                {row.gist || row.subject}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {data?.next && <p className="meta">{t('views.andMore')}</p>}
    </section>
  )
}
