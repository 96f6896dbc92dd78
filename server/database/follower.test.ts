import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openReading } from './follower.ts'
import { testDatabase } from './testing.ts'

const quiet = { ms: 0, say: () => {} }

test.each([
  ['away', { host: '127.0.0.1', port: 1 }],
  ['no follower but a database of its own', {}],
])('reads from the leader where the follower is %s', async (_, difference) => {
  const leader = await testDatabase()
  const other = await testDatabase()
  const said: string[] = []
  let asked = 0
  const query = leader.pool.query.bind(leader.pool)
  leader.pool.query = ((...words: Parameters<typeof query>) => {
    asked++
    return query(...words)
  }) as never
  const reading = await openReading(
    leader,
    { ...other.config, ...difference },
    (line) => said.push(line),
    quiet,
  )
  onTestFinished(() => reading.close())
  // It is looked at twice before it could be believed.
  await expect.poll(() => asked).toBeGreaterThan(1)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(reading.db)
  expect(rows[0]!.name).toBe(leader.config.database)
  expect(reading.follows()).toBe(false)
  expect(said).toEqual([])
})
