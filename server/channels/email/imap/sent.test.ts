import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { teammates } from '#cast/company.ts'
import { rawMail } from '#cast/mail.ts'
import { customers } from '#cast/people.ts'
import { tend } from '#server/base/actor.ts'
import { transaction } from '#server/database/database.ts'
import { inviteTeammate } from '#server/team/actions.ts'
import { takeIn } from '../intake.ts'
import { readLetter } from '../outbox/actions.ts'
import { resolveUnknown } from '../outbox/recover.ts'
import { seal } from '../secrets.ts'
import { openImap, type TestMailbox } from '../testing/imap.ts'
import { answer, handInLetter, standing, testHouse, testReader, until } from '../testing.ts'
import { startFetching } from './fetching.ts'
import { usualPace } from './watch.ts'

const { maria, paul } = customers
const hello = 'hello@brightpipe.example'
const mailboxId = 'mbx_0000000000000000000001'
const pace = { ...usualPace, idle: 60_000, patience: 10_000, pause: 20, slowest: 200, sent: 50 }

/** Maria's letter is here; the mailbox it came to has a folder of what was sent, read every 50 ms. */
async function begin(folder = 'Gesendet') {
  const imap = await openImap(undefined, undefined, folder)
  const house = await testHouse()
  await house.db
    .insertInto('mailboxes')
    .values({
      id: mailboxId,
      inboxId: house.inboxId,
      address: house.address,
      imap: JSON.stringify({ host: '127.0.0.1', port: imap.port, security: 'none', user: imap.user }),
      smtp: null,
      secrets: seal(house, { imap: imap.password }),
      oauth: null,
      says: null,
      lastCheckedAt: null,
      lastLetterAt: null,
      removedAt: null,
    })
    .execute()
  imap.send(await sent({ subject: 'long ago', inReplyTo: 'question@mail.example' }))
  const fetching = await startFetching(house, pace)
  onTestFinished(() => fetching.stop())
  await until(async () => (await cursors(house)).length === 2)
  const question = await handInLetter(
    house,
    testReader(),
    await rawMail({
      from: maria,
      to: hello,
      subject: 'The boiler',
      text: 'When will you come?',
      date: new Date(Date.now() - 60_000),
      messageId: 'question@mail.example',
    }),
  )
  return { house, imap, conversationId: question.conversationId! }
}
type Begun = Awaited<ReturnType<typeof begin>>

const cursors = (house: Begun['house']) => house.db.selectFrom('mailboxFolders').selectAll().execute()
const sent = (more: Partial<Parameters<typeof rawMail>[0]>) =>
  rawMail({
    from: { name: 'Brightpipe', email: hello },
    to: maria,
    subject: 'Re: The boiler',
    text: 'At three.',
    date: new Date(),
    messageId: `${Math.random()}@phone.example`,
    inReplyTo: 'question@mail.example',
    ...more,
  })
/**
 * Everything in the folder has been looked at, and what was kept of it is taken in: meanwhile too, because the folder
 * is not read on while a letter waits, and it may be looked at between two letters.
 */
async function looked(house: Begun['house'], imap: TestMailbox, letters: number) {
  const keptHere = () => house.db.selectFrom('letters').selectAll().where('folder', '!=', 'INBOX').execute()
  await until(async () => {
    const whole = (await cursors(house)).some((row) => row.folder !== 'INBOX' && row.lastUid >= letters)
    for (const { id, state } of await keptHere())
      if (state === 'received') await takeIn(house, testReader(), id)
    return whole
  }, 60_000)
  expect(imap.connections).toBe(1)
  return keptHere()
}
const messages = (house: Begun['house'], conversationId: string) =>
  house.db
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', conversationId)
    .orderBy('at')
    .execute()
