import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { launch, type Started } from '#server/app/testing.ts'
import { clockNow } from '#server/base/clock.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { makePromise } from '#server/promises/actions.ts'
import { openTeam } from './team.testing.ts'

const hour = 3_600_000
const program = fileURLToPath(new URL('worker.testing.ts', import.meta.url))

// Takes longer than others: whole processes are started, and a queue waits two seconds before it tries again.
test('two processes, one killed in the middle and the other behind it: each nudge, notice and digest once after a restart', {
  timeout: 240_000,
}, async () => {
  const team = await openTeam()
  onTestFinished(() => team.close())
  const due = new Date((await clockNow(team.db)).getTime() + 8 * hour)
  const held: string[] = []
  for (const [n, count] of [20, 20, 20, 1].entries()) {
    const { conversationId, customerId } = await letter(team.db, {
      inboxId: team.repairs,
      from: maria,
      subject: `Boiler ${n}`,
      text: 'The boiler is out again.',
    })
    held.push(conversationId)
    for (let k = 0; k < count; k++)
      await makePromise(team.db, team.ana, {
        conversationId,
        customerId,
        inboxId: team.repairs,
        messageId: null,
        what: `call about boiler ${n}-${k}`,
        to: null,
        quote: null,
        makerId: k % 2 ? team.ben.id : team.ana.id,
        due,
      })
  }
  const all = 61

  const start = async (name: string, alone: boolean) => {
    const database = { ...team.config, application_name: name }
    const env = { TEST_DATABASE: JSON.stringify(database), TEST_ALONE: alone ? '1' : '' }
    const one = launch(env, [program])
    onTestFinished(() => kill(one))
    await expect.poll(() => one.said(), { timeout: 120_000, interval: 50 }).toContain('works')
    return one
  }
  const kill = async (one: Started) => {
    one.child.kill('SIGKILL')
    await one.ended
  }
  const processes: Record<string, Started> = {}
  await Promise.all(['one', 'other'].map(async (name) => (processes[name] = await start(name, false))))

  // Whoever comes to the last promise stands still in the middle of its work.
  const client = new pg.Client(team.config)
  // Should the test end before it, its database goes under it.
  client.on('error', () => {})
  await client.connect()
  await client.query('begin')
  await client.query('select from conversations where id = $1 for update', [held.at(-1)])
  await team.later(7 * hour)
  const standing = async () => {
    const { rows } = await sql<{ name: string }>`
      select application_name as name from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and application_name in ('one', 'other')`.execute(team.db)
    return rows[0]?.name
  }
  await expect.poll(standing, { timeout: 120_000, interval: 50 }).toBeDefined()
  const victim = (await standing())!
  await kill(processes[victim]!)
  await client.query('rollback')
  await client.end()
  const nudges = async () =>
    (
      await sql<{ n: number }>`select count(*)::int as n from jobs.job where name = 'timer.promise.nudge'
        and state in ('created', 'retry')`.execute(team.db)
    ).rows[0]!.n
  await expect.poll(nudges, { timeout: 120_000, interval: 100 }).toBe(0)
  await kill(processes[victim === 'one' ? 'other' : 'one']!)

  await start('again', true)
  // Each by its own nudge; on a full day one that was to come may have gone along with another word before, under its promise's making.
  const notices = () =>
    team.db
      .selectFrom('notices')
      .innerJoin('events', 'events.seq', 'notices.occasion')
      .select('notices.promiseId')
      .where('notices.kind', '=', 'nudge')
      .where('events.type', '=', 'promise.nudged')
      .execute()
  await expect.poll(async () => (await notices()).length, { timeout: 120_000, interval: 100 }).toBe(all)
  const steps = await team.db
    .selectFrom('promiseSteps')
    .select('promiseId')
    .where('kind', '=', 'nudged')
    .execute()
  expect([steps.length, new Set(steps.map((step) => step.promiseId)).size]).toEqual([all, all])
  const events = await team.db
    .selectFrom('events')
    .select('promiseId')
    .where('type', '=', 'promise.nudged')
    .execute()
  expect([events.length, new Set(events.map((event) => event.promiseId)).size]).toEqual([all, all])

  // What has been told stands in one letter, and in no second one; for the rest of somebody's a timer waits.
  const named = async () => {
    const { rows } = await sql<{ text: string }>`
      select data->>'text' as text from jobs.job where name = 'mail.team'`.execute(team.db)
    return rows.flatMap(({ text }) => text.match(/call about boiler \d-\d+/g) ?? []).toSorted()
  }
  const told = async () => {
    const rows = await team.db
      .selectFrom('notices')
      .innerJoin('promises', 'promises.id', 'notices.promiseId')
      .select('promises.what')
      .where('notices.toldAt', '>', new Date(0))
      .execute()
    return rows.map((row) => row.what).toSorted()
  }
  const waiting = async () => {
    const { rows } =
      await sql`select distinct teammate_id from notices n where told_at is null and not exists (
      select 1 from timers t where t.kind = 'notices.tell' and t.subject = n.teammate_id and t.fired_at is null)`.execute(
        team.db,
      )
    return rows.length
  }
  await expect.poll(waiting, { timeout: 120_000, interval: 100 }).toBe(0)
  const letters = await named()
  expect(letters.length).toBeGreaterThan(0)
  expect(new Set(letters).size).toBe(letters.length)
  expect(letters).toEqual(await told())
})
