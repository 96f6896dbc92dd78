import type { FoundPromise } from '#care/promises.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { exact } from '#web/ui/time.ts'
import { dueIn } from '#web/ui/zone.ts'

/** The ribbon at the caret: what Tab would put on the board, and Esc would leave as plain words. */
export function PromiseChip({
  promise,
  onKeep,
  onDecline,
}: {
  promise: FoundPromise
  onKeep: () => void
  onDecline: () => void
}) {
  const { timeZone } = useMe().company
  return (
    <div className="ribbon promise-chip" role="status">
      <span className="grow">
        <b>{t('composer.promise', { what: promise.action || promise.quote })}</b>{' '}
        <span className="due">{promise.due ? exact(dueIn(timeZone, promise.due)) : t('promise.noTime')}</span>
      </span>
      <span className="row acts">
        <button type="button" className="button quiet" onClick={onKeep}>
          {t('composer.keep')} <kbd>Tab</kbd>
        </button>
        <button type="button" className="button bare" onClick={onDecline}>
          {t('composer.decline')} <kbd>Esc</kbd>
        </button>
      </span>
    </div>
  )
}
