import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { newSecret } from '#server/base/ids.ts'
import { addressBucket, countTry } from '#server/base/rates.ts'
import { text as say } from '#server/base/text.ts'
import { isTransient } from '#server/database/database.ts'
import { freeSpace } from '#server/database/dataFolder.ts'
import { allInboxes } from '#server/team/queries.ts'
import { keepLetter } from './arrival.ts'
import { crlf } from './lineEnds.ts'
import { isFor } from './token.ts'

const maxSize = 25 * 2 ** 20
const leastRoom = 20 * 2 ** 20

interface Refusal extends Error {
  responseCode?: number
}
const refuse = (code: number, key: string): Refusal =>
  Object.assign(new Error(say(`email.smtp.${key}`)), { responseCode: code })

/** Listens for mail. 250 is said when the raw letter is synced and its row committed, not before. */
export async function listenForMail(house: House): Promise<{ port: number; close(): Promise<void> }> {
  const incoming = join(
    house.config.dataFolder ?? tmpdir(),
    `incoming-${house.config.dataFolder ? 'mail' : newSecret()}`,
  )
  // What a killed process was still receiving was never accepted; its sender comes back.
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const tls = await certificate()
  const server = new SMTPServer({
    name: new URL(house.url).hostname,
    banner: 'Tend',
    size: maxSize,
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...tls,
    disableReverseLookup: true,
    logger: false,
    maxClients: 200,
    socketTimeout: 60_000,
    closeTimeout: 3000,
    onConnect: (session, done) => void guard(house, session).then(() => done(), done),
    onRcptTo: (address, _session, done) =>
      void knows(house, address.address).then(
        (known) => done(known ? null : refuse(550, 'nobody')),
        (error) => done(temporary(error)),
      ),
    onData: (stream, session, done) =>
      void receive(house, session, stream, join(incoming, newSecret())).then(
        () => done(null, say('email.smtp.kept')),
        (error) => {
          const answer = temporary(error)
          if (answer !== error) house.log.error({ err: error }, 'a letter could not be kept')
          // Whatever is still coming is read and forgotten, so that the sender hears the answer.
          stream.resume()
          done(answer)
        },
      ),
  })
  server.on('error', (error) => house.log.warn({ err: error }, 'smtp'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(house.config.smtpPort, house.config.host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : house.config.smtpPort,
    close: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await rm(incoming, { recursive: true, force: true })
    },
  }
}

/** STARTTLS is offered with a certificate of the installation only; one of our own making would prove nothing. */
async function certificate(): Promise<{ cert: Buffer; key: Buffer } | null> {
  const { TEND_SMTP_TLS_CERT: cert, TEND_SMTP_TLS_KEY: key } = process.env
  return cert && key ? { cert: await readFile(cert), key: await readFile(key) } : null
}

const peerOf = (session: SMTPServerSession) => session.remoteAddress.replace(/^::ffff:/, '')
const trusted = (house: House, session: SMTPServerSession) =>
  house.config.smtpTrusted.includes(peerOf(session))

async function guard(house: House, session: SMTPServerSession): Promise<void> {
  const ip = peerOf(session)
  if (trusted(house, session) || /^(127\.|::1$)/.test(ip)) return
  try {
    await countTry(house.db, `smtp:${addressBucket(ip)}`, { limit: 200, seconds: 60 })
  } catch (error) {
    throw error instanceof Problem ? refuse(421, 'tooMany') : temporary(error)
  }
}

const knows = async (house: House, address: string): Promise<boolean> =>
  (await allInboxes(house.db)).some((inbox) => isFor(inbox.address, address))

/** Streams the letter into a file and keeps it; memory does not grow with its size. */
async function receive(
  house: House,
  session: SMTPServerSession,
  stream: SMTPServerDataStream,
  path: string,
): Promise<void> {
  try {
    if (house.config.dataFolder && (await freeSpace(house.config.dataFolder)).bytes < leastRoom)
      throw refuse(452, 'noRoom')
    let size = 0
    await pipeline(
      stream,
      crlf(),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length
          // Beyond the limit it is read to its end, so that the sender hears why, but not written.
          if (size <= maxSize) yield chunk
        }
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    )
    if (stream.sizeExceeded || size > maxSize) throw refuse(552, 'tooLarge')
    await keepLetter(house, {
      raw: { path },
      via: 'smtp',
      trusted: trusted(house, session),
      envelopeFrom: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      envelopeTo: session.envelope.rcptTo.map((to) => to.address),
      peer: peerOf(session),
    })
  } finally {
    await rm(path, { force: true })
  }
}

/** Trouble of ours is never the sender's last word: they keep the letter and come back. */
function temporary(error: unknown): Refusal {
  const known = error as Refusal & { code?: string }
  if (known.responseCode) return known
  if (known.code === 'ENOSPC' || known.code === 'EDQUOT') return refuse(452, 'noRoom')
  return isTransient(error) ? refuse(452, 'databaseAway') : refuse(451, 'tryAgain')
}
