import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { readMail } from '#server/channels/email/read/read.ts'
import { keepUpload } from '#server/conversations/attachments.ts'
import { recordReading } from '#server/conversations/reading.ts'
import { joao, letter, maria } from '#server/conversations/testing.ts'
import { changeCompany } from '#server/team/company.ts'
import { openReplies, type Replies } from './testing.ts'

let stage: Replies
beforeAll(async () => {
  stage = await openReplies()
  await changeCompany(stage.db, tend, { name: 'Casa Amaral' })
})
afterAll(() => stage.close())

const matter = (text = 'When will somebody come?', more: object = {}) =>
  letter(stage.db, { inboxId: stage.repairs, from: maria, text, ...more })
const reply = (id: string, body: object, by = stage.ana) =>
  stage.ask(by, 'POST /conversations/{id}/replies', { params: { id }, body })
const whole = async (id: string, by = stage.ana) =>
  (await stage.ask(by, 'GET /conversations/{id}', { params: { id } })).body

describe('an answer', () => {
  it('is one transaction: message, promise and letter, or none of them', async () => {
    const { conversationId } = await matter()
    const due = await stage.inHours(5)
    const sent = await reply(conversationId, {
      text: 'I’ll call you by Friday.',
      promises: [{ what: 'call Maria', due, quote: 'I’ll call you by Friday.' }],
    })
    expect(sent).toMatchObject({ status: 201, body: { undoUntil: null, missing: [] } })
    expect(sent.body.promiseIds).toHaveLength(1)
    const { messages, promises } = await whole(conversationId)
    expect(messages.at(-1)).toMatchObject({
      id: sent.body.messageId,
      direction: 'out',
      text: 'I’ll call you by Friday.',
      delivery: [{ to: maria.email, state: 'waiting' }],
    })
    expect(promises).toMatchObject([
      { id: sent.body.promiseIds[0], makerId: stage.ana.id, due, messageId: sent.body.messageId },
    ])

    const before = await whole(conversationId)
    const refused = await reply(conversationId, {
      text: 'And I’ll come yesterday.',
      promises: [
        { what: 'call', due },
        { what: 'come', due: await stage.inHours(-2) },
      ],
    })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/promises/1/due' }] } })
    expect((await whole(conversationId)).messages).toEqual(before.messages)
    expect((await whole(conversationId)).promises).toEqual(before.promises)
  })

  it('is a colleague’s word where it says so, and only of one who sees the inbox', async () => {
    const { conversationId } = await matter()
    const text = 'Ben calls you on Thursday.'
    const promise = { what: 'call Maria', due: await stage.inHours(30), quote: text }
    const sent = await reply(conversationId, { text, promises: [{ ...promise, makerId: stage.ben.id }] })
    expect(sent.status).toBe(201)
    const { messages, promises } = await whole(conversationId)
    expect(messages.at(-1)).toMatchObject({ authorId: stage.ana.id })
    expect(promises).toMatchObject([{ id: sent.body.promiseIds[0], makerId: stage.ben.id }])
    for (const cannot of [stage.tomas, stage.lena])
      expect(
        await reply(conversationId, { text, promises: [promise, { ...promise, makerId: cannot.id }] }),
      ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/promises/1/makerId' }] } })
    expect((await whole(conversationId)).messages).toEqual(messages)
  })

  it('says what speaks against a promise in it, and takes it all the same', async () => {
    const { conversationId } = await matter()
    const sunday = new Date(await stage.inHours(0))
    sunday.setUTCDate(sunday.getUTCDate() + 7 - sunday.getUTCDay())
    sunday.setUTCHours(12, 0, 0, 0)
    const sent = await reply(conversationId, {
      text: 'I send you the plan, and I’ll call you on Sunday.',
      promises: [
        { what: 'send the plan', due: null },
        { what: 'call Maria', due: sunday.toISOString() },
      ],
    })
    expect(sent).toMatchObject({
      status: 201,
      body: { hints: [{ promiseId: sent.body.promiseIds[1], kind: 'closed' }] },
    })
    expect(sent.body.hints).toHaveLength(1)
    expect(sent.body.hints[0].says).toContain('Nobody is here on Sunday')
  })

  it('is a plain letter from a person, with its thread, a signature and the customer’s own page', async () => {
    const { conversationId } = await matter()
    const { body } = await reply(conversationId, {
      text: 'Hello Maria,\n\nwe come at three.\nBring <tea> & "cake".',
    })
    const mail = await stage.mail(body.messageId)
    expect(mail.from?.value[0]).toMatchObject({ name: `${stage.ana.name}, Casa Amaral` })
    expect(mail.subject).toBe('Re: The boiler')
    expect(mail.envelope).toEqual([maria.email])
    expect(mail.replyTo?.value[0]?.address).toMatch(/^repairs\+[\w.-]+@/)
    expect(mail.text).toContain('Bring <tea> & "cake".')
    expect(mail.text).toContain(stage.ana.name)
    expect(mail.text).toMatch(/https:\/\/care\.casa-amaral\.example\/p\/[\w.-]{40,}/)
    expect(mail.html).toContain('&#60;tea&#62; &#38; &#34;cake&#34;')
    const second = await reply(conversationId, { text: 'We are on the way.' })
    const next = await stage.mail(second.body.messageId)
    expect(next.inReplyTo).toBe(mail.messageId)
    expect(next.messageId).not.toBe(mail.messageId)
  })

  it('makes it the writer’s where it was nobody’s, and their turn', async () => {
    const { conversationId } = await matter()
    await reply(conversationId, { text: 'At three.' }, stage.ben)
    expect(await whole(conversationId)).toMatchObject({
      assigneeId: stage.ben.id,
      status: 'waiting',
      waitingSince: null,
    })
    await reply(conversationId, { text: 'Or at four.' }, stage.ana)
    expect(await whole(conversationId)).toMatchObject({ assigneeId: stage.ben.id })
  })

  it('ticks what it answered, closes with a goodbye and says what is missing', async () => {
    const { conversationId, messageId } = await matter('When do you come? What does it cost?')
    await recordReading(stage.db, tend, {
      conversationId,
      messageId,
      asks: ['When do you come?', 'What does it cost?'],
      signals: {},
      evidence: [],
      praised: [],
    })
    const { asks } = await whole(conversationId)
    const sent = await reply(conversationId, {
      text: 'At three.',
      answeredAsks: [asks[0].id],
      afterwards: 'done',
    })
    expect(sent.body.missing).toEqual(['1 question open', 'no goodbye'])
    const after = await whole(conversationId)
    expect(after.status).toBe('closed')
    expect(after.asks.map((ask: { answered: boolean }) => ask.answered)).toEqual([true, false])
    const bye = await reply(conversationId, {
      text: 'It costs nothing.',
      afterwards: 'done',
      goodbye: 'thanks',
    })
    expect(bye.body.missing).toEqual(['1 question open'])
  })

  it('can be put off until a time, with its reason', async () => {
    const { conversationId } = await matter()
    const until = await stage.inHours(20)
    await reply(conversationId, {
      text: 'We ask the maker.',
      later: { until, reason: 'the maker answers tomorrow' },
    })
    expect(await whole(conversationId)).toMatchObject({
      status: 'snoozed',
      later: { until, reason: 'the maker answers tomorrow' },
    })
  })
})

describe('all the same', () => {
  it('keeps why it went although the team holds it back, on the timeline and in the audit', async () => {
    const { conversationId } = await matter()
    const reason = 'She asked us to write to her sister.'
    const body = { text: 'Dear Rita, we come at three.', allTheSame: [{ check: 'name.wrong', reason }] }
    expect((await reply(conversationId, body)).status).toBe(201)
    const lines = (await whole(conversationId)).lines.filter(
      (line: { type: string }) => line.type === 'reply.all-the-same',
    )
    expect(lines).toMatchObject([{ by: stage.ana.name, detail: { check: 'name.wrong', reason } }])
    const kept = await stage.db
      .selectFrom('audit')
      .select(['byName', 'detail'])
      .where('action', '=', 'reply.all-the-same')
      .where('subjectId', '=', conversationId)
      .execute()
    expect(kept).toMatchObject([{ byName: stage.ana.name, detail: { check: 'name.wrong', reason } }])

    const later = await matter()
    const sendAt = await stage.inHours(2)
    const scheduled = await stage.ask(stage.ana, 'POST /conversations/{id}/scheduled-replies', {
      params: { id: later.conversationId },
      body: { ...body, sendAt },
    })
    expect(scheduled.status).toBe(201)
    expect((await whole(later.conversationId)).lines.map((line: { type: string }) => line.type)).toContain(
      'reply.all-the-same',
    )
  })

  it('is refused without a reason, or for a check that holds nothing back', async () => {
    const { conversationId } = await matter()
    for (const one of [
      { check: 'name.wrong', reason: '  ' },
      { check: 'close.warm', reason: 'It is late.' },
      { check: 'no.such', reason: 'It is late.' },
    ])
      expect((await reply(conversationId, { text: 'We come.', allTheSame: [one] })).status).toBe(422)
  })
})

describe('whom it goes to', () => {
  it('is the requester and those in copy, unless said otherwise', async () => {
    const { conversationId } = await matter()
    const first = await reply(conversationId, { text: 'Shall João come too?', cc: [joao] })
    expect((await stage.mail(first.body.messageId)).envelope).toEqual([joao.email, maria.email])
    const second = await reply(conversationId, { text: 'Good, both of you.' })
    expect((await stage.mail(second.body.messageId)).cc).toMatchObject({ value: [{ address: joao.email }] })
    const third = await reply(conversationId, {
      text: 'Only you.',
      to: [`"Maria, L." <${maria.email.toUpperCase()}>`],
      cc: [],
    })
    expect((await stage.mail(third.body.messageId)).envelope).toEqual([maria.email])
    expect((await whole(conversationId)).participants).toMatchObject([
      { email: maria.email, role: 'requester' },
      { email: joao.email, role: 'cc' },
    ])
  })

  it('gives the page’s link to nobody but the requester: whoever has it reads all and writes in their name', async () => {
    const { conversationId } = await matter()
    const shared = await reply(conversationId, { text: 'To both.', cc: [joao] })
    expect((await stage.mail(shared.body.messageId)).raw).not.toContain('/p/')
    const alone = await reply(conversationId, { text: 'To you.', cc: [] })
    expect((await stage.mail(alone.body.messageId)).raw).toContain('/p/')
  })

  it('may be somebody unseen by the others: on the envelope alone, and no part of the conversation', async () => {
    const { conversationId } = await matter()
    const sent = await reply(conversationId, {
      text: 'We come on Friday.',
      bcc: [{ name: 'João Teixeira', email: joao.email }, maria.email],
    })
    expect(sent.status).toBe(201)
    const seen = await whole(conversationId)
    // Whoever gets it anyway gets it once.
    expect(seen.messages.at(-1)).toMatchObject({ bcc: [{ email: joao.email }], to: [{ email: maria.email }] })
    expect(seen.participants.map((one: { email: string }) => one.email)).toEqual([maria.email])
    const mail = await stage.mail(sent.body.messageId)
    expect(mail.envelope).toEqual([joao.email, maria.email])
    // Nor the link to the page: whoever has it reads all and writes in the name of the requester.
    expect(mail.raw).not.toMatch(new RegExp(`bcc|${joao.email}|Teixeira|/p/`, 'i'))
    expect(await reply(conversationId, { text: 'And?', bcc: ['nobody'] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/bcc/0' }] },
    })
  })

  it('is never what two readers could read differently, our own inbox, or nobody', async () => {
    const { conversationId } = await matter()
    const wrong = async (body: object) =>
      (await reply(conversationId, { text: 'Hello', ...body })).body.errors[0].pointer
    expect(await wrong({ to: ['maria@a.example, mallory@b.example'] })).toBe('/to/0')
    expect(await wrong({ to: [maria, 'Maria <a@b.example> <c@d.example>'] })).toBe('/to/1')
    expect(await wrong({ cc: [{ name: 'Maria\r\nBcc: mallory@b.example', email: maria.email }] })).toBe(
      '/cc/0',
    )
    expect(await wrong({ to: ['repairs@casa-amaral.example'] })).toBe('/to/0')
    expect(await wrong({ to: [] })).toBe('/to')
    expect(await wrong({ bcc: ['repairs@casa-amaral.example'] })).toBe('/bcc/0')
  })
})

describe('what is in it', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const upload = (filename: string, by = stage.ana) => keepUpload(stage.house, by, { filename, bytes: png })

  it('has files and pictures in place, which are still there when their address has expired', async () => {
    const { conversationId } = await matter()
    const [shown, beside] = [await upload('pipe.png'), await upload('plan.png')]
    const sent = await reply(conversationId, {
      html: `<p>This pipe:</p><img src="/files/${shown.id}/pipe.png?until=1&amp;k=old"><script>alert(1)</script>`,
      attachments: [shown.id, beside.id],
    })
    expect(sent.status).toBe(201)
    const mail = await stage.mail(sent.body.messageId)
    expect(mail.attachments.map((one) => [one.filename, Boolean(one.related)])).toEqual([
      ['pipe.png', true],
      ['plan.png', false],
    ])
    expect(mail.raw).not.toContain('alert')
    const message = (await whole(conversationId)).messages.at(-1)
    expect(message.attachments.map((one: { inline: boolean }) => one.inline)).toEqual([true, false])
    const address = /src="([^"]+)"/.exec(message.html)![1]!.replaceAll('&amp;', '&')
    expect((await stage.app.inject({ url: address })).statusCode).toBe(200)
  })

  it('shows no picture that is not its own, and takes no file of somebody else', async () => {
    const { conversationId } = await matter()
    const bens = await upload('private.png', stage.ben)
    const html = `<p>Look</p><img src="/files/${bens.id}/private.png?until=1&amp;k=x">`
    const sent = await reply(conversationId, { html })
    expect((await whole(conversationId)).messages.at(-1).html).not.toContain('img')
    expect((await stage.mail(sent.body.messageId)).attachments).toEqual([])
    const taken = await reply(conversationId, { html, attachments: [bens.id] })
    expect(taken).toMatchObject({ status: 422, body: { errors: [{ pointer: '/attachments/0' }] } })
  })

  it('may be a file alone, but not nothing, and no slot that nobody filled', async () => {
    const { conversationId } = await matter()
    const file = await upload('plan.png')
    expect((await reply(conversationId, { text: ' ', attachments: [file.id] })).status).toBe(201)
    for (const body of [{}, { text: '  \n ' }, { html: '<p> </p>' }])
      expect(await reply(conversationId, body)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/text' }] },
      })
    const slotted = await reply(conversationId, { text: 'Dear {{preferredName}},\n\nwe come at three.' })
    expect(slotted).toMatchObject({ status: 422, body: { errors: [{ pointer: '/text' }] } })
    expect(slotted.body.title).toContain('{{preferredName}}')
    expect((await reply(conversationId, { text: 'Write {{7*7}} or { curly } as you like.' })).status).toBe(
      201,
    )
  })
})

