import { type ReactNode, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { WholeIncident } from '#contract/incident.ts'
import { useKeys } from '#web/app/keys.ts'
import { useRoom } from '#web/conversations/useRoom.ts'
import { OfIncident } from '#web/status/OfIncident.tsx'
import { t } from '#web/text/t.ts'
import { Clues } from './Clues.tsx'
import { Concierges } from './Concierges.tsx'
import { Facts } from './Facts.tsx'
import { FindPeople } from './FindPeople.tsx'
import { People, type Shown, shownOf } from './People.tsx'
import { Proposals } from './Proposals.tsx'
import { firstName } from './words.ts'
import './people.css'

/** What happened · who is hit and how far each has come · who tells them. */
export default function Hit({ incident, mayAct }: { incident: WholeIncident; mayAct: boolean }) {
  const [, go] = useLocation()
  const [asked] = useSearchParams()
  const shown = shownOf(asked)
  const [finds, setFinds] = useState(incident.counts.people === 0 && mayAct)
  const show = (next: Partial<Shown>) => {
    const query = Object.entries({ ...shown, ...next }).filter(([, value]) => value)
    go(
      `/incidents/${incident.id}${query.length ? `?${new URLSearchParams(query as [string, string][])}` : ''}`,
    )
  }
  useKeys(mayAct ? [{ keys: 'n', label: 'incident.addPeople', run: () => setFinds(true) }] : [])
  const roomy = useRoom(900)
  const facts = (
    <>
      <Facts incident={incident} mayAct={mayAct} />
      <OfIncident incidentId={incident.id} mayAct={mayAct} />
      <Clues incident={incident} mayAct={mayAct} />
    </>
  )
  const concierges = <Concierges incident={incident} mayAct={mayAct} shown={shown} show={show} />
  return (
    <div className="incident-columns">
      <aside className="facts-column" aria-label={t('incident.facts')}>
        {roomy ? facts : <Fold title={t('incident.facts')}>{facts}</Fold>}
      </aside>
      <div className="people-column">
        {mayAct && incident.counts.proposals > 0 && <Proposals incident={incident} />}
        {finds && mayAct ? (
          <FindPeople incident={incident} onClose={() => setFinds(false)} />
        ) : (
          mayAct && (
            <button
              type="button"
              className="button quiet"
              title={t('keys.hint', { key: 'n' })}
              onClick={() => setFinds(true)}
            >
              {t('incident.addPeople')}
            </button>
          )
        )}
        <People incident={incident} mayAct={mayAct} shown={shown} show={show} />
      </div>
      <aside className="concierge-column" aria-label={t('incident.concierges')}>
        {roomy ? (
          concierges
        ) : (
          <Fold
            title={t('incident.concierges')}
            more={incident.groups.map((one) => firstName(one.conciergeName)).join(', ')}
            open={incident.ungrouped > 0}
          >
            {concierges}
          </Fold>
        )}
      </aside>
    </div>
  )
}

function Fold({
  title,
  more,
  open = false,
  children,
}: {
  title: string
  more?: string
  open?: boolean
  children: ReactNode
}) {
  return (
    <details className="fold" open={open}>
      <summary>
        {title} {more && <span className="meta">{more}</span>}
      </summary>
      <div className="stack">{children}</div>
    </details>
  )
}
