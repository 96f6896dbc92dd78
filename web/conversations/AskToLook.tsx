import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/toast.tsx'

/** Asks somebody who sees this inbox to read the draft before it leaves. */
export function AskToLook({ conversationId, inboxId }: { conversationId: string; inboxId: string }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const ask = useAction('POST /conversations/{id}/second-looks', {
    onDone: (look) => toast({ text: t('look.asked', { who: look.readerName }), lasts: 5000 }),
  })
  const able =
    team?.items.filter(
      (one) =>
        one.id !== me.teammate.id &&
        one.role !== 'observer' &&
        (one.role === 'admin' || one.inboxes.includes(inboxId)),
    ) ?? []
  if (able.length === 0) return null
  return (
    <Menu
      label={t('look.ask')}
      className="button bare"
      up
      items={able.map((one) => ({
        label: one.name,
        hint: one.title ?? '',
        run: () => ask.mutate({ params: { id: conversationId }, body: { teammateId: one.id } }),
      }))}
    >
      <EyeIcon size={16} /> <span className="word">{t('look.ask')}</span>
    </Menu>
  )
}
