import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { exact } from '#web/ui/time.ts'
import { useSettled } from './settled.ts'
import './promises.css'

/**
 * What speaks against a time or a maker, with the nearest good proposal: one press away, or named in its sentence where the
 * time stands in words that are the writer's to change. It advises; only the past is refused.
 */
export function DueHint({
  due,
  maker = 'me',
  conversation,
  onTime,
  onMaker,
}: {
  /** RFC 3339; null where no time is given. */
  due: string | null
  maker?: string | undefined
  conversation?: string
  onTime?: (due: string) => void
  onMaker?: (id: string) => void
}) {
  const asked = useSettled(due)
  const { data } = useApi(
    'GET /promises/hint',
    { query: { maker: maker as 'me', ...(asked && { due: asked }), ...(conversation && { conversation }) } },
    { keep: true },
  )
  const { data: team } = useApi('GET /teammates')
  const hint = data?.hint
  const name = hint?.makerId && team?.items.find((one) => one.id === hint.makerId)?.name.split(' ')[0]
  return (
    <div className="due-hint" role="status">
      {hint && (
        <>
          <p>{hint.says}</p>
          {(onTime || onMaker) && (
            <div className="row">
              {onTime && hint.due && (
                <button type="button" className="button quiet" onClick={() => onTime(hint.due!)}>
                  {t('hint.take', { when: exact(hint.due) })}
                </button>
              )}
              {onMaker && name && (
                <button type="button" className="button quiet" onClick={() => onMaker(hint.makerId!)}>
                  {t('hint.maker', { name })}
                </button>
              )}
            </div>
          )}
        </>
      )}
    </div>
  )
}
