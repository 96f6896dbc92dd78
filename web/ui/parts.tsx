import { type ReactNode, useEffect, useRef } from 'react'
import { due as dueWords, exact, near } from './time.ts'

/** Initials in a soft disc; the colour stays with the person. */
export function Disc({ name, small }: { name: string; small?: boolean }) {
  const letters = name
    .replace(/^(mrs?|ms|dr)\.? /i, '')
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .filter((letter) => /\p{L}/u.test(letter))
  const initials = ((letters[0] ?? '?') + (letters.length > 1 ? letters.at(-1) : '')).toUpperCase()
  let hash = 0
  for (const character of name) hash = (hash * 31 + character.charCodeAt(0)) % 5
  const colors = [
    'var(--accent-soft)',
    'var(--promise-soft)',
    'var(--kept-soft)',
    'var(--sunken)',
    'var(--late-soft)',
  ]
  return (
    <span
      className={small ? 'disc small' : 'disc'}
      style={{ '--disc': colors[hash] } as never}
      aria-hidden="true"
    >
      {initials}
    </span>
  )
}

export function Time({ at, words = near }: { at: string; words?: (iso: string) => string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {words(at)}
    </time>
  )
}

export const Due = ({ at }: { at: string }) => <Time at={at} words={dueWords} />

/** A dialog of the platform: focus stays inside, Esc closes, what was focused before is focused again. */
export function Dialog({
  title,
  onClose,
  children,
  className = '',
}: {
  title: string
  onClose: () => void
  children: ReactNode
  className?: string
}) {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement as HTMLElement | null
    if (dialog && !dialog.open) dialog.showModal()
    // Where to begin is for whoever made the dialog to say; the platform would take the first control.
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      // Whoever has gone on meanwhile, by a key that what was chosen ran or by the next press, keeps what they went to.
      const at = document.activeElement
      if (!at || at === document.body || dialog?.contains(at)) before?.focus?.()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={`box ${className}`}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children}
    </dialog>
  )
}

/** Nothing is said for 400 ms; then quiet bars. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="stack" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={index} className="skeleton" style={{ width: `${90 - index * 12}%` }} />
      ))}
    </div>
  )
}

export function Empty({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{says}</p>
      {children}
    </div>
  )
}
