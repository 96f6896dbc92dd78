import { clockNow, moveClock } from '#server/base/clock.ts'
import { nextDay } from '#server/base/nextDay.testing.ts'
import { askIn, letter, openHttp, openStage } from '#server/conversations/testing.ts'
import { addCustomer } from '#server/customers/actions.ts'
import { switchPractice } from '#server/team/practices.ts'
import { readLetters } from './careReading.ts'
import { followMail, handConversations } from './following.ts'
import { serveIncidents } from './routes.ts'
import { subjectOf } from './sending.ts'
import { writeSome } from './writing.ts'

export const storm = 'The storm has cut the power in three streets'
/** Streets of the storm, and who lives there. */
export const hit = [
  { name: 'Inês Carvalho', email: 'ines.carvalho@mail.example' },
  { name: 'Rui Matos', email: 'rui.matos@mail.example' },
  { name: 'Teresa Pinto', email: 'teresa.pinto@mail.example' },
  { name: 'Nuno Faria', email: 'nuno.faria@mail.example' },
] as const

/**
 * The stage with incidents switched on, over HTTP, in the morning: letters that say “this afternoon” are not read as late at night.
 * What reactions would do is called by name.
 */
export async function openIncidents() {
  const stage = await openStage()
  const { tend } = await import('#server/base/actor.ts')
  const { serveReplies } = await import('#server/replies/routes.ts')
  const { serveConversations } = await import('#server/conversations/routes.ts')
  const { db, house } = stage
  await moveClock(db, nextDay(await clockNow(db), 'tuesday', '09:00'))
  const app = await openHttp(stage, (on, options) => {
    serveIncidents(on, options)
    serveReplies(on, options, house)
    serveConversations(on, options, house)
  })
  for (const name of ['incidents', 'surge', 'authority', 'dealings'] as const)
    await switchPractice(db, tend, name, true)
  const ask = askIn(app)
  const writes = (from: { name: string; email: string }, text: string, subject = 'No heating') =>
    letter(db, { inboxId: stage.repairs, from, text, subject })
  /** Writes all that is due, as the timer would, and lets mail servers take it. */
  const leave = async (id: string, update: number) => {
    for (let n = 0; n < 200; n++) {
      const { state } = await db
        .selectFrom('incidentUpdates')
        .select('state')
        .where('incidentId', '=', id)
        .where('position', '=', update)
        .executeTakeFirstOrThrow()
      if (state !== 'sending') return
      await db
        .updateTable('incidentUpdates')
        .set({ nextBatchAt: await clockNow(db) })
        .where('incidentId', '=', id)
        .where('position', '=', update)
        .execute()
      await writeSome(house, subjectOf(id, update))
    }
    throw new Error('the sending does not end')
  }
  const accept = async (id: string, update: number, state: 'accepted' | 'refused' = 'accepted') => {
    const rows = await db
      .selectFrom('incidentLetters')
      .innerJoin('outbox', 'outbox.messageId', 'incidentLetters.messageId')
      .select(['outbox.id', 'outbox.messageId'])
      .where('incidentId', '=', id)
      .where('updatePosition', '=', update)
      .where('state', '=', 'written')
      .execute()
    for (const row of rows)
      await db
        .updateTable('outboxRecipients')
        .set({ state, at: await clockNow(db) })
        .where('outboxId', '=', row.id)
        .execute()
    return rows.map((row) => row.messageId)
  }
  const open = async (more: object = {}, by = stage.ben) =>
    (await ask(by, 'POST /incidents', { body: { inboxId: stage.repairs, what: storm, ...more } })).body
  const whole = async (id: string) => (await ask(stage.ana, 'GET /incidents/{id}', { params: { id } })).body
  const people = async (id: string, query: Record<string, string> = {}) =>
    (await ask(stage.ana, 'GET /incidents/{id}/people', { params: { id }, query })).body.items
  const known = (card: { name: string; email: string }, more: object = {}) =>
    addCustomer(db, stage.ana, {
      name: card.name,
      emails: [card.email],
      phones: [],
      inboxId: stage.repairs,
      ...more,
    })
  return {
    ...stage,
    app,
    ask,
    open,
    whole,
    people,
    known,
    writes,
    leave,
    accept,
    follow: (ids: string[]) => followMail(db, ids),
    read: (id: string, update: number) => readLetters(db, id, update),
    hand: (id: string) => handConversations(db, id),
    async close() {
      await app.close()
      await stage.close()
    },
  }
}
export type Incidents = Awaited<ReturnType<typeof openIncidents>>
