import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The street on which the houses of a whole test run stand (`furnished.ts`). */
export default async function setup(): Promise<() => Promise<void>> {
  const houses = await mkdtemp(join(await quickFolder(), `tend-test-${process.pid}-houses-`))
  process.env.TEND_TEST_HOUSES = houses
  return () => rm(houses, { recursive: true, force: true })
}

/** In memory where there is room for it: most of what walks wait for are commits. */
async function quickFolder(): Promise<string> {
  const inMemory = await statfs('/dev/shm').catch(() => null)
  return inMemory && inMemory.bavail * inMemory.bsize > 3 * 2 ** 30 ? '/dev/shm' : tmpdir()
}