describe('how it ends', () => {
  const set = (body: object, by = stage.ana) => stage.ask(by, 'PUT /signatures', { body })
  const ending = async (inboxId = stage.repairs, by = stage.ana) =>
    (await stage.ask(by, 'GET /inboxes/{id}/signature', { params: { id: inboxId } })).body
  const signed = async (text: string, by = stage.ana) => {
    const { conversationId } = await matter()
    return stage.mail((await reply(conversationId, { text }, by)).body.messageId)
  }
  const times = (text: string | undefined, words: string) => (text ?? '').split(words).length - 1

  it('is by the nearest signature: mine here, mine anywhere, the inbox’s, or the usual', async () => {
    expect(await ending()).toMatchObject({ from: 'usual', text: `${stage.ana.name}\nCasa Amaral` })
    await set({
      whose: 'inbox',
      inboxId: stage.repairs,
      text: '{{name}}\n{{title}}\n{{inbox}}, {{company}}',
    })
    // Who has no title has no empty line either.
    expect(await ending()).toMatchObject({ from: 'inbox', text: `${stage.ana.name}\nRepairs, Casa Amaral` })
    await set({ whose: 'mine', inboxId: null, text: '-- \nAna, for everything warm' })
    expect(await ending()).toMatchObject({ from: 'mine', text: 'Ana, for everything warm' })
    const here = await set({
      whose: 'mine',
      inboxId: stage.repairs,
      html: '<p><b>Ana</b><br>of repairs<script>x</script></p>',
    })
    expect(here.body).toMatchObject({ text: 'Ana\nof repairs', html: expect.not.stringContaining('script') })
    expect(await ending()).toMatchObject({ from: 'mine-here', html: expect.stringContaining('<b>Ana</b>') })
    expect((await ending(stage.repairs, stage.ben)).from).toBe('inbox')
    const mine = (await stage.ask(stage.ana, 'GET /signatures')).body.items
    expect(mine).toHaveLength(3)
    expect((await stage.ask(stage.ben, 'GET /signatures')).body.items).toHaveLength(1)
    await stage.ask(stage.ana, 'DELETE /signatures/{id}', { params: { id: here.body.id } })
    expect((await ending()).from).toBe('mine')
  })

  it('is said once, also where the writer has signed by hand, and is in both forms of the letter', async () => {
    await set({ whose: 'mine', inboxId: null, html: '<p><b>Ana Costa</b><br>for everything warm</p>' })
    const plain = await signed('We come on Friday.')
    expect(times(plain.text, 'for everything warm')).toBe(1)
    expect(times(plain.html || '', 'for everything warm')).toBe(1)
    expect(plain.html).toContain('<b>Ana Costa</b>')
    const byHand = await signed('We come on Friday.\n\nAna Costa\nfor everything warm')
    expect(times(byHand.text, 'for everything warm')).toBe(1)
    expect(times(byHand.html || '', 'for everything warm')).toBe(1)
  })

  it('is part of the letter for our own reader too, who cuts nothing of it from the whole', async () => {
    const { raw } = await signed('We come on Friday.')
    const read = await readMail(Buffer.from(raw), tmpdir())
    expect(read.text).toContain('We come on Friday.')
    expect(read.textFull).toContain('for everything warm')
  })

  it('is not for everybody to set', async () => {
    const inbox = { whose: 'inbox', inboxId: stage.repairs, text: '{{name}}' }
    expect((await set(inbox, stage.ben)).status).toBe(403)
    expect((await set({ whose: 'mine', inboxId: stage.bakery, text: 'Ana' })).status).toBe(404)
    expect((await set({ whose: 'mine', inboxId: null, text: ' ' })).status).toBe(422)
    expect((await set({ whose: 'mine', inboxId: null, text: 'Yours, {{nmae}}' })).status).toBe(422)
    expect((await set({ whose: 'mine', inboxId: null, text: 'Lena' }, stage.lena)).status).toBe(403)
    const [ofInbox] = (await stage.ask(stage.ben, 'GET /signatures')).body.items
    expect(
      (await stage.ask(stage.ben, 'DELETE /signatures/{id}', { params: { id: ofInbox.id } })).status,
    ).toBe(403)
    expect(
      (await stage.ask(stage.tomas, 'DELETE /signatures/{id}', { params: { id: ofInbox.id } })).status,
    ).toBe(404)
  })
})

