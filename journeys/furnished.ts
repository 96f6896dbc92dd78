import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { until } from './until.ts'

// Making a database, and a sample team that has read all its letters, takes ten seconds and most of two processors. A run of tests
// does it once of each kind; every house after that is a copy.

interface Builder {
  url: string
  stop(): Promise<void>
}
type Start = (data: string, env: Record<string, string>) => Promise<Builder>

/** A new data folder in which Tend has been started before, with the sample team or with nobody; null outside a run of tests. */
export async function furnished(sample: boolean, start: Start): Promise<string | null> {
  // Set by `journeys/house.setup.ts`, which takes them away, too.
  const houses = process.env.TEND_TEST_HOUSES
  if (!houses) return null
  const original = join(houses, sample ? 'sample' : 'empty')
  await onceBuilt(original, () => build(original, sample, start))
  const folder = await mkdtemp(join(dirname(houses), `tend-test-${process.pid}-house-`))
  await cp(original, folder, { recursive: true })
  return folder
}

/** Whoever comes first builds; the others wait for it. */
async function onceBuilt(folder: string, work: () => Promise<void>): Promise<void> {
  const stands = () =>
    stat(folder).then(
      () => true,
      () => false,
    )
  const mine = () =>
    mkdir(`${folder}.taken`).then(
      () => true,
      () => false,
    )
  await until(
    'a house of this run to copy',
    async () => {
      if (await stands()) return true
      if (!(await mine())) return false
      await work().finally(() => rm(`${folder}.taken`, { recursive: true }))
      return true
    },
    300,
  )
}

async function build(folder: string, sample: boolean, start: Start): Promise<void> {
  const site = `${folder}.new`
  await rm(site, { recursive: true, force: true })
  const token = 'for-whoever-builds-it-1234567890'
  const house = await start(site, { TEND_METRICS_TOKEN: token, ...(sample && { TEND_DEMO: '1' }) })
  const waiting = async () => {
    const answer = await fetch(`${house.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    const counts = [...(await answer.text()).matchAll(/^tend_waiting\{what="\w+"\} (\d+)$/gm)]
    if (counts.length === 0) throw new Error(`/metrics says nothing of what waits: ${answer.status}`)
    return counts.reduce((sum, [, count]) => sum + Number(count), 0)
  }
  // Nothing twice in a row: what one piece of work sets off waits only a moment later.
  let quiet = 0
  await until(
    'everything of the sample team is read',
    async () => {
      quiet = (await waiting()) === 0 ? quiet + 1 : 0
      return quiet > 3
    },
    300,
  )
  await house.stop()
  await rename(site, folder)
}
