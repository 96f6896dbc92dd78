import { sql } from 'kysely'
import pg from 'pg'
import { expect, it } from 'vitest'
import { type Db, transaction } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { tend } from './actor.ts'
import { recordEvent } from './events.ts'
import { idAt, newId } from './ids.ts'
import { addSlices, lookAtSlices, slicesOf, sliceTables } from './slices.ts'

const autumn = new Date('2026-11-26T10:00:00Z')
const [conversationId, inboxId, customerId] = [newId('conversation'), newId('inbox'), newId('customer')]

async function write(db: Db, at: string, clientKey: string | null = null): Promise<string> {
  const id = idAt('message', new Date(at))
  await sql`insert into messages (conversation_id, id, inbox_id, customer_id, direction, channel, at, text, client_key)
    values (${conversationId}, ${id}, ${inboxId}, ${customerId}, 'in', 'email', ${at}, 'The boiler is cold again.', ${clientKey})`.execute(
    db,
  )
  return id
}
/** Which slice each letter lies in. */
async function places(db: Db): Promise<Record<string, string>> {
  const { rows } = await sql<{
    id: string
    place: string
  }>`select id, tableoid::regclass::text as place from messages`.execute(db)
  return Object.fromEntries(rows.map(({ id, place }) => [id, place]))
}

it('what is there becomes the first slice, and new years get theirs before they come', async () => {
  const { db, config } = await testDatabase()
  const old = await write(db, '2019-03-01T08:00:00Z')
  const recent = await write(db, '2026-11-25T08:00:00Z')
  await transaction(db, (trx) => recordEvent(trx, tend, 'presence.changed', { conversationId }, {} as never))
  await addSlices(db, autumn)
  expect(await slicesOf(db)).toEqual([])

  await sliceTables(config, autumn)
  await sliceTables(config, autumn)
  expect((await slicesOf(db)).map(({ table, name }) => [table, name])).toEqual([
    ['events', 'events_1'],
    ['events', 'events_later'],
    ['messages', 'messages_until_2026'],
    ['messages', 'messages_later'],
  ])
  // A letter that says it is from the future lies behind the newest slice until its year comes.
  const future = await write(db, '2027-08-01T08:00:00Z')
  const farther = await write(db, '2038-01-19T03:14:07Z')
  expect(await places(db)).toEqual({
    [old]: 'slices.messages_until_2026',
    [recent]: 'slices.messages_until_2026',
    [future]: 'slices.messages_later',
    [farther]: 'slices.messages_later',
  })
  await addSlices(db, autumn)
  expect(await slicesOf(db)).toHaveLength(4)
  await Promise.all([addSlices(db, new Date('2026-12-05')), addSlices(db, new Date('2026-12-05'))])
  expect(await places(db)).toEqual({
    [old]: 'slices.messages_until_2026',
    [recent]: 'slices.messages_until_2026',
    [future]: 'slices.messages_2027',
    [farther]: 'slices.messages_later',
  })
  // A house that slept for years.
  await addSlices(db, new Date('2029-06-01'))
  expect((await slicesOf(db)).map(({ name }) => name)).toEqual([
    'events_1',
    'events_later',
    'messages_until_2026',
    'messages_later',
    'messages_2027',
    'messages_2029',
  ])
  expect((await slicesOf(db)).at(-1)!.bounds).toMatch(
    /^FOR VALUES FROM \('msg_\w{22}'\) TO \('msg_\w{22}'\)$/,
  )
  await lookAtSlices(db)
})

it('numbers of events go on, and the next slice is there before the last is full', async () => {
  const { db, config } = await testDatabase()
  const record = () =>
    transaction(db, (trx) => recordEvent(trx, tend, 'presence.changed', { conversationId }, {} as never))
  const numbers = async () =>
    (
      await sql<{
        seq: number
        place: string
      }>`select seq, tableoid::regclass::text as place from events order by seq`.execute(db)
    ).rows
  await record()
  await sliceTables(config, autumn)
  await record()
  expect((await numbers()).map(({ seq }) => seq)).toEqual([1, expect.any(Number)])
  await sql`select setval('events_seq', 8500000)`.execute(db)
  await record()
  await addSlices(db, autumn)
  await sql`select setval('events_seq', 10000000)`.execute(db)
  await record()
  expect((await numbers()).map(({ place }) => place)).toEqual([
    'slices.events_1',
    'slices.events_1',
    'slices.events_1',
    'slices.events_2',
  ])
})

it('each slice is found by the same indexes, and has each key of a client once', async () => {
  const { db, config } = await testDatabase()
  const shapes = async () => {
    const { rows } = await sql<{ place: string; shapes: string[] }>`
      select t.relname as place, array_agg(regexp_replace(pg_get_indexdef(x.indexrelid), '^CREATE (UNIQUE )?INDEX \\S+ ON \\S+', '\\1') order by 1) as shapes
      from pg_index x join pg_class t on t.oid = x.indrelid where t.relname ~ '^(messages|events)' and t.relkind = 'r' group by 1 order by 1`.execute(
      db,
    )
    return rows.map(({ place, shapes }) => [place, shapes.toSorted()])
  }
  const before = Object.fromEntries(await shapes())
  await sliceTables(config, autumn)
  await addSlices(db, new Date('2026-12-20'))
  expect(await shapes()).toEqual([
    ['events_1', before.events],
    ['events_later', before.events],
    ['messages_2027', before.messages],
    ['messages_later', before.messages],
    ['messages_until_2026', before.messages],
  ])
  await write(db, '2027-02-01T08:00:00Z', 'ana 1')
  await expect(write(db, '2027-02-02T08:00:00Z', 'ana 1')).rejects.toThrow(/duplicate key/)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relkind = 'i' and pg_get_indexdef(c.oid) like '%letter_words(%' and a.attstattarget is distinct from 0`.execute(
    db,
  )
  expect(rows[0]!.n).toBe(0)
})

it('an attempt that stopped half-way, and one that may not have its moment, leave everything as it was', async () => {
  const { db, config } = await testDatabase()
  const id = await write(db, '2026-11-25T08:00:00Z')
  await sql`alter table messages add constraint slice_ends check (id < 'msg_1') not valid`.execute(db)
  const other = new pg.Client(config)
  await other.connect()
  await other.query('begin; lock table events in share mode')
  await expect(sliceTables(config, autumn, '50ms')).rejects.toThrow(/lock timeout/)
  await other.query('rollback')
  await other.end()
  expect((await slicesOf(db)).map(({ table }) => table)).toEqual(['messages', 'messages'])
  await sliceTables(config, autumn)
  expect(await slicesOf(db)).toHaveLength(4)
  expect(Object.keys(await places(db))).toEqual([id])
})
