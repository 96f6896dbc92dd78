import type { ChildProcess } from 'node:child_process'

export interface Supervised {
  /** Process id of the one that runs now. */
  pid(): number | undefined
  /** Ends it by `end` (asked once), and sees to it that it is gone. */
  stop(end: (child: ChildProcess) => void): Promise<void>
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Processes of a database that was killed may hold its memory for a while: so long it is started again and again, in milliseconds. */
const quickly = { for: 15_000, every: 200 }
const slowly = 10_000

/** Starts `launch` again whenever the process ends: at once and often at first, later every ten seconds. */
export function supervise(
  first: ChildProcess,
  launch: () => ChildProcess,
  log: (message: string) => void,
): Supervised {
  let child = first
  let stopping = false
  let trouble = 0
  let again: NodeJS.Timeout | undefined

  const watch = (began: number) => {
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      if (stopping) return
      const now = performance.now()
      // What ran for a while had no trouble starting: this is new.
      if (!trouble || now - began > 5000) trouble = now
      const isNew = now - trouble < quickly.for
      log(`PostgreSQL ended (${signal ?? code}); starting it again`)
      again = setTimeout(
        () => {
          child = launch()
          watch(performance.now())
        },
        isNew ? quickly.every : slowly,
      )
    }
    if (hasEnded(child)) ended(child.exitCode, child.signalCode)
    else child.once('exit', ended)
  }
  watch(performance.now())

  // A process that ends without having stopped us (an error on the way) does not leave the database behind.
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  return {
    pid: () => child.pid,
    async stop(end) {
      stopping = true
      clearTimeout(again)
      process.off('exit', onExit)
      if (hasEnded(child)) return
      const gone = new Promise((resolve) => child.once('exit', resolve))
      end(child)
      const late = setTimeout(() => child.kill('SIGQUIT'), 20_000)
      const tooLate = setTimeout(() => child.kill('SIGKILL'), 25_000)
      await gone
      clearTimeout(late)
      clearTimeout(tooLate)
    },
  }
}
