import { readFileSync } from 'node:fs'
import type { DraftContext } from '../draft.ts'

/** What the care line is asked. */
export interface Line extends Omit<DraftContext, 'tz'> {
  task: string
  text: string
  tz?: string
  teammates?: string[]
  draft: string
  head?: string
}

export type Answer = (line: Line) => object

/** Each task brings what it needs when it is first asked: dates need no draft, and only scores need weights. */
export const tasks: Record<string, () => Promise<Answer>> = {
  promises: async () => {
    const { findPromises } = await import('../promises.ts')
    return (line) => ({
      promises: findPromises(line.text, whenOf(line)).map(
        ({ quote, who, action, due, dueKind, conditional }) => ({
          quote,
          who,
          action,
          due,
          dueKind,
          conditional,
        }),
      ),
    })
  },
  dates: async () => {
    const { findDates } = await import('../dates.ts')
    return (line) => ({ dates: findDates(line.text, whenOf(line)) })
  },
  inbound: async () => {
    const { readInbound } = await import('../inbound.ts')
    return (line) => {
      const { asks, signals, praised } = readInbound(line.text, { teammates: line.teammates ?? [] })
      return { asks: asks.map((ask) => ({ quote: ask.text })), signals, praised }
    }
  },
  check: async () => {
    const { readDraft } = await import('../draft.ts')
    return (line) => {
      const { asks, labels, observations } = readDraft(line.draft, { ...line, ...whenOf(line) })
      return {
        asks: asks.map((ask) => ({ quote: ask.text, answered: ask.answered })),
        ...labels,
        flags: observations.filter((one) => one.severity !== 'note').map((one) => one.id),
      }
    }
  },
  score: async () => {
    const [{ readHeads }, { scoreText }] = await Promise.all([
      import('../heads/heads.ts'),
      import('../heads/score.ts'),
    ])
    const heads = readHeads(readFileSync(new URL('../weights/heads.bin', import.meta.url)))
    return (line) => ({ score: scoreText(heads, line.head ?? '', line.text) })
  },
}

/** Where no time is given, whether a time is named can still be told. */
const whenOf = (line: Line) => ({ ref: line.ref ?? '2026-01-05T09:00', tz: line.tz ?? 'UTC' })
