import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type DraftContext, readDraft } from '#care/draft.ts'
import { idOf, keptIn } from '#web/conversations/usePromises.ts'
import { readAsSent } from './readAsSent.ts'
import type { ToReader } from './reader.ts'

const context: DraftContext = {
  channel: 'email',
  customer: { name: 'Maria Lopes', preferredName: null, message: 'It is cold again. When do you come?' },
  ours: { writer: 'Ana Sousa', firstReply: true, fault: 'unknown' },
  ref: '2026-11-26T10:00',
  tz: 'Europe/Lisbon',
}
const whole = 'He helped. I will call you tomorrow at 11:00'
/** Kept with Tab in the middle of the sentence. */
const decided = { kept: [idOf({ quote: 'I will call you tomorrow' })], refused: [] }

/** A worker as the page has it, which answers when it is told to, by the reader itself. */
let answers: 'late' | 'never' | 'broken'
let asked: (() => void)[] = []
class Worker {
  onmessage?: (event: { data: unknown }) => void
  onerror?: (event: { message: string }) => void
  postMessage(question: ToReader & { draft: string; context: DraftContext }) {
    const told = () => readDraft(question.draft, context)
    if (answers === 'late') asked.push(() => this.onmessage?.({ data: { id: question.id, told: told() } }))
    if (answers === 'broken') asked.push(() => this.onerror?.({ message: 'no memory' }))
  }
  terminate() {}
}
beforeEach(() => {
  asked = []
  vi.stubGlobal('Worker', Worker)
})
afterEach(() => vi.unstubAllGlobals())

it.each([
  ['a moment behind the hand', readDraft('He helped. I will call you tomorrow', context)],
  ['not begun, for the draft has just come back', null],
  ['still at the words before', readDraft('He helped.', context)],
])('loses no promise where the reading is %s', async (_, before) => {
  answers = 'late'
  const sent = readAsSent({ draft: whole, context }, before)
  for (const answer of asked) answer()
  expect(keptIn((await sent)!, decided)).toMatchObject([
    { quote: 'I will call you tomorrow at 11:00', due: '2026-11-27T11:00' },
  ])
})

it.each(['never', 'broken'] as const)(
  'lets a letter go as it was read last where the reader is %s',
  async (how) => {
    answers = how
    const before = readDraft(whole, context)
    const sent = readAsSent({ draft: whole, context }, before, 20)
    for (const answer of asked) answer()
    expect(await sent).toBe(before)
  },
)
