import { type ReactNode, useEffect, useRef, useState } from 'react'
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
    return () => before?.focus?.()
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

/** A button that opens a small menu; arrows move, Esc closes. */
export function Menu({
  label,
  className = 'button quiet',
  children,
  items,
  up,
}: {
  label: string
  className?: string
  children: ReactNode
  items: { label: string; hint?: string; run: () => void }[]
  up?: boolean
}) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    box.current?.querySelector<HTMLButtonElement>('.menu button')?.focus()
    const away = (event: Event) => !box.current?.contains(event.target as Node) && setOpen(false)
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [open])
  const shut = () => {
    setOpen(false)
    opener.current?.focus()
  }
  // What is seen on the opener is also in its name, so that it can be called by voice (WCAG 2.5.3).
  const name = typeof children === 'string' && !label.includes(children) ? `${children}, ${label}` : label
  const move = (event: React.KeyboardEvent) => {
    // Tab goes on from the opener, as after any menu; the browser moves it.
    if (event.key === 'Tab') return shut()
    const buttons = [...(box.current?.querySelectorAll<HTMLButtonElement>('.menu button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Escape') shut()
    else if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp') buttons[at > 0 ? at - 1 : buttons.length - 1]?.focus()
    else if (event.key === 'Home') buttons[0]?.focus()
    else if (event.key === 'End') buttons.at(-1)?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move inside the menu
    <div
      ref={box}
      style={{ position: 'relative', display: 'inline-block' }}
      onKeyDown={open ? move : undefined}
    >
      <button
        ref={opener}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div
          className="menu"
          role="menu"
          aria-label={label}
          style={{ right: 0, [up ? 'bottom' : 'top']: '100%', marginTop: 4 }}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                shut()
                item.run()
              }}
            >
              <span>{item.label}</span>
              {item.hint && <span className="meta">{item.hint}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
