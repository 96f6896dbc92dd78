import { readFile } from 'node:fs/promises'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { addressBucket, countTry } from '#server/base/rates.ts'
import { isTransient } from '#server/database/database.ts'
import { freeSpace } from '#server/database/dataFolder.ts'
import { allInboxes } from '#server/team/queries.ts'
import { keepLetter } from './intake.ts'
import { withoutToken } from './token.ts'

const maxSize = 25 * 2 ** 20

interface Refusal extends Error {
  responseCode?: number
}
const refuse = (code: number, message: string): Refusal =>
  Object.assign(new Error(message), { responseCode: code })

/** Listens for mail. 250 is said when the raw letter is synced and its row committed, not before. */
export async function listenForMail(house: House): Promise<{ port: number; close(): Promise<void> }> {
  const tls =
    process.env.TEND_SMTP_TLS_CERT && process.env.TEND_SMTP_TLS_KEY
      ? {
          cert: await readFile(process.env.TEND_SMTP_TLS_CERT),
          key: await readFile(process.env.TEND_SMTP_TLS_KEY),
        }
      : null
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
        (known) => done(known ? null : refuse(550, 'Nobody here has this address')),
        (error) => done(temporary(error)),
      ),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        // Beyond the limit the rest is read and forgotten, so that the sender hears the answer.
        if (size <= maxSize) chunks.push(chunk)
      })
      stream.on('error', done)
      stream.on('end', () => {
        if (stream.sizeExceeded || size > maxSize)
          return done(refuse(552, 'This letter is larger than 25 MB; send it in smaller parts'))
        keep(house, session, Buffer.concat(chunks)).then(
          () => done(null, 'Kept'),
          (error) => {
            house.log.error({ err: error }, 'a letter could not be kept')
            done(temporary(error))
          },
        )
      })
    },
  })
  server.on('error', (error) => house.log.warn({ err: error }, 'smtp'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(house.config.smtpPort, house.config.host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : house.config.smtpPort,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const trusted = (house: House, session: SMTPServerSession) =>
  house.config.smtpTrusted.includes(session.remoteAddress.replace(/^::ffff:/, ''))

async function guard(house: House, session: SMTPServerSession): Promise<void> {
  const ip = session.remoteAddress.replace(/^::ffff:/, '')
  if (trusted(house, session) || /^(127\.|::1$)/.test(ip)) return
  try {
    await countTry(house.db, `smtp:${addressBucket(ip)}`, { limit: 200, seconds: 60 })
  } catch (error) {
    throw error instanceof Problem
      ? refuse(421, 'Too many connections from your address; please come back in a minute')
      : temporary(error)
  }
}

const knows = async (house: House, address: string): Promise<boolean> =>
  (await allInboxes(house.db)).some((inbox) => inbox.address.toLowerCase() === withoutToken(address))

async function keep(house: House, session: SMTPServerSession, raw: Buffer): Promise<void> {
  const folder = house.config.dataFolder
  if (folder && (await freeSpace(folder)).bytes < 20 * 2 ** 20)
    throw refuse(452, 'No room at the moment; please try again later')
  await keepLetter(house, {
    raw,
    via: 'smtp',
    trusted: trusted(house, session),
    envelopeFrom: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
    envelopeTo: session.envelope.rcptTo.map((to) => to.address),
    peer: session.remoteAddress.replace(/^::ffff:/, ''),
  })
}

/** Trouble of ours is never the sender's last word: they keep the letter and come back. */
function temporary(error: unknown): Refusal {
  if ((error as Refusal).responseCode) return error as Refusal
  return refuse(
    451,
    isTransient(error)
      ? 'The database is away for a moment; please try again'
      : 'This could not be kept just now; please try again',
  )
}
