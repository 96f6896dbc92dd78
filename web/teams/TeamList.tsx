import { useState } from 'react'
import type { Team } from '#contract/teams.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { Pick } from '#web/views/Pick.tsx'

/** Settings: who looks after the same things together. */
export function TeamList() {
  const { data } = useApi('GET /teams')
  const { data: people } = useApi('GET /teammates')
  const [name, setName] = useState('')
  const make = useAction('POST /teams', { quiet: true, onDone: () => setName('') })
  const change = useAction('PATCH /teams/{id}')
  if (!data || !people) return null
  const all = people.items.filter((one) => one.role !== 'observer')
  const remove = async (team: Team) => {
    const params = { id: team.id }
    await api('DELETE /teams/{id}', { params })
    toast({
      text: t('team.removed', { name: team.name }),
      action: {
        label: t('app.undo'),
        run: () =>
          void api('POST /teams/{id}/restoring', { params }).then(() => queryClient.invalidateQueries()),
      },
    })
    void queryClient.invalidateQueries()
  }
  return (
    <section className="card stack" aria-labelledby="teams">
      <h3 id="teams">{t('team.title')}</h3>
      <p className="meta">{t('team.help')}</p>
      <ul className="plain-list tag-lines">
        {data.items.map((team) => (
          <li key={team.id} className="row">
            <b>{team.name}</b>
            <span className="grow">
              <Pick
                all={all}
                on={team.teammateIds}
                onChange={(teammateIds) => change.mutate({ params: { id: team.id }, body: { teammateIds } })}
              />
            </span>
            <button type="button" className="button bare" onClick={() => void remove(team)}>
              {t('views.remove')}
              <span className="hide"> {team.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) make.mutate({ body: { name, teammateIds: [] } })
        }}
      >
        <div className="field grow">
          <label htmlFor="team-name">{t('team.name')}</label>
          <input
            id="team-name"
            className="input"
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        <button type="submit" className="button quiet" disabled={!name.trim() || make.isPending}>
          {t('team.add')}
        </button>
      </form>
      {make.error && (
        <p className="problem" role="alert">
          {make.error.message}
        </p>
      )}
      {data.items.length > 0 && <Routing teams={data.items} />}
    </section>
  )
}

/** How what is new in each inbox is given out; off until a lead chooses a team. */
function Routing({ teams }: { teams: Team[] }) {
  const { data: inboxes } = useApi('GET /inboxes')
  return (
    <>
      <h4 className="label">{t('routing.title')}</h4>
      <p className="meta">{t('routing.help')}</p>
      {inboxes?.items
        .filter((one) => !one.archivedAt)
        .map((one) => (
          <Rule key={one.id} inbox={one} teams={teams} />
        ))}
    </>
  )
}

function Rule({ inbox, teams }: { inbox: { id: string; name: string }; teams: Team[] }) {
  const params = { id: inbox.id }
  const { data } = useApi('GET /inboxes/{id}/routing', { params })
  const set = useAction('PUT /inboxes/{id}/routing')
  const end = useAction('DELETE /inboxes/{id}/routing')
  if (!data) return null
  const { rule } = data
  const change = (next: { teamId?: string; way?: 'in-turn' | 'least'; capacity?: number | null }) => {
    const teamId = next.teamId ?? rule?.teamId
    if (!teamId) return
    set.mutate({
      params,
      body: {
        teamId,
        way: next.way ?? rule?.way ?? 'in-turn',
        capacity: next.capacity === undefined ? (rule?.capacity ?? null) : next.capacity,
      },
    })
  }
  return (
    <div className="stack routing-rule">
      <div className="row">
        <b className="grow">{inbox.name}</b>
        <select
          className="input auto"
          aria-label={t('routing.team', { inbox: inbox.name })}
          value={rule?.teamId ?? ''}
          onChange={({ target }) =>
            target.value ? change({ teamId: target.value }) : end.mutate({ params })
          }
        >
          <option value="">{t('routing.off')}</option>
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </select>
        {rule && (
          <>
            <select
              className="input auto"
              aria-label={t('routing.way', { inbox: inbox.name })}
              value={rule.way}
              onChange={({ target }) => change({ way: target.value as 'least' })}
            >
              <option value="in-turn">{t('routing.in-turn')}</option>
              <option value="least">{t('routing.least')}</option>
            </select>
            <label className="row meta">
              {t('routing.most')}
              <input
                key={rule.capacity}
                type="number"
                className="input auto number"
                min={1}
                max={500}
                placeholder="–"
                defaultValue={rule.capacity ?? ''}
                onBlur={({ target }) => {
                  const capacity = target.value
                    ? Math.max(1, Math.min(500, Math.round(Number(target.value))))
                    : null
                  if (capacity !== rule.capacity) change({ capacity })
                }}
              />
            </label>
          </>
        )}
      </div>
      {rule && (
        <p className="meta">
          {data.next ? t('routing.next', { name: data.next.name }) : t('routing.nobody')}{' '}
          {data.people
            .filter((one) => one.passedOver)
            .map((one) => t(`routing.over.${one.passedOver!}`, { name: one.name }))
            .join(' ')}
        </p>
      )}
    </div>
  )
}
