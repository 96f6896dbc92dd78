import type { ChildProcess } from 'node:child_process'

export interface Supervised {
  /** Process id of the one that runs now. */
  pid(): number | undefined
  /** Ends it by `end` (asked once), and sees to it that it is gone. */
  stop(end: (child: ChildProcess) => void): Promise<void>
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** Starts `launch` again whenever the process ends, at once the first time, then more and more slowly, up to 10 s. */
export function supervise(
  first: ChildProcess,
  launch: () => ChildProcess,
  log: (message: string) => void,
): Supervised {
  let child = first
  let stopping = false
  let failures = 0
  let again: NodeJS.Timeout | undefined

  const watch = (began: number) => {
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      if (stopping) return
      failures = performance.now() - began > 60_000 ? 1 : failures + 1
      log(`PostgreSQL ended (${signal ?? code}); starting it again`)
      again = setTimeout(
        () => {
          child = launch()
          watch(performance.now())
        },
        Math.min(100 * 2 ** failures, 10_000),
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
