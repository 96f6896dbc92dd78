import type { ReactNode } from 'react'
import { t } from '#web/text/t.ts'

/** How a form ends: what it does, and the way out that changes nothing. What else there is to choose stands between them. */
export function FormEnd({
  does,
  busy = false,
  quiet = false,
  first = false,
  onCancel,
  children,
}: {
  does: ReactNode
  busy?: boolean
  /** In a form that is not the main thing on its screen. */
  quiet?: boolean
  /** Takes the caret when the dialog opens. */
  first?: boolean
  onCancel(): void
  children?: ReactNode
}) {
  return (
    <div className="row">
      <button
        type="submit"
        className={quiet ? 'button quiet' : 'button primary'}
        disabled={busy}
        {...(first && { 'data-first': true })}
      >
        {does}
      </button>
      {children}
      <button type="button" className="button bare" onClick={onCancel}>
        {t('app.cancel')}
      </button>
    </div>
  )
}
