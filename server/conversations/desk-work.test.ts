import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { transaction } from '#server/database/database.ts'
import { attachFiles, keepUpload } from './attachments.ts'
import { dropDraft, keepDraft } from './drafts.ts'
import { noteSeenMessage, noticePresence, sweepPresence } from './presence.ts'
import { undoMessage } from './takeBack.ts'
import { answer, letter, maria, openStage, type Stage } from './testing.ts'
import { writeMessage } from './write.ts'

let stage: Stage
let id: string
beforeAll(async () => {
  stage = await openStage()
  id = (await letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'The boiler is cold.' }))
    .conversationId
})
afterAll(() => stage.close())

const draft = (text: string, version: number) => ({
  html: `<p>${text}</p>`,
  text,
  to: [],
  cc: [],
  attachments: [],
  version,
})

describe('a draft', () => {
  it('is never overwritten by an older window; the newer text comes back', async () => {
    const first = await keepDraft(stage.db, stage.ana, id, 'reply', draft('Dear Maria', 0))
    const second = await keepDraft(
      stage.db,
      stage.ana,
      id,
      'reply',
      draft('Dear Maria, we come', first.version),
    )
    expect(second.version).toBe(first.version + 1)
    const older = keepDraft(stage.db, stage.ana, id, 'reply', draft('Dear M', first.version))
    await expect(older).rejects.toMatchObject({
      status: 409,
      type: 'newer-draft',
      extra: { newer: { text: 'Dear Maria, we come', version: second.version } },
    })
  })

  it('has one winner when two windows begin at once', async () => {
    const attempts = await Promise.allSettled(
      ['one', 'two', 'three'].map((text) => keepDraft(stage.db, stage.ben, id, 'reply', draft(text, 0))),
    )
    expect(attempts.filter((attempt) => attempt.status === 'fulfilled')).toHaveLength(1)
  })

  it('belongs to one teammate and one kind', async () => {
    await keepDraft(stage.db, stage.ana, id, 'note', draft('for us', 0))
    const rows = await stage.db
      .selectFrom('drafts')
      .select(['teammateId', 'kind'])
      .where('conversationId', '=', id)
      .execute()
    expect(rows).toHaveLength(3)
    await dropDraft(stage.db, stage.ana, id, 'note')
    await expect(keepDraft(stage.db, stage.tomas, id, 'reply', draft('x', 0))).rejects.toMatchObject({
      status: 404,
    })
    await expect(dropDraft(stage.db, stage.tomas, id, 'reply')).rejects.toMatchObject({ status: 404 })
    await expect(keepDraft(stage.db, stage.lena, id, 'reply', draft('x', 0))).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('presence', () => {
  const heard = async () =>
    (
      await stage.db
        .selectFrom('events')
        .select('detail')
        .where('type', '=', 'presence.changed')
        .orderBy('seq')
        .execute()
    ).map((event) => event.detail.doing)

  it('is told when it changes, not when it is only said again', async () => {
    await noticePresence(stage.db, stage.ana, id, 'looking')
    await noticePresence(stage.db, stage.ana, id, 'looking')
    await noticePresence(stage.db, stage.ana, id, 'typing')
    await noticePresence(stage.db, stage.ana, id, 'gone')
    expect(await heard()).toEqual(['looking', 'typing', 'gone'])
  })

  it('ends, and is told to end, when a window closes without a word', async () => {
    await noticePresence(stage.db, stage.ben, id, 'typing')
    await sweepPresence(stage.db)
    expect((await heard()).at(-1)).toBe('typing')
    await stage.db.updateTable('presence').set({ until: sql<Date>`now() - interval '1 second'` }).execute()
    await sweepPresence(stage.db)
    await sweepPresence(stage.db)
    expect((await heard()).slice(-2)).toEqual(['typing', 'gone'])
    expect(await stage.db.selectFrom('presence').selectAll().execute()).toEqual([])
  })

  it('leaves no trail: its events are forgotten after ten minutes', async () => {
    await stage.db
      .updateTable('events')
      .set({ at: sql<Date>`clock_now() - interval '11 minutes'` })
      .where('type', '=', 'presence.changed')
      .execute()
    await sweepPresence(stage.db)
    expect(await heard()).toEqual([])
  })

  it('stops at the wall', async () => {
    await expect(noticePresence(stage.db, stage.tomas, id, 'looking')).rejects.toMatchObject({ status: 404 })
  })
})

describe('what I have read', () => {
  it('only goes forward, and my own message is read by me', async () => {
    const seen = async () =>
      (
        await stage.db
          .selectFrom('seen')
          .select('messageId')
          .where('conversationId', '=', id)
          .where('teammateId', '=', stage.ana.id)
          .executeTakeFirstOrThrow()
      ).messageId
    const { messageId } = await answer(stage.db, stage.ana, id, 'We come at three.')
    expect(await seen()).toBe(messageId)
    await noteSeenMessage(stage.db, stage.ana, id, `msg_${'0'.repeat(22)}`)
    expect(await seen()).toBe(messageId)
  })
})

describe('files', () => {
  const upload = (who = stage.ana, filename = 'boiler.txt') =>
    keepUpload(stage.house, who, { filename, bytes: Buffer.from('pressure 0.4 bar') })
  const attach = (who: Stage['ana'], ids: string[], messageId: string) =>
    transaction(stage.db, (trx) =>
      attachFiles(trx, who, ids, { conversationId: id, messageId, inboxId: stage.repairs }),
    )

  it('go only with a message of whoever brought them, and only once', async () => {
    const { messageId } = await answer(stage.db, stage.ana, id, 'See the picture.')
    const file = await upload()
    await expect(attach(stage.ben, [file.id], messageId)).rejects.toMatchObject({ status: 422 })
    await attach(stage.ana, [file.id], messageId)
    await expect(attach(stage.ana, [file.id], messageId)).rejects.toMatchObject({ status: 422 })
  })

  it('go back to the draft when the message is taken back', async () => {
    const file = await upload()
    const { messageId } = await answer(stage.db, stage.ana, id, 'See the picture.', {
      attachmentIds: [file.id],
    })
    await transaction(stage.db, (trx) => undoMessage(trx, stage.ana, messageId))
    const again = await answer(stage.db, stage.ana, id, 'See the other picture.', {
      attachmentIds: [file.id],
    })
    const row = await stage.db
      .selectFrom('attachments')
      .select('messageId')
      .where('id', '=', file.id)
      .executeTakeFirstOrThrow()
    expect(row.messageId).toBe(again.messageId)
  })

  it('are called what they are: by their bytes, text by its name', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const typed = async (filename: string, bytes: Buffer) =>
      (await keepUpload(stage.house, stage.ana, { filename, bytes })).contentType
    expect(await typed('harmless.txt', png)).toBe('image/png')
    expect(await typed('visits.csv', Buffer.from('day,hour\n'))).toBe('text/csv')
    expect(await typed('notes', Buffer.from('the key'))).toBe('text/plain')
    expect(await typed('thing.csv', Buffer.from([0, 1, 2, 3]))).toBe('application/octet-stream')
  })
})

it('a row says what a person wrote, also after an answer that came behind an automatic one is taken back', async () => {
  const { db, ana } = stage
  const { conversationId } = await letter(db, {
    inboxId: stage.repairs,
    from: maria,
    text: 'Nobody has come yet.',
  })
  await transaction(db, (trx) =>
    writeMessage(trx, tend, {
      conversationId,
      to: [maria],
      cc: [],
      subject: 'Re: The boiler',
      text: 'We are closed at this moment.',
      html: null,
      attachmentIds: [],
      clientKey: null,
      automatic: true,
    }),
  )
  const gist = async () =>
    (
      await db
        .selectFrom('conversations')
        .select('gist')
        .where('id', '=', conversationId)
        .executeTakeFirstOrThrow()
    ).gist
  expect(await gist()).toBe('Nobody has come yet.')
  const { messageId } = await answer(db, ana, conversationId, 'Ben comes at noon.')
  expect(await gist()).toBe('Ben comes at noon.')
  await transaction(db, (trx) => undoMessage(trx, ana, messageId))
  expect(await gist()).toBe('Nobody has come yet.')
})
