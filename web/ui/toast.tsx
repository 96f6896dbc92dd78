import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useSyncExternalStore } from 'react'

export interface ToastNote {
  text: string
  action?: { label: string; run: () => void }
  /** Milliseconds; without it the toast stays until it is used. */
  lasts?: number
}

let current: ToastNote | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** One at a time, bottom left. */
export function toast(note: ToastNote): void {
  current = note
  clearTimeout(timer)
  if (note.lasts) timer = setTimeout(dismissToast, note.lasts)
  tell()
}
export function dismissToast(): void {
  current = null
  tell()
}
/** What `z` undoes. */
export const toastAction = (): (() => void) | undefined => current?.action?.run

export function Toasts({ close }: { close: string }) {
  const note = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
  return (
    <div aria-live="polite">
      {note && (
        <div className="toast">
          <span className="grow">{note.text}</span>
          {note.action && (
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                dismissToast()
                note.action!.run()
              }}
            >
              {note.action.label}
            </button>
          )}
          <button type="button" className="icon-button" aria-label={close} onClick={dismissToast}>
            <XIcon size={18} />
          </button>
        </div>
      )}
    </div>
  )
}
