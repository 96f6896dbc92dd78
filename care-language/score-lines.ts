import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { findDates } from './dates.ts'
import { type DraftContext, readDraft } from './draft.ts'
import { type Heads, readHeads } from './heads/heads.ts'
import { scoreText } from './heads/score.ts'
import { readInbound } from './inbound.ts'
import { findPromises } from './promises.ts'

// `npm run -s care`: JSON Lines in, one line out for each, in order. For measuring from outside; no server needed.
interface Line extends Omit<DraftContext, 'tz'> {
  task: string
  text: string
  tz?: string
  teammates?: string[]
  draft: string
  head?: string
}

/** A missing text is an empty one: a line gets an answer, whatever it leaves out. */
const filled = (line: Partial<Line>): Line => ({
  ...(line as Line),
  text: line.text ?? '',
  draft: line.draft ?? '',
  customer: {
    name: line.customer?.name ?? '',
    preferredName: line.customer?.preferredName ?? null,
    message: line.customer?.message ?? '',
  },
  ours: {
    ...line.ours,
    writer: line.ours?.writer ?? '',
    firstReply: line.ours?.firstReply ?? true,
    fault: line.ours?.fault ?? 'unknown',
  },
})

let heads: Heads | undefined
const learnt = () => (heads ??= readHeads(readFileSync(new URL('./weights/heads.bin', import.meta.url))))

function answer(line: Line): object {
  // Where no time is given, whether a time is named can still be told.
  const when = { ref: line.ref ?? '2026-01-05T09:00', tz: line.tz ?? 'UTC' }
  switch (line.task) {
    case 'promises':
      return {
        promises: findPromises(line.text, when).map(({ quote, who, action, due, dueKind, conditional }) => ({
          quote,
          who,
          action,
          due,
          dueKind,
          conditional,
        })),
      }
    case 'dates':
      return { dates: findDates(line.text, when) }
    case 'inbound': {
      const { asks, signals, praised } = readInbound(line.text, { teammates: line.teammates ?? [] })
      return { asks: asks.map((ask) => ({ quote: ask.text })), signals, praised }
    }
    case 'check': {
      const { asks, labels, observations } = readDraft(line.draft, { ...line, ...when })
      return {
        asks: asks.map((ask) => ({ quote: ask.text, answered: ask.answered })),
        ...labels,
        flags: observations.filter((one) => one.severity !== 'note').map((one) => one.id),
      }
    }
    case 'score':
      return { score: scoreText(learnt(), line.head ?? '', line.text) }
    default:
      return { error: `no task ${line.task}` }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue
  try {
    process.stdout.write(`${JSON.stringify(answer(filled(JSON.parse(line) as Partial<Line>)))}\n`)
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`)
  }
}
