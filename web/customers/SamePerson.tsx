import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import type { SamePair } from '#contract/samePeople.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Dialog, Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'

/** What brings two together, and what parts them again. */
function useMerging() {
  const part = useAction('DELETE /person-merges/{id}', {
    onDone: () => toast({ text: t('same.parted'), lasts: 6000 }),
  })
  const merge = useAction('POST /customers/{id}/merges', {
    onDone: (made) =>
      toast({
        text: t('same.merged', { name: made.fromName }),
        action: { label: t('keys.undo'), run: () => part.mutate({ params: { id: made.id } }) },
      }),
  })
  const again = useAction('DELETE /customers/{id}/same-refusals/{otherId}')
  const refuse = useAction('POST /customers/{id}/same-refusals')
  const refuseBoth = (id: string, otherId: string) =>
    refuse.mutate(
      { params: { id }, body: { otherId } },
      {
        onSuccess: () =>
          toast({
            text: t('same.apart'),
            action: { label: t('keys.undo'), run: () => again.mutate({ params: { id, otherId } }) },
          }),
      },
    )
  return { merge, part, refuseBoth, busy: merge.isPending || refuse.isPending }
}

/** Pairs that may be one person, each with its reason. Nothing where there are none. */
export function SamePeople({ customerId }: { customerId?: string }) {
  const me = useMe()
  const { data } = useApi('GET /same-people', { query: { ...(customerId && { customer: customerId }) } })
  const { merge, refuseBoth, busy } = useMerging()
  if (!data?.items.length || me.teammate.role === 'observer') return null
  const pairs = (
    <ul className="pairs">
      {data.items.map((pair) => {
        // On a person's page it is their page that stays.
        const [stays, goes] = pair.other.id === customerId ? [pair.other, pair.one] : [pair.one, pair.other]
        return (
          <li key={pair.one.id + pair.other.id} className="ribbon">
            <div className="two">
              <Side side={stays} />
              <Side side={goes} />
            </div>
            <p className="meta">
              {pair.reasons.map((one) => t(`same.${one.kind}`, { what: one.what })).join(' · ')}
            </p>
            <div className="row">
              <button
                type="button"
                className="button quiet"
                disabled={busy}
                onClick={() => merge.mutate({ params: { id: stays.id }, body: { otherId: goes.id } })}
              >
                {t('same.merge')}
                <span className="hide">: {goes.name}</span>
              </button>
              <button
                type="button"
                className="button bare"
                disabled={busy}
                onClick={() => refuseBoth(stays.id, goes.id)}
              >
                {t('same.no')}
              </button>
            </div>
          </li>
        )
      })}
    </ul>
  )
  if (customerId)
    return (
      <section aria-label={t('same.title')}>
        <h2>{t('same.title')}</h2>
        {pairs}
      </section>
    )
  return (
    <details className="same">
      <summary>{t('same.all', { n: data.items.length })}</summary>
      {pairs}
    </details>
  )
}

const Side = ({ side }: { side: SamePair['one'] }) => (
  <div className="side">
    <Link href={`/customers/${side.id}`}>{side.name}</Link>
    {[side.company, ...side.emails, ...side.phones].filter(Boolean).map((one) => (
      <span key={one} className="meta">
        {one}
      </span>
    ))}
  </div>
)

/** Who was brought together with them, as long as it can be undone. */
export function Merged({ customerId }: { customerId: string }) {
  const me = useMe()
  const { data } = useApi('GET /customers/{id}/merges', { params: { id: customerId } })
  const { part } = useMerging()
  if (!data?.items.length) return null
  return (
    <ul className="meta">
      {data.items.map((one) => (
        <li key={one.id} className="row">
          <span>
            {t('same.was', { name: one.fromName, by: one.by })} · <Time at={one.at} />
          </span>
          {me.teammate.role !== 'observer' && (
            <button
              type="button"
              className="link"
              disabled={part.isPending}
              onClick={() => part.mutate({ params: { id: one.id } })}
            >
              {t('same.part')}
              <span className="hide">: {one.fromName}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Looks for whoever is the same person as this one. */
export function PickSame({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const [text, setText] = useState('')
  const q = useDeferredValue(text.trim())
  const { data } = useApi('GET /customers', { query: { q, limit: 8 } }, { enabled: q.length > 1, keep: true })
  const { merge } = useMerging()
  return (
    <Dialog title={t('same.pick')} onClose={onClose}>
      <div className="stack">
        <h1>{t('same.pick')}</h1>
        <label className="hide" htmlFor="same-find">
          {t('customers.find')}
        </label>
        <input
          id="same-find"
          type="search"
          className="input"
          autoComplete="off"
          data-first
          placeholder={t('customers.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ul className="found-people">
          {q.length > 1 &&
            data?.items
              .filter((one) => one.id !== customerId)
              .map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className="button bare"
                    onClick={() => {
                      merge.mutate({ params: { id: customerId }, body: { otherId: one.id } })
                      onClose()
                    }}
                  >
                    {one.name} <span className="meta">{[...one.emails, ...one.phones].join(' · ')}</span>
                  </button>
                </li>
              ))}
        </ul>
        <div>
          <button type="button" className="button bare" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}
