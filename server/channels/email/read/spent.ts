import { readFile } from 'node:fs/promises'

export interface Spent {
  /** Bytes resident. */
  memory: number
  /** Seconds of processor time since the process began. */
  processor: number
}

/** What a process has used so far, from /proc; null where there is none (then wall time alone holds). Clock ticks are 1/100 s on every Linux Node runs on. */
export async function spentBy(pid: number | undefined): Promise<Spent | null> {
  try {
    const [stat, statm] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/statm`, 'utf8'),
    ])
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      memory: Number(statm.split(' ')[1]) * 4096,
      processor: (Number(fields[11]) + Number(fields[12])) / 100,
    }
  } catch {
    return null
  }
}
