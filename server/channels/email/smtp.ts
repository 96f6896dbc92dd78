import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { House } from '#server/base/context.ts'
import { gatheredIn } from '#server/base/gathered.ts'
import { newSecret } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { freeSpace, leastRoom } from '#server/database/dataFolder.ts'
import { type Arrival, inboxesNow, keepLetter } from './arrival.ts'
import { crlf } from './lineEnds.ts'
import { answerEach } from './smtp/answers.ts'
import { certificate } from './smtp/certificate.ts'
import { countConnection, countLetter, isTrusted, type Limits, peerOf, usualLimits } from './smtp/limits.ts'
import { refuse, temporary } from './smtp/refusals.ts'
import { isFor } from './token.ts'

const maxSize = 25 * 2 ** 20

export interface ListenOptions {
  limits?: Limits
  /** Bytes left on the disk. */
  room?: () => Promise<number>
  /** LMTP (RFC 2033) instead of SMTP: for a mail server on the same machine or network, each recipient with its own answer. */
  lmtp?: boolean
}

/** Listens for mail. 250 is said when the raw letter is synced and its row committed, not before. */
export async function listenForMail(
  house: House,
  { limits = usualLimits, room = () => roomIn(house), lmtp = false }: ListenOptions = {},
): Promise<{ port: number; close(): Promise<void> }> {
  const incoming = join(
    house.config.dataFolder ?? tmpdir(),
    `incoming-${house.config.dataFolder ? (lmtp ? 'lmtp' : 'mail') : newSecret()}`,
  )
  // What a killed process was still receiving was never accepted; its sender comes back.
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const { hostname } = new URL(house.url)
  const port = lmtp ? (house.config.lmtpPort ?? 0) : house.config.smtpPort
  const server = new SMTPServer({
    name: hostname,
    lmtp,
    banner: 'Tend',
    size: maxSize,
    authOptional: true,
    disabledCommands: ['AUTH'],
    ...(await certificate(hostname)),
    disableReverseLookup: true,
    logger: false,
    maxClients: 200,
    socketTimeout: 60_000,
    closeTimeout: 3000,
    onConnect: (session, done) => void countConnection(house, session, limits).then(() => done(), done),
    onMailFrom: (sender, session, done) =>
      void countLetter(house, session, sender.address, limits).then(() => done(), done),
    onRcptTo: (address, _session, done) =>
      void knows(house, address.address).then(
        (known) => done(known ? null : refuse(550, 'nobody')),
        (error) => done(temporary(error)),
      ),
    onData: (stream, session, done) =>
      void receive(house, session, stream, { path: join(incoming, newSecret()), room, lmtp }).then(
        // The types know one answer; by LMTP there is one for each recipient.
        (said) => done(null, said as string),
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
    server.listen(port, house.config.host, () => resolve())
  })
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await rm(incoming, { recursive: true, force: true })
    },
  }
}

const roomIn = async (house: House): Promise<number> =>
  house.config.dataFolder ? lookTogether(house, house.config.dataFolder) : Number.POSITIVE_INFINITY

const lookTogether = gatheredIn<House, string, number>(async (_house, folders) => {
  const { bytes } = await freeSpace(folders[0]!)
  return folders.map(() => bytes)
}, 200)

const knows = async (house: House, address: string): Promise<boolean> =>
  (await inboxesNow(house)).some((inbox) => isFor(inbox.address, address))

/** Keeps the letter. A small one stays in memory until then; memory does not grow with a large one's size. */
async function receive(
  house: House,
  session: SMTPServerSession,
  stream: SMTPServerDataStream,
  { path, room, lmtp }: { path: string; room(): Promise<number>; lmtp: boolean },
): Promise<string | (string | Error)[]> {
  const file = { path, isThere: false }
  try {
    if ((await room()) < leastRoom) throw refuse(452, 'noRoom')
    const raw = await collect(stream, file)
    if (stream.sizeExceeded || raw === 'tooLarge') throw refuse(552, 'tooLarge')
    const arrival: Arrival = {
      raw,
      via: 'smtp',
      trusted: isTrusted(house, session),
      envelopeFrom: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      envelopeTo: session.envelope.rcptTo.map((to) => to.address),
      peer: peerOf(session),
    }
    if (lmtp) return await answerEach(house, arrival)
    await keepLetter(house, arrival)
    return say('email.smtp.kept', {}, 'en')
  } finally {
    if (file.isThere) await rm(path, { force: true })
  }
}

/** Larger than this, a letter goes through a file. */
const small = 256 * 1024

async function collect(
  stream: SMTPServerDataStream,
  file: { path: string; isThere: boolean },
): Promise<Arrival['raw'] | 'tooLarge'> {
  const held: Buffer[] = []
  let size = 0
  await pipeline(stream, crlf(), async (chunks: AsyncIterable<Buffer>) => {
    let out: FileHandle | undefined
    try {
      for await (const chunk of chunks) {
        size += chunk.length
        held.push(chunk)
        if (size <= small) continue
        if (!out) {
          out = await open(file.path, 'wx', 0o600)
          file.isThere = true
        }
        // Beyond the limit it is read to its end, so that the sender hears why, but not written.
        if (size <= maxSize) await out.appendFile(Buffer.concat(held))
        held.length = 0
      }
    } finally {
      await out?.close()
    }
  })
  if (size > maxSize) return 'tooLarge'
  return file.isThere ? { path: file.path } : Buffer.concat(held)
}
