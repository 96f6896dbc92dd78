import { describe, expect, it } from 'vitest'
import { classes } from './promises/sentences/classes.ts'
import { due } from './promises/sentences/due.ts'
import { everyday } from './promises/sentences/everyday.ts'
import { letters } from './promises/sentences/letters.ts'
import { presents } from './promises/sentences/presents.ts'
import { said } from './promises/sentences/said.ts'
import { findPromises } from './promises.ts'

const when = { ref: '2026-11-23T10:00', tz: 'Europe/London' }

describe('while a letter is being typed', () => {
  it('keeps the place where a promise begins, letter by letter', () => {
    const moved: string[] = []
    for (const [text, ...promises] of [...said, ...due, ...classes, ...everyday, ...presents, ...letters]) {
      if (promises.length === 0) continue
      const whole = findPromises(text, when)
      for (let typed = 1; typed < text.length; typed += 3)
        for (const early of findPromises(text.slice(0, typed), when)) {
          const meets = whole.find((one) => early.start < one.end && one.start < early.end)
          if (meets && !whole.some((one) => one.start === early.start))
            moved.push(`${early.quote} | ${meets.quote}`)
        }
    }
    expect(moved).toEqual([])
  }, 60_000)
})
