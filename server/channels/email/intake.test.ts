import { expect, test } from 'vitest'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { tend } from '#server/base/actor.ts'
import { addInbox } from '#server/team/actions.ts'
import { readLetter } from './outbox/actions.ts'
import { readHeadersOnly } from './read/headersOnly.ts'
import type { Reader } from './read/reader.ts'
import { openDoor } from './testing/door.ts'
import { answer, handInLetter, standing, testHouse, testReader } from './testing.ts'
import { replyAddress, replyToken } from './token.ts'

const { maria, paul } = customers
const hello = 'hello@brightpipe.example'
const date = '2026-11-25T09:00:00Z'

async function openHouse() {
  const house = await testHouse()
  const reader = testReader()
  // Starting the reading process may take longer than the door waits, on a busy machine.
  const { done } = await reader.read(Buffer.from('Subject: nothing\r\n\r\n'))
  await done()
  return { house, reader, ...openDoor(house, reader) }
}

const boiler = (more: Partial<Parameters<typeof rawMail>[0]> = {}) =>
  rawMail({ from: maria, to: hello, subject: 'The boiler', text: 'It is cold again.', date, ...more })

const messages = (house: Awaited<ReturnType<typeof testHouse>>) =>
  house.db.selectFrom('messages').selectAll().orderBy('id').execute()

test('a first letter opens a conversation of its sender, and is kept byte for byte', async () => {
  const { house, handIn } = await openHouse()
  const raw = await boiler()
  const handed = await handIn(raw)
  expect(handed).toMatchObject({ status: 201, outcome: 'opened' })
  const [message] = await messages(house)
  expect(message).toMatchObject({
    id: handed.messageId,
    conversationId: handed.conversationId,
    fromAddress: maria.email,
    fromName: maria.name,
    text: 'It is cold again.',
    rawSize: raw.length,
  })
  expect(await house.files.read(message!.rawFile!)).toEqual(raw)
})

test('an answer joins: by the reply address, or by what it refers to', async () => {
  const { house, handIn } = await openHouse()
  const { conversationId, messageId } = await answer(house, { to: [maria.email] })
  const token = replyAddress(hello, replyToken(house.key, conversationId, maria.email))
  expect(await handIn(await boiler({ to: token }))).toMatchObject({
    status: 201,
    outcome: 'joined',
    conversationId,
  })
  const [row] = await standing(house, messageId)
  expect(
    await handIn(await boiler({ text: 'Since Monday.', inReplyTo: row!.messageIdHeader })),
  ).toMatchObject({ outcome: 'joined', conversationId })
})

test('the reply address in a stranger’s hands: held, and not shown', async () => {
  const { house, handIn } = await openHouse()
  const { conversationId } = await answer(house, { to: [maria.email] })
  const token = replyAddress(hello, replyToken(house.key, conversationId, maria.email))
  const handed = await handIn(await boiler({ from: paul, to: token }))
  expect(handed).toMatchObject({ status: 201, outcome: 'held', conversationId })
  const message = (await messages(house)).find((one) => one.id === handed.messageId)!
  expect(message.held).toBe(true)
  expect(message.warnings[0]).toContain(paul.email)
})

test('attachments are kept beside it, exactly, under a name without tricks', async () => {
  const { house, handIn } = await openHouse()
  const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const handed = await handIn(
    await boiler({
      html: '<p>See <img src="cid:leak@mail.example"></p>',
      attachments: [
        { filename: 'leak.png', contentType: 'image/png', content: picture, contentId: 'leak@mail.example' },
        { filename: '../../etc/boiler.txt', contentType: 'text/plain', content: Buffer.from('E119') },
      ],
    }),
  )
  expect(handed.outcome).toBe('opened')
  const kept = await house.db.selectFrom('attachments').selectAll().orderBy('filename').execute()
  expect(kept).toMatchObject([
    { filename: expect.not.stringContaining('/'), size: 4, inline: false, messageId: handed.messageId },
    { filename: 'leak.png', size: picture.length, inline: true, contentId: 'leak@mail.example' },
  ])
  expect(await house.files.read(kept[1]!.file)).toEqual(picture)
})

