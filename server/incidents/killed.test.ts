import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow, moveClock } from '#server/base/clock.ts'
import { startSending as startMail } from '#server/channels/email/outbox/sending.ts'
import { expireLeases, killed, type TestHouse } from '#server/channels/email/testing/killing.ts'
import { openSink, testHouse, until } from '#server/channels/email/testing.ts'
import { findOrAddCustomer } from '#server/customers/actions.ts'
import { transaction } from '#server/database/database.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { openIncident } from './actions.ts'
import { readLetters } from './careReading.ts'
import { makeUpdate } from './drafting.ts'
import { followMail } from './following.ts'
import { groupPeople } from './grouping.ts'
import { review } from './letters.ts'
import { wholeIncident } from './queries.ts'
import { startSending, subjectOf } from './sending.ts'

const people = 24

/** The worker whose moments are chosen here: killed while letters are being written and while they leave. */
function startWriter(house: TestHouse, smtp: string, subject: string): ChildProcess {
  const given = JSON.stringify({
    database: (house.database as unknown as { config: object }).config,
    files: join(house.config.dataFolder!, 'files'),
    key: house.key.toString('hex'),
    smtp,
    subject,
  })
  const worker = fork(join(import.meta.dirname, 'testing/writer.ts'), [given], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => {
    worker.kill('SIGKILL')
  })
  return worker
}

test(`${people} people are told, the worker killed on the way: nobody is lost, nobody gets two letters`, {
  timeout: 300_000,
}, async () => {
  const sink = await openSink()
  const house = await testHouse({ outboundSmtp: sink.url })
  const { db, inboxId } = house
  await switchPractice(db, tend, 'incidents', true)
  const { id: anaId } = await inviteTeammate(db, tend, {
    name: 'Ana Costa',
    email: 'ana@brightpipe.example',
    role: 'teammate',
    inboxes: [inboxId],
  })
  const ana = actorOf((await findTeammate(db, anaId))!, 'session')
  const customerIds = await transaction(db, async (trx) => {
    const ids: string[] = []
    for (let n = 0; n < people; n++)
      ids.push(
        (
          await findOrAddCustomer(trx, tend, {
            name: `Marta of house ${String.fromCharCode(97 + n)}`,
            email: `marta-${n}@rosewood.example`,
            inboxId,
          })
        ).id,
      )
    return ids
  })
  const id = await openIncident(db, ana, {
    inboxId,
    what: 'The water is off in Rosewood',
    clues: [{ by: 'people', customerIds }],
  })
  await groupPeople(db, ana, id, { how: { by: 'evenly' }, concierges: [anaId], onlyUngrouped: false })
  await makeUpdate(db, ana, id, {
    kind: 'update',
    subject: 'The water in Rosewood',
    text: 'Dear {{full name|neighbour}}, the water is off until noon. We bring you bottles.\n\n{{concierge}}',
    nextUpdate: null,
  })
  await readLetters(db, id, 1)
  await review(db, ana, id, 1, { kind: 'identical' })
  await startSending(db, ana, id, 1, { perMinute: 3000, undoSeconds: 0 })
  const subject = subjectOf(id, 1)
  const written = async () =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n from incident_letters where state = 'written'`.execute(db)
    ).rows[0]!.n
  for (const most of [5, 14]) {
    const worker = startWriter(house, sink.url, subject)
    await until(async () => (await written()) >= most, 60_000)
    await killed(worker)
    await expireLeases(house)
    await db
      .updateTable('incidentUpdates')
      .set({ nextBatchAt: await clockNow(db) })
      .execute()
  }
  const worker = startWriter(house, sink.url, subject)
  await until(async () => (await written()) === people, 60_000)
  await killed(worker)
  await expireLeases(house)
  const mail = await startMail(house, { patience: { silence: 5000, dot: 10_000 } })
  onTestFinished(() => mail.stop())
  const left = async () =>
    Number(
      (
        await db
          .selectFrom('outbox')
          .select((e) => e.fn.countAll().as('n'))
          .where('phase', 'in', ['queued', 'claimed', 'handover'])
          .executeTakeFirstOrThrow()
      ).n,
    )
  await until(async () => (await left()) === 0, 60_000)
  // What was at the final dot when it was killed is sent once more after ten minutes, the same bytes, and flagged.
  await moveClock(db, new Date((await clockNow(db)).getTime() + 11 * 60_000))
  await until(
    async () =>
      (await db.selectFrom('outbox').select('id').where('phase', '!=', 'done').execute()).length === 0,
    60_000,
  )

  const outbox = await db.selectFrom('outbox').selectAll().execute()
  expect(outbox).toHaveLength(people)
  const flagged = new Set(outbox.filter((row) => row.resentOnce).map((row) => row.messageIdHeader))
  const byPerson = Map.groupBy(sink.letters, (letter) => /^To:.*<(marta-\d+@[^>]+)>/im.exec(letter.raw)![1]!)
  expect(byPerson.size).toBe(people)
  for (const [person, letters] of byPerson) {
    const header = /^Message-ID:\s+<(.+)>/im.exec(letters[0]!.raw)![1]!
    expect(new Set(letters.map((one) => one.raw)).size, `${person} got two different letters`).toBe(1)
    if (letters.length > 1) expect(flagged).toContain(header)
  }
  await followMail(
    db,
    outbox.map((row) => row.messageId),
  )
  const { counts, updates } = await wholeIncident(db, ana, id)
  expect(counts).toMatchObject({ people, told: people, untold: 0, written: 0 })
  expect(updates[0]!.letters.told).toBe(people)
})
