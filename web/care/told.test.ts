import { expect, it } from 'vitest'
import { checks } from '#care/checks.ts'
import german from './checks.de.json' with { type: 'json' }

it('tells every check in German: its name, why it is there, and on what it rests', () => {
  expect(Object.keys(german).sort()).toEqual(checks.map((check) => check.id).sort())
  for (const [id, words] of Object.entries(german))
    expect([id, words.length, words.every((text) => text.trim().length > 5)]).toEqual([id, 3, true])
  // One name each, so that a list of them can be read.
  const titles = Object.values(german).map(([title]) => title)
  expect(new Set(titles).size).toBe(titles.length)
})
