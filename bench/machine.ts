import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

/** Megabytes of memory a process holds by itself and its share of what it shares; its children count with it. */
export async function memoryOf(pid: number): Promise<number> {
  let sum = 0
  for (const one of [pid, ...(await childrenOf(pid))]) {
    const text = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '')
    sum += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
  }
  return Math.round((sum / 1024) * 10) / 10
}
export const postgresMemory = memoryOf

/** How many files and sockets this process may have open. */
export async function mostOpen(): Promise<number> {
  const text = await readFile('/proc/self/limits', 'utf8').catch(() => '')
  return Number(/^Max open files\s+(\d+)/m.exec(text)?.[1] ?? Number.POSITIVE_INFINITY)
}

/** Milliseconds of CPU that a process and its children have used, those that have ended counted in. */
export async function cpuOf(pid: number): Promise<number> {
  let ticks = 0
  for (const one of [pid, ...(await childrenOf(pid))]) {
    const stat = await readFile(`/proc/${one}/stat`, 'utf8').catch(() => '')
    const words = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    ticks += [11, 12, 13, 14].reduce((sum, n) => sum + Number(words[n] ?? 0), 0)
  }
  // Linux counts a hundred a second.
  return ticks * 10
}

async function childrenOf(pid: number): Promise<number[]> {
  const found: number[] = []
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    // The name of a program may hold spaces; what comes behind it does not.
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid)
      found.push(Number(name), ...(await childrenOf(Number(name))))
  }
  return found
}

/** Kilobytes for each message: in the table of letters with its index of words, and in all that is no ceiling's. */
export async function sizesOf(pool: pg.Pool): Promise<{ perMessage: number; whole: number }> {
  const { rows } = await pool.query<{ messages: string; whole: string; n: string }>(
    `select pg_total_relation_size('messages') as messages,
       (select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace s on s.oid = c.relnamespace
        where c.relkind = 'r' and s.nspname in ('public', 'jobs')) as whole,
       (select count(*) from messages) as n`,
  )
  const { messages, whole, n } = rows[0]!
  return {
    perMessage: Number(messages) / Number(n) / 1024,
    whole: Number(whole) / Number(n) / 1024,
  }
}
