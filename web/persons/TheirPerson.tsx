import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { locale, t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Disc } from '#web/ui/parts.tsx'
import './persons.css'

/** Whose customer they are; one press makes them somebody's. Nothing where the team does not work this way. */
export function TheirPerson({ customerId, inboxIds }: { customerId: string; inboxIds?: readonly string[] }) {
  const on = usePractice('namedPerson')
  return on ? <Named customerId={customerId} inboxIds={inboxIds} /> : null
}

function Named({ customerId, inboxIds }: { customerId: string; inboxIds?: readonly string[] | undefined }) {
  const me = useMe()
  const params = { id: customerId }
  const { data } = useApi('GET /customers/{id}/person', { params })
  const { data: team } = useApi('GET /teammates')
  const name = useAction('PUT /customers/{id}/person')
  const refuse = useAction('POST /customers/{id}/person-refusals')
  if (!data) return null
  const { person, proposal } = data
  const mayAct = me.teammate.role !== 'observer'
  if (!person && !mayAct) return null
  const give = (teammateId: string | null) => name.mutate({ params, body: { teammateId } })
  const able =
    team?.items.filter(
      (one) =>
        one.role !== 'observer' &&
        (!inboxIds || one.role === 'admin' || inboxIds.some((inbox) => one.inboxes.includes(inbox))),
    ) ?? []
  return (
    <div className="their-person">
      <div className="row">
        {person && <Disc name={person.name} small />}
        <div className="grow">
          {person ? (
            <p>
              {person.teammateId === me.teammate.id
                ? t('person.yours')
                : t('person.of', { name: person.name })}
              {person.title && <span className="meta"> {person.title}</span>}
            </p>
          ) : (
            <p className="meta">{t('person.nobody')}</p>
          )}
          {person?.away && (
            <p className="meta">
              {person.away.standInName
                ? t('person.standIn', {
                    name: person.away.standInName.split(' ')[0]!,
                    until: dayOf(person.away.until),
                  })
                : t('person.away', { until: dayOf(person.away.until) })}
            </p>
          )}
        </div>
        {mayAct && (
          <Menu
            id={`person-${customerId}`}
            label={t('person.choose')}
            className="link"
            items={[
              ...able.map((one) => ({
                label: one.id === me.teammate.id ? t('person.me') : one.name,
                hint: one.title ?? '',
                checked: one.id === person?.teammateId,
                run: () => give(one.id),
              })),
              ...(person ? [{ label: t('person.none'), run: () => give(null) }] : []),
            ]}
          >
            {person ? t('person.change') : t('person.name')}
          </Menu>
        )}
      </div>
      {proposal && mayAct && (
        <div className="ribbon proposal" role="status">
          <p>
            {t('person.propose', {
              name: proposal.teammateId === me.teammate.id ? 'me' : proposal.name.split(' ')[0]!,
              times: proposal.times,
            })}
          </p>
          <div className="row">
            <button type="button" className="button quiet" onClick={() => give(proposal.teammateId)}>
              {proposal.teammateId === me.teammate.id
                ? t('person.makeMine')
                : t('person.make', { name: proposal.name.split(' ')[0]! })}
            </button>
            <button type="button" className="button bare" onClick={() => refuse.mutate({ params })}>
              {t('person.no')}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}

const dayOf = (day: string) =>
  new Intl.DateTimeFormat(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`))
