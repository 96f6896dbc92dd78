import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { quickFolder } from '#server/database/quickFolder.testing.ts'

/** The street on which the houses of a whole test run stand (`furnished.ts`). */
export default async function setup(): Promise<() => Promise<void>> {
  const houses = await mkdtemp(join(await quickFolder(3), `tend-test-${process.pid}-houses-`))
  process.env.TEND_TEST_HOUSES = houses
  return () => rm(houses, { recursive: true, force: true })
}
