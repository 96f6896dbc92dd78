import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child {
  port: number
  pid: number
  stop(): Promise<void>
}
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** A reference server in a process of its own, as Tend has one. */
export async function startCeiling(file: string, url: string): Promise<Child> {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=8', fileURLToPath(new URL(`ceiling/${file}`, import.meta.url))],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, DATABASE_URL: url },
    },
  )
  running.add(child)
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('ready ')) resolve((JSON.parse(line.slice(6)) as { port: number }).port)
    })
    child.once('exit', (code) => reject(new Error(`${file} ended: ${code}`)))
  })
  return {
    port,
    pid: child.pid!,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      running.delete(child)
    },
  }
}
