import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { useState } from 'react'
import type { IncidentGroup, WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Disc } from '#web/ui/parts.tsx'
import { day } from '#web/ui/time.ts'
import { Grouping } from './Grouping.tsx'
import type { Shown } from './People.tsx'
import { useConcierges } from './useConcierges.ts'

/** Who tells whom: each group with its one named teammate and what is on their plate. */
export function Concierges({
  incident,
  mayAct,
  shown,
  show,
}: {
  incident: WholeIncident
  mayAct: boolean
  shown: Shown
  show: (next: Partial<Shown>) => void
}) {
  const [parts, setParts] = useState(false)
  const [makes, setMakes] = useState(false)
  const { groups, ungrouped } = incident
  const isEmpty = incident.counts.people === 0 && groups.length === 0
  return (
    <section className="stack concierges" aria-labelledby="incident-concierges">
      <h2 id="incident-concierges">{t('incident.concierges')}</h2>
      {isEmpty && <p className="meta">{t('incident.noGroupsYet')}</p>}
      {ungrouped > 0 && (
        <p className="ungrouped">
          <button type="button" className="link" onClick={() => show({ group: 'none' })}>
            {t('incident.ungrouped', { n: ungrouped })}
          </button>
        </p>
      )}
      <ul className="stack">
        {groups.map((group) => (
          <li key={group.position}>
            <Group
              incident={incident}
              group={group}
              mayAct={mayAct}
              here={shown.group === String(group.position)}
              show={() => show({ group: String(group.position), state: '' })}
            />
          </li>
        ))}
      </ul>
      {mayAct && !isEmpty && !parts && !makes && (
        <div className="row">
          <button
            type="button"
            className={`button ${ungrouped > 0 ? 'primary' : 'quiet'}`}
            onClick={() => setParts(true)}
          >
            {t(groups.length === 0 ? 'incident.spread' : 'incident.spreadAgain')}
          </button>
          <button type="button" className="button bare" onClick={() => setMakes(true)}>
            {t('incident.newGroup')}
          </button>
        </div>
      )}
      {parts && <Grouping incident={incident} onClose={() => setParts(false)} />}
      {makes && <Named incident={incident} group={null} onClose={() => setMakes(false)} />}
    </section>
  )
}

function Group({
  incident,
  group,
  mayAct,
  here,
  show,
}: {
  incident: WholeIncident
  group: IncidentGroup
  mayAct: boolean
  here: boolean
  show: () => void
}) {
  const params = { id: incident.id, position: group.position }
  const team = useConcierges(incident)
  const [names, setNames] = useState(false)
  const change = useAction('PATCH /incidents/{id}/groups/{position}')
  const dissolve = useAction('DELETE /incidents/{id}/groups/{position}')
  if (names) return <Named incident={incident} group={group} onClose={() => setNames(false)} />
  const gone = group.conciergeId !== null && !team.some((one) => one.id === group.conciergeId)
  return (
    <div className={`group ${here ? 'here' : ''} ${group.conciergeId ? '' : 'nobodys'}`}>
      <div className="row">
        <Disc name={group.conciergeName ?? '?'} small />
        <button type="button" className="grow group-name" aria-pressed={here} onClick={show}>
          <b>{group.name}</b>
          <span className="meta">
            {t('incident.people', { n: group.people })}
            {group.untold > 0 && ` · ${t('incident.groupUntold', { n: group.untold })}`}
            {group.waiting > 0 && ` · ${t('incident.waiting', { n: group.waiting })}`}
          </span>
        </button>
        {mayAct && (
          <Menu
            label={t('incident.more', { name: group.name })}
            className="icon-button"
            items={[
              { label: t('incident.rename'), run: () => setNames(true) },
              { label: t('incident.dissolve'), run: () => dissolve.mutate({ params }) },
            ]}
          >
            <DotsThreeIcon size={20} weight="bold" />
          </Menu>
        )}
      </div>
      {mayAct ? (
        <>
          <label className="hide" htmlFor={`concierge-${group.position}`}>
            {t('incident.conciergeOf', { name: group.name })}
          </label>
          <select
            id={`concierge-${group.position}`}
            className="input"
            value={group.conciergeId ?? ''}
            disabled={change.isPending}
            onChange={(event) => change.mutate({ params, body: { conciergeId: event.target.value || null } })}
          >
            <option value="">{t('incident.noConcierge')}</option>
            {gone && <option value={group.conciergeId!}>{group.conciergeName}</option>}
            {team.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </>
      ) : (
        <p>{group.conciergeName ?? t('incident.noConcierge')}</p>
      )}
      {group.standIn && (
        <p className="meta">
          {t(group.standIn.until ? 'incident.standInUntil' : 'incident.standIn', {
            name: group.standIn.name,
            until: group.standIn.until ? day(group.standIn.until) : '',
          })}
        </p>
      )}
    </div>
  )
}

/** A group made by hand, or another name for one. */
function Named({
  incident,
  group,
  onClose,
}: {
  incident: WholeIncident
  group: IncidentGroup | null
  onClose: () => void
}) {
  const [name, setName] = useState(group?.name ?? '')
  const make = useAction('POST /incidents/{id}/groups', { quiet: true, onDone: onClose })
  const rename = useAction('PATCH /incidents/{id}/groups/{position}', { quiet: true, onDone: onClose })
  const error = make.error ?? rename.error
  return (
    <form
      className="group stack"
      aria-label={t(group ? 'incident.rename' : 'incident.newGroup')}
      onSubmit={(event) => {
        event.preventDefault()
        if (group) rename.mutate({ params: { id: incident.id, position: group.position }, body: { name } })
        else make.mutate({ params: { id: incident.id }, body: { name } })
      }}
    >
      <div className="field">
        <label htmlFor="group-name">{t('incident.groupName')}</label>
        <input
          id="group-name"
          className="input"
          required
          autoFocus
          maxLength={100}
          placeholder={t('incident.groupExample')}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {error && (
        <p className="problem" role="alert">
          {error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={make.isPending || rename.isPending} onCancel={onClose} />
    </form>
  )
}
