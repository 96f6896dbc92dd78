import { expect, test } from 'vitest'
import type { Observation, Severity } from './draft.ts'
import { chooseHint, type HintState, isMuted } from './hints.ts'

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
