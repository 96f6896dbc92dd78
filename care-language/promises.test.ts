import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { emptyMemory } from './promises/memory.ts'
import { classes } from './promises/sentences/classes.ts'
import { due } from './promises/sentences/due.ts'
import { everyday } from './promises/sentences/everyday.ts'
import { letters } from './promises/sentences/letters.ts'
import { presents } from './promises/sentences/presents.ts'
import { said } from './promises/sentences/said.ts'
import { trades } from './promises/sentences/trades.ts'
import { unsaid } from './promises/sentences/unsaid.ts'
import { findPromises } from './promises.ts'

const mixed = [...classes, ...everyday, ...presents]

const when = { ref: '2026-11-23T10:00', tz: 'Europe/London' }

/** What was found, written as the rows of the sentences are. */
const row = (text: string) =>
  findPromises(text, when).map(
    (one) =>
      `${one.quote}; ${one.who}; ${one.dueKind === 'range-end' ? '~' : ''}${one.due ?? one.dueKind}${one.conditional ? '; if' : ''}${one.hold ? '; hold' : ''}`,
  )
/** The quotes need only overlap (PROMISE-CONVENTIONS): who and when are compared. */
const told = (promise: string) => promise.split('; ').slice(1).join('; ')

describe('what is promised', () => {
  it.each([...said, ...due, ...mixed.filter((row) => row.length > 1)])('reads “%s”', (text, ...promises) => {
    expect(row(text).map(told)).toEqual(promises.map(told))
  })
})

describe('what is not', () => {
  it.each([...unsaid, ...mixed.filter((row) => row.length === 1).map(([text]) => text)])(
    'finds no promise in “%s”',
    (text) => {
      expect(row(text)).toEqual([])
    },
  )
})

describe('whole letters', () => {
  it('finds nearly all promises and makes up hardly any', () => {
    let found = 0
    let matched = 0
    let wanted = 0
    for (const [text, ...promises] of [...letters, ...trades]) {
      const left = row(text).map(told)
      found += left.length
      wanted += promises.length
      for (const promise of promises.map(told)) {
        const at = left.indexOf(promise)
        if (at < 0) continue
        matched++
        left.splice(at, 1)
      }
    }
    expect(matched / wanted).toBeGreaterThan(0.93)
    expect(matched / found).toBeGreaterThan(0.92)
  })
})

describe('who works here', () => {
  const teammates = ['Tomás Vidal', 'Adwoa Mensah', 'Ben Okafor']
  const who = (text: string, team: readonly string[] = teammates) =>
    findPromises(text, { ...when, teammates: team }, emptyMemory()).map((one) => one.who)

  it('knows a name that ends as many things do, with and without its accent', () => {
    expect(who('Tomás will call you on Thursday.', [])).toEqual(['colleague:Tomás'])
    expect(who('Tomas will call you on Thursday.', [])).toEqual(['colleague:Tomas'])
  })
  it('knows those who work here, whatever they are called', () => {
    expect(who('Ihr Gerät ist da. Adwoa ruft Sie am Donnerstag an.')).toEqual(['colleague:Adwoa'])
    expect(who('Ihr Gerät ist da. Adwoa ruft Sie am Donnerstag an.', [])).toEqual([])
  })
  it('hears a title in a single German sentence', () => {
    expect(who('Herr Okafor ruft Sie am Donnerstag an.')).toEqual(['colleague:Herr Okafor'])
    expect(who('Frau Dr. Mensah meldet sich morgen bei Ihnen.')).toEqual(['colleague:Frau Dr. Mensah'])
  })
  it('remembers nothing of a house where others work', () => {
    const memory = emptyMemory()
    const text = 'Ihr Gerät ist da. Adwoa ruft Sie am Donnerstag an.'
    for (const [team, count] of [
      [[], 0],
      [teammates, 1],
      [[], 0],
    ] as const)
      expect(findPromises(text, { ...when, teammates: team }, memory)).toHaveLength(count)
  })
})

describe('what hangs on them', () => {
  it('tells the sentence in which their part is named, and none where nothing hangs on them', () => {
    const condition = (text: string) => findPromises(text, when).map((one) => one.condition)
    expect(condition("Thank you. Once you've sent the photo, I'll order the part.")).toEqual([
      "Once you've sent the photo, I'll order the part.",
    ])
    expect(condition('Sobald Sie uns das Foto schicken, bestellen wir das Teil und rufen Sie an.')[0]).toBe(
      'Sobald Sie uns das Foto schicken, bestellen wir das Teil und rufen Sie an.',
    )
    expect(condition("I'll order the part tomorrow.")).toEqual([null])
  })
})

describe('the clock', () => {
  it('counts real hours over the end of summer time', () => {
    const [one] = findPromises("I'll ring you within 24 hours.", {
      ref: '2026-10-24T19:00',
      tz: 'Europe/Berlin',
    })
    expect(one?.due).toBe('2026-10-25T18:00')
  })
  it('reads 3/4 as March 4 in America and as 3 April elsewhere', () => {
    const due = (tz: string) => findPromises("We'll send it on 3/4.", { ref: '2026-01-12T10:00', tz })[0]?.due
    expect(due('America/Chicago')).toBe('2026-03-04')
    expect(due('Europe/London')).toBe('2026-04-03')
    expect(due('America/Toronto')).toBe('2026-04-03')
  })
  it('turns a time of the customer’s place into ours', () => {
    const [one] = findPromises("Since you're in New York: I'll ring at 4pm your time.", when)
    expect(one?.due).toBe('2026-11-23T21:00')
  })
  it('reads a zone it does not know as plain wall clock, and nothing without a reference', () => {
    expect(
      findPromises("I'll ring in two hours.", { ref: '2026-11-23T10:00', tz: 'Mars/Olympus' })[0]?.due,
    ).toBe('2026-11-23T12:00')
    expect(findPromises("I'll ring in two hours.", { ref: 'soon' })).toEqual([])
  })
  it('gives the same bytes under any zone and language of the machine', () => {
    const script = `import { findPromises } from '#care/promises.ts'
      console.log(JSON.stringify(["I'll call you on Friday at 3.", "We'll ship it within 24 hours.", "I'll ring at 4pm ET."].map((text) => findPromises(text, ${JSON.stringify(when)}))))`
    const run = (env: Record<string, string>) =>
      spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', '--input-type=module-typescript', '-e', script],
        {
          env: { PATH: process.env.PATH ?? '', ...env },
          encoding: 'utf8',
        },
      ).stdout
    const plain = run({ TZ: 'UTC', LANG: 'C' })
    expect(plain.length).toBeGreaterThan(100)
    for (const env of [
      { TZ: 'Asia/Kathmandu', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    ])
      expect(run(env)).toBe(plain)
  })
})
