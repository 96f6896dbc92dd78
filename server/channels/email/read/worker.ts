import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { memoryLimit, processorLimit, restingMemory, wallLimit } from './limits.ts'
import type { ReadingTrouble, ReadMail } from './mail.ts'
import { spentBy } from './spent.ts'

/** `waited`: the machine, not the letter, was too slow; it may be tried again. */
type Trouble = ReadingTrouble | 'waited'
export type Answer = ReadMail | Trouble

/** A letter, or where it lies; its attachments are written into `folder`. */
export interface Asked {
  letter: string | Uint8Array
  folder: string
}

/** One reading process. It answers one question at a time and may be gone at any moment. */
export interface Worker {
  /** What became of each, in their order; one trouble for all when it had to be stopped. `size` is theirs together. */
  read(letters: readonly Asked[], size: number): Promise<Answer[] | Trouble>
  isAlive(): boolean
  stop(): void
  /** Lets one that rests go home by itself. */
  leave(): void
}

export function startWorker(): Worker {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let alive = true
  child.once('exit', () => {
    alive = false
  })
  child.on('error', () => {})
  // Starting costs time too, but it is not the letter's.
  const ready = new Promise<void>((resolve) => {
    child.once('message', () => resolve())
    child.once('exit', () => resolve())
  })
  const stop = () => {
    alive = false
    child.kill('SIGKILL')
  }
  return {
    isAlive: () => alive && child.connected,
    stop,
    leave: () => {
      alive = false
      if (child.connected) child.disconnect()
    },
    async read(letters, size) {
      await ready
      const question = letters.map(({ letter, folder }) => ({ letter, folder }))
      return alive ? ask(child, question, size, stop) : 'failed'
    },
  }
}

async function ask(
  child: ChildProcess,
  question: readonly Asked[],
  size: number,
  stop: () => void,
): Promise<Answer[] | Trouble> {
  // Looked at only where it lasts: most letters are read before the first look, and looking costs more than reading them.
  let before: number | null = null
  const spentHere = async () => {
    const spent = await spentBy(child.pid)
    before ??= spent && Math.max(0, spent.processor - lookEvery / 1000)
    return spent && { memory: spent.memory, processor: spent.processor - before! }
  }
  return new Promise((resolve) => {
    const finish = (answer: Answer[] | Trouble, kill: boolean) => {
      clearTimeout(late)
      clearInterval(watch)
      child.off('message', hear)
      child.off('exit', gone)
      if (kill) stop()
      resolve(answer)
    }
    const hear = ({ mails, memory }: { mails: (ReadMail | null)[]; memory: number }) =>
      finish(
        mails.map((mail) => mail ?? 'failed'),
        memory > restingMemory,
      )
    const gone = () => finish('stopped', false)
    const late = setTimeout(async () => {
      const spent = await spentHere()
      finish(spent !== null && spent.processor < processorLimit(size) / 2 ? 'waited' : 'stopped', true)
    }, wallLimit)
    const watch = setInterval(async () => {
      const spent = await spentHere()
      if (spent && (spent.memory > memoryLimit(size) || spent.processor > processorLimit(size)))
        finish('stopped', true)
    }, lookEvery)
    child.on('message', hear)
    child.once('exit', gone)
    if (!child.connected) return finish('stopped', true)
    child.send(question as Asked[], (error) => error && finish('stopped', true))
  })
}

/** Milliseconds. */
const lookEvery = 50
