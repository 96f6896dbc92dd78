import type { Person } from '#contract/common.ts'
import type { Enclosed } from './attachments.ts'
import { isShown } from './attachments.ts'
import { textOfHtml } from './html/text.ts'
import { ids } from './ids.ts'
import type { ReadingTrouble } from './mail.ts'
import { readPeople } from './mime/addresses.ts'
import { readBinHex } from './mime/binhex.ts'
import { bodiesOf, textOf } from './mime/body.ts'
import { type Budget, contentOf, headerOf, leavesOf, type Part, readPart } from './mime/part.ts'
import { takeOutUuencoded } from './mime/uuencode.ts'
import { decodeWords } from './mime/words.ts'
import { readTnef } from './tnef.ts'

/** A letter taken apart: what it says in the charset of this century, nothing interpreted yet. */
export interface Letter {
  headers: [string, string][]
  /** A header as text, the last one of that name. */
  header(name: string): string | undefined
  from: Person | null
  sender: Person | null
  replyTo: Person[]
  to: Person[]
  cc: Person[]
  subject: string
  date: string | null
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  /** All words, as plain text. */
  text: string
  /** Some of `text` was written as plain text, not made from HTML. */
  isPlain: boolean
  html: string | null
  enclosed: Enclosed[]
  /** Parts that machines write: reports, and the letter or headers that a report is about. */
  reports: { type: string; text: string }[]
  contentType: { type: string; parameters: Map<string, string> }
  troubles: ReadingTrouble[]
}

export function decode(raw: Uint8Array): Letter {
  const budget: Budget = { parts: 0, cut: false }
  return letterOf(readPart(withLineFeeds(raw), budget), budget)
}

/** Old machines end lines with a carriage return alone. */
function withLineFeeds(raw: Uint8Array): Buffer {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes
  return start.includes(0x0a) || !start.includes(0x0d)
    ? start
    : Buffer.from(start.toString('latin1').replaceAll('\r', '\n'), 'latin1')
}

function letterOf(root: Part, budget: Budget): Letter {
  const { headers } = root
  const header = (name: string) => {
    const value = headerOf(headers, name)
    return value === undefined ? undefined : decodeWords(value)
  }
  const people = (name: string) => {
    const values = headers.filter((one) => one.name.toLowerCase() === name).slice(0, 20)
    return values.flatMap((one) => readPeople(one.value))
  }
  const body = bodyOf(root)
  return {
    headers: headers.map(({ name, value }) => [name, decodeWords(value)]),
    header,
    from: people('from').find((one) => one.email) ?? people('from')[0] ?? null,
    sender: people('sender')[0] ?? null,
    replyTo: people('reply-to').filter((one) => one.email),
    to: people('to').filter((one) => one.email),
    cc: people('cc').filter((one) => one.email),
    subject: (header('subject') ?? '').replace(/\s+/g, ' ').trim(),
    date: dateOf(header('date')),
    messageId: ids(header('message-id'))[0] ?? null,
    inReplyTo: ids(header('in-reply-to')),
    references: ids(header('references')),
    ...body,
    reports: reportsOf(root),
    contentType: { type: root.type, parameters: root.parameters },
    troubles: budget.cut ? ['tooManyParts'] : [],
  }
}

function bodyOf(root: Part): Pick<Letter, 'text' | 'isPlain' | 'html' | 'enclosed'> {
  const bodies = bodiesOf(root)
  const isHtml = (part: Part) => part.type === 'text/html'
  const wordsOf = (part: Part) => (isHtml(part) ? textOfHtml(textOf(part)) : textOf(part))
  const { text: words, files } = takeOutUuencoded(bodies.text.map(wordsOf).join('\n'))
  let text = words
  let html = bodies.html.some(isHtml)
    ? bodies.html.map((part) => (isHtml(part) ? textOf(part) : asHtml(textOf(part)))).join('\n')
    : null
  const enclosed: Enclosed[] = files.map(({ filename, content }) => ({
    filename,
    type: 'application/octet-stream',
    content,
    contentId: null,
    shown: false,
  }))
  for (const part of bodies.attachments) {
    const macintosh = /^application\/(?:x-)?(?:mac-)?binhex(?:40)?$/.test(part.type)
      ? readBinHex(contentOf(part))
      : null
    if (macintosh) {
      enclosed.push({
        filename: macintosh.filename,
        type: 'application/octet-stream',
        content: macintosh.content,
        contentId: part.contentId,
        shown: false,
      })
      continue
    }
    const content = contentOf(part)
    const tnef =
      /^application\/(vnd\.)?ms-tnef$/.test(part.type) || /^winmail\.dat$/i.test(part.filename ?? '')
        ? readTnef(content)
        : null
    if (tnef) {
      for (const file of tnef.files)
        enclosed.push({
          filename: file.filename,
          type: file.type ?? 'application/octet-stream',
          content: file.content,
          contentId: file.contentId,
          shown: false,
        })
      if (!text.trim()) text = tnef.text ?? (tnef.html ? textOfHtml(tnef.html) : '')
      html ??= tnef.html
      continue
    }
    enclosed.push({
      filename: part.filename,
      type: part.type,
      content,
      contentId: part.contentId,
      shown: html !== null && part.disposition !== 'attachment' && isShown(part, html),
    })
  }
  return {
    text: text.replace(/^\s*\n/, '').trimEnd(),
    isPlain: bodies.text.some((part) => !isHtml(part)),
    html,
    enclosed,
  }
}

const asHtml = (text: string) =>
  `<div style="white-space: pre-wrap">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</div>`

const machine = /^(message\/|text\/rfc822-headers)/

const reportsOf = (root: Part): Letter['reports'] =>
  leavesOf(root)
    .filter((part) => machine.test(part.type))
    .slice(0, 20)
    .map((part) => ({
      type: part.type,
      text: contentOf(part).subarray(0, 1_000_000).toString('utf8').replace(/\r\n?/g, '\n'),
    }))

function dateOf(value: string | undefined): string | null {
  const clean = (value ?? '')
    .replace(/\([^()]{0,100}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100)
  const date = new Date(clean)
  return clean && !Number.isNaN(date.getTime()) && date.getUTCFullYear() < 10_000 ? date.toISOString() : null
}