describe('who may', () => {
  it('is not who only reads along, and not who does not see the inbox', async () => {
    const { conversationId } = await matter()
    expect((await reply(conversationId, { text: 'Hello' }, stage.lena)).status).toBe(403)
    expect((await reply(conversationId, { text: 'Hello' }, stage.tomas)).status).toBe(404)
    const body = { inboxId: stage.repairs, to: [maria.email], subject: 'Hello', text: 'Hello' }
    expect((await stage.ask(stage.tomas, 'POST /conversations', { body })).status).toBe(404)
  })
})

describe('a note', () => {
  it('never leaves: no letter, no change of turn, and not in the next answer', async () => {
    const { conversationId } = await matter()
    const note = await stage.ask(stage.ana, 'POST /conversations/{id}/notes', {
      params: { id: conversationId },
      body: { text: 'The key is under the blue pot.' },
    })
    expect(note.status).toBe(201)
    expect(await stage.outbox(note.body.messageId)).toBeUndefined()
    expect((await whole(conversationId)).status).toBe('open')
    const { body } = await reply(conversationId, { text: 'We come at three.' })
    expect((await stage.mail(body.messageId)).raw).not.toContain('blue pot')
    const back = await stage.ask(stage.ana, 'DELETE /messages/{id}/sending', {
      params: { id: note.body.messageId },
    })
    expect(back).toMatchObject({ status: 409, body: { type: 'not-ours' } })
  })
})

