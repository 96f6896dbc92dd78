import { useState } from 'react'
import type { Rota } from '#contract/oncall.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { locale, t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { CallProvider } from './CallProvider.tsx'
import '#web/oncall/oncall.css'

const saved = () => toast({ text: t('app.saved'), lasts: 3000 })

/** Who is called when something cannot wait and nobody is here. */
export function OnCall() {
  const on = usePractice('onCall')
  const me = useMe()
  const { data: rotas } = useApi('GET /rotas', {}, { enabled: on })
  const { data: inboxes } = useApi('GET /inboxes')
  if (!on) return <p className="card">{t('oncall.off')}</p>
  if (!rotas || !inboxes) return null
  const decides = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  return (
    <>
      <p>{t('oncall.why')}</p>
      {inboxes.items
        .filter((inbox) => inbox.archivedAt === null)
        .map((inbox) => {
          const rota = rotas.items.find((one) => one.inboxId === inbox.id) ?? null
          return (
            <section key={inbox.id} className="card stack" aria-labelledby={`rota-${inbox.id}`}>
              <h3 id={`rota-${inbox.id}`}>{inbox.name}</h3>
              {rota ? <Turns rota={rota} /> : <p className="meta">{t('oncall.nobody')}</p>}
              {decides && <Edit inboxId={inbox.id} rota={rota} />}
              {rota && <Swap rota={rota} decides={decides} />}
            </section>
          )
        })}
      {me.teammate.role === 'admin' && <CallProvider />}
    </>
  )
}

const moment = (at: string) =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at))

const useNames = () => {
  const { data } = useApi('GET /teammates')
  return (id: string | null) => data?.items.find((one) => one.id === id)?.name ?? ''
}

