import type { ReactNode } from 'react'
import { FormEnd } from '#web/ui/FormEnd.tsx'

/** Words for everybody on a card of their own; the way out forgets what was begun. */
export function SaidForm({
  name,
  does,
  action,
  forget,
  onSay,
  onClose,
  children,
}: {
  name: string
  does: string
  action: { isPending: boolean; error: Error | null }
  forget: () => void
  onSay: () => void
  onClose?: () => void
  children: ReactNode
}) {
  return (
    <form
      className="card stack"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault()
        onSay()
      }}
    >
      {children}
      {action.error && (
        <p className="problem" role="alert">
          {action.error.message}
        </p>
      )}
      <FormEnd
        does={does}
        busy={action.isPending}
        onCancel={() => {
          forget()
          onClose?.()
        }}
      />
    </form>
  )
}