describe('writing first', () => {
  it('opens a conversation that is mine, and is their turn', async () => {
    const sent = await stage.ask(stage.ana, 'POST /conversations', {
      body: {
        inboxId: stage.repairs,
        to: ['Nora Reis <nora.reis@mail.example>', joao.email],
        subject: 'Your boiler is due',
        text: 'Shall we come in May?',
      },
    })
    expect(sent.status).toBe(201)
    const seen = await whole(sent.body.id)
    expect(seen).toMatchObject({
      assigneeId: stage.ana.id,
      status: 'waiting',
      subject: 'Your boiler is due',
      person: { name: 'Nora Reis' },
      participants: [
        { email: 'nora.reis@mail.example', role: 'requester' },
        { email: joao.email, role: 'cc' },
      ],
    })
    expect((await stage.mail(sent.body.messageId)).subject).toBe('Your boiler is due')
  })

  it('shows the letter on its row, and stands as if nobody had written once it is taken back', async () => {
    const body = {
      inboxId: stage.repairs,
      to: ['Vera Pinto <vera.pinto@mail.example>'],
      subject: 'Your boiler',
      text: 'We come in May.',
      undoSeconds: 60,
    }
    const { body: sent } = await stage.ask(stage.ana, 'POST /conversations', { body })
    const row = () =>
      stage.db
        .selectFrom('conversations')
        .select(['status', 'gist', 'lastMessageId'])
        .where('id', '=', sent.id)
        .executeTakeFirst()
    expect(await row()).toEqual({ status: 'waiting', gist: body.text, lastMessageId: sent.messageId })
    const back = await stage.ask(stage.ana, 'DELETE /messages/{id}/sending', {
      params: { id: sent.messageId },
    })
    expect(back.status).toBe(200)
    expect(await row()).toMatchObject({ status: 'open', gist: '', lastMessageId: null })
  })

  it('finds one person, however many write to somebody new at once', async () => {
    const to = ['Rui Costa <rui.costa@mail.example>']
    const sent = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        stage.ask(n % 2 ? stage.ana : stage.ben, 'POST /conversations', {
          body: { inboxId: stage.repairs, to, subject: `Your boiler ${n}`, text: 'Shall we come in May?' },
        }),
      ),
    )
    expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 201))
    const conversations = await stage.db
      .selectFrom('conversations')
      .select('customerId')
      .where(
        'id',
        'in',
        sent.map(({ body }) => body.id),
      )
      .execute()
    expect(conversations).toHaveLength(8)
    expect(new Set(conversations.map(({ customerId }) => customerId)).size).toBe(1)
    const people = await stage.db
      .selectFrom('customers')
      .select('id')
      .where('name', '=', 'Rui Costa')
      .execute()
    expect(people).toHaveLength(1)
  })
})

describe('where a conversation lay', () => {
  it('is only a guess: one that was moved is answered from where it lies now', async () => {
    const { conversationId } = await matter()
    await reply(conversationId, { text: 'We come at three.' })
    await stage.db
      .updateTable('conversations')
      .set({ inboxId: stage.bakery })
      .where('id', '=', conversationId)
      .execute()
    await stage.db
      .updateTable('messages')
      .set({ inboxId: stage.bakery })
      .where('conversationId', '=', conversationId)
      .execute()
    expect((await reply(conversationId, { text: 'At four.' }, stage.ana)).status).toBe(404)
    const sent = await reply(conversationId, { text: 'At five.' }, stage.tomas)
    expect(sent.status).toBe(201)
    expect(await stage.outbox(sent.body.messageId)).toMatchObject({ inboxId: stage.bakery })
  })
})
