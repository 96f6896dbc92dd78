import { useApi } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Skeleton } from '#web/ui/parts.tsx'

/** Is everything well? Each line one sentence, a word and a colour, and its remedy. */
export function Health() {
  const { data, error } = useApi('GET /health')
  if (error) return <p className="problem">{error.message}</p>
  if (!data) return <Skeleton lines={6} />
  return (
    <div>
      <p className="serif">{t(data.ok ? 'health.good' : 'health.bad')}</p>
      {data.lines.map((line) => (
        <div key={line.id} className="health-line">
          <span
            className={`chip ${line.state === 'good' ? 'kept' : line.state === 'watch' ? 'promise' : 'late'}`}
          >
            {t(`health.${line.state}.word` as TextKey)}
          </span>
          <div>
            <p>{line.says}</p>
            {line.remedy && <p className="meta">{line.remedy}</p>}
          </div>
        </div>
      ))}
      <p className="meta">Tend {data.version}</p>
    </div>
  )
}
