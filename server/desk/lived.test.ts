import { describe, expect, it } from 'vitest'
import {
  figuresOf,
  type Lived,
  type LivedMessage,
  type LivedPromise,
  livedSteps,
  unknownTo,
} from './lived.ts'

const monday = Date.parse('2026-11-23T09:00:00Z')
const hours = (n: number) => new Date(monday + n * 3_600_000)
const id = (n: number) => `msg_${String(n).padStart(22, '0')}`

const message = (n: number, more: Partial<LivedMessage>): LivedMessage => ({
  id: id(n),
  direction: 'in',
  at: hours(0),
  cameAt: null,
  state: 'came',
  by: null,
  text: 'When do you come?',
  files: 0,
  automatic: false,
  again: false,
  ...more,
})
const ours = (n: number, at: number, more: Partial<LivedMessage> = {}) =>
  message(n, { direction: 'out', at: hours(at), by: 'Ana Costa', text: 'On Friday.', ...more })
const promise = (more: Partial<LivedPromise>): LivedPromise => ({
  id: 'prm_0000000000000000000001',
  what: 'I call you on Tuesday.',
  madeAt: hours(1),
  firstDue: hours(25),
  due: hours(25),
  state: 'open',
  keptAt: null,
  toldAt: null,
  lateAt: [],
  releasedAt: null,
  moves: [],
  ...more,
})
const lived = (more: Partial<Lived>): Lived => ({
  now: hours(60),
  waitsNow: false,
  messages: [],
  promises: [],
  asks: [],
  closings: [],
  ...more,
})
/** As a line each: what happened, or how many hours nothing did. */
const told = (of: Lived) =>
  livedSteps(of).map((step) =>
    step.kind === 'silence'
      ? `${step.seconds / 3600} h ${step.why}${step.until ? '' : ', still'}`
      : step.kind,
  )

describe('a matter as they lived it', () => {
  it('has three messages and the two days of waiting between them (A9)', () => {
    const three = lived({
      messages: [message(1, {}), message(2, { at: hours(26), again: true }), ours(3, 50)],
    })
    expect(told(three)).toEqual(['wrote', '26 h answer', 'wrote', '24 h answer', 'got'])
    expect(figuresOf(three)).toMatchObject({
      wrote: 2,
      askedAgain: 1,
      secondsToFirstAnswer: 50 * 3600,
      secondsWaited: 50 * 3600,
      // Asking once more ends no waiting.
      longestSeconds: 50 * 3600,
      waitsSince: null,
      people: 1,
    })
  })

  it('still lasts where nobody has answered, from the first time they asked', () => {
    const waits = lived({ waitsNow: true, messages: [message(1, {}), message(2, { at: hours(30) })] })
    expect(told(waits)).toEqual(['wrote', '30 h answer', 'wrote', '30 h answer, still'])
    expect(figuresOf(waits)).toMatchObject({
      secondsToFirstAnswer: null,
      waitsSince: hours(0).toISOString(),
    })
  })

  it('counts a letter from when it came, and says of one that never came that it did not', () => {
    const lost = lived({
      messages: [message(1, {}), ours(2, 2, { state: 'never' }), ours(3, 30, { cameAt: hours(31) })],
    })
    expect(told(lost)).toEqual(['wrote', '2 h answer', 'never-got', '29 h answer', 'got'])
    expect(figuresOf(lost).longestSeconds).toBe(31 * 3600)
    const leaving = lived({
      waitsNow: true,
      messages: [message(1, {}), ours(2, 59, { state: 'on-its-way' })],
    })
    expect(told(leaving)).toEqual(['wrote', '60 h answer, still'])
  })

  it('takes no word of a machine for an answer', () => {
    const machine = lived({
      waitsNow: true,
      messages: [message(1, {}), ours(2, 0, { automatic: true, by: null })],
    })
    expect(told(machine)).toEqual(['wrote', 'got', '60 h answer, still'])
    expect(figuresOf(machine)).toMatchObject({ secondsToFirstAnswer: null, people: 0 })
  })

  it('leaves their own turn out of our waiting, and a short silence out of sight', () => {
    const theirs = lived({
      now: hours(90),
      messages: [message(1, {}), ours(2, 0.5), message(3, { at: hours(80) }), ours(4, 82)],
    })
    expect(told(theirs)).toEqual(['wrote', 'got', '79.5 h their-turn', 'wrote', '2 h answer', 'got'])
    expect(figuresOf(theirs).secondsWaited).toBe(2.5 * 3600)
  })

  it('waits for nothing once the matter was done', () => {
    const thanks = lived({
      now: hours(900),
      messages: [
        message(1, {}),
        ours(2, 1),
        message(3, { at: hours(2) }),
        message(4, { at: hours(500) }),
        ours(5, 501),
      ],
      closings: [hours(3)],
    })
    expect(figuresOf(thanks).secondsWaited).toBe(3 * 3600)
  })
})

describe('our word, as they heard it', () => {
  it('is a wait of its own until they know that it is kept, and late where its time passed without a word', () => {
    const late = lived({
      messages: [message(1, {}), ours(2, 1)],
      promises: [
        promise({ state: 'kept', due: hours(25), lateAt: [hours(25)], keptAt: hours(40), toldAt: hours(42) }),
      ],
    })
    expect(told(late)).toEqual([
      'wrote',
      '1 h answer',
      'got',
      'promised',
      '24 h promise',
      'let-down',
      '17 h promise',
      'kept',
    ])
    expect(livedSteps(late).at(-1)).toMatchObject({ inTime: false })
    expect(figuresOf(late)).toMatchObject({
      longestSeconds: 41 * 3600,
      promises: { inTime: 0, late: 1, open: 0 },
    })
  })

  it('says a move that was told before its time for what it is', () => {
    const moved = lived({
      messages: [message(1, {}), ours(2, 1)],
      promises: [promise({ due: hours(70), moves: [{ at: hours(20), due: hours(70), before: true }] })],
    })
    expect(livedSteps(moved).find((step) => step.kind === 'promised')).toMatchObject({
      due: hours(25).toISOString(),
    })
    expect(figuresOf(moved).promises).toEqual({ inTime: 0, late: 0, toldBefore: 1, open: 1 })
  })

  it('is something they do not know, where it was kept and nobody said so', () => {
    const untold = lived({
      messages: [message(1, {}), ours(2, 1)],
      promises: [promise({ state: 'kept', keptAt: hours(20) })],
      asks: [{ text: 'And what does it cost?', messageId: id(1), at: hours(0) }],
    })
    expect(told(untold)).not.toContain('kept')
    expect(unknownTo(untold).map((one) => [one.kind, one.text])).toEqual([
      ['question', 'And what does it cost?'],
      ['untold', 'I call you on Tuesday.'],
    ])
  })

  it('holds nobody any longer once they need it no more', () => {
    const released = lived({
      messages: [message(1, {}), ours(2, 1)],
      promises: [promise({ state: 'released', releasedAt: hours(10) })],
    })
    expect(figuresOf(released)).toMatchObject({
      secondsWaited: 10 * 3600,
      promises: { inTime: 0, late: 0, open: 0 },
    })
  })
})
