import type { KeyboardEvent } from 'react'

/** Esc closes a panel from anywhere inside it, and nothing behind it. */
export const onEscape = (close: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  close()
}
