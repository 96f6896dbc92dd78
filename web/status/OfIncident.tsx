import { Link } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { t } from '#web/text/t.ts'
import { Due } from '#web/ui/parts.tsx'
import { ownWords } from './said.ts'

/** Beside an incident: what everybody reads of it, or the way to say it. Nothing where the team has no status page. */
export function OfIncident({ incidentId, mayAct }: { incidentId: string; mayAct: boolean }) {
  const isOn = usePractice('statusPage')
  const { data } = useApi('GET /status-reports', { query: { incidentId } }, { enabled: isOn })
  if (!isOn || !data) return null
  if (data.items.length === 0)
    return mayAct ? (
      <Link href={`/status-page?incident=${incidentId}`} className="link">
        {t('statusPage.sayPublic')}
      </Link>
    ) : null
  return (
    <ul>
      {data.items.map((one) => (
        <li key={one.id}>
          {t('statusPage.title')}: <Link href={`/status-page/${one.id}`}>{ownWords(one.title)}</Link>{' '}
          <span className="meta">
            {t(`statusPage.stage.${one.stage}`)}
            {one.nextAt && (
              <>
                {' '}
                · <Due at={one.nextAt} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
