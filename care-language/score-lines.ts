import { createInterface } from 'node:readline'
import { type Answer, type Line, tasks } from './loading/tasks.ts'

// `npm run -s care`: JSON Lines in, one line out for each, in order. For measuring from outside; no server needed.

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

const brought = new Map<string, Promise<Answer>>()
async function answer(line: Line): Promise<object> {
  const bring = Object.hasOwn(tasks, line.task) ? tasks[line.task] : undefined
  if (!bring) return { error: `no task ${line.task}` }
  let task = brought.get(line.task)
  if (!task) brought.set(line.task, (task = bring()))
  return (await task)(line)
}

for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue
  try {
    process.stdout.write(`${JSON.stringify(await answer(filled(JSON.parse(line) as Partial<Line>)))}\n`)
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`)
  }
}
