import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { ids } from './ids.ts'
import type { ReadingTrouble, ReadMail } from './mail.ts'
import { readPeople } from './mime/addresses.ts'
import { readHeaders } from './mime/headers.ts'
import { decodeWords } from './mime/words.ts'

/** As much of a letter as is safe to read outside of the reading process: a few lines of linear work. */
const head = 65_536

/** What the first 64 kB of a letter tell: enough to show whose letter it is when reading it whole had to be stopped. */
export async function readHeadersOnly(
  letter: string | Uint8Array,
  trouble: ReadingTrouble,
): Promise<ReadMail> {
  if (typeof letter !== 'string')
    return describe(
      Buffer.from(letter.subarray(0, head)),
      createHash('sha256').update(letter).digest('hex'),
      trouble,
    )
  const file = await open(letter)
  try {
    const bytes = Buffer.alloc(head)
    const { bytesRead } = await file.read(bytes, 0, head, 0)
    return describe(bytes.subarray(0, bytesRead), await hashOf(letter), trouble)
  } finally {
    await file.close()
  }
}

function describe(bytes: Buffer, fingerprint: string, trouble: ReadingTrouble): ReadMail {
  const headers = readHeaders(bytes, 0, bytes.length)
    .headers.slice(0, 500)
    .map(({ name, value }) => ({ name, value: value.slice(0, 2000) }))
  const first = (name: string) => headers.find((one) => one.name.toLowerCase() === name)?.value ?? ''
  return {
    messageId: ids(first('message-id'))[0] ?? null,
    inReplyTo: ids(first('in-reply-to')),
    references: ids(first('references')),
    date: null,
    from: readPeople(first('from')).find((one) => one.email) ?? null,
    sender: null,
    replyTo: [],
    to: readPeople(first('to')).slice(0, 20),
    cc: [],
    deliveredTo: [],
    subject: decodeWords(first('subject')),
    text: '',
    textFull: '',
    html: null,
    hasRemote: false,
    attachments: [],
    flags: {
      autoReply: false,
      bounce: false,
      suppressAutoReply: true,
      list: false,
      report: false,
      challenge: false,
    },
    bounce: null,
    forwarded: null,
    headers: headers.map(({ name, value }) => [name, decodeWords(value)]),
    authenticationResults: headers
      .filter((one) => one.name.toLowerCase() === 'authentication-results')
      .map((one) => decodeWords(one.value)),
    troubles: [trouble],
    fingerprint,
    unreadable: true,
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
