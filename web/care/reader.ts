import type { DraftContext, DraftReading, Observation } from '#care/draft.ts'
import type { Heard } from '#care/heads/heard.ts'
import type { Own } from '#care/practice.ts'
import type { StatementReading } from '#care/statement.ts'
import { chosenLanguage, type WebLanguage } from '#web/text/language.ts'

/** What is asked of the reader in the worker, and what it answers. */
export interface Questions {
  /** A reply that is being written. */
  draft: { asked: { draft: string; context: DraftContext }; told: DraftReading }
  /** Any text in the situation of a check's example: what that check says, and the whole reading of a draft. */
  try: {
    asked: { check: string; text: string; own: Own }
    told: { said: Observation[]; reading: DraftReading | null }
  }
  /** Which learnt heads are sure that they hear what they listen for; the weights are loaded for the first one who asks. */
  hear: { asked: { text: string }; told: { heard: Heard[] } }
  /** A public text, line by line. */
  statement: {
    asked: { text: string; when: { ref: string; tz: string; language: 'en' | 'de' } }
    told: StatementReading
  }
}
export type Task = keyof Questions
/** A context that the worker has already is not sent again: a keystroke carries the draft alone. */
type Sent<Asked> = Asked extends { context: infer Context }
  ? Omit<Asked, 'context'> & { context?: Context }
  : Asked
export type ToReader = {
  [T in Task]: { id: number; task: T; language: WebLanguage } & Sent<Questions[T]['asked']>
}[Task]
export type FromReader = { id: number; told: Questions[Task]['told'] } | { id: number; failed: string }

let worker: Worker | null = null
let known: DraftContext | null = null
let count = 0
const waiting = new Map<number, { told: (answer: never) => void; failed: (error: Error) => void }>()

/** One worker for the whole app: it stays warm from one conversation to the next. One that broke is replaced at the next question. */
function begin(): Worker {
  known = null
  const made = new Worker(new URL('./care.worker.ts', import.meta.url), { type: 'module' })
  made.onmessage = ({ data }: MessageEvent<FromReader>) => {
    const one = waiting.get(data.id)
    waiting.delete(data.id)
    if ('failed' in data) one?.failed(new Error(data.failed))
    else one?.told(data.told as never)
  }
  made.onerror = (event) => {
    made.terminate()
    if (worker === made) worker = null
    for (const { failed } of waiting.values()) failed(new Error(event.message))
    waiting.clear()
  }
  return made
}

/** Asks the reader. It never blocks the page. */
export async function askReader<T extends Task>(
  task: T,
  asked: Questions[T]['asked'],
): Promise<Questions[T]['told']> {
  worker ??= begin()
  const id = ++count
  return new Promise((told, failed) => {
    waiting.set(id, { told, failed })
    worker!.postMessage({ id, task, language: chosenLanguage(), ...withoutKnown(asked) })
  })
}

function withoutKnown<T extends Task>(asked: Questions[T]['asked']) {
  if (!('context' in asked)) return asked
  const { context, ...rest } = asked
  if (context === known) return rest
  known = context
  return asked
}
