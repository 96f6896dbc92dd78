import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOneLine } from '../ledger.ts'
import { until } from '../until.ts'
import { type Check, demand } from './check.ts'
import { openScene, type Scene } from './scene.ts'
import { inject } from './strace.ts'

/** In full each call is met; else ever fewer. */
function* moments(few: boolean, most: number): Generator<number> {
  let [last, next] = [1, 1]
  for (let at = 1; at <= most; ) {
    yield at
    if (few) [last, next] = [next, last + next]
    at = few ? next + 1 : at + 1
  }
}

const isAlive = async (pid: number): Promise<boolean> =>
  !/ Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ' Z '))

/** Kills the program at its nth call of `syscall`, for every n, while a letter comes and an answer leaves. */
async function sweepTend(syscall: string, few: boolean, most: number): Promise<string> {
  // strace counts the calls of each thread: with one thread for the disk, the nth is the nth.
  const scene = await openScene({ slowness: 20, more: { UV_THREADPOOL_SIZE: '1' } })
  let deaths = 0
  try {
    for (const at of moments(few, most)) {
      const tend = scene.tend!
      tend.mayEnd()
      const fault = await inject(tend.pid, syscall, 'signal=SIGKILL', at)
      const work = Promise.all([scene.write(), scene.answer()])
      let done = false
      const end = () => {
        done = true
      }
      work.then(end, end)
      await until('the work is done or the program dead', async () => done || !(await isAlive(tend.pid)), 240)
      const died = !(await isAlive(tend.pid))
      if (died) {
        scene.tend = null
        deaths++
        await scene.start()
      }
      await work
      await fault.detach()
      if (!died) break
    }
    demand(deaths > 0, `the program never came to a ${syscall}`)
    return `${deaths} deaths · ${inOneLine(await scene.settle())}`
  } finally {
    await scene.end()
  }
}

const postmaster = async (scene: Scene): Promise<number> =>
  Number((await readFile(join(scene.data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])

/** The processes that serve and write at the moment. */
const childrenOf = async (pid: number): Promise<number[]> =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(/\s+/).map(Number)

/** The same for PostgreSQL: one of its processes dies at the nth call, all of it starts anew, and Tend lives on. */
async function sweepPostgres(syscall: string, few: boolean, most: number): Promise<string> {
  const scene = await openScene({ slowness: 20 })
  let rounds = 0
  try {
    const { pid } = scene.tend!
    for (const at of moments(few, most)) {
      const fault = await inject(await childrenOf(await postmaster(scene)), syscall, 'signal=SIGKILL', at)
      await Promise.all([scene.write(), scene.answer()])
      await fault.detach()
      rounds++
      demand(await isAlive(pid), 'Tend died with its database')
    }
    const log = await readFile(join(scene.data, 'postgres.log'), 'utf8').catch(() => '')
    const deaths = log.match(/terminated by signal 9/g)?.length ?? 0
    demand(deaths > 0, `no process of PostgreSQL came to a ${syscall}`)
    return `${rounds} rounds, ${deaths} deaths · ${inOneLine(await scene.settle())}`
  } finally {
    await scene.end()
  }
}

/** The disk refuses the nth call: nothing is acknowledged that is not there, and the next try is taken. */
async function refuseDisk(syscall: string, error: string): Promise<string> {
  const scene = await openScene()
  try {
    const fault = await inject(scene.tend!.pid, syscall, `error=${error}`, null)
    const tried = await scene.tryToWrite()
    demand(!tried.taken, `a letter was taken though every ${syscall} said ${error}`)
    demand(/^4\d\d/.test(tried.said), `the sender heard “${tried.said}”, not to come again later`)
    await fault.detach()
    await scene.write()
    return `${tried.said.slice(0, 80)} · then ${inOneLine(await scene.settle())}`
  } finally {
    await scene.end()
  }
}

const strace = { needs: ['strace' as const] }

export const sweeps: Check[] = [
  ...['fsync', 'rename', 'write', 'writev'].map(
    (syscall): Check => ({
      id: 'X2',
      says: `killed at each ${syscall} while a letter comes and an answer leaves: nothing lost, nothing twice, no hand work`,
      ...strace,
      run: (few) => sweepTend(syscall, few, few ? 20 : 80),
    }),
  ),
  ...['fdatasync', 'pwrite64', 'sendto'].map(
    (syscall): Check => ({
      id: 'X4',
      says: `PostgreSQL dies at each ${syscall} around its commits: Tend lives on, nothing lost, nothing twice`,
      ...strace,
      run: (few) => sweepPostgres(syscall, few, few ? 8 : 40),
    }),
  ),
  ...(
    [
      ['fsync', 'EIO'],
      ['fsync', 'ENOSPC'],
      ['rename', 'ENOSPC'],
    ] as const
  ).map(
    ([syscall, error]): Check => ({
      id: 'Z5',
      says: `every ${syscall} of Tend says ${error}: the sender is told to come again, and then it is stored once`,
      ...strace,
      run: () => refuseDisk(syscall, error),
    }),
  ),
]
