import { expect, test } from 'vitest'
import { readDraft } from '../draft.ts'

const read = (message: string, draft: string, fault: 'ours' | 'nobody' = 'ours') =>
  readDraft(draft, {
    channel: 'email',
    customer: { name: 'Amara Okafor', preferredName: 'Amara', message },
    ours: { writer: 'Ben', firstReply: true, fault },
    ref: '2026-11-25T09:00',
    tz: 'Europe/Lisbon',
  })

const bakery =
  'The christening cake came with the wrong name and forty guests read it. I cried in the kitchen.'

test.each([
  'Forty guests and a stranger’s name in icing: I would have cried in that kitchen too.',
  'Crying in your kitchen with forty guests next door is far too high a price for a cake.',
])('a sentence that sees them is heard, whatever its words: %s', (seen) => {
  const { labels } = read(
    bakery,
    `Dear Amara,\n\n${seen} I mixed up two slips. I am sorry.\n\nThe 60 are back on your card today.\n\nBen`,
  )
  expect(labels.empathy).toBe('specific')
  expect(labels.order).toBe('empathy-first')
})

test.each([
  'We sent the wrong cake, and we are sorry.',
  'I completely understand how disappointing this must be.',
  'So happy to hear that forty guests came!',
])('a sentence that sees nobody is not: %s', (said) => {
  const { labels } = read(bakery, `Dear Amara,\n\n${said} The 60 are back on your card today.\n\nBen`)
  expect(labels.empathy).not.toBe('specific')
})

test('an open question is important, and a hint where a spare sentence may answer it in other words', () => {
  const message = 'Do you ship to Peru? And how heavy is the bell?'
  const severity = (draft: string) =>
    read(message, draft, 'nobody').observations.find((one) => one.id === 'questions.unanswered')?.severity
  expect(severity('Dear Amara,\n\nYes, we ship to Peru.\n\nBen')).toBe('important')
  expect(
    severity('Dear Amara,\n\nYes, we ship to Peru. Two people lift it with ease onto a cart.\n\nBen'),
  ).not.toBe('important')
})

test('what we do once they have done their part needs an hour', () => {
  const ring = (step: string) =>
    read(
      'The bell you cast has a crack.',
      `Dear Amara,\n\nPlease bring the bell to the workshop. ${step}\n\nBen`,
    )
  expect(ring('Once we have looked at the crack we will let you know.').labels.when).toBe(false)
  expect(ring('I look at the crack while you wait and recast it by Friday.').labels.when).toBe(true)
})

test.each([
  ['Sorry to see you go!', 'plain'],
  ['You are welcome to order again.', 'plain'],
  ['Ivo will come back to you on this.', 'plain'],
  ['Enjoy your stay!', 'plain'],
  ['I look forward to hearing the bell ring.', 'warm'],
])('the last impression of “%s” is %s', (last, kind) => {
  expect(
    read('How heavy is the bell?', `Dear Amara,\n\nIt weighs 80 kilos. ${last}\n\nBen`, 'nobody').labels
      .close,
  ).toBe(kind)
})

test.each([
  ['If the name was misread we apologise.', 'conditional'],
  ['I apologise that this has upset you.', 'conditional'],
  ['Unfortunately a double booking occurred.', 'passive'],
] as const)('%s is %s', (said, kind) => {
  expect(
    read(bakery, `Dear Amara,\n\n${said} The 60 are back on your card today.\n\nBen`).labels.apology,
  ).toBe(kind)
})
