import fc from 'fast-check'
import { expect, test } from 'vitest'
import { germanLetters } from './german/letters.ts'
import { emptyMemory } from './promises/memory.ts'
import { letters } from './promises/sentences/letters.ts'
import { trades } from './promises/sentences/trades.ts'
import { findPromises } from './promises.ts'

const texts = [...letters, ...trades, ...germanLetters].map(([text]) => text)
const when = { ref: '2026-11-23T10:00', tz: 'Europe/London' }

const insertions = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.constantFrom(
    '. ',
    '\n\n',
    ', and ',
    ' by Friday',
    ' the same day',
    ' she will call you',
    'If so, ',
    '- ',
    '1. ',
    '?',
    '"',
    ' We close at 6.',
    'Dear residents,\n',
  ),
)
const edit = fc.record({
  at: fc.nat(),
  cut: fc.nat({ max: 12 }),
  put: insertions,
  other: fc.nat(),
  joins: fc.boolean(),
})

test('a letter under its keystrokes reads as it does when it is read for the first time', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(edit, { minLength: 3, maxLength: 12 }), (start, edits) => {
      const memory = emptyMemory()
      let text = texts[start % texts.length]!
      findPromises(text, when, memory)
      for (const { at, cut, put, other, joins } of edits) {
        const place = at % (text.length + 1)
        // Now and then a whole other letter is pasted in.
        const more = joins ? `\n${texts[other % texts.length]!}\n` : ''
        text = (text.slice(0, place) + put + more + text.slice(place + cut)).slice(0, 1_500)
        expect(findPromises(text, when, memory)).toEqual(findPromises(text, when, emptyMemory()))
      }
    }),
    { numRuns: 25, seed: 20261126 },
  )
})

/** Each leans on what stands beside it: whom "she" means, the day named before, what was asked, the time that follows. */
const leaning = fc.constantFrom(
  'Ana Costa has your file.',
  'Mrs Duarte is in charge of it.',
  "She'll call you.",
  'By 4pm tomorrow.',
  'Could you send me the number?',
  "Then I'll order it.",
  'The fitter is booked for Thursday.',
  "He'll be with you at 8.",
  "I'll let you have it the same day.",
  'FedEx has the parcel.',
  "They'll bring it on Friday.",
  'I will:',
  '- send you the form',
  '- ring you on the 1st',
  'One moment.',
  "I'll check.",
  'We close at 6 today.',
  "I'll write to you by end of day.",
  'What happens next:',
  '1. Ben collects it.',
)

test('a sentence read again beside another neighbour is read anew', () => {
  fc.assert(
    fc.property(
      fc.array(leaning, { minLength: 3, maxLength: 7 }),
      fc.array(fc.tuple(fc.nat(), leaning), { minLength: 2, maxLength: 8 }),
      (first, changes) => {
        const memory = emptyMemory()
        const said = [...first]
        for (const [at, put] of changes) {
          said[at % said.length] = put
          const text = said.join('\n')
          expect(findPromises(text, when, memory)).toEqual(findPromises(text, when, emptyMemory()))
        }
      },
    ),
    { numRuns: 150, seed: 20261126 },
  )
})

test('what is read for one hour, zone or office says nothing of another', () => {
  const memory = emptyMemory()
  const text = "I'll ring you within two working days. We'll send it by end of day."
  const office = { hours: [null, { from: '09:00', to: '15:00' }, null, null, null, null, null] }
  for (const given of [
    when,
    { ...when, ref: '2026-12-01T10:00' },
    { ...when, tz: 'America/Chicago' },
    { ...when, office },
  ])
    expect(findPromises(text, given, memory)).toEqual(findPromises(text, given, emptyMemory()))
})
