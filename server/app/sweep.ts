import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const mb = 2 ** 20
/** So much more than after the last sweep is worth one. It takes 0.15 s of the processor for the 60 MB that live in a Tend at rest. */
const worthwhile = 40 * mb
/** Of a larger heap it would take so long that somebody might wait. */
const mostAlive = 200 * mb
const looksEvery = 1000
const notBefore = 5000
/** Microseconds of the processor in a second; what nobody waits for takes 12,000. Time itself would say how busy the machine is. */
const resting = 200_000

/**
 * Starting, or thousands who come back at once, leaves a heap much larger than what lives in it, and V8 does not give that back: it
 * looks only when it needs more. So it is told, in a second of rest. Returns how to stop.
 */
export function sweepAtRest(): () => void {
  setFlagsFromString('--expose-gc')
  let before = process.cpuUsage()
  let smallest = 0
  let last = Number.NEGATIVE_INFINITY
  const look = () => {
    const { user, system } = process.cpuUsage(before)
    before = process.cpuUsage()
    if (user + system > resting || performance.now() < last + notBefore) return
    const { heapTotal, heapUsed } = process.memoryUsage()
    if (heapTotal < smallest + worthwhile || heapUsed > mostAlive) return
    // Only a context made after the flag knows it; nothing keeps it.
    const sweep = runInNewContext('gc') as (how: object) => void
    sweep({ type: 'major', flavor: 'last-resort' })
    last = performance.now()
    smallest = process.memoryUsage().heapTotal
  }
  const timer = setInterval(look, looksEvery).unref()
  return () => clearInterval(timer)
}
