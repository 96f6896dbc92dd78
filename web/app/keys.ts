import { useEffect, useRef } from 'react'
import type { TextKey } from '#web/text/t.ts'
import { holdKeys } from './heldKeys.ts'
import { boundTo, meaningOf, nameOf, reachable, shownKey } from './keyGrammar.ts'

export interface Key {
  /** Such as `e`, `?`, `g t`, `$mod+k`. */
  keys: string
  label: TextKey
  /** A name that somebody gave, in place of the text. */
  name?: string
  /** It leads to a line to write in: what is typed until that is there goes into it. */
  writes?: boolean
  run: () => void
}

const scopes: { current: readonly Key[] }[] = []
const underneath: { current: readonly Key[] }[] = []
let on = true
let map: Readonly<Record<string, string>> = {}
/** Keys can be switched off and moved (WCAG 2.1.4). */
export function setKeys(enabled: boolean, moved: Record<string, string>): void {
  on = enabled
  map = moved
}

/**
 * A screen's keys, while it is there. The newest screen wins; `under` puts them beneath every screen's, whichever
 * was drawn first (React runs a child's effects before its parent's).
 */
export function useKeys(keys: readonly Key[], { under = false }: { under?: boolean } = {}): void {
  const ref = useRef(keys)
  ref.current = keys
  useEffect(() => {
    if (under) {
      scopes.unshift(ref)
      underneath.push(ref)
    } else scopes.push(ref)
    return () => {
      scopes.splice(scopes.indexOf(ref), 1)
      if (under) underneath.splice(underneath.indexOf(ref), 1)
    }
  }, [under])
}

/** Every key that does something now, the nearest first. */
export const allKeys = (): Key[] =>
  reachable(
    scopes.toReversed().flatMap((scope) => scope.current),
    map,
  )

/** The same in two: what the screen itself can do, and what can be done everywhere. */
export function keysHere(): { here: Key[]; everywhere: Key[] } {
  const house = new Set(underneath.flatMap((scope) => scope.current))
  const all = allKeys()
  return { here: all.filter((key) => !house.has(key)), everywhere: all.filter((key) => house.has(key)) }
}

/** How a key is shown to this person, moved keys included. */
export const keyWords = (keys: string): string =>
  shownKey(boundTo(keys, map), /mac|iphone|ipad/i.test(navigator.platform))

const writes = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'
const takesEnter = 'a[href], button, summary, label, [role="button"], [role="tab"], [role="option"]'
const takesAll = '[role="menu"], [role="listbox"]'

/** Whether what has the focus needs this press itself: a field every letter, a button or link its Enter and Space. */
function isTheirs(target: EventTarget | null, name: string): boolean {
  if (name.startsWith('$mod+') || !(target instanceof Element)) return false
  if (target.closest(writes) || target.closest(takesAll)) return true
  return (name === 'Enter' || name === ' ') && target.closest(takesEnter) !== null
}

/** One listener for the app. Off inside fields, except for the keys that hold ⌘ or Ctrl. */
export function listenForKeys(): () => void {
  let half = ''
  let halfTimer: ReturnType<typeof setTimeout> | undefined
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || /^(shift|control|alt|meta)/i.test(event.key)) return
    const { key, shiftKey, metaKey, ctrlKey, altKey } = event
    const altGraph = event.getModifierState('AltGraph')
    const name = nameOf({ key, shiftKey, metaKey, ctrlKey, altKey, altGraph })
    if (name === null || isTheirs(event.target, name) || (!on && !name.startsWith('$mod+'))) return
    if (document.querySelector('dialog[open]')) return
    clearTimeout(halfTimer)
    const meaning = meaningOf(allKeys(), map, half, name)
    half = meaning.half
    if (half) halfTimer = setTimeout(() => (half = ''), 1200)
    if (!meaning.run) return
    event.preventDefault()
    if (meaning.run.writes) holdKeys()
    meaning.run.run()
  }
  document.addEventListener('keydown', listen)
  return () => {
    clearTimeout(halfTimer)
    document.removeEventListener('keydown', listen)
  }
}
