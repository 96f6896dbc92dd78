import { describe, expect, it } from 'vitest'
import { testDatabase } from '#server/database/testing.ts'
import { addressBucket, countTry, forgetTries, giveBack } from './rates.ts'

const often = { limit: 3, seconds: 3600 }

describe('counting tries', () => {
  it('lets the limit through and says when to come back', async () => {
    const { db } = await testDatabase()
    for (let i = 0; i < 3; i++) await countTry(db, 'door', often)
    await expect(countTry(db, 'door', often)).rejects.toMatchObject({ status: 429 })
    const problem = await countTry(db, 'door', often).catch((error) => error)
    expect(problem.retryAfter).toBeGreaterThan(0)
    expect(problem.retryAfter).toBeLessThanOrEqual(3600)
    await countTry(db, 'window', often)
  })

  it('lets exactly the limit through when all come at once', async () => {
    const { db } = await testDatabase()
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => countTry(db, 'crowd', often)))
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(3)
  })

  it('takes back what did not count, and forgets after a success', async () => {
    const { db } = await testDatabase()
    for (let i = 0; i < 10; i++) {
      await countTry(db, 'door', often)
      await giveBack(db, 'door')
    }
    for (let i = 0; i < 3; i++) await countTry(db, 'door', often)
    await forgetTries(db, 'door')
    await countTry(db, 'door', often)
  })
})

describe('an address for counting', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::2', '2001:db8:0:0'],
    ['2001:0db8:0000:0000:1:2:3:4', '2001:db8:0:0'],
    ['2001:DB8:0:1::9', '2001:db8:0:1'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is counted as %s', (ip, bucket) => expect(addressBucket(ip)).toBe(bucket))
})