function Turns({ rota }: { rota: Rota }) {
  const nameOf = useNames()
  const undo = useAction('DELETE /rota-swaps/{id}')
  return (
    <>
      <p>{rota.now ? t('oncall.now', { name: nameOf(rota.now) }) : t('oncall.nobodyNow')}</p>
      <ol className="plain-list" aria-label={t('oncall.turns')}>
        {rota.turns.map((turn) => {
          const swap = rota.swaps.find((one) => one.from === turn.from && one.teammateId === turn.teammateId)
          return (
            <li key={turn.from} className="row">
              <span className="grow">
                <b>{nameOf(turn.teammateId)}</b>{' '}
                <span className="meta">
                  {t('oncall.fromTo', { from: moment(turn.from), to: moment(turn.to) })}
                </span>
                {swap && <span className="chip">{t('oncall.swapped')}</span>}
              </span>
              {swap && (
                <button
                  type="button"
                  className="button bare"
                  onClick={() => undo.mutate({ params: { id: swap.id } })}
                >
                  {t('oncall.undoSwap')}
                </button>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}

function Edit({ inboxId, rota }: { inboxId: string; rota: Rota | null }) {
  const { data: team } = useApi('GET /teammates')
  const nameOf = useNames()
  const set = useAction('PUT /inboxes/{id}/rota', { onDone: saved })
  const members = rota?.members ?? []
  const write = (change: Partial<Pick<Rota, 'members' | 'escalateMinutes' | 'changesAt'>>) =>
    set.mutate({
      params: { id: inboxId },
      body: {
        members,
        changesAt: rota?.changesAt ?? '08:00',
        escalateMinutes: rota?.escalateMinutes ?? 10,
        ...change,
      },
    })
  const able = (team?.items ?? []).filter(
    (one) => one.role !== 'observer' && one.inboxes.includes(inboxId) && !members.includes(one.id),
  )
  const swapWith = (at: number, by: number) => {
    const next = [...members]
    ;[next[at], next[at + by]] = [next[at + by]!, next[at]!]
    write({ members: next })
  }
  return (
    <div className="stack">
      {members.length > 0 && <h4>{t('oncall.members')}</h4>}
      <ol className="plain-list rota-members" aria-label={t('oncall.members')}>
        {members.map((id, at) => (
          <li key={id}>
            <span className="grow">{nameOf(id)}</span>
            {at > 0 && (
              <button
                type="button"
                className="button bare"
                aria-label={t('oncall.earlier', { name: nameOf(id) })}
                onClick={() => swapWith(at, -1)}
              >
                ↑
              </button>
            )}
            <button
              type="button"
              className="button bare"
              aria-label={t('oncall.removeOf', { name: nameOf(id) })}
              onClick={() => write({ members: members.filter((one) => one !== id) })}
            >
              {t('oncall.remove')}
            </button>
          </li>
        ))}
      </ol>
      <div className="two">
        <div className="field">
          <label htmlFor={`add-${inboxId}`}>{t('oncall.add')}</label>
          <select
            id={`add-${inboxId}`}
            className="input"
            value=""
            disabled={able.length === 0}
            onChange={({ target }) => target.value && write({ members: [...members, target.value] })}
          >
            <option value="">{t('oncall.choose')}</option>
            {able.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        {rota && (
          <div className="field">
            <label htmlFor={`escalate-${inboxId}`}>{t('oncall.escalate')}</label>
            <select
              id={`escalate-${inboxId}`}
              className="input"
              value={rota.escalateMinutes}
              onChange={({ target }) => write({ escalateMinutes: Number(target.value) })}
            >
              {[...new Set([5, 10, 15, 20, 30, rota.escalateMinutes])]
                .sort((a, b) => a - b)
                .map((n) => (
                  <option key={n} value={n}>
                    {t('oncall.minutes', { n })}
                  </option>
                ))}
            </select>
          </div>
        )}
      </div>
    </div>
  )
}

/** Somebody takes one of the next turns: everybody for themselves, a lead for others. */
function Swap({ rota, decides }: { rota: Rota; decides: boolean }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const nameOf = useNames()
  const [from, setFrom] = useState('')
  const [who, setWho] = useState(me.teammate.id)
  const swap = useAction('POST /inboxes/{id}/rota/swaps', { quiet: true, onDone: () => setFrom('') })
  if (me.teammate.role === 'observer') return null
  const turn = rota.turns.find((one) => one.from === from)
  const able = (team?.items ?? []).filter(
    (one) => one.role !== 'observer' && one.inboxes.includes(rota.inboxId),
  )
  const day = (at: string) =>
    new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'long' }).format(
      new Date(at),
    )
  return (
    <form
      className="stack"
      aria-label={t('oncall.swap')}
      onSubmit={(event) => {
        event.preventDefault()
        if (turn)
          swap.mutate({
            params: { id: rota.inboxId },
            body: { teammateId: who, from: turn.from, to: turn.to },
          })
      }}
    >
      <div className="two">
        <div className="field">
          <label htmlFor={`swap-${rota.inboxId}`}>{t('oncall.swapTurn')}</label>
          <select
            id={`swap-${rota.inboxId}`}
            className="input"
            required
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          >
            <option value="">{t('oncall.choose')}</option>
            {rota.turns.map((one) => (
              <option key={one.from} value={one.from}>
                {t('oncall.turnOf', { name: nameOf(one.teammateId), from: day(one.from), to: day(one.to) })}
              </option>
            ))}
          </select>
        </div>
        {decides && (
          <div className="field">
            <label htmlFor={`swap-who-${rota.inboxId}`}>{t('oncall.swapWho')}</label>
            <select
              id={`swap-who-${rota.inboxId}`}
              className="input"
              value={who}
              onChange={({ target }) => setWho(target.value)}
            >
              {able.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {swap.error && (
        <p className="problem" role="alert">
          {swap.error.message}
        </p>
      )}
      <div>
        <button type="submit" className="button quiet" disabled={!turn || swap.isPending}>
          {t(who === me.teammate.id ? 'oncall.takeTurn' : 'oncall.giveTurn')}
        </button>
      </div>
    </form>
  )
}
