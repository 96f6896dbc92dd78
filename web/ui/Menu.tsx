import { type ReactNode, useEffect, useRef, useState } from 'react'

export interface MenuItem {
  label: string
  hint?: string
  /** Present where one of several is chosen: then it is said which. */
  checked?: boolean
  run: () => void
}

/** A button that opens a small menu; arrows, Home and End move, a first letter finds, Esc closes and gives the focus back. */
export function Menu({
  label,
  className = 'button quiet',
  children,
  items,
  up,
  start,
  id,
}: {
  label: string
  className?: string
  children: ReactNode
  items: MenuItem[]
  up?: boolean
  /** Opens along the start of its button instead of the end. */
  start?: boolean
  id?: string
}) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const buttons = () => [...(box.current?.querySelectorAll<HTMLButtonElement>('.menu button') ?? [])]
  useEffect(() => {
    if (!open) return
    const all = [...(box.current?.querySelectorAll<HTMLButtonElement>('.menu button') ?? [])]
    ;(all.find((one) => one.ariaChecked === 'true') ?? all[0])?.focus()
    const away = (event: Event) => !box.current?.contains(event.target as Node) && setOpen(false)
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [open])
  const shut = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const move = (event: React.KeyboardEvent) => {
    // Tab goes on from the opener, as after any menu; the browser moves it.
    if (event.key === 'Tab') return shut()
    const all = buttons()
    const at = all.indexOf(document.activeElement as HTMLButtonElement)
    if (event.key === 'Escape') shut()
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus()
    else if (event.key === 'ArrowUp') all[at > 0 ? at - 1 : all.length - 1]?.focus()
    else if (event.key === 'Home') all[0]?.focus()
    else if (event.key === 'End') all.at(-1)?.focus()
    else if (/^\p{L}$/u.test(event.key) && !event.metaKey && !event.ctrlKey) {
      const starts = (one: HTMLButtonElement) =>
        one.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())
      ;(all.slice(at + 1).find(starts) ?? all.find(starts))?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move inside the menu
    <div ref={box} className="menu-box" onKeyDown={open ? move : undefined}>
      <button
        ref={opener}
        id={id}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
        {/* What is seen on the opener begins its name, so that it can be called by voice (WCAG 2.5.3). */}
        {children !== label && (
          <span className="hide">
            {typeof children === 'string' && ', '}
            {label}
          </span>
        )}
      </button>
      {open && (
        <div className={`menu ${up ? 'up' : ''} ${start ? 'start' : ''}`} role="menu" aria-label={label}>
          {items.map((item) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: checked is said only of menuitemradio
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
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
