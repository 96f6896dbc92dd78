import { expect, test } from 'vitest'
import { type DraftContext, type Observation, readDraft, type Severity } from './draft.ts'
import { asksForSilence, chooseHint, type HintState, isMuted } from './hints.ts'

const fresh: HintState = { shownInThisReply: [], dismissedHere: [], dismissedForMe: [], history: {} }
const said = (id: string, severity: Severity = 'hint'): Observation => ({
  id,
  severity,
  start: 0,
  end: 0,
  reason: '',
  source: '',
})
const observations = [
  said('questions.unanswered', 'important'),
  said('empathy.missing'),
  said('name.missing'),
  said('close.warm', 'note'),
]

test('one thing, the most important', () => {
  expect(chooseHint(observations, fresh)?.id).toBe('questions.unanswered')
  expect(chooseHint([], fresh)).toBeNull()
  expect(chooseHint([said('close.warm', 'note')], fresh)).toBeNull()
})

test('what is on the screen stays, until something important comes', () => {
  const state = { ...fresh, shownInThisReply: ['empathy.missing'] }
  expect(chooseHint(observations.slice(1), state)?.id).toBe('empathy.missing')
  expect(chooseHint(observations, state)?.id).toBe('questions.unanswered')
})

test('substance takes the place of warmth, and not the other way round', () => {
  const blame = said('tone.blame', 'important')
  const open = said('questions.unanswered', 'important')
  const showing = (id: string) => ({ ...fresh, shownInThisReply: [id] })
  expect(chooseHint([open, blame], showing('tone.blame'))?.id).toBe('questions.unanswered')
  expect(chooseHint([blame, open], showing('questions.unanswered'))?.id).toBe('questions.unanswered')
  // A wrong name is no matter of warmth: it stays until it is put right.
  expect(chooseHint([said('name.wrong', 'important'), open], showing('name.wrong'))?.id).toBe('name.wrong')
})

test('a warm reply that answers nothing hears what is missing, before anything of its tone', () => {
  const context: DraftContext = {
    channel: 'email',
    customer: {
      name: 'Maria Lopes',
      preferredName: 'Maria',
      message:
        'The oven you repaired went cold again on Friday, and my mother came for dinner. When can Ben come? Do I pay for the second visit?',
    },
    ours: { writer: 'Ana Costa', firstReply: true, fault: 'ours' },
    ref: '2026-11-25T09:00',
    tz: 'Europe/Lisbon',
  }
  const warm =
    'Dear Maria,\n\nThank you so much for your kind letter, it means a lot to all of us here. We truly understand how frustrating a cold oven must be, and we are so sorry for any inconvenience this may have caused. You are very dear to us!\n\nWishing you a wonderful week,\nAna Costa'
  const { observations } = readDraft(warm, context)
  const ids = observations.map((one) => one.id)
  const isTone = (id: string) => /^(?:tone|apology|canned|close|warmth)\./.test(id)
  expect(ids).toContain('questions.unanswered')
  // There is something to say of its tone, so that the order means something.
  expect(ids.some(isTone)).toBe(true)
  const first = chooseHint(observations, fresh)
  expect(first).toMatchObject({ id: 'questions.unanswered', severity: 'important' })
  expect(first?.words).toBe('When can Ben come?')
  // Sent away, the next is again of substance, and tone waits.
  const next = chooseHint(observations, { ...fresh, dismissedHere: ['questions.unanswered'] })
  expect(['empathy.only', 'next.missing']).toContain(next?.id)
})

test('sent away three times, it asks whether it should be silent', () => {
  const after = (dismissed?: number) => ({
    history: { 'name.missing': { shown: 5, taken: 1, ...(dismissed !== undefined && { dismissed }) } },
  })
  expect(asksForSilence('name.missing', after())).toBe(false)
  expect(asksForSilence('name.missing', after(2))).toBe(false)
  expect(asksForSilence('name.missing', after(3))).toBe(true)
  expect(asksForSilence('tone.curt', after(3))).toBe(false)
})

test('two in one reply are enough', () => {
  const state = { ...fresh, shownInThisReply: ['tone.curt', 'tone.jargon'] }
  expect(chooseHint([said('name.missing')], state)).toBeNull()
})

test('not here, never, and taken less than half the time over thirty: silence', () => {
  expect(chooseHint(observations, { ...fresh, dismissedHere: ['questions.unanswered'] })?.id).toBe(
    'empathy.missing',
  )
  expect(chooseHint([said('name.missing')], { ...fresh, dismissedForMe: ['name.missing'] })).toBeNull()
  const history = (shown: number, taken: number) => ({
    ...fresh,
    history: { 'name.missing': { shown, taken } },
  })
  expect(isMuted('name.missing', history(29, 0))).toBe(false)
  expect(isMuted('name.missing', history(30, 14))).toBe(true)
  expect(isMuted('name.missing', history(30, 15))).toBe(false)
  expect(chooseHint([said('name.missing')], history(40, 3))).toBeNull()
})
