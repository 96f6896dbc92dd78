import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cast, cast, company, inboxes, teammates } from './cast.ts'
import { customers } from './people.ts'
import { saysWhen } from './saysWhen.ts'
import { type PromiseStanding, standing } from './standing.ts'
import { type Instant, wordsAt } from './when.ts'

/** An ordinary morning; a Sunday; New Year's Day; the days the clocks change; minutes to midnight; a leap day. */
const nows = [
  '2026-11-24T10:30:00Z',
  '2026-11-22T09:00:00Z',
  '2027-01-01T08:15:00Z',
  '2027-01-01T00:05:00Z',
  '2026-03-29T00:59:00Z',
  '2026-03-29T10:00:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-23T07:01:00Z',
  '2026-11-20T23:50:00Z',
  '2028-02-29T18:45:00Z',
  '2026-07-15T22:40:00Z',
]

const settled = (told: Cast) => told.conversations.map((one) => ({ ...one, ...standing(one, told.now) }))
const local = (at: Instant, timeZone: string) => new Date(at).toLocaleDateString('en-CA', { timeZone })

describe.each(nows)('at %s', (now) => {
  const told = cast(now)
  const all = settled(told)
  const of = (status: string) => all.filter((one) => one.status === status)
  const promises = all.flatMap((one) => one.promises)
  const dueToday = (one: PromiseStanding) =>
    one.state === 'open' && local(one.due, told.timeZone) === local(told.now, told.timeZone)

  test('four people wait for Ana, each since a moment that has been', () => {
    const hers = of('open').filter((one) => one.assignee === 'ana')
    expect(hers.map((one) => one.customer).sort()).toEqual(['edith', 'helen', 'maria', 'nadia'])
    for (const one of hers) expect(one.waitingSince! < told.now).toBe(true)
  })

  test('two of her promises are due today, and one promise in the team is late', () => {
    expect(promises.filter((one) => one.maker === 'ana' && dueToday(one)).map((one) => one.key)).toEqual(
      expect.arrayContaining(['boiler-call', 'statement']),
    )
    expect(promises.filter((one) => one.maker === 'ana' && dueToday(one))).toHaveLength(2)
    expect(promises.filter((one) => one.state === 'late').map((one) => [one.key, one.maker])).toEqual([
      ['flushing-call', 'ben'],
    ])
  })

  test('five are new, three are put off until a time to come, most are looked after', () => {
    const fresh = of('open').filter((one) => !one.assignee)
    expect(fresh.map((one) => one.id).sort()).toEqual([
      'forwarded-letter',
      'gas-smell',
      'leaving',
      'no-sugar',
      'oven',
    ])
    const later = of('snoozed').flatMap((one) => one.steps.filter((step) => step.kind === 'later'))
    expect(later).toHaveLength(3)
    for (const step of later) expect(step.until > told.now && step.reason.length > 20).toBe(true)
    expect(of('closed').length).toBeGreaterThan(30)
  })

  test('nothing has happened yet that is still to come, and a story is told in order', () => {
    for (const one of told.conversations) {
      const times = one.steps.map((step) => step.at)
      expect([one.id, [...times].sort()]).toEqual([one.id, times])
      expect([one.id, times.at(-1)! < told.now]).toEqual([one.id, true])
    }
    expect(told.steps.map(({ step }) => step.at)).toEqual(told.steps.map(({ step }) => step.at).sort())
  })

  test('what a promise says is when it is due', () => {
    for (const { id, steps } of told.conversations)
      for (const step of steps) {
        if (step.kind !== 'reply' && step.kind !== 'renegotiated') continue
        const made = step.kind === 'reply' ? step.promises : [step]
        for (const { quote, due } of made) {
          expect([id, step.text.includes(quote) && quote.length > 0]).toEqual([id, true])
          expect([id, quote, saysWhen(quote, step.at, told.timeZone)]).toEqual([
            id,
            quote,
            new Date(due).getTime(),
          ])
          expect([id, due > step.at]).toEqual([id, true])
        }
      }
  })

  test('nobody answers in the middle of the night', () => {
    for (const { step } of told.steps)
      if (step.kind === 'reply') {
        const clock = wordsAt(step.at, told.timeZone).clock(step.at)
        expect([step.text.slice(0, 40), clock >= '06:00' && clock <= '21:00']).toEqual([
          step.text.slice(0, 40),
          true,
        ])
      }
  })
})

