import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inboxes } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import { clockNow } from '#server/base/clock.ts'
import { handInLetter, testReader } from '#server/channels/email/testing.ts'
import { letter, maria } from '#server/conversations/testing.ts'
import { readRequestPage } from '#server/pages/page.ts'
import { openReplies, type Replies } from './testing.ts'

const workshop = { name: 'Oficina Sousa', email: 'oficina@sousa.example' }

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
})
afterAll(() => stage.close())

const whole = async (id: string) =>
  (await stage.ask(stage.ana, 'GET /conversations/{id}', { params: { id } })).body
const theirs = async () => {
  const file = await stage.house.files.keep(Buffer.from('a photo of the burner'))
  return letter(stage.db, {
    inboxId: stage.repairs,
    from: maria,
    text: 'The burner makes this noise.',
    more: {
      attachments: [
        { filename: 'burner.txt', contentType: 'text/plain', size: 21, inline: false, contentId: null, file },
      ],
    },
  })
}
const send = (id: string, body: object, by = stage.ana) =>
  stage.ask(by, 'POST /conversations/{id}/forwards', { params: { id }, body })

describe('forwarding', () => {
  it('leaves the team with its files, and is nothing the customer gets, sees or is answered by', async () => {
    const { conversationId: id, messageId } = await theirs()
    const before = await whole(id)
    const sent = await send(id, {
      to: [workshop],
      text: 'Do you know this noise?',
      messageIds: [messageId],
      files: [before.messages[0].attachments[0].id],
    })
    expect(sent.status).toBe(201)
    const mail = await stage.mail(sent.body.messageId)
    expect(mail.envelope).toEqual([workshop.email])
    expect(mail.subject).toBe('Fwd: The boiler')
    expect(mail.text).toContain('Do you know this noise?')
    expect(mail.text).toContain('The burner makes this noise.')
    expect(mail.text).not.toContain('/p/')
    expect(mail.attachments.map((one) => one.filename)).toEqual(['burner.txt'])
    expect(mail.references).toBeUndefined()
    const after = await whole(id)
    expect(after).toMatchObject({
      status: 'open',
      waitingSince: before.waitingSince,
      participants: [{ email: maria.email }],
    })
    expect(after.messages.at(-1)).toMatchObject({
      direction: 'note',
      channel: 'email',
      to: [workshop],
      authorName: stage.ana.name,
      attachments: [{ filename: 'burner.txt' }],
      delivery: [{ to: workshop.email }],
    })
    expect((await readRequestPage(stage.house, id)).messages.map((one) => one.text)).toEqual([
      'The burner makes this noise.',
    ])
  })

  it('brings what they answer to us alone, and makes it our turn again', async () => {
    const { conversationId: id, messageId } = await theirs()
    await stage.ask(stage.ana, 'POST /conversations/{id}/replies', {
      params: { id },
      body: { text: 'I ask the workshop.' },
    })
    const sent = await send(id, { to: [workshop], messageIds: [messageId] })
    expect((await whole(id)).status).toBe('waiting')
    const { messageIdHeader } = await stage.db
      .selectFrom('emailIds')
      .select('messageIdHeader')
      .where('messageId', '=', sent.body.messageId)
      .executeTakeFirstOrThrow()
    const { token } = await stage.db
      .selectFrom('replyTokens')
      .select('token')
      .where('conversationId', '=', id)
      .where('address', '=', workshop.email)
      .executeTakeFirstOrThrow()
    for (const [n, to] of [inboxes.repairs.address, `repairs+t-${token}@casa-amaral.example`].entries()) {
      const taken = await handInLetter(
        stage.house,
        testReader(),
        await rawMail({
          from: workshop,
          to,
          subject: 'Re: Fwd: The boiler',
          text: `It is the fan, ${n}.`,
          inReplyTo: messageIdHeader,
          messageId: `fan-${n}@sousa.example`,
          date: await clockNow(stage.db),
        }),
      )
      expect(taken).toMatchObject({ conversationId: id, outcome: 'joined' })
    }
    const after = await whole(id)
    expect(after).toMatchObject({ status: 'open', participants: [{ email: maria.email }] })
    expect(after.messages.at(-1)).toMatchObject({
      direction: 'note',
      channel: 'email',
      from: workshop,
      text: 'It is the fan, 1.',
      held: false,
    })
    expect((await readRequestPage(stage.house, id)).messages.map((one) => one.text)).not.toContain(
      'It is the fan, 1.',
    )
    const answered = await stage.db
      .selectFrom('events')
      .select('detail')
      .where('conversationId', '=', id)
      .where('type', '=', 'forward.answered')
      .execute()
    expect(answered).toMatchObject([{ detail: { forwarder: stage.ana.id } }, {}])
  })

  it('can be taken back before it leaves, and refuses what never leaves the team', async () => {
    const { conversationId: id, messageId } = await theirs()
    const note = await stage.ask(stage.ana, 'POST /conversations/{id}/notes', {
      params: { id },
      body: { text: 'Careful.' },
    })
    expect((await send(id, { to: [workshop], messageIds: [note.body.messageId] })).status).toBe(422)
    expect((await send(id, { to: [inboxes.bakery.address], messageIds: [messageId] })).status).toBe(422)
    expect((await send(id, { to: [workshop], messageIds: [messageId] }, stage.tomas)).status).toBe(404)
    const other = await theirs()
    expect((await send(id, { to: [workshop], messageIds: [other.messageId] })).status).toBe(404)
    const sent = await send(id, { to: [workshop], messageIds: [messageId], undoSeconds: 30 })
    const undone = await stage.ask(stage.ana, 'DELETE /messages/{id}/sending', {
      params: { id: sent.body.messageId },
    })
    expect(undone).toMatchObject({ status: 200, body: { to: [workshop] } })
    expect((await whole(id)).messages).toHaveLength(2)
    // The note is nothing that could be taken back.
    expect(
      (await stage.ask(stage.ana, 'DELETE /messages/{id}/sending', { params: { id: note.body.messageId } }))
        .status,
    ).toBe(409)
  })
})
