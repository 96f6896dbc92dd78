import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { Erasures } from '#web/pages/Erasure.tsx'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { AskPage } from './AskPage.tsx'

/** How customers reach their pages, and how they are forgotten. */
export function TheirPages() {
  const me = useMe()
  const { data: rules } = useApi('GET /page-rules')
  const change = useAction('PATCH /page-rules', {
    onDone: () => toast({ text: t('app.saved'), lasts: 3000 }),
  })
  if (!rules) return null
  const mayChange = me.teammate.role === 'admin'
  return (
    <>
      <Erasures />
      <div className="card stack">
        <p>{t('theirPages.lead')}</p>
        <ul className="practices">
          <li>
            <input
              type="checkbox"
              id="page-line"
              checked={rules.line}
              aria-describedby="page-line-why"
              disabled={!mayChange || change.isPending}
              onChange={({ target }) => change.mutate({ body: { line: target.checked } })}
            />
            <label htmlFor="page-line">{t('theirPages.line')}</label>
            <small id="page-line-why">{t('theirPages.lineWhy')}</small>
          </li>
          <li>
            <input
              type="checkbox"
              id="erase-at-once"
              checked={rules.erase === 'at-once'}
              aria-describedby="erase-at-once-why"
              disabled={!mayChange || change.isPending}
              onChange={({ target }) =>
                change.mutate({ body: { erase: target.checked ? 'at-once' : 'ask' } })
              }
            />
            <label htmlFor="erase-at-once">{t('theirPages.atOnce')}</label>
            <small id="erase-at-once-why">{t('theirPages.atOnceWhy')}</small>
          </li>
        </ul>
      </div>
      <AskPage mayChange={mayChange} />
    </>
  )
}
