import type { Promised } from '#contract/promises.ts'
import type { Teammate } from '#contract/team.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { Cards, type Shown, useCards } from './Cards.tsx'
import { useLanding } from './carrying.ts'

/** Promises by who keeps them. A card carried to somebody asks them to take it over; to oneself, it is taken. */
export function ByPerson() {
  const me = useMe()
  const { data: team } = useApi('GET /teammates', { query: { limit: 100 } })
  const workers = (team?.items ?? []).filter((one) => one.role !== 'observer' && one.state === 'here')
  const others = workers.filter((one) => one.id !== me.teammate.id)
  const mine = workers.filter((one) => one.id === me.teammate.id)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys
    <div className="columns" tabIndex={0} role="group" aria-label={t('promises.byPerson')}>
      <Column maker="nobody" name={t('promises.team')} />
      {[...mine, ...others].map((one) => (
        <Column
          key={one.id}
          maker={one.id}
          name={one.id === me.teammate.id ? t('promises.you') : one.name}
          person={one}
        />
      ))}
    </div>
  )
}

function Column({ maker, name, person }: { maker: string; name: string; person?: Teammate }) {
  const me = useMe()
  const query: Shown = { maker, unsettled: 'true' }
  const first = useCards(query)
  const handOver = useAction('POST /promises/{id}/handover', {
    onDone: (promise) =>
      toast({
        text: promise.makerId === maker ? t('promise.taken') : t('promise.handedOver'),
        lasts: 5000,
      }),
  })
  const takes = (promise: Promised) =>
    person !== undefined &&
    promise.makerId !== maker &&
    (person.role === 'admin' || person.inboxes.includes(promise.inboxId))
  const { over, landing } = useLanding(takes, (promise) =>
    handOver.mutate({ params: { id: promise.id }, body: { teammateId: maker } }),
  )
  return (
    <section aria-label={name} className={`column ${over ? 'over' : ''}`} {...landing}>
      <h2>
        {name}{' '}
        {first && <span className="meta">{first.next ? `${first.items.length}+` : first.items.length}</span>}
      </h2>
      {first?.items.length === 0 && <p className="meta">{t('promises.nothingHere')}</p>}
      <ul className="stack">
        <Cards query={query} mayCarry={() => me.teammate.role !== 'observer'} />
      </ul>
    </section>
  )
}
