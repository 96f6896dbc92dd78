import type { Conversation } from '#contract/conversations.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { actWords } from './actWords.ts'

/** What we did about it, each in one press; and where we have only talked so far, that. */
export default function Acts({ conversation }: { conversation: Conversation }) {
  const { id } = conversation
  const { data } = useApi('GET /conversations/{id}/acts', { params: { id } })
  const { data: kinds } = useApi('GET /act-kinds')
  const undo = useAction('DELETE /conversations/{id}/acts/{actId}')
  const record = useAction('POST /conversations/{id}/acts', {
    onDone: (act) =>
      toast({
        text: t('act.recorded', { what: actWords(act.kind) }),
        lasts: 8000,
        action: {
          label: t('app.undo'),
          run: () => undo.mutate({ params: { id, actId: act.id } }),
        },
      }),
  })
  useKeys([{ keys: 'w', label: 'keys.acts', run: () => document.getElementById('acts')?.click() }])
  const done = data?.items.filter((one) => !one.undone) ?? []
  return (
    <section className="acts-line row" aria-label={t('act.title')}>
      <Menu
        id="acts"
        label={t('act.title')}
        className="button bare"
        up
        start
        items={[...(kinds?.usual ?? []), ...(kinds?.own ?? [])].map((kind) => ({
          label: actWords(kind),
          run: () => record.mutate({ params: { id }, body: { kind } }),
        }))}
      >
        {t('act.title')} <kbd>w</kbd>
      </Menu>
      {conversation.talkOnly && <span className="chip late">{t('row.talkOnly')}</span>}
      {done.map((act) => (
        <span key={act.id} className="chip kept" title={act.note ?? undefined}>
          {actWords(act.kind)} · {act.by?.split(' ')[0]} <Time at={act.at} />
          <button
            type="button"
            className="link"
            aria-label={t('act.undo', { what: actWords(act.kind) })}
            onClick={() => undo.mutate({ params: { id, actId: act.id } })}
          >
            ×
          </button>
        </span>
      ))}
    </section>
  )
}
