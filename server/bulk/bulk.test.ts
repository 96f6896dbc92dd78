import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BulkAct } from '#contract/bulk.ts'
import { moveToInbox } from '#server/app/movingInbox.ts'
import { clockNow } from '#server/base/clock.ts'
import { assign, snooze } from '#server/conversations/state.ts'
import {
  answer,
  askIn,
  letter,
  maria,
  openHttp,
  openStage,
  type Stage,
} from '#server/conversations/testing.ts'
import { putOn } from '#server/tags/actions.ts'
import { serveBulk } from './routes.ts'

let stage: Stage
let app: FastifyInstance
let ask: ReturnType<typeof askIn>
/** Sees both inboxes. */
let both: Stage['ana']
beforeAll(async () => {
  stage = await openStage()
  both = { ...stage.ana, inboxIds: [stage.repairs, stage.bakery] }
  stage.ana = both
  app = await openHttp(stage, (on, options) =>
    serveBulk(on, options, (trx, by, id, inboxId) =>
      moveToInbox({ ...stage.house, db: trx }, by, id, inboxId),
    ),
  )
  ask = askIn(app)
})
afterAll(async () => {
  await app.close()
  await stage.close()
})

const writes = (inboxId = stage.repairs) => letter(stage.db, { inboxId, from: maria, text: 'It drips.' })
const three = async () => {
  const made = [await writes(), await writes(), await writes()]
  return made.map((one) => one.conversationId)
}
const row = (id: string) =>
  stage.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const doIt = (ids: string[], act: BulkAct, by: { id: string } = stage.ben, headers = {}) =>
  ask(by, 'POST /bulk', { body: { ids, act }, headers })
const undo = (id: string, by: { id: string } = stage.ben) =>
  ask(by, 'POST /bulk/{id}/undoing', { params: { id } })
/** What a person sees of a conversation; the moment of closing is not of it. */
const standing = async (ids: string[]) =>
  (await Promise.all(ids.map(row))).map((one) => ({
    status: one.status,
    assignee: one.assigneeId,
    inbox: one.inboxId,
    tags: one.tags,
    until: one.snoozedUntil,
    reason: one.snoozeReason,
    goodbye: one.goodbye,
    waits: one.waitingSince?.getTime() ?? null,
    spam: one.spamAt !== null,
  }))

it.each<[string, () => BulkAct]>([
  ['gives', () => ({ do: 'assign', teammateId: stage.ben.id })],
  ['tags', () => ({ do: 'tag', name: 'Drip', on: true })],
  ['takes a tag off', () => ({ do: 'tag', name: 'Old', on: false })],
  ['puts off', () => ({ do: 'snooze', until: null, reason: 'the part comes on Monday' })],
  ['looks after', () => ({ do: 'close', goodbye: 'thanks' })],
  ['marks as spam', () => ({ do: 'spam' })],
  ['moves', () => ({ do: 'move', inboxId: stage.bakery })],
])('%s many at once, and one press takes all of it back', async (_what, act) => {
  const ids = await three()
  await putOn(stage.db, stage.ana, ids[0]!, 'Old')
  await putOn(stage.db, stage.ana, ids[1]!, 'Old')
  // They stand differently, and each goes back to how it stood itself.
  await assign(stage.db, stage.ana, ids[1]!, stage.ana.id)
  await answer(stage.db, stage.ben, ids[1]!, 'I come tomorrow.')
  const later = new Date((await clockNow(stage.db)).getTime() + 86_400_000)
  await snooze(stage.db, stage.ben, ids[2]!, { until: later, reason: 'she is away' })
  const before = await standing(ids)
  const by = act().do === 'move' ? stage.ana : stage.ben
  const done = await doIt(ids, act(), by)
  expect(done.status).toBe(201)
  expect(done.body.results.map((one: { problem: unknown }) => one.problem)).toEqual([null, null, null])
  expect(await standing(ids)).not.toEqual(before)
  const back = await undo(done.body.id, by)
  expect(back.body.results.filter((one: { problem: unknown }) => one.problem)).toEqual([])
  expect(await standing(ids)).toEqual(before)
  // Pressed twice, nothing more happens.
  await undo(done.body.id, by)
  expect(await standing(ids)).toEqual(before)
})

it('asks for rights one by one: a foreign one is not here, and stops nobody', async () => {
  const [mine] = await three()
  const { conversationId: foreign } = await writes(stage.bakery)
  const { status, body } = await doIt([foreign, mine!], { do: 'close', goodbye: 'thanks' })
  expect(status).toBe(201)
  expect(body.results).toEqual([
    { id: foreign, problem: expect.objectContaining({ type: 'not-found' }) },
    { id: mine, problem: null },
  ])
  expect((await row(foreign)).status).toBe('open')
  expect((await doIt([mine!], { do: 'spam' }, stage.lena)).status).toBe(403)
  const blind = await doIt([mine!], { do: 'move', inboxId: stage.bakery })
  expect(blind.body.results[0].problem).not.toBeNull()
})

it('what somebody has changed since stays as it is', async () => {
  const ids = await three()
  const { body } = await doIt(ids, { do: 'assign', teammateId: stage.ben.id })
  await assign(stage.db, stage.ana, ids[1]!, stage.ana.id)
  const back = await undo(body.id)
  expect(back.body.results.find((one: { id: string }) => one.id === ids[1]).problem.type).toBe(
    'changed-since',
  )
  expect((await Promise.all(ids.map(row))).map((one) => one.assigneeId)).toEqual([null, stage.ana.id, null])
})

it('is taken back only by whoever did it', async () => {
  const { body } = await doIt(await three(), { do: 'assign', teammateId: stage.ben.id })
  expect((await undo(body.id, stage.ana)).status).toBe(404)
})

it('repeated with its key is done once, also where the first try stopped half-way', async () => {
  const ids = await three()
  const headers = { 'idempotency-key': 'those three' }
  const act: BulkAct = { do: 'tag', name: 'Once', on: true }
  const first = await doIt(ids.slice(0, 2), act, stage.ben, headers)
  // The answer was lost with its process: the house has forgotten it, the work has not.
  await stage.db.deleteFrom('idempotency').execute()
  const again = await doIt(ids, act, stage.ben, headers)
  expect(again.body.id).toBe(first.body.id)
  const tagged = await stage.db
    .selectFrom('events')
    .select('conversationId')
    .where('type', '=', 'conversation.tagged')
    .where('conversationId', 'in', ids)
    .execute()
  expect(tagged.map((one) => one.conversationId).sort()).toEqual(ids.toSorted())
  await undo(first.body.id)
  expect((await Promise.all(ids.map(row))).flatMap((one) => one.tags)).toEqual([])
})

it('knows no reply, and no more than five hundred', async () => {
  const [one] = await three()
  expect((await doIt([one!], { do: 'reply', text: 'Dear all' } as never)).status).toBe(422)
  expect((await doIt([one!], { do: 'close' } as never)).status).toBe(422)
  expect(
    (
      await doIt(
        Array.from({ length: 501 }, () => one!),
        { do: 'spam' },
      )
    ).status,
  ).toBe(422)
})
