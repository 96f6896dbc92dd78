import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DraftContext, readDraft } from '../draft.ts'
import { readInbound } from '../inbound.ts'

const context = (message: string, name = 'Grace Mbeki'): DraftContext => ({
  channel: 'email',
  customer: { name, preferredName: 'Grace', message },
  ours: { writer: 'Ana Costa', firstReply: true, fault: 'ours' },
  ref: '2026-11-25T09:00',
  tz: 'Europe/Lisbon',
})

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'sorry if ',
    'I will call you ',
    'was entered wrongly ',
    '> ',
    '\n\n',
    'On Monday Ana wrote:\n',
    '{{name}}',
    'Dear ',
    '??',
    '<div>',
    '\u202e',
    '\u0000',
    '😀',
    'مرحبا ',
    'Grace',
    '1) ',
    '- ',
    'https://a.example/',
    'by Friday at 3 ',
  ),
)
const text = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''))

test('nothing anybody types makes the reading fail, and places stay inside the text', () => {
  fc.assert(
    fc.property(text, text, fc.string({ unit: 'binary', maxLength: 20 }), (draft, message, name) => {
      const inbound = readInbound(message, { teammates: [name, 'Ben Okafor'] })
      for (const one of [...inbound.asks, ...inbound.evidence]) {
        expect(one.start).toBeGreaterThanOrEqual(0)
        expect(one.end).toBeLessThanOrEqual(message.length)
      }
      const reading = readDraft(draft, context(message, name), inbound)
      for (const one of reading.observations) {
        expect(one.start).toBeLessThanOrEqual(one.end)
        expect(one.end).toBeLessThanOrEqual(draft.length)
        expect(one.reason).not.toMatch(/\{\w+\}/)
      }
    }),
    { numRuns: 150, seed: 20261125 },
  )
})

test.each([
  ['one letter', 'a'],
  ['spaces', ' '],
  ['line ends', '\n'],
  ['sorry if', 'sorry if '],
  ['please and', 'please send me and '],
  ['your wrong', 'your wrong word '],
  ['quotes', '> '],
  ['brackets', '{{'],
  ['at signs', 'a@'],
  ['right to left', 'مرحبا كيف '],
  ['joined emoji', '👩‍👩‍👧'],
  ['escape codes', '\u001b[31m'],
])('a megabyte of %s is read in a moment', (_, unit) => {
  const huge = unit.repeat(Math.ceil(1_000_000 / unit.length))
  readDraft(unit, context(unit))
  const before = process.cpuUsage()
  readDraft(huge, context(huge))
  const { user, system } = process.cpuUsage(before)
  // The promise is 50 ms on a quiet machine; a machine that tests four things at once gets more.
  expect((user + system) / 1000).toBeLessThan(1_500)
})

test('the same draft gives the same bytes, also when others were read between', () => {
  const draft =
    'Dear Grace,\n\nI am sorry, I sent Ben to the wrong house. He is with you tomorrow at 9.\n\nAna Costa'
  const message = 'Nobody came on Tuesday. When does Ben come?'
  const first = JSON.stringify(readDraft(draft, context(message)))
  for (let round = 0; round < 700; round++)
    readDraft(`Dear Grace, this is sentence ${round}.`, context(`What is ${round}?`))
  expect(JSON.stringify(readDraft(draft, context(message)))).toBe(first)
})
