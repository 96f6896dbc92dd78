import type { Conversation } from '#contract/conversations.ts'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { trying } from './useTies.ts'
import './ties.css'
import { onEscape } from '#web/ui/onEscape.ts'

/** Moves it to another inbox, and says what changes for them: the address our answers come from. */
export default function MoveInbox({
  conversation,
  onClose,
}: {
  conversation: Conversation
  onClose: () => void
}) {
  const { data } = useApi('GET /inboxes')
  const here = data?.items.find((one) => one.id === conversation.inboxId)
  const others = data?.items.filter((one) => one.id !== conversation.inboxId && !one.archivedAt) ?? []
  const move = (inboxId: string) =>
    api('POST /conversations/{id}/inbox', { params: { id: conversation.id }, body: { inboxId } })
  const go = (inbox: { id: string; name: string }) =>
    trying(async () => {
      const { released } = await move(inbox.id)
      const from = conversation.inboxId
      toast({
        text: released
          ? t('ties.movedReleased', { inbox: inbox.name, who: released })
          : t('ties.moved', { inbox: inbox.name }),
        action: { label: t('app.undo'), run: () => void trying(() => move(from)) },
      })
    }).then((done) => done && onClose())
  return (
    <div className="panel" role="group" aria-label={t('ties.move')} onKeyDown={onEscape(onClose)}>
      <p>{t('ties.moveFrom', { inbox: here?.name ?? '' })}</p>
      <ul className="others">
        {others.map((inbox, index) => (
          <li key={inbox.id}>
            <button type="button" className="other" autoFocus={index === 0} onClick={() => void go(inbox)}>
              <b>{inbox.name}</b>
              <span className="meta">{t('ties.answersFrom', { address: inbox.address })}</span>
            </button>
          </li>
        ))}
      </ul>
      {data && others.length === 0 && <p className="meta">{t('ties.oneInbox')}</p>}
      <div className="row">
        <p className="meta grow">{t('ties.moveHelp', { address: here?.address ?? '' })}</p>
        <button type="button" className="button bare" autoFocus={others.length === 0} onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </div>
  )
}
