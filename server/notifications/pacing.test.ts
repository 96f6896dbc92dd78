import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { mentionedIn } from './mentions.ts'
import { choose, quietUntil, roomAt, type Standing, type Waiting } from './pacing.ts'
import { encryptPush, newServerKeys, vapidHeader } from './pushCrypto.ts'
import { decryptPush, isVapid } from './testing.ts'

const at = (text: string) => new Date(text)
const minutes = (from: Date, n: number) => new Date(from.getTime() + n * 60_000)
const nine = at('2026-11-24T09:00Z')
const standing = (now: Date, more: Partial<Standing> = {}): Standing => ({
  now,
  told: [],
  toldAbout: new Map(),
  quietUntil: null,
  awayUntil: null,
  ...more,
})
const one = (kind: Waiting['kind'], conversationId = 'boiler', due: Date | null = null) => ({
  kind,
  conversationId,
  due,
})

describe('the allowance', () => {
  it('gives four at once, then one an hour', () => {
    const told = [0, 1, 2].map((n) => minutes(nine, n))
    expect(roomAt(told, minutes(nine, 3))).toEqual(minutes(nine, 3))
    const full = [...told, minutes(nine, 3)]
    expect(roomAt(full, minutes(nine, 4)).getTime()).toBeGreaterThan(minutes(nine, 59).getTime())
    expect(roomAt(full, minutes(nine, 64))).toEqual(minutes(nine, 64))
  })

  it('never lets more than twelve into eight hours, whatever comes', () => {
    const coming = fc.array(fc.integer({ min: 0, max: 8 * 60 - 1 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(coming, (when) => {
        const told: Date[] = []
        for (const minute of when.toSorted((a, b) => a - b)) {
          const now = minutes(nine, minute)
          const { now: go } = choose([one('came-back', `${minute}`)], standing(now, { told }))
          if (go.length) told.push(now)
        }
        expect(told.length).toBeLessThanOrEqual(12)
      }),
    )
  })
})

describe('what is told when', () => {
  const busy = standing(nine, { told: [0, 1, 2, 3].map((n) => minutes(nine, n - 10)) })

  it('waits on a full day, and goes along with what does not', () => {
    expect(choose([one('came-back')], busy)).toEqual({
      now: [],
      next: minutes(nine, 50),
    })
    const due = minutes(nine, 12)
    const both = [one('came-back'), one('nudge', 'oven', due)]
    expect(choose(both, busy).now).toEqual(both)
  })

  it('holds at night, but not the call of the night, nor a promise that falls due in it', () => {
    const night = standing(nine, { quietUntil: minutes(nine, 600) })
    expect(choose([one('page'), one('came-back', 'oven')], night)).toEqual({
      now: [one('page')],
      next: minutes(nine, 600),
    })
    const promise = one('nudge', 'oven', minutes(nine, 60))
    expect(choose([promise], night).next).toEqual(minutes(nine, 45))
  })

  it('comes about one conversation once in ten minutes, and says nothing on leave', () => {
    const told = standing(nine, { toldAbout: new Map([['boiler', minutes(nine, -4)]]) })
    expect(choose([one('came-back')], told).next).toEqual(minutes(nine, 6))
    const soon = one('nudge', 'boiler', minutes(nine, 10))
    expect(choose([soon], told).next).toEqual(minutes(nine, 6))
    const away = standing(nine, { awayUntil: minutes(nine, 900) })
    expect(choose([one('page'), one('late')], away).next).toEqual(minutes(nine, 900))
  })
})

describe.each([
  'Europe/Lisbon',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Santiago',
])('quiet hours in %s', (zone) => {
  it('end on the wall, on a day that is none of the days off, through every change of clocks', () => {
    const hour = fc.integer({ min: 0, max: 23 }).map((n) => `${String(n).padStart(2, '0')}:30`)
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 6 })
    const moment = fc.date({ min: at('2026-01-01'), max: at('2028-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, hour, hour, days, (now, from, to, daysOff) => {
        fc.pre(from !== to)
        const end = quietUntil(now, { quiet: { from, to }, daysOff }, zone)
        const wall = Temporal.Instant.from((end ?? now).toISOString()).toZonedDateTimeISO(zone)
        expect(daysOff).not.toContain(wall.dayOfWeek % 7)
        expect(quietUntil(end ?? now, { quiet: { from, to }, daysOff }, zone)).toBeNull()
        if (end) expect(end > now).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a push', () => {
  // The example of RFC 8291, appendix A.
  const rfc = {
    words: 'When I grow up, I want to be a watermelon',
    ours: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
    theirs: 'q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94',
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    salt: 'DGv6ra1nlYgDCS1FRnbzlw',
    body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  }
  const raw = (text: string) => Buffer.from(text, 'base64url')

  it('is encrypted byte for byte as the RFC does it, and read again', () => {
    const given = { salt: raw(rfc.salt), privateKey: raw(rfc.ours) }
    const body = encryptPush(Buffer.from(rfc.words), rfc, given)
    expect(body.toString('base64url')).toBe(rfc.body)
    expect(decryptPush(body, raw(rfc.theirs), rfc).toString()).toBe(rfc.words)
    // Otherwise no two are alike.
    expect(encryptPush(Buffer.from(rfc.words), rfc).equals(encryptPush(Buffer.from(rfc.words), rfc))).toBe(
      false,
    )
  })

  it('says who sends it, signed', () => {
    const keys = newServerKeys()
    const header = vapidHeader('https://push.example/x', 'https://care.example', keys, new Date())
    expect(isVapid(header, 'https://push.example')).toBe(true)
    expect(isVapid(header, 'https://other.example')).toBe(false)
    expect(isVapid(header.replace(/k=.*/, `k=${newServerKeys().publicKey}`), 'https://push.example')).toBe(
      false,
    )
  })
})

it('finds whom a note calls by name', () => {
  const team = [
    { id: 'ana', name: 'Ana Costa' },
    { id: 'ana2', name: 'Ana Lima' },
    { id: 'ines', name: 'Inês Duarte' },
  ]
  expect(mentionedIn('@Ana Lima, is that yours?', team)).toEqual(['ana2'])
  expect(mentionedIn('Ask (@ana) or @ines.', team)).toEqual(['ana', 'ana2', 'ines'])
  expect(mentionedIn('write to ana@casa-amaral.example, @Anabel knows', team)).toEqual([])
})
