import { type ParsedMail, simpleParser } from 'mailparser'
import { clockNow } from '#server/base/clock.ts'
import { readLetter } from '#server/channels/email/outbox/actions.ts'
import { serveConversations } from '#server/conversations/routes.ts'
import { askIn, openHttp, openStage, type Stage } from '#server/conversations/testing.ts'
import { serveDesk } from '#server/desk/routes.ts'
import { serveFields } from '#server/fields/routes.ts'
import { servePromises } from '#server/promises/routes.ts'
import { serveTranslation } from '#server/translation/routes.ts'
import { serveReplies } from './routes.ts'

/** The stage with every room that answering touches, over HTTP; `mail` reads what waits in the outbox. */
export async function openReplies() {
  const stage = await openStage()
  const app = await openHttp(stage, (on, options) => {
    serveConversations(on, options, stage.house)
    serveFields(on, options)
    servePromises(on, options)
    serveReplies(on, options, stage.house)
    serveTranslation(on, options, stage.house)
    serveDesk(on, options, stage.house)
  })
  const { db } = stage
  return {
    ...stage,
    app,
    ask: askIn(app),
    inHours: async (hours: number) =>
      new Date((await clockNow(db)).getTime() + hours * 3_600_000).toISOString(),
    outbox: (messageId: string) =>
      db.selectFrom('outbox').selectAll().where('messageId', '=', messageId).executeTakeFirst(),
    mail: (messageId: string) => mailOf(stage, messageId),
    async close() {
      await app.close()
      await stage.close()
    },
  }
}
export type Replies = Awaited<ReturnType<typeof openReplies>>

async function mailOf(
  stage: Stage,
  messageId: string,
): Promise<ParsedMail & { raw: string; envelope: string[] }> {
  const { db, house } = stage
  const outbox = await db
    .selectFrom('outbox')
    .selectAll()
    .where('messageId', '=', messageId)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('outboxRecipients')
    .select('address')
    .where('outboxId', '=', outbox.id)
    .orderBy('address')
    .execute()
  const raw = await readLetter(house, outbox)
  const parsed = await simpleParser(raw)
  return Object.assign(parsed, { raw: raw.toString(), envelope: rows.map((row) => row.address) })
}
