import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { meaningOf, nameOf, type Press, reachable, shownKey } from './keyGrammar.ts'
import { movable } from './movable.ts'

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  shiftKey: false,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  altGraph: false,
  ...more,
})
const keys = [{ keys: 'e' }, { keys: 'g t' }, { keys: 'g i' }, { keys: '?' }, { keys: '$mod+k' }]

describe('what a press is called', () => {
  it('is the character, whatever shift it took to type it', () => {
    expect(nameOf(press('?', { shiftKey: true }))).toBe('?')
    expect(nameOf(press('F', { shiftKey: true }))).toBe('F')
  })
  it('does not change with Caps Lock', () => expect(nameOf(press('E'))).toBe('e'))
  it('takes ⌘ and Ctrl for the same', () => {
    expect(nameOf(press('k', { metaKey: true }))).toBe('$mod+k')
    expect(nameOf(press('K', { ctrlKey: true, shiftKey: true }))).toBe('$mod+k')
  })
  it('hears the character that AltGr types, and leaves Alt alone', () => {
    expect(nameOf(press('[', { altKey: true, ctrlKey: true, altGraph: true }))).toBe('[')
    expect(nameOf(press('e', { altKey: true }))).toBeNull()
  })
})

describe('what a press means', () => {
  it('runs a single key at once', () =>
    expect(meaningOf(keys, {}, '', 'e')).toEqual({ run: keys[0], half: '' }))
  it('waits for the second half of `g t`', () => {
    expect(meaningOf(keys, {}, '', 'g')).toEqual({ run: null, half: 'g' })
    expect(meaningOf(keys, {}, 'g', 't')).toEqual({ run: keys[1], half: '' })
  })
  it('forgets a first half that leads nowhere, and runs nothing instead', () =>
    expect(meaningOf(keys, {}, 'g', 'e')).toEqual({ run: null, half: '' }))
  it('follows a key that was moved, and leaves its old place empty', () => {
    expect(meaningOf(keys, { e: 'y' }, '', 'y').run).toBe(keys[0])
    expect(meaningOf(keys, { e: 'y' }, '', 'e').run).toBeNull()
  })
})

describe('several on one key', () => {
  it('keeps the nearest, also after moving', () => {
    const near = { keys: 'x' }
    expect(reachable([near, ...keys], { x: 'e' })).toEqual([near, ...keys.slice(1)])
  })
})

it('shows keys as this machine calls them', () => {
  expect(shownKey('$mod+k', true)).toBe('⌘ K')
  expect(shownKey('$mod+k', false)).toBe('Ctrl K')
  expect(shownKey('Enter', false)).toBe('↵')
})

it('lets every key of every screen be moved', () => {
  const web = new URL('../', import.meta.url)
  const used = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test(ing)?\.|^dist\//.test(path))
    .flatMap((path) =>
      [...readFileSync(new URL(path, web), 'utf8').matchAll(/\bkeys: '([^'$ ])'/g)].map((match) => match[1]!),
    )
  expect(used.length).toBeGreaterThan(20)
  const known = new Set(movable.map(([key]) => key))
  // A digit is the first, the second … of whatever a screen shows; it has no word of its own to be moved by.
  expect([...new Set(used)].filter((key) => !known.has(key) && !/^\d$/.test(key))).toEqual([])
})
