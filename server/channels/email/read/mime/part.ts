import { type RawHeader, readHeaders } from './headers.ts'
import { readStructured, type Structured } from './parameters.ts'
import { decodeTransfer } from './transfer.ts'

/** One node of a letter's MIME tree. */
export interface Part {
  headers: RawHeader[]
  type: string
  parameters: Structured['parameters']
  disposition: string
  filename: string | null
  contentId: string | null
  contentLocation: string | null
  encoding: string
  /** Its body as it lies in the letter, still encoded. */
  body: Buffer
  /** Of a multipart; empty for a leaf. */
  children: Part[]
  parent: Part | null
}

/** What a letter may hold; beyond it parts stay one unread piece. Nothing is lost: the raw letter is kept. */
const limits = { depth: 60, parts: 1000 }

export interface Budget {
  parts: number
  /** Something was left out because it went beyond the limits. */
  cut: boolean
}

/** Takes a letter apart. Pure, bounded, and never throws: what has no structure is one part of text. */
export function readPart(
  bytes: Buffer,
  budget: Budget = { parts: 0, cut: false },
  parent: Part | null = null,
  depth = 0,
): Part {
  budget.parts++
  const { headers, body, cut } = readHeaders(bytes, 0, bytes.length)
  if (cut) budget.cut = true
  const part = describe(headers, bytes.subarray(body), parent)
  if (!part.type.startsWith('multipart/')) return part
  const bodies = splitMultipart(part.body, part.parameters.get('boundary') ?? null)
  if (bodies === null) return { ...part, type: 'text/plain' }
  if (depth >= limits.depth) {
    budget.cut = true
    return { ...part, type: 'application/octet-stream' }
  }
  for (const child of bodies) {
    if (budget.parts >= limits.parts) {
      budget.cut = true
      break
    }
    part.children.push(readPart(child, budget, part, depth + 1))
  }
  return part
}

/** The bytes of a part with its transfer encoding taken off. */
export const contentOf = (part: Part): Buffer => decodeTransfer(part.body, part.encoding)

/** The leaves of a tree, in order. */
export const leavesOf = (part: Part): Part[] =>
  part.children.length || part.type.startsWith('multipart/') ? part.children.flatMap(leavesOf) : [part]

/** Where a header stands twice, the last one counts: it is the one next to the body. */
export const headerOf = (headers: RawHeader[], name: string): string | undefined =>
  headers.findLast((header) => header.name.toLowerCase() === name)?.value

function describe(headers: RawHeader[], body: Buffer, parent: Part | null): Part {
  const type = readStructured(headerOf(headers, 'content-type') ?? '')
  const disposition = readStructured(headerOf(headers, 'content-disposition') ?? '')
  const encoding = readStructured(headerOf(headers, 'content-transfer-encoding') ?? '').value
  return {
    headers,
    type: typeOf(type.value, parent),
    parameters: type.parameters,
    disposition: disposition.value,
    filename: disposition.parameters.get('filename') || type.parameters.get('name') || null,
    contentId: /^\s*<?([^<>\s]{1,900})>?/.exec(headerOf(headers, 'content-id') ?? '')?.[1] ?? null,
    contentLocation: headerOf(headers, 'content-location') ?? null,
    encoding,
    body,
    children: [],
    parent,
  }
}

const typeOf = (value: string, parent: Part | null): string => {
  if (/^[\w.+-]+\/[\w.+*-]+$/.test(value)) return value
  if (value === 'text') return 'text/plain'
  return parent?.type === 'multipart/digest' && value === '' ? 'message/rfc822' : 'text/plain'
}

/** The bodies between delimiter lines; null when there is no such line. A delimiter must be a whole line. */
function splitMultipart(body: Buffer, named: string | null): Buffer[] | null {
  const boundary = named ?? guessBoundary(body)
  if (boundary === null) return null
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  const bodies: Buffer[] = []
  let open = -1
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== 0x0a) continue
    const lineEnd = body.indexOf(0x0a, at)
    const rest = body.toString('latin1', at + delimiter.length, lineEnd < 0 ? body.length : lineEnd)
    if (!/^(--)?[ \t\r]*$/.test(rest)) continue
    if (open >= 0) bodies.push(body.subarray(open, withoutBreak(body, at, open)))
    open = lineEnd < 0 ? body.length : lineEnd + 1
    if (rest.startsWith('--')) return bodies
  }
  if (open < 0) return null
  // Never closed: the last part goes to the end.
  bodies.push(body.subarray(open))
  return bodies
}

/** The line break before a delimiter belongs to the delimiter. */
function withoutBreak(body: Buffer, at: number, from: number): number {
  if (at - 1 < from) return Math.max(from, at)
  return at - 2 >= from && body[at - 2] === 0x0d ? at - 2 : at - 1
}

/** A multipart that does not say its boundary mostly still begins with one. */
const guessBoundary = (body: Buffer): string | null =>
  /^--([!-~][ -~]{0,68}[!-~])[ \t]*\r?$/m.exec(body.toString('latin1', 0, 4000))?.[1] ?? null
