import type { FoundPromise } from '#care/promises.ts'
import type { Conversation } from '#contract/conversations.ts'
import { useMe } from '#web/app/session.ts'
import { DueHint } from '#web/promises/DueHint.tsx'
import { t } from '#web/text/t.ts'
import { exact } from '#web/ui/time.ts'
import { dueIn } from '#web/ui/zone.ts'
import { useMakerOf } from './useMakerOf.ts'

/** The ribbon at the caret: what Tab would put on the board, and Esc would leave as plain words. */
export function PromiseChip({
  promise,
  conversation,
  onKeep,
  onDecline,
}: {
  promise: FoundPromise
  conversation: Pick<Conversation, 'id' | 'inboxId' | 'person'>
  onKeep: () => void
  onDecline: () => void
}) {
  const { timeZone } = useMe().company
  const maker = useMakerOf(conversation.inboxId)(promise)
  const due = promise.due ? dueIn(timeZone, promise.due) : null
  const what = promise.action || promise.quote
  const who = conversation.person.preferredName ?? conversation.person.name
  return (
    <div className="ribbon promise-chip">
      <span className="grow" role="status">
        <b>
          {maker
            ? t('composer.promiseOf', { name: maker.name.split(' ')[0]!, what })
            : t('composer.promise', { what })}
        </b>{' '}
        <span className="due">{due ? exact(due) : t('promise.noTime')}</span>
        {promise.conditional && <span className="meta"> {t('composer.promiseIf', { who })}</span>}
      </span>
      <span className="row acts">
        <button type="button" className="button quiet" onClick={onKeep}>
          {t('composer.keep')} <kbd>Tab</kbd>
        </button>
        <button type="button" className="button bare" onClick={onDecline}>
          {t('composer.decline')} <kbd>Esc</kbd>
        </button>
      </span>
      {due && <DueHint due={due} maker={maker?.id} conversation={conversation.id} />}
    </div>
  )
}