test('at any minute of any year the promises due today are still to come, and stories stay in order', () => {
  const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2029, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minute, (minutes) => {
      const told = cast(new Date(minutes * 60_000))
      const all = settled(told)
      const late = all.flatMap((one) => one.promises).filter((one) => one.state === 'late')
      expect(late.map((one) => one.key)).toEqual(['flushing-call'])
      for (const { steps } of all)
        for (let i = 1; i < steps.length; i++) expect(steps[i]!.at >= steps[i - 1]!.at).toBe(true)
    }),
    { numRuns: 150, seed: 1958 },
  )
})

test('the same now gives the same cast, in Tokyo and Los Angeles too', () => {
  for (const timeZone of ['Asia/Tokyo', 'America/Los_Angeles', company.timeZone]) {
    const told = cast('2026-11-24T10:30:00Z', timeZone)
    expect(told).toEqual(cast(new Date('2026-11-24T10:30:00Z'), timeZone))
    expect(told.timeZone).toBe(timeZone)
    expect(
      settled(told)
        .flatMap((one) => one.promises)
        .filter((one) => one.state === 'late'),
    ).toHaveLength(1)
  }
})

describe('the company and its people', () => {
  const told = cast(nows[0]!)

  test('six teammates, each role filled, and about forty customers, no two with one address', () => {
    expect(told.teammates.map((one) => one.role).sort()).toEqual([
      'admin',
      'lead',
      'lead',
      'observer',
      'teammate',
      'teammate',
    ])
    const addresses = [...told.teammates, ...told.customers].map((one) => one.email)
    const all = [...addresses, ...told.inboxes.map((one) => one.address)]
    expect(new Set(all).size).toBe(all.length)
    for (const one of all) expect(one).toMatch(/^[a-z0-9.]+@[a-z0-9-]+\.example$/)
    expect(told.customers.length).toBeGreaterThanOrEqual(40)
  })

  test('every customer has a story, and every name in a story is somebody', () => {
    const told = cast(nows[0]!)
    expect(new Set(told.conversations.map((one) => one.customer))).toEqual(new Set(Object.keys(customers)))
    const ids = told.conversations.map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, inbox, steps } of told.conversations)
      for (const step of steps)
        for (const name of 'by' in step ? [step.by, ...('to' in step ? [step.to] : [])] : []) {
          const sees = (teammates[name].inboxes as readonly string[]).includes(inbox)
          expect([id, name, sees && teammates[name].role !== 'observer']).toEqual([id, name, true])
        }
  })

  test('facts carry where and when they were learnt, and were learnt before now', () => {
    const facts = told.customers.flatMap((one) => one.facts)
    expect(facts.length).toBeGreaterThan(40)
    for (const fact of facts) expect(fact.at < told.now && fact.text.length > 5).toBe(true)
  })
})

test('the eight frameworks are skeletons: each begins with the name and ends with ours', () => {
  const { frameworks } = cast(nows[0]!)
  expect(frameworks).toHaveLength(8)
  for (const { text } of frameworks) {
    expect(text.startsWith('Dear {{preferredName}},')).toBe(true)
    expect(text.endsWith('{{myName}}')).toBe(true)
    expect(text.match(/\{\{[^{}]+\}\}/g)!.length).toBeGreaterThanOrEqual(4)
  }
})

test('the cast writes to and from addresses of the company and the customer', () => {
  const told = cast(nows[0]!)
  for (const { inbox, steps } of told.conversations)
    for (const step of steps) if (step.kind === 'mailIn') expect(step.to).toBe(inboxes[inbox].address)
})
