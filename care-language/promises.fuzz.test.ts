import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, findDue } from './dates.ts'
import { findPromises } from './promises.ts'

const when = { ref: '2026-11-23T10:00', tz: 'Europe/London' }

/** Text that looks like ours and like nothing at all. */
const pieces = fc.constantFrom(
  "I'll",
  'we will',
  'call',
  'you',
  'by',
  'Friday',
  'at',
  '4',
  'the',
  '18th',
  'of',
  'December',
  'and',
  ',',
  '.',
  '\n',
  'if',
  'once',
  'your',
  'refund',
  'will',
  'be',
  'processed',
  'tomorrow',
  'between',
  '2',
  'to',
  '-',
  '3/4',
  '2026-11-27',
  'half',
  'past',
  'noon',
  'let',
  'me',
  'Ana',
  '“',
  '”',
  "'",
  '(',
  ')',
  '?',
  '🙂',
  'שלום',
  '\u0000',
  '\u202e',
  '\ud800',
  'ﬁ',
  '½',
  '５',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(pieces, { maxLength: 80 }).map((list) => list.join(' ')),
  fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
)

describe('whatever is written', () => {
  it('gives promises whose quotes are the text at their place, in order of nothing but the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = findPromises(text, when)
        for (const one of found) {
          expect(one.start).toBeGreaterThanOrEqual(0)
          expect(one.end).toBeLessThanOrEqual(text.length)
          expect(one.start).toBeLessThan(one.end)
          expect(one.quote).toBe(text.slice(one.start, one.end))
          if (one.due !== null) expect(one.due).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/)
        }
        expect(findPromises(text, when)).toEqual(found)
      }),
      { numRuns: 3000 },
    )
  })

  it('gives dates inside the text, each a date, a date-time or a time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let before = 0
        for (const one of findDates(text, when)) {
          expect(one.start).toBeGreaterThanOrEqual(before)
          expect(one.end).toBeLessThanOrEqual(text.length)
          expect(one.start).toBeLessThan(one.end)
          expect(one.value).toMatch(/^(\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?|\d\d:\d\d:\d\d)$/)
          before = one.start
        }
        findDue(text, when)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['lines', '\n'.repeat(1_000_000)],
    ['quotation marks', '"'.repeat(1_000_000)],
    ['single quotes', " 'a".repeat(333_333)],
    ['commas', 'we will, '.repeat(111_111)],
    ['promises', "I'll call you tomorrow at 4. ".repeat(35_000)],
    ['conditions', 'if you send it and '.repeat(52_000)],
    ['a noun phrase without end', 'the box of '.repeat(90_000)],
    ['numbers', '1-1-1.1:'.repeat(125_000)],
    ['twos', '2 to '.repeat(200_000)],
    ['days', 'Friday or '.repeat(100_000)],
    ['brackets', '('.repeat(1_000_000)],
    ['adverbs', 'just also then '.repeat(66_000)],
    ['names', 'Ana and Ben, '.repeat(76_000)],
    ['emoji', '🙂'.repeat(500_000)],
    ['broken pairs', '\ud83d'.repeat(1_000_000)],
    ['right to left', 'שלום '.repeat(200_000)],
    ['web addresses', 'http://'.repeat(140_000)],
    ['at signs', 'a@'.repeat(500_000)],
  ])('reads a megabyte of %s in time that does not grow with it', (_, text) => {
    findPromises(text.slice(0, 2000), when)
    const from = process.cpuUsage()
    findPromises(text, when)
    findDates(text, when)
    const { user, system } = process.cpuUsage(from)
    // Some tens of milliseconds on a machine of its own; the wide limit is for a shared one, and still far below what growth would cost.
    expect((user + system) / 1000).toBeLessThan(3000)
  })
})