const statusOf = async (house: Begun['house'], id: string) =>
  (await house.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
    .status

test('an answer written in another program is ours, once, with its time, its files and its letter', async () => {
  const { house, imap, conversationId } = await begin()
  const raw = await sent({
    attachments: [{ filename: 'plan.txt', contentType: 'text/plain', content: Buffer.from('first the tap') }],
    cc: [paul],
    messageId: 'three@phone.example',
  })
  imap.send(raw)
  await looked(house, imap, 2)
  await looked(house, imap, 2)
  const [, ours, ...more] = await messages(house, conversationId)
  expect(more).toEqual([])
  expect(ours).toMatchObject({
    direction: 'out',
    fromName: 'Brightpipe',
    fromAddress: hello,
    authorId: null,
    text: 'At three.',
    to: [{ email: maria.email }],
    cc: [{ email: paul.email }],
  })
  expect((await house.files.read(ours!.rawFile!)).toString()).toBe(raw.toString())
  expect(await house.db.selectFrom('attachments').select('filename').execute()).toEqual([
    { filename: 'plan.txt' },
  ])
  expect(await statusOf(house, conversationId)).toBe('waiting')
  // Nothing of it leaves again, and what they answer to it comes here.
  expect(await house.db.selectFrom('outbox').selectAll().execute()).toEqual([])
  const next = await rawMail({
    from: paul,
    to: hello,
    subject: 'Re: The boiler',
    text: 'I will be there.',
    date: new Date(),
    messageId: 'paul@mail.example',
    inReplyTo: 'three@phone.example',
  })
  expect(await handInLetter(house, testReader(), next)).toMatchObject({ outcome: 'joined', conversationId })
})

test('is signed by the teammate whose address it is, and answers nothing that came after it', async () => {
  const { house, imap, conversationId } = await begin('Sent Items')
  const { id } = await transaction(house.db, (trx) =>
    inviteTeammate(trx as never, tend, {
      name: teammates.ana.name,
      email: teammates.ana.email,
      role: 'teammate',
      timeZone: 'UTC',
      inboxes: [house.inboxId],
    }),
  )
  await handInLetter(
    house,
    testReader(),
    await rawMail({
      from: maria,
      to: hello,
      subject: 'Re: The boiler',
      text: 'Hurry, please.',
      date: new Date(),
      messageId: 'hurry@mail.example',
      inReplyTo: 'question@mail.example',
    }),
  )
  imap.send(await sent({ from: teammates.ana, date: new Date(Date.now() - 30_000) }))
  await looked(house, imap, 2)
  const all = await messages(house, conversationId)
  expect(all.find((message) => message.direction === 'out')).toMatchObject({ authorId: id })
  // Her second letter joined by its reference, and is newer than the answer.
  expect(await statusOf(house, conversationId)).toBe('open')
})

test('what answers nothing of ours is not even fetched', async () => {
  const { house, imap, conversationId } = await begin()
  imap.send(await sent({ to: paul, subject: 'Our holiday', inReplyTo: 'holiday@mail.example' }))
  imap.send(await sent({ to: paul, subject: 'Nobody here knows it', inReplyTo: 'question@mail.example' }))
  imap.send(await sent({ text: 'I am away.', headers: { 'Auto-Submitted': 'auto-replied' } }))
  const kept = await looked(house, imap, 4)
  expect(kept).toHaveLength(2)
  expect(await messages(house, conversationId)).toHaveLength(1)
})

test('one of ours there is the proof that it left, under whatever id its server gave it', async () => {
  const { house, imap } = await begin()
  const [first, second, third] = [
    await answer(house, { to: [maria.email] }),
    await answer(house, { to: [paul.email] }),
    await answer(house, { to: [maria.email] }),
  ]
  await sql`update outbox set phase = 'unknown', handover_at = clock_now() - interval '11 minutes'`.execute(
    house.db,
  )
  await sql`update outbox_recipients set state = 'unknown'`.execute(house.db)
  const bytesOf = async ({ messageId }: { messageId: string }) => {
    const row = await house.db
      .selectFrom('outbox')
      .selectAll()
      .where('messageId', '=', messageId)
      .executeTakeFirstOrThrow()
    return { id: row.messageIdHeader, bytes: await readLetter(house, row) }
  }
  imap.send((await bytesOf(first)).bytes)
  const renamed = await bytesOf(second)
  imap.send(
    Buffer.from(
      renamed.bytes
        .toString()
        .replace(
          /^Message-ID:\s*<[^>]+>/im,
          `Message-ID: <by@server.example>\r\nX-Microsoft-Original-Message-ID: <${renamed.id}>`,
        ),
    ),
  )
  await looked(house, imap, 3)
  const stateOf = async (written: { messageId: string }) =>
    (await standing(house, written.messageId)).map(({ phase, state }) => `${phase} ${state}`)
  expect(await stateOf(first)).toEqual(['done accepted'])
  expect(await stateOf(second)).toEqual(['done accepted'])
  // Ten minutes have passed: what is not there is sent once more, what is there is not.
  await resolveUnknown(house.db)
  expect(await stateOf(first)).toEqual(['done accepted'])
  expect(await stateOf(third)).toEqual(['queued waiting'])
  expect(await house.db.selectFrom('letters').select('id').where('folder', '!=', 'INBOX').execute()).toEqual(
    [],
  )
})
