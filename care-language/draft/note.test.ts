import { afterEach, expect, test } from 'vitest'
import { type DraftContext, readDraft } from '../draft.ts'
import german from '../text/de.json' with { type: 'json' }
import english from '../text/en.json' with { type: 'json' }
import { type ReasonKey, tellReasonsIn } from './note.ts'

afterEach(() => tellReasonsIn(english))

const slots = (reason: string) => [...reason.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('each reason is told in German too, with the same values, and in words of its own', () => {
  expect(Object.keys(german)).toEqual(Object.keys(english))
  for (const key of Object.keys(english) as ReasonKey[]) {
    expect([key, slots(german[key])]).toEqual([key, slots(english[key])])
    expect(german[key]).not.toBe(english[key])
  }
})

test('whoever reads German is told in German what is missing, with their name and words', () => {
  const context: DraftContext = {
    channel: 'email',
    customer: {
      name: 'Maria Lopes',
      preferredName: 'Maria',
      message: 'The oven is cold again. When can Ben come?',
    },
    ours: { writer: 'Ana Costa', firstReply: true, fault: 'unknown' },
    ref: '2026-11-25T09:00',
    tz: 'Europe/Lisbon',
  }
  const draft = 'Dear Maria,\n\nThe oven is on our list, I am sorry that it is cold.\n\nAna Costa'
  const said = () => readDraft(draft, context).observations.find((one) => one.id === 'questions.unanswered')
  expect(said()?.reason).toBe('Maria also asked this. Answer it, or say who finds out and by when.')
  tellReasonsIn(german)
  expect(said()).toMatchObject({
    reason: 'Maria hat auch das gefragt. Antworte darauf, oder sag, wer es bis wann herausfindet.',
    words: 'When can Ben come?',
  })
})
