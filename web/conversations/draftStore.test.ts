import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Conversation } from '#contract/conversations.ts'
import { queryClient } from '#web/api/cache.ts'
import { draftHere, keepHere, type Place, putBack, type Words } from './draftStore.ts'
import { firstWords } from './useDraft.ts'

const place: Place = { teammateId: 'tm_ana', conversationId: 'cnv_boiler', kind: 'reply' }
const conversation = { participants: [], drafts: [] } as unknown as Conversation
const words: Words = {
  html: '<p>I will write to you on Monday.</p>',
  text: 'I will write to you on Monday.',
  to: [],
  cc: [],
  bcc: [],
  files: [],
  kept: [],
  refused: ['i will write to you on monday'],
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

it('gives back what was refused, after leaving, after a reload and after undoing', () => {
  keepHere(place, { words, version: 2, safe: false })
  expect(firstWords(conversation, place).words.refused).toEqual(words.refused)
  putBack(place, words)
  expect(firstWords(conversation, place).words.refused).toEqual(words.refused)
})

it('keeps it where the words went on in another window', () => {
  keepHere(place, { words, version: 2, safe: true })
  const draft = {
    kind: 'reply',
    html: '<p>More.</p>',
    text: 'More.',
    to: [],
    cc: [],
    bcc: [],
    attachments: [],
    version: 3,
  }
  const began = firstWords({ ...conversation, drafts: [draft] } as unknown as Conversation, place)
  expect(began).toMatchObject({ version: 3, words: { text: 'More.', refused: words.refused } })
})

it('is here for whoever comes back before the conversation was read again, and gone once that says it was sent', () => {
  const read = (at: number) =>
    queryClient.setQueryData(['GET /conversations/{id}', { id: 'cnv_boiler' }, null], conversation, {
      updatedAt: at,
    })
  const opened = { ...conversation, id: 'cnv_boiler' } as Conversation
  keepHere(place, { words, version: 2, safe: true, at: 1_000_000 })
  read(990_000)
  expect(firstWords(opened, place)).toMatchObject({ version: 2, words: { text: words.text } })
  read(1_060_000)
  expect(firstWords(opened, place).words.text).toBe('')
})

it('reads a draft begun under an older Tend', () => {
  const { refused: _, bcc: __, ...older } = words
  keepHere(place, { words: older as Words, version: 1, safe: false })
  expect(draftHere(place)?.words).toEqual({ ...older, bcc: [], refused: [] })
})
