import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { memoryLimit, processorLimit, restingMemory, wallLimit } from './limits.ts'
import type { ReadingTrouble, ReadMail } from './mail.ts'
import { spentBy } from './spent.ts'

/** `waited`: the machine, not the letter, was too slow; it may be tried again. */
type Answer = ReadMail | ReadingTrouble | 'waited'

/** One reading process. It answers one letter at a time and may be gone at any moment. */
export interface Worker {
  /** The letter at `path`, its attachments written into `folder`; a trouble when it could not be read or had to be stopped. */
  read(path: string, size: number, folder: string): Promise<Answer>
  isAlive(): boolean
  stop(): void
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
    async read(path, size, folder) {
      await ready
      if (!alive) return 'failed'
      const answer = await ask(child, { path, folder }, size, stop)
      const spent = alive ? await spentBy(child.pid) : null
      if (spent && spent.memory > restingMemory) stop()
      return answer
    },
  }
}

async function ask(
  child: ChildProcess,
  question: { path: string; folder: string },
  size: number,
  stop: () => void,
): Promise<Answer> {
  const before = (await spentBy(child.pid))?.processor ?? 0
  return new Promise((resolve) => {
    const finish = (answer: Answer, kill: boolean) => {
      clearTimeout(late)
      clearInterval(watch)
      child.off('message', hear)
      child.off('exit', gone)
      if (kill) stop()
      resolve(answer)
    }
    const hear = (answer: { mail?: ReadMail }) => finish(answer.mail ?? 'failed', false)
    const gone = () => finish('stopped', false)
    const late = setTimeout(async () => {
      const spent = await spentBy(child.pid)
      const starved = spent !== null && spent.processor - before < processorLimit(size) / 2
      finish(starved ? 'waited' : 'stopped', true)
    }, wallLimit)
    const watch = setInterval(async () => {
      const spent = await spentBy(child.pid)
      if (spent && (spent.memory > memoryLimit(size) || spent.processor - before > processorLimit(size)))
        finish('stopped', true)
    }, 50)
    child.on('message', hear)
    child.once('exit', gone)
    if (!child.connected) return finish('stopped', true)
    child.send(question, (error) => error && finish('stopped', true))
  })
}