test('a bounce is filed with what it is about; vacation joins and changes nothing', async () => {
  const { house, handIn } = await openHouse()
  const { conversationId, messageId } = await answer(house, { to: [maria.email] })
  const [row] = await standing(house, messageId)
  await house.db
    .updateTable('outboxRecipients')
    .set({ state: 'accepted' })
    .where('outboxId', '=', row!.outboxId)
    .execute()
  const bounce = [
    'From: MAILER-DAEMON@mail.example',
    `To: ${hello}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    '',
    'Your letter could not be delivered.',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    `Final-Recipient: rfc822; ${maria.email}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${row!.messageIdHeader}>`,
    '',
    '--b--',
    '',
  ].join('\r\n')
  expect(await handIn(bounce)).toMatchObject({ status: 201, outcome: 'bounce', conversationId })
  expect((await standing(house, messageId))[0]).toMatchObject({ state: 'bounced' })
  const away = await handIn(
    await boiler({
      subject: 'Automatic reply: The boiler',
      text: 'I am at the sea.',
      inReplyTo: row!.messageIdHeader,
      headers: { 'Auto-Submitted': 'auto-replied' },
    }),
  )
  expect(away).toMatchObject({ status: 201, outcome: 'automatic', conversationId })
})

test('what cannot be read is shown as such, with the original, and is work for somebody', async () => {
  const house = await testHouse()
  const cannot: Reader = {
    read: async (path) => ({ mail: await readHeadersOnly(path as string, 'stopped'), done: async () => {} }),
    close: async () => {},
  }
  const { handIn } = openDoor(house, cannot)
  const raw = await boiler()
  const handed = await handIn(raw)
  expect(handed).toMatchObject({ status: 201, outcome: 'unreadable' })
  const [message] = await messages(house)
  expect(message).toMatchObject({ fromAddress: maria.email, unreadable: true })
  expect(message!.text).toContain('the original is kept')
  expect(await house.files.read(message!.rawFile!)).toEqual(raw)
  expect(await house.db.selectFrom('mailTasks').selectAll().execute()).toMatchObject([
    { kind: 'unreadable', messageId: handed.messageId },
  ])
})

test('our own mail come back is nobody’s letter', async () => {
  const { house, handIn } = await openHouse()
  const { messageId } = await answer(house, { to: [maria.email] })
  const [row] = await standing(house, messageId)
  const ours = await readLetter(house, row!)
  expect(await handIn(ours)).toEqual({
    status: 200,
    messageId: null,
    conversationId: null,
    outcome: 'ignored',
  })
  expect(await messages(house)).toHaveLength(1)
})

test('the same letter by every road is one message, and each road hears of the first', async () => {
  const { house, reader, handIn } = await openHouse()
  const raw = await boiler()
  const first = await handIn(raw)
  const again = { ...first, status: 200, outcome: 'duplicate' }
  expect(await handIn(raw)).toEqual(again)
  const { status: _, ...same } = again
  const onTheWay = Buffer.concat([Buffer.from('Received: from theirs.example\r\n'), raw])
  expect(
    await handInLetter(house, reader, onTheWay, { via: 'smtp', trusted: false, envelopeTo: [hello] }),
  ).toEqual(same)
  const mailbox = { id: 'mbx_1', inboxId: house.inboxId, folder: 'INBOX', uidvalidity: 1, uid: 7 }
  expect(await handInLetter(house, reader, onTheWay, { via: 'imap', mailbox })).toEqual(same)
  expect(await messages(house)).toHaveLength(1)
})

test('without a Message-ID the second is still the same; with a known one and other words it is another', async () => {
  const { house, handIn } = await openHouse()
  const raw = await boiler()
  const bare = Buffer.from(raw.toString().replace(/^Message-ID:.*\r\n/im, ''))
  expect(bare.length).toBeLessThan(raw.length)
  expect((await handIn(bare)).outcome).toBe('opened')
  expect((await handIn(bare)).outcome).toBe('duplicate')
  expect((await handIn(raw)).outcome).toBe('opened')
  expect((await handIn(await boiler({ from: paul, text: 'Under the same id.' }))).outcome).toBe('opened')
  expect(await messages(house)).toHaveLength(3)
})

test('twenty at once, through two readers: one wins by the key', async () => {
  const { house, handIn } = await openHouse()
  const other = openDoor(house, testReader())
  const raw = await boiler()
  const handed = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? other.handIn : handIn)(raw)))
  expect(handed.filter((one) => one.outcome === 'opened')).toHaveLength(1)
  expect(handed.filter((one) => one.outcome === 'duplicate' && one.status === 200)).toHaveLength(19)
  expect(new Set(handed.map((one) => one.messageId)).size).toBe(1)
  expect(await messages(house)).toHaveLength(1)
})

test('a letter to two inboxes is two messages; one to none of ours goes to the first', async () => {
  const { house, reader, handIn } = await openHouse()
  const bakery = await addInbox(house.db, tend, { name: 'Bakery', address: 'bakery@brightpipe.example' })
  const raw = await boiler({ to: [hello, 'bakery@brightpipe.example'] })
  await handIn(raw)
  const [, second] = await house.db.selectFrom('letters').selectAll().orderBy('id').execute()
  expect((await handInAgain(house, reader, second!.id)).outcome).toBe('opened')
  expect((await messages(house)).map((one) => one.inboxId).sort()).toEqual([house.inboxId, bakery].sort())

  const named = await handIn(await boiler({ subject: 'Cake' }), {
    'x-envelope-to': 'bakery@brightpipe.example',
  })
  const lost = await handIn(await boiler({ subject: 'Lost', to: 'somebody@elsewhere.example' }))
  const inboxOf = async (id: string | null) => (await messages(house)).find((one) => one.id === id)!.inboxId
  expect(await inboxOf(named.messageId)).toBe(bakery)
  expect(await inboxOf(lost.messageId)).toBe(house.inboxId)
})

const handInAgain = async (house: Awaited<ReturnType<typeof testHouse>>, reader: Reader, id: string) =>
  (await import('./intake.ts')).takeIn(house, reader, id)

test('what a database cannot hold is taken in all the same', async () => {
  const { house, handIn } = await openHouse()
  const odd = [
    `From: "Maria\0 Lopes" <${maria.email}>`,
    `To: ${hello}`,
    `Message-ID: <${'x'.repeat(5000)}@mail.example>`,
    `Subject: =?utf-8?B?${Buffer.from('a\0b').toString('base64')}?=`,
    'Content-Type: text/plain; charset=utf-16le',
    'Content-Transfer-Encoding: base64',
    '',
    // Half of a character, and a NUL.
    Buffer.from([0x41, 0x00, 0x3d, 0xd8, 0x42, 0x00, 0x00, 0x00]).toString('base64'),
    '',
  ].join('\r\n')
  expect((await handIn(odd)).outcome).toBe('opened')
  expect((await messages(house))[0]!.text).toContain('A')
})

test('what is no letter is refused in a sentence', async () => {
  const { app, handIn } = await openHouse()
  expect(await handIn('')).toMatchObject({ status: 415, title: expect.stringContaining('message/rfc822') })
  const json = await app.inject({ method: 'POST', url: '/api/v1/intake/email', payload: { raw: 'x' } })
  expect(json.statusCode).toBe(415)
  expect(json.json().title).toContain('message/rfc822')
})
