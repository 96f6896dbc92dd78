import { useState } from 'react'
import type { AuthorityHook } from '#contract/authority.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { Deliveries } from './Deliveries.tsx'
import { usualKinds } from './usual.ts'
import { kindWords } from './words.ts'
import './authority.css'

/** Programs of ours that carry decisions out: where each is, whether it answers, and what it was handed. */
export function Webhooks() {
  return usePractice('authority') ? <Shown /> : null
}

function Shown() {
  const { data } = useApi('GET /authority-hooks')
  const [fresh, setFresh] = useState<{ kind: string; secret: string } | null>(null)
  if (!data) return null
  return (
    <section className="card stack webhooks" aria-label={t('webhooks.title')}>
      <h3>{t('webhooks.title')}</h3>
      <p className="meta">{t('webhooks.help')}</p>
      {data.items.length > 0 && (
        <ul className="stack">
          {data.items.map((one) => (
            <li key={one.kind}>
              <Program
                hook={one}
                secret={fresh?.kind === one.kind ? fresh.secret : null}
                onSecret={(secret) => setFresh({ kind: one.kind, secret })}
              />
            </li>
          ))}
        </ul>
      )}
      <Connect taken={data.items.map((one) => one.kind)} onMade={setFresh} />
    </section>
  )
}

function Program({
  hook,
  secret,
  onSecret,
}: {
  hook: AuthorityHook
  secret: string | null
  onSecret: (secret: string) => void
}) {
  const [shows, setShows] = useState(false)
  const [sure, setSure] = useState(false)
  const params = { kind: hook.kind }
  const drop = useAction('DELETE /authority-hooks/{kind}')
  const turn = useAction('PUT /authority-hooks', { onDone: (made) => onSecret(made.secret) })
  const trial = useAction('POST /authority-hooks/{kind}/trial', { onDone: () => setShows(true) })
  const { last } = hook
  return (
    <div className="webhook">
      <p className="row">
        <b>{kindWords(hook.kind)}</b>
        {last && (
          <span className={last.outcome === 'taken' ? 'chip kept' : 'chip late'}>
            {t(`webhooks.outcome.${last.outcome}`)}
          </span>
        )}
        <span className="meta">
          {last ? <Time at={last.at} /> : t('webhooks.never')}
          {hook.waiting > 0 && ` · ${t('webhooks.waiting', { n: hook.waiting })}`}
        </span>
      </p>
      <code className="mono">{hook.url}</code>
      {secret && (
        <p className="ribbon kept" role="status">
          <span>{t('hooks.secret')}</span> <code className="mono">{secret}</code>
        </p>
      )}
      <div className="row">
        <button
          type="button"
          className="button quiet"
          disabled={trial.isPending}
          onClick={() => trial.mutate({ params })}
        >
          {t('webhooks.trial')}
          <span className="hide">: {kindWords(hook.kind)}</span>
        </button>
        <button type="button" className="button bare" aria-expanded={shows} onClick={() => setShows(!shows)}>
          {t('webhooks.deliveries')}
        </button>
        <button
          type="button"
          className="button bare"
          disabled={turn.isPending}
          onClick={() => turn.mutate({ body: { kind: hook.kind, url: hook.url, inside: hook.inside } })}
        >
          {t('hooks.turn')}
        </button>
        {sure ? (
          <button
            type="button"
            className="button bare danger"
            disabled={drop.isPending}
            onClick={() => drop.mutate({ params })}
          >
            {t('webhooks.reallyOff', { n: hook.waiting })}
          </button>
        ) : (
          <button
            type="button"
            className="button bare danger"
            onClick={() => (hook.waiting > 0 ? setSure(true) : drop.mutate({ params }))}
          >
            {t('webhooks.off')}
          </button>
        )}
      </div>
      {shows && <Deliveries kind={hook.kind} />}
    </div>
  )
}

function Connect({
  taken,
  onMade,
}: {
  taken: readonly string[]
  onMade: (made: { kind: string; secret: string }) => void
}) {
  const free = usualKinds.filter((one) => !taken.includes(one))
  const [kind, setKind] = useState('')
  const [url, setUrl] = useState('')
  const [inside, setInside] = useState(false)
  const set = useAction('PUT /authority-hooks', {
    quiet: true,
    onDone: (made) => {
      onMade(made)
      setUrl('')
      setKind('')
    },
  })
  const chosen = kind || free[0]
  if (!chosen) return null
  return (
    <form
      className="decide"
      aria-label={t('webhooks.connect')}
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate({ body: { kind: chosen, url, inside } })
      }}
    >
      <div className="row">
        <label className="field">
          {t('webhooks.kind')}
          <select className="input" value={chosen} onChange={(event) => setKind(event.target.value)}>
            {free.map((one) => (
              <option key={one} value={one}>
                {kindWords(one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field grow">
          {t('webhooks.url')}
          <input
            className="input"
            type="url"
            required
            maxLength={500}
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        </label>
      </div>
      <label className="row">
        <input type="checkbox" checked={inside} onChange={(event) => setInside(event.target.checked)} />{' '}
        {t('webhooks.inside')}
      </label>
      {set.error && (
        <p className="problem" role="alert">
          {set.error.message}
        </p>
      )}
      <button type="submit" className="button quiet" disabled={set.isPending}>
        {t('webhooks.connect')}
      </button>
    </form>
  )
}
