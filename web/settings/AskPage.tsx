import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

/** The page on which strangers ask: into which inbox, or none; and its address, to be put on one's own site. */
export function AskPage({ mayChange }: { mayChange: boolean }) {
  const { data: rules } = useApi('GET /page-rules')
  const { data: inboxes } = useApi('GET /inboxes')
  const change = useAction('PATCH /page-rules', {
    onDone: () => toast({ text: t('app.saved'), lasts: 3000 }),
  })
  if (!rules || !inboxes) return null
  const url = `${location.origin}/ask`
  return (
    <div className="card stack">
      <h3>{t('theirPages.ask')}</h3>
      <p>{t('theirPages.askWhy')}</p>
      <div className="field">
        <label htmlFor="ask-inbox">{t('theirPages.askInto')}</label>
        <select
          id="ask-inbox"
          className="input"
          value={rules.askInboxId ?? ''}
          disabled={!mayChange || change.isPending}
          onChange={({ target }) => change.mutate({ body: { askInboxId: target.value || null } })}
        >
          <option value="">{t('theirPages.askNone')}</option>
          {inboxes.items
            .filter((one) => !one.archivedAt || one.id === rules.askInboxId)
            .map((inbox) => (
              <option key={inbox.id} value={inbox.id}>
                {inbox.name}
              </option>
            ))}
        </select>
      </div>
      {rules.askInboxId && (
        <p>
          {t('theirPages.askAt')}{' '}
          <a className="mono" href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
        </p>
      )}
    </div>
  )
}
