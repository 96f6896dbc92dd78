import { connect, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import type pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { type Database, openDatabase, transaction } from './database.ts'
import { testDatabase } from './testing.ts'

/** A wire to the database that can be cut: when a question is asked, before it arrives or before its answer comes back. */
interface Wire {
  config: pg.PoolConfig
  /** Cuts once, at the next question that contains the words. */
  cut(words: string, when: 'before' | 'after'): void
  cuts(): number
  /** Nobody gets through until `back`. */
  away(): void
  /** How often somebody came while it was away. */
  knocks(): number
  back(): void
}

async function wireTo(to: pg.PoolConfig): Promise<Wire> {
  const sockets = new Set<Socket>()
  let plan: { words: string; when: 'before' | 'after' } | null = null
  let cuts = 0
  let isAway = false
  let knocks = 0
  const server = createServer((near) => {
    if (isAway) {
      knocks++
      return void near.destroy()
    }
    const far = connect(`${to.host}/.s.PGSQL.${to.port}`)
    let mute = false
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
    }
    near.on('close', () => mute || far.destroy())
    far.on('close', () => near.destroy())
    far.on('data', (bytes) => {
      if (mute) return void near.destroy()
      near.write(bytes)
    })
    near.on('data', (bytes) => {
      if (plan && bytes.toString('latin1').includes(plan.words)) {
        const { when } = plan
        plan = null
        cuts++
        if (when === 'before') return void near.destroy()
        mute = true
      }
      far.write(bytes)
    })
  })
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    hangUp()
  })
  return {
    config: { ...to, host: '127.0.0.1', port: (server.address() as { port: number }).port },
    cut: (words, when) => {
      plan = { words, when }
    },
    cuts: () => cuts,
    away: () => {
      isAway = true
      hangUp()
    },
    knocks: () => knocks,
    back: () => {
      isAway = false
    },
  }
}

async function wired(): Promise<{ wire: Wire; far: Database; direct: Database }> {
  const direct = await testDatabase()
  const wire = await wireTo(direct.config)
  const far = openDatabase(wire.config)
  onTestFinished(() => far.close())
  await sql`create table words (word text)`.execute(direct.db)
  return { wire, far, direct }
}

const wordsIn = async ({ db }: Database): Promise<string[]> =>
  (await sql<{ word: string }>`select word from words`.execute(db)).rows.map((row) => row.word)

test.each([false, true])(
  'a commit whose answer was lost is looked up: done once, and told as done (writes held: %s)',
  async (hold) => {
    const { wire, far, direct } = await wired()
    let runs = 0
    wire.cut('commit\0', 'after')
    const told = await transaction(
      far.db,
      async (trx) => {
        runs++
        await sql`insert into words values ('Friday, 3 pm')`.execute(trx)
        return 'written'
      },
      { hold },
    )
    expect({ told, runs, cuts: wire.cuts() }).toEqual({ told: 'written', runs: 1, cuts: 1 })
    expect(await wordsIn(direct)).toEqual(['Friday, 3 pm'])
  },
)

test.each([false, true])(
  'a commit that never arrived is done again: once in the end (writes held: %s)',
  async (hold) => {
    const { wire, far, direct } = await wired()
    let runs = 0
    wire.cut('commit\0', 'before')
    await transaction(
      far.db,
      async (trx) => {
        runs++
        await sql`insert into words values ('Friday, 3 pm')`.execute(trx)
      },
      { hold },
    )
    expect({ runs, cuts: wire.cuts() }).toEqual({ runs: 2, cuts: 1 })
    expect(await wordsIn(direct)).toEqual(['Friday, 3 pm'])
  },
)

test('a transaction that lost its connection in the middle begins again', async () => {
  const { wire, far, direct } = await wired()
  wire.cut('second', 'after')
  await transaction(far.db, async (trx) => {
    await sql`insert into words values ('first')`.execute(trx)
    await sql`insert into words values ('second')`.execute(trx)
  })
  expect(wire.cuts()).toBe(1)
  expect(await wordsIn(direct)).toEqual(['first', 'second'])
})

test('a lone question is asked once more', async () => {
  const { wire, far, direct } = await wired()
  await sql`insert into words values ('kept')`.execute(direct.db)
  for (const when of ['before', 'after'] as const) {
    // In words of its own: what the other tests ask as well has a name by now, and is not put into words again.
    wire.cut('as asked', when)
    const { rows } = await sql<{ asked: string }>`select word as asked from words`.execute(far.db)
    expect(rows).toEqual([{ asked: 'kept' }])
  }
  expect(wire.cuts()).toBe(2)
})

test('a lone write is done once, wherever the line was cut', async () => {
  const { wire, far, direct } = await wired()
  let cuts = 0
  for (const when of ['before', 'after'] as const)
    for (const words of ['begin;', 'words values', 'commit\0']) {
      const word = `${words.replace('\0', '')} ${when}`
      wire.cut(words, when)
      await sql`insert into words values (${word})`.execute(far.db)
      expect(wire.cuts()).toBe(++cuts)
      expect((await wordsIn(direct)).filter((one) => one === word)).toEqual([word])
    }
})

test('a lone write that fails for another reason fails at once, and the next goes on', async () => {
  const { far, direct } = await wired()
  await expect(sql`insert into nowhere values ('gone')`.execute(far.db)).rejects.toThrow(/nowhere/)
  await sql`insert into words values ('kept')`.execute(far.db)
  expect(await wordsIn(direct)).toEqual(['kept'])
})

test('who asks while the database is away waits until it is back', async () => {
  const { wire, far, direct } = await wired()
  await sql`insert into words values ('kept')`.execute(direct.db)
  await wordsIn(far)
  wire.away()
  const asked = [
    wordsIn(far),
    transaction(far.db, (trx) => sql`insert into words values ('new')`.execute(trx)),
  ]
  await expect.poll(wire.knocks, { timeout: 30_000 }).toBeGreaterThan(2)
  wire.back()
  await Promise.all(asked)
  expect(await wordsIn(far)).toEqual(['kept', 'new'])
})

test('what fails for another reason fails at once', async () => {
  const { far, direct } = await wired()
  let runs = 0
  const broken = transaction(far.db, async (trx) => {
    runs++
    await sql`insert into words values ('gone')`.execute(trx)
    await sql`select * from nowhere`.execute(trx)
  })
  await expect(broken).rejects.toThrow(/nowhere/)
  expect(runs).toBe(1)
  expect(await wordsIn(direct)).toEqual([])
})
