import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import { text as say } from '#server/base/text.ts'
import { type OpenConnection, socketOf } from './connection.ts'
import type { RecipientAnswer } from './settle.ts'

export interface Parcel {
  envelopeFrom: string
  recipients: readonly string[]
  bytes: Buffer
}

interface SmtpError extends Error {
  code?: string
  responseCode?: number
  response?: string
  recipient?: string
  command?: string
  minutes?: number
}

/**
 * Sends one letter on an open connection. The body is streamed and its end held back until `beforeDot` says that this
 * attempt is still ours: nodemailer writes the final dot when its input ends. Returns an answer per recipient and whether
 * the connection may be used again; never throws.
 */
export async function deliver(
  connection: OpenConnection,
  parcel: Parcel,
  beforeDot: () => Promise<boolean>,
): Promise<{ answers: RecipientAnswer[]; usable: boolean }> {
  let handedOver = false
  const { smtp } = connection
  const earlier = envelopeOf(smtp)
  const refusals = () => {
    const envelope = envelopeOf(smtp)
    return (envelope !== earlier && envelope?.rejectedErrors) || []
  }
  connection.letters++
  connection.expect('silence')
  try {
    const info = await Promise.race([
      connection.broken,
      send(connection, parcel, async () => {
        handedOver = await beforeDot()
        if (handedOver) connection.expect('dot')
        return handedOver
      }),
    ])
    const detail = String(info.response).slice(0, 300)
    return {
      usable: true,
      answers: each(parcel, refusals(), () => ({ state: 'accepted', code: codeOf(detail), detail })),
    }
  } catch (error) {
    const failure = error as SmtpError
    const inDoubt = handedOver && failure.responseCode === undefined
    // The whole envelope goes out at once (RFC 2920): after a "no" to MAIL every RCPT gets a "bad sequence" that means nothing.
    const own = failure.command === 'MAIL FROM' ? [] : refusals()
    return {
      usable: false,
      answers: each(parcel, own, () =>
        inDoubt ? { state: 'unknown', code: null, detail: say('email.away.lost') } : answerOf(failure),
      ),
    }
  }
}

const codeOf = (response: string) => Number(/^\d{3}/.exec(response)?.[0] ?? 250)

interface Envelope {
  rejectedErrors?: SmtpError[]
}
/** nodemailer keeps the answers to RCPT here, also when the letter itself fails later. */
const envelopeOf = (smtp: SMTPConnection): Envelope | undefined =>
  (smtp as unknown as { _envelope?: Envelope })._envelope || undefined

type Rest = () => Omit<RecipientAnswer, 'address'>

/** Those refused at RCPT have their own answer, whatever became of the letter for the others. */
function each(parcel: Parcel, refusals: readonly SmtpError[], rest: Rest): RecipientAnswer[] {
  return parcel.recipients.map((address) => {
    const refusal = refusals.find((one) => one.recipient?.toLowerCase() === address.toLowerCase())
    return { address, ...(refusal ? answerOf(refusal) : rest()) }
  })
}

/** What an error before the dot means for a recipient: for good, for now, or nothing because the server was away. */
export function answerOf(error: SmtpError): Omit<RecipientAnswer, 'address'> {
  const code = error.responseCode ?? null
  const detail = (error.response ?? error.message).slice(0, 300)
  if (error.code === 'SILENT')
    return {
      state: 'deferred',
      code,
      detail: say('email.away.noAnswer', { minutes: error.minutes ?? 1 }),
      serverAway: true,
    }
  // Being refused at sign-in or at the door is between us and our server, not the recipient's doing.
  const atTheDoor =
    code === null
      ? !['EENVELOPE', 'EMESSAGE'].includes(error.code ?? '')
      : error.command?.startsWith('AUTH') ||
        error.code === 'EAUTH' ||
        error.command === 'CONN' ||
        [421, 530, 535].includes(code)
  if (atTheDoor) return { state: 'deferred', code, detail, serverAway: true }
  // Without a code it is nodemailer that knows: this server takes no such address, or no letter of this size.
  return { state: code === null || code >= 500 ? 'refused' : 'deferred', code, detail }
}

const piece = 64 * 1024

function send(
  connection: OpenConnection,
  parcel: Parcel,
  beforeDot: () => Promise<boolean>,
): Promise<SMTPConnection.SentMessageInfo> {
  const { smtp } = connection
  return new Promise((resolve, reject) => {
    const body = Readable.from(heldBack(connection, parcel.bytes, beforeDot))
    // Nothing was accepted and nothing will be: the stream ends in an error, so nodemailer never writes the dot.
    body.on('error', (error) => {
      reject(error)
      connection.destroy()
    })
    smtp.send(
      { from: parcel.envelopeFrom, to: [...parcel.recipients], size: parcel.bytes.length },
      body,
      (error, info) => (error ? reject(error) : resolve(info)),
    )
  })
}

/** The bytes, and their end only when all have left this process and the letter is still ours. */
async function* heldBack(
  connection: OpenConnection,
  bytes: Buffer,
  beforeDot: () => Promise<boolean>,
): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  while ((socketOf(connection.smtp)?.writableLength ?? 0) > 0) await sleep(5)
  if (!(await beforeDot()))
    throw Object.assign(new Error(say('email.away.taken')), { code: 'TAKEN', serverAway: true })
}
