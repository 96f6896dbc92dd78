import { useState } from 'react'
import type { Leave } from '#contract/calendar.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { locale, t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

const words = (day: string) =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00Z`))

/** Who is away, and who stands in. Everyone says it of themselves; a lead of anybody. */
export function Away() {
  const me = useMe()
  const { data } = useApi('GET /leaves')
  const { data: team } = useApi('GET /teammates')
  const decides = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  const mine = me.teammate.id
  const [who, setWho] = useState(mine)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [standIn, setStandIn] = useState('')
  const plan = useAction('POST /leaves', {
    quiet: true,
    onDone: () => {
      setFrom('')
      setTo('')
      toast({ text: t(standIn ? 'away.asked' : 'away.noted'), lasts: 6000 })
    },
  })
  const cancel = useAction('DELETE /leaves/{id}')
  if (me.teammate.role === 'observer') return null
  const nameOf = (id: string | null) => team?.items.find((one) => one.id === id)?.name ?? ''
  const workers = team?.items.filter((one) => one.role !== 'observer') ?? []
  const line = (leave: Leave) => (
    <li key={leave.id} className="row">
      <span className="grow">
        <b>{nameOf(leave.teammateId)}</b>{' '}
        <span className="meta">
          {t('away.line', {
            from: words(leave.from),
            to: words(leave.to),
            standIn: nameOf(leave.standInId) || 'none',
          })}
        </span>
      </span>
      {(decides || leave.teammateId === mine) && (
        <button
          type="button"
          className="button bare"
          aria-label={t('away.cancelOf', { name: nameOf(leave.teammateId) })}
          onClick={() => cancel.mutate({ params: { id: leave.id } })}
        >
          {t('away.cancel')}
        </button>
      )}
    </li>
  )
  return (
    <form
      className="card stack"
      aria-labelledby="away"
      onSubmit={(event) => {
        event.preventDefault()
        plan.mutate({ body: { teammateId: who, from, to, standInId: standIn || null } })
      }}
    >
      <h3 id="away">{t('away.title')}</h3>
      <p className="meta">{t('away.why')}</p>
      {(data?.items.length ?? 0) > 0 && <ul className="plain-list">{data!.items.map(line)}</ul>}
      <div className="two">
        {decides && (
          <div className="field">
            <label htmlFor="away-who">{t('away.who')}</label>
            <select
              id="away-who"
              className="input"
              value={who}
              onChange={(event) => setWho(event.target.value)}
            >
              {workers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="away-in">{t('away.standIn')}</label>
          <select
            id="away-in"
            className="input"
            value={standIn}
            onChange={(event) => setStandIn(event.target.value)}
          >
            <option value="">{t('away.nobody')}</option>
            {workers
              .filter((one) => one.id !== who)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="away-from">{t('away.from')}</label>
          <input
            id="away-from"
            type="date"
            className="input"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="away-to">{t('away.to')}</label>
          <input
            id="away-to"
            type="date"
            className="input"
            required
            min={from}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
      </div>
      {plan.error && (
        <p className="problem" role="alert">
          {plan.error.message}
        </p>
      )}
      <div>
        <button type="submit" className="button quiet" disabled={plan.isPending}>
          {t('away.send')}
        </button>
      </div>
    </form>
  )
}
