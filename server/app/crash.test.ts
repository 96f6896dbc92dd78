import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { socketFolder } from '#server/database/dataFolder.ts'
import { launch, type Started, startTend, tempFolder } from './testing.ts'

const postmasterOf = async (folder: string): Promise<number> =>
  Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])

/** TRUST.md §2 speaks of fifty: `npm run faults`. */
const many = Number(process.env.TEND_STARTERS) || 16

test('of many that start at once on what a killed one left, exactly one lives', {
  timeout: 300_000,
}, async () => {
  const first = await startTend({ TEND_DATA: await tempFolder() })
  await first.kill()
  // A lock alone: what so many whole programs would cost two cores says nothing more about it.
  const taker = new URL('./testing/take-folder.ts', import.meta.url).pathname
  const starters = Array.from({ length: many }, () => launch({ TEND_DATA: first.folder }, [taker]))
  const settled = (one: Started) => /^(lives|in use)$/m.test(one.said())
  await expect.poll(() => starters.filter(settled).length, { timeout: 240_000, interval: 100 }).toBe(many)
  const living = starters.filter((one) => /^lives$/m.test(one.said()))
  expect(living).toHaveLength(1)
  const others = await Promise.all(starters.filter((one) => one !== living[0]).map((one) => one.ended))
  expect(new Set(others.map((end) => end.code))).toEqual(new Set([3]))
  living[0]!.child.kill('SIGKILL')
  await living[0]!.ended
  // And whole programs: four at once, one lives.
  const whole = Array.from({ length: 4 }, () => launch({ TEND_DATA: first.folder }))
  const isReady = (one: Started) => /^ready /m.test(one.said())
  await expect.poll(() => whole.some(isReady), { timeout: 120_000 }).toBe(true)
  const losers = await Promise.all(whole.filter((one) => !isReady(one)).map((one) => one.ended))
  expect(losers.map((end) => end.code)).toEqual([3, 3, 3])
  const winner = whole.find(isReady)!
  winner.child.kill('SIGTERM')
  expect((await winner.ended).code).toBe(0)
})

test('what was acknowledged is there after a kill, start after start', {
  timeout: 300_000,
  retry: 0,
}, async () => {
  const folder = await tempFolder()
  const acknowledged: string[] = []
  for (let round = 0; round < 3; round++) {
    const tend = await startTend({ TEND_DATA: folder })
    const key = await tend.key()
    const { body } = await tend.ask('GET', '/inboxes', { key })
    const names = body.items.map((one: { name: string }) => one.name)
    for (const name of acknowledged) expect(names).toContain(name)
    let goesOn = true
    const writing = (async () => {
      for (let i = 0; goesOn; i++) {
        const name = `Repairs ${round}-${i}`
        const answer = await tend
          .ask('POST', '/inboxes', { key, body: { name, address: `r${round}-${i}@marlow.example` } })
          .catch(() => null)
        if (answer?.status === 201) acknowledged.push(name)
      }
    })()
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(5 * (round + 1))
    await tend.kill()
    goesOn = false
    await writing
  }
  const last = await startTend({ TEND_DATA: folder })
  const { body } = await last.ask('GET', '/inboxes', { key: await last.key() })
  const names = body.items.map((one: { name: string }) => one.name)
  expect(names).toEqual(expect.arrayContaining(acknowledged))
  expect(new Set(names).size).toBe(names.length)
  expect((await last.stop()).code).toBe(0)
})

test('a number that lives on beside the socket of a killed database keeps nobody out', async () => {
  const folder = await tempFolder()
  await (await startTend({ TEND_DATA: folder })).kill()
  // So it looks while a killed process waits to be collected: its number still answers.
  await writeFile(join(await socketFolder(folder), '.s.PGSQL.5432.lock'), `${process.pid}\n`)
  const again = await startTend({ TEND_DATA: folder })
  expect((await again.stop()).code).toBe(0)
})

test('a database that is killed is started again, and nobody who asks notices', {
  timeout: 300_000,
}, async () => {
  const tend = await startTend({ TEND_DATA: await tempFolder() })
  const key = await tend.key()
  let goesOn = true
  const answers: { what: string; status: number; ms: number }[] = []
  const client = async (number: number) => {
    for (let i = 0; goesOn; i++) {
      const began = performance.now()
      const writes = i % 2 === 0
      const name = `Letters ${number}-${i}`
      const told = writes
        ? await tend.ask('POST', '/inboxes', {
            key,
            body: { name, address: `l${number}-${i}@marlow.example` },
            headers: { 'idempotency-key': name },
          })
        : await tend.ask('GET', '/teammates', { key })
      answers.push({
        what: writes ? name : 'read',
        status: told.status,
        ms: performance.now() - began,
      })
    }
  }
  const clients = [1, 2, 3].map(client)
  for (let kills = 0; kills < 3; kills++) {
    const seen = answers.length
    await expect.poll(() => answers.length, { timeout: 60_000 }).toBeGreaterThan(seen + 12)
    const pid = await postmasterOf(tend.folder)
    process.kill(pid, 'SIGKILL')
    await expect
      .poll(() => postmasterOf(tend.folder), { timeout: 60_000 })
      .toSatisfy((now: number) => now > 0 && now !== pid)
  }
  const seen = answers.length
  await expect.poll(() => answers.length, { timeout: 60_000 }).toBeGreaterThan(seen + 12)
  goesOn = false
  await Promise.all(clients)
  expect(
    answers.filter(({ status }) => status !== 200 && status !== 201),
    tend.said(),
  ).toEqual([])
  const written = answers.filter(({ what }) => what !== 'read').map(({ what }) => what)
  const { body } = await tend.ask('GET', '/inboxes', { key })
  const names = body.items.map((one: { name: string }) => one.name)
  expect(names.filter((name: string) => name.startsWith('Letters')).sort()).toEqual(written.sort())
  expect(tend.said()).toContain('PostgreSQL ended')
  expect((await tend.ask('GET', '/healthz')).status).toBe(200)
  expect((await tend.stop()).code).toBe(0)
})

test('ends cleanly when asked, also while it starts', async () => {
  const started = launch({ TEND_DATA: await tempFolder() })
  await expect.poll(() => started.said(), { timeout: 60_000 }).toContain('Making the database')
  started.child.kill('SIGTERM')
  const { code, stderr } = await started.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
