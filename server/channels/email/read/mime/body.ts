import { decodeCharset } from './charset.ts'
import { unflow } from './flowed.ts'
import { contentOf, type Part } from './part.ts'

export interface Bodies {
  /** What stands in the letter as plain text, in order; an HTML part where there is no plain one. */
  text: Part[]
  /** What stands in the letter at its richest, in order. */
  html: Part[]
  attachments: Part[]
}

/** Which parts are the letter and which are attached to it. Follows RFC 8621 §4.1.4 (JMAP). */
export function bodiesOf(root: Part): Bodies {
  return collect(root, true)
}

function collect(part: Part, first: boolean): Bodies {
  if (!part.children.length) {
    if (part.type.startsWith('multipart/')) return { text: [], html: [], attachments: [] }
    return isBody(part, first)
      ? { text: [part], html: [part], attachments: [] }
      : { text: [], html: [], attachments: [part] }
  }
  if (part.type === 'multipart/related') return collectRelated(part, first)
  const found = part.children.map((child, index) => collect(child, first && index === 0))
  if (part.type === 'multipart/alternative') return choose(found)
  return join(found)
}

const join = (found: Bodies[]): Bodies => ({
  text: found.flatMap((one) => one.text),
  html: found.flatMap((one) => one.html),
  attachments: found.flatMap((one) => one.attachments),
})

const isHtml = (part: Part) => part.type === 'text/html'

/** Of alternatives, the plainest with words for the text and the richest for the HTML. */
function choose(found: Bodies[]): Bodies {
  const worded = found.filter((one) => one.text.length > 0)
  const plain = worded.find((one) => one.text.some((part) => !isHtml(part) && hasWords(part)))
  const rich = worded.findLast((one) => one.html.some(isHtml)) ?? worded.at(-1)
  return {
    text: (plain ?? worded.findLast((one) => one.text.some(hasWords)) ?? worded[0])?.text ?? [],
    html: rich?.html ?? [],
    attachments: found.flatMap((one) => one.attachments),
  }
}

/** The root of a related set, which need not stand first; everything else belongs to it. */
function collectRelated(part: Part, first: boolean): Bodies {
  const start = part.parameters.get('start')?.replace(/[<>]/g, '').trim()
  const root =
    (start ? part.children.find((child) => child.contentId === start) : undefined) ??
    part.children.find(
      (child) => child.type.startsWith('multipart/') || /^text\/(plain|html)$/.test(child.type),
    ) ??
    part.children[0]!
  const found = part.children.map((child) =>
    child === root ? collect(child, first) : { text: [], html: [], attachments: leavesWithin(child) },
  )
  return join(found)
}

const leavesWithin = (part: Part): Part[] =>
  part.children.length
    ? part.children.flatMap(leavesWithin)
    : part.type.startsWith('multipart/')
      ? []
      : [part]

/** Text is the letter itself unless it is named: the first part may have a name and still be the letter. */
const isBody = (part: Part, first: boolean): boolean => {
  if (part.disposition === 'attachment' || !/^text\/(plain|html|enriched|x-[\w-]+)$/.test(part.type))
    return false
  return part.filename === null || (first && !part.parent)
}

const hasWords = (part: Part): boolean => /\S/.test(textOf(part))

/** The words of a text part: transfer encoding and charset taken off, line ends made one, flowed lines joined. */
export function textOf(part: Part): string {
  const named = part.parameters.get('charset') ?? (isHtml(part) ? charsetInHtml(part) : null)
  const text = decodeCharset(contentOf(part), named)
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  return /^flowed$/i.test(part.parameters.get('format') ?? '')
    ? unflow(text, /^yes$/i.test(part.parameters.get('delsp') ?? ''))
    : text
}

/** HTML that says its charset only inside. */
const charsetInHtml = (part: Part): string | null =>
  /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(
    contentOf(part).toString('latin1', 0, 3000),
  )?.[1] ?? null
