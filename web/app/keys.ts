import { useEffect, useRef } from 'react'
import type { TextKey } from '#web/text/t.ts'

export interface Key {
  /** Such as `e`, `?`, `g t`, `$mod+k`. */
  keys: string
  label: TextKey
  run: () => void
}

const scopes: { current: readonly Key[] }[] = []
let on = true
let map: Record<string, string> = {}
/** Keys can be switched off and moved (WCAG 2.1.4). */
export function setKeys(enabled: boolean, moved: Record<string, string>): void {
  on = enabled
  map = moved
}

/** A screen's keys, while it is there. The newest screen wins. */
export function useKeys(keys: readonly Key[]): void {
  const ref = useRef(keys)
  ref.current = keys
  useEffect(() => {
    scopes.push(ref)
    return () => void scopes.splice(scopes.indexOf(ref), 1)
  }, [])
}

export const allKeys = (): Key[] => scopes.toReversed().flatMap((scope) => scope.current)

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
let prefix = ''
let prefixTimer: ReturnType<typeof setTimeout> | undefined

const pressed = (event: KeyboardEvent): string =>
  `${event.metaKey || event.ctrlKey ? '$mod+' : ''}${event.key.length === 1 ? (event.metaKey || event.ctrlKey ? event.key.toLowerCase() : event.key) : event.key}`

/** One listener for the app. Off inside fields, except for the keys that hold ⌘ or Ctrl. */
export function listenForKeys(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return
    const key = pressed(event)
    if ((inField(event.target) && !key.startsWith('$mod+')) || (!on && !key.startsWith('$mod+'))) return
    if (document.querySelector('dialog[open]')) return
    const whole = prefix ? `${prefix} ${key}` : key
    const found = allKeys().find((one) => (map[one.keys] ?? one.keys) === whole)
    clearTimeout(prefixTimer)
    if (found) {
      prefix = ''
      event.preventDefault()
      found.run()
    } else if (!prefix && allKeys().some((one) => (map[one.keys] ?? one.keys).startsWith(`${key} `))) {
      prefix = key
      prefixTimer = setTimeout(() => {
        prefix = ''
      }, 1200)
    } else prefix = ''
  }
  document.addEventListener('keydown', listen)
  return () => document.removeEventListener('keydown', listen)
}
