import { useEffect, useState } from 'react'
import type { Customer } from '#contract/customers.ts'
import { useMe } from '#web/app/session.ts'
import { TheirPerson } from '#web/persons/TheirPerson.tsx'
import { t } from '#web/text/t.ts'
import { theirTime } from './theirTime.ts'
import './about.css'

/** Who they are: the name as they like it, how to say it, how to speak with them, their clock, where they work, who is there for them. */
export function Who({
  person,
  inboxIds,
  named,
}: {
  person: Customer
  inboxIds?: readonly string[]
  /** Their name stands above already. */
  named?: boolean
}) {
  const work = [person.role, person.company].filter(Boolean).join(', ')
  return (
    <>
      {!named && <p className="serif big">{person.preferredName ?? person.name}</p>}
      {person.preferredName && person.preferredName !== person.name && <p>{person.name}</p>}
      <TheirClock zone={person.timeZone} />
      <dl>
        {person.sayIt && <Row label={t('about.say')} value={person.sayIt} />}
        {person.pronouns && <Row label={t('about.pronouns')} value={person.pronouns} />}
        {(person.language || person.formality) && (
          <Row
            label={t('about.language')}
            value={[
              person.language,
              person.formality && t(person.formality === 'formal' ? 'about.formal' : 'about.informal'),
            ]
              .filter(Boolean)
              .join(', ')}
          />
        )}
        {person.reachBy && <Row label={t('about.reachBy')} value={t(`reach.${person.reachBy}`)} />}
        {work && <Row label={t('about.company')} value={work} />}
        {person.emails.map((email) => (
          <Row key={email} label={t('about.mail')} value={email} />
        ))}
        {person.phones.map((phone) => (
          <Row key={phone} label={t('about.phone')} value={phone} />
        ))}
      </dl>
      {person.accessNeeds && <p className="careful">{person.accessNeeds}</p>}
      <TheirPerson customerId={person.id} {...(inboxIds && { inboxIds })} />
    </>
  )
}

const Row = ({ label, value }: { label: string; value: string }) => (
  <div className="pair">
    <dt>{label}</dt>
    <dd dir="auto">{value}</dd>
  </div>
)

/** "22:10 for them – better write than call". */
function TheirClock({ zone }: { zone: string | null }) {
  const { teammate } = useMe()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const tick = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(tick)
  }, [])
  const there = theirTime(zone, teammate.timeZone, now)
  if (!there) return null
  return (
    <p className={there.mayCall ? 'meta' : 'their-clock'}>
      {t(there.mayCall ? 'about.theirTime' : 'about.theirNight', { clock: there.clock })}
    </p>
  )
}
