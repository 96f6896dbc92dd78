import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'
import { tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { type Config, readConfig } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { openLive } from '#server/base/live.ts'
import { openConversation } from '#server/conversations/receive.ts'
import { writeMessage } from '#server/conversations/write.ts'
import { findOrAddCustomer } from '#server/customers/actions.ts'
import { transaction } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { addInbox } from '#server/team/actions.ts'
import { keepLetter } from './arrival.ts'
import { type TakenIn, takeIn } from './intake.ts'
import { queueMail } from './outbox/actions.ts'
import { createReader, type Reader } from './read/reader.ts'

/** A house with a database and a file store of its own, and one inbox; gone after the test. */
export async function testHouse(
  config: Partial<Config> = {},
): Promise<House & { inboxId: string; address: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'tend-mail-test-'))
  const database = await testDatabase()
  const live = await openLive(database, () => {})
  const house: House = {
    config: { ...readConfig({}), smtpPort: 0, dataFolder: folder, ...config },
    database,
    db: database.db,
    files: await openFiles(join(folder, 'files')),
    live,
    url: 'http://care.brightpipe.example',
    key: randomBytes(32),
    log: {
      info() {},
      warn() {},
      error: (...about: unknown[]) => process.env.MAIL_TEST_LOG && console.error(...about),
    },
  }
  onTestFinished(async () => {
    await live.close()
    await rm(folder, { recursive: true, force: true })
  })
  const address = 'hello@brightpipe.example'
  const inboxId = await addInbox(house.db, tend, { name: 'Brightpipe', address })
  return Object.assign(house, { inboxId, address })
}

let shared: Reader | undefined
process.once('exit', () => void shared?.close())

/** One reader for all tests of a file: its process costs a second to start. */
export function testReader(): Reader {
  shared ??= createReader(1)
  return shared
}

/** Keeps a letter and takes it in, as the intake endpoint does with a key of the installation. */
export async function handInLetter(
  house: House,
  reader: Reader,
  raw: string | Buffer,
  more: Partial<Parameters<typeof keepLetter>[1]> = {},
): Promise<TakenIn> {
  const [id] = await keepLetter(house, {
    raw: Buffer.from(raw),
    via: 'api',
    trusted: true,
    envelopeFrom: null,
    envelopeTo: [],
    peer: null,
    ...more,
  })
  return takeIn(house, reader, id!)
}

export interface Written {
  messageId: string
  conversationId: string
}

/** Answers in a conversation, or opens one with `to`; queued to leave at once. */
export async function answer(
  house: House & { inboxId: string; address: string },
  reply: {
    conversationId?: string
    to: string[]
    cc?: string[]
    text?: string
    kind?: 'reply' | 'automatic'
    answers?: string
  },
): Promise<Written & { queued: boolean }> {
  return transaction(house.db, async (trx) => {
    const people = (addresses: string[]) => addresses.map((email) => ({ name: null, email }))
    const at = await clockNow(trx)
    let { conversationId } = reply
    if (!conversationId) {
      const requester = { name: null, email: reply.to[0]! }
      const customer = await findOrAddCustomer(trx, tend, { ...requester, inboxId: house.inboxId })
      conversationId = (
        await openConversation(trx, tend, {
          inboxId: house.inboxId,
          customerId: customer.id,
          subject: 'The boiler',
          channel: 'email',
          at,
          requester,
        })
      ).id
    }
    const text = reply.text ?? 'We are on our way.'
    const letter = {
      conversationId,
      to: people(reply.to),
      cc: people(reply.cc ?? []),
      subject: 'Re: The boiler',
      text,
      html: null,
    }
    const { messageId } = await writeMessage(trx, tend, { ...letter, attachmentIds: [], clientKey: null })
    const queued = await queueMail(trx, house, tend, {
      ...letter,
      messageId,
      inboxId: house.inboxId,
      kind: reply.kind ?? 'reply',
      from: { name: 'Ines Duarte', email: house.address },
      attachments: [],
      answers: reply.answers ?? null,
      notBefore: at,
      sample: false,
    })
    return { messageId, conversationId, queued }
  })
}

type Verb = 'connect' | 'mail' | 'rcpt' | 'body' | 'data'
/** What a mail server does at a verb; `undefined` is "yes". */
export type Manner = { code: number; text?: string } | 'hang' | 'drop' | undefined

export interface Sink {
  url: string
  /** Letters that got a 250. */
  letters: { from: string; to: string[]; raw: string }[]
  /** Letters whose final dot was seen, whatever was answered. */
  seen: string[]
  connections: number
  /** How it answers from now on; per recipient where `to` is given. */
  behave(manners: (verb: Verb, to: string | null) => Manner | Promise<Manner>): void
}

/** A real SMTP server that takes letters, refuses, defers, hangs or hangs up, at any verb. */
export async function openSink(): Promise<Sink> {
  let manners: (verb: Verb, to: string | null) => Manner | Promise<Manner> = () => undefined
  const sink: Sink = {
    url: '',
    letters: [],
    seen: [],
    connections: 0,
    behave(next) {
      manners = next
    },
  }
  const open = new Set<{ destroy(): void }>()
  const act = async (
    verb: Verb,
    to: string | null,
    done: (error?: Error | null) => void,
    drop: () => void,
  ) => {
    const manner = await manners(verb, to)
    if (manner === 'hang') return
    if (manner === 'drop') return drop()
    done(manner ? Object.assign(new Error(manner.text ?? 'as told'), { responseCode: manner.code }) : null)
  }
  const dropAll = () => {
    for (const socket of open) socket.destroy()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => {
      sink.connections++
      void act('connect', null, done, dropAll)
    },
    onMailFrom: (_address, _session, done) => void act('mail', null, done, dropAll),
    onRcptTo: (address, _session, done) => void act('rcpt', address.address, done, dropAll),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      void manners('body', null)
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString()
        sink.seen.push(raw)
        void act(
          'data',
          null,
          (error) => {
            if (!error) {
              const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
              sink.letters.push({ from, to: session.envelope.rcptTo.map((to) => to.address), raw })
            }
            done(error)
          },
          dropAll,
        )
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(async () => {
    dropAll()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  sink.url = `smtp://127.0.0.1:${(server.server.address() as { port: number }).port}`
  return sink
}

/** Waits until something is so; for what happens in another process's own time. Throws when patience ends. */
export async function until<T>(
  look: () => Promise<T | undefined | false | null>,
  patience = 20_000,
): Promise<T> {
  const giveUp = performance.now() + patience
  for (;;) {
    const found = await look()
    if (found) return found
    if (performance.now() > giveUp) throw new Error(`it did not happen within ${patience / 1000} seconds`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export const standing = (house: House, messageId: string) =>
  house.db
    .selectFrom('outbox')
    .innerJoin('outboxRecipients', 'outboxRecipients.outboxId', 'outbox.id')
    .selectAll()
    .where('messageId', '=', messageId)
    .orderBy('address')
    .execute()
