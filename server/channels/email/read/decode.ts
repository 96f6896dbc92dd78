import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromFile } from 'file-type'
import { type AddressObject, MailParser } from 'mailparser'
import type { Person } from '#contract/common.ts'
import type { ReadAttachment } from './mail.ts'

export interface Decoded {
  headers: [string, string][]
  header(name: string): string | undefined
  from: Person | null
  sender: Person | null
  replyTo: Person[]
  to: Person[]
  cc: Person[]
  subject: string
  date: Date | null
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  text: string | null
  html: string | null
  attachments: (ReadAttachment & { sha256: string })[]
  /** The whole of each message/* and text/rfc822-headers part, for reading bounces. */
  parts: { contentType: string; text: string }[]
}

/** Takes MIME apart; attachments are streamed into `folder`. Throws what mailparser throws on hostile mail. */
export async function decode(raw: Uint8Array, folder: string): Promise<Decoded> {
  const parser = new MailParser({
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  })
  const attachments: Decoded['attachments'] = []
  const parts: Decoded['parts'] = []
  let text: string | null = null
  let html: string | null = null
  let headers: Map<string, unknown> = new Map()
  let lines: { key: string; line: string }[] = []
  parser.on('headers', (map) => {
    headers = map
  })
  parser.on('headerLines', (found) => {
    lines = found as never
  })
  const reading = (async () => {
    for await (const part of parser as AsyncIterable<ParsedPart>) {
      if (part.type === 'text') {
        text = part.text ?? null
        html = typeof part.html === 'string' ? part.html : null
      } else attachments.push(await keepAttachment(part, folder, attachments.length, parts))
    }
  })()
  Readable.from(chunked(raw)).pipe(parser)
  await reading
  const decodedHeaders = lines.map(({ key, line }) => [nameOf(line, key), unfold(line)] as [string, string])
  const header = (name: string) =>
    decodedHeaders.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  const people = (name: string) => flatten(headers.get(name) as AddressObject | AddressObject[] | undefined)
  const date = headers.get('date')
  return {
    headers: decodedHeaders,
    header,
    from: people('from')[0] ?? null,
    sender: people('sender')[0] ?? null,
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    subject: typeof headers.get('subject') === 'string' ? (headers.get('subject') as string) : '',
    date: date instanceof Date && !Number.isNaN(date.getTime()) ? date : null,
    messageId: ids(header('message-id'))[0] ?? null,
    inReplyTo: ids(header('in-reply-to')),
    references: ids(header('references')),
    text,
    html,
    attachments,
    parts,
  }
}

interface ParsedPart {
  type: 'text' | 'attachment'
  text?: string
  html?: string | false
  content: NodeJS.ReadableStream
  contentType?: string
  filename?: string
  contentDisposition?: string
  contentId?: string
  cid?: string
  related?: boolean
  release(): void
}

async function keepAttachment(
  part: ParsedPart,
  folder: string,
  index: number,
  parts: Decoded['parts'],
): Promise<Decoded['attachments'][number]> {
  const path = join(folder, `part-${index}`)
  const hash = createHash('sha256')
  const declared = part.contentType ?? 'application/octet-stream'
  const readable = /^(message\/|text\/rfc822-headers)/i.test(declared)
  const kept: Buffer[] = []
  let size = 0
  await pipeline(
    part.content,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        if (readable && size < 1_000_000) kept.push(chunk)
        size += chunk.length
        yield chunk
      }
    },
    createWriteStream(path),
  )
  part.release()
  if (readable)
    parts.push({ contentType: declared.toLowerCase(), text: Buffer.concat(kept).toString('utf8') })
  const sniffed = await fileTypeFromFile(path).catch(() => undefined)
  return {
    filename: part.filename || (readable ? 'message.eml' : `attachment-${index + 1}`),
    contentType: sniffed?.mime ?? declared.toLowerCase(),
    size,
    inline: Boolean(part.cid && (part.related || part.contentDisposition === 'inline')),
    contentId: part.cid ?? null,
    path,
    sha256: hash.digest('hex'),
  }
}

function* chunked(raw: Uint8Array): Generator<Buffer> {
  const buffer = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  for (let at = 0; at < buffer.length; at += 65_536) yield buffer.subarray(at, at + 65_536)
}

const nameOf = (line: string, key: string) => /^[^:\s]+/.exec(line)?.[0] ?? key
const unfold = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim()

/** Message-IDs of a header, brackets off; also those some clients write without brackets. */
export function ids(value: string | undefined): string[] {
  if (!value) return []
  const bracketed = [...value.slice(0, 100_000).matchAll(/<([^<>\s]{1,900})>/g)].map((match) => match[1]!)
  return bracketed.length ? bracketed.slice(-100) : /^\S+@\S+$/.test(value.trim()) ? [value.trim()] : []
}

function flatten(field: AddressObject | AddressObject[] | undefined): Person[] {
  const found: Person[] = []
  for (const { value } of [field].flat().filter((one) => one !== undefined))
    for (const one of value)
      for (const person of one.group ?? [one])
        if (person.address)
          found.push({ name: person.name?.trim() || null, email: person.address.trim().toLowerCase() })
  return found
}
