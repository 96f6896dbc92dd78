import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A fault that strace brings about in a running process, its threads and its children. */
export interface Injected {
  /** Lets go; the process runs on untouched. */
  detach(): Promise<void>
}

/**
 * `fault` such as `signal=SIGKILL` or `error=EIO`, at the `at`th call of `syscall`; null: at every one. Of several processes
 * each is met, and those they start later are not: what starts anew after a death is to live.
 */
export async function inject(
  pids: number | number[],
  syscall: string,
  fault: string,
  at: number | null,
): Promise<Injected> {
  const when = at === null ? '' : `:when=${at}`
  const tracer = spawn(
    'strace',
    [
      // All threads of one program; of several processes only those that are named.
      ...(Array.isArray(pids) ? [] : ['-f']),
      ...[pids].flat().flatMap((pid) => ['-p', String(pid)]),
      '-o',
      '/dev/null',
      '-e',
      `trace=${syscall}`,
      '-e',
      `inject=${syscall}:${fault}${when}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await attached(tracer)
  return {
    async detach() {
      if (tracer.exitCode !== null || tracer.signalCode !== null) return
      const ended = once(tracer, 'exit')
      // It lets go of the process and all its threads before it ends.
      tracer.kill('SIGINT')
      await ended
    },
  }
}

function attached(tracer: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    tracer.stderr!.on('data', (chunk) => {
      said += chunk
      if (/attached/.test(said)) resolve()
    })
    tracer.once('exit', () => reject(new Error(`strace: ${said.trim()}`)))
  })
}
