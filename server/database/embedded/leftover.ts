import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * A Tend that was killed may leave its PostgreSQL running. The caller holds the folder's lock, so it is nobody's: it is ended
 * cleanly. A `postmaster.pid` whose number belongs to a stranger by now (a container that was started again) is taken away, since
 * PostgreSQL would refuse to start because of it.
 */
export async function stopLeftover(data: string, log: (message: string) => void): Promise<void> {
  const pidFile = join(data, 'postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
  if (!pid) return
  if (!(await isPostgresOf(pid, data))) return rm(pidFile, { force: true })
  log('The database of a Tend that was killed is still running; stopping it first')
  signal(pid, 'SIGINT')
  const began = performance.now()
  for (let asked = false; (await isPostgresOf(pid, data)) && (await namesItself(pidFile, pid)); ) {
    const waited = performance.now() - began
    if (waited > 15_000 && !asked) asked = signal(pid, 'SIGQUIT')
    if (waited > 60_000)
      throw new Error(
        `The database of a Tend that was killed (process ${pid}) does not end. Nothing was changed. End that process, then start again.`,
      )
    await pause(20)
  }
}

/**
 * Takes away the sockets of a database that was killed. Only after `stopLeftover`: a killed process that nobody has collected yet
 * still has its number, and PostgreSQL would take the lock beside the socket for one of a server that runs.
 */
export async function clearSockets(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith('.s.PGSQL.')) await rm(join(folder, name), { force: true })
}

/** It removes its file as the last thing; the process itself may linger until somebody collects it. */
const namesItself = async (pidFile: string, pid: number): Promise<boolean> =>
  (await readFile(pidFile, 'utf8').catch(() => '')).startsWith(`${pid}\n`)

function signal(pid: number, name: NodeJS.Signals): true {
  try {
    process.kill(pid, name)
  } catch {
    // Gone in the meantime.
  }
  return true
}

/** A number may have been given to a stranger since. PostgreSQL works inside its data folder; where that cannot be seen, its command line names it. */
async function isPostgresOf(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const works = await readlink(`/proc/${pid}/cwd`).catch(() => null)
    return works !== null && works === (await realpath(data).catch(() => data))
  }
  if (process.platform === 'win32') {
    const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`]).catch(() => ({ stdout: '' }))
    return stdout.includes('postgres')
  }
  const { stdout } = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return stdout.includes('postgres')
}
