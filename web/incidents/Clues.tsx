import type { WholeIncident } from '#contract/incident.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

const looksOnce = ['list', 'people', 'conversations']

/** How they were found, and what goes on looking: whoever writes in and fits is proposed. */
export function Clues({ incident, mayAct }: { incident: WholeIncident; mayAct: boolean }) {
  const watch = useAction('PATCH /incidents/{id}/clues/{position}')
  if (incident.clues.length === 0) return null
  return (
    <section className="stack clues" aria-labelledby="incident-clues">
      <h2 id="incident-clues">{t('incident.clues')}</h2>
      <ul>
        {incident.clues.map((clue) => (
          <li key={clue.position}>
            <p>{clue.says}</p>
            <p className="meta row">
              <span>{t('incident.people', { n: clue.people })}</span>
              {!looksOnce.includes(clue.kind) &&
                (mayAct ? (
                  <label className="row">
                    <input
                      type="checkbox"
                      checked={clue.watches}
                      disabled={watch.isPending}
                      onChange={(event) =>
                        watch.mutate({
                          params: { id: incident.id, position: clue.position },
                          body: { watches: event.target.checked },
                        })
                      }
                    />{' '}
                    {t('incident.watches')}
                  </label>
                ) : (
                  clue.watches && <span>{t('incident.watches')}</span>
                ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
