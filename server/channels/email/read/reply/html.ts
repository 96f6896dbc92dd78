import { type AnyNode, attribute, isTag, parseHtml, textWithin, walk } from '../html/dom.ts'
import { renderText } from '../html/text.ts'
import { readHeaderBlock } from './headerBlock.ts'
import { attributed, originalBegins } from './quoted.ts'
import { separatorLength } from './separator.ts'
import { hasAddress, hasDate, isBlank, saysWrote } from './signs.ts'

/**
 * A letter's HTML as text in which what its mail program marked as quoted carries `>`, an attribution and the beginning of an
 * original their marks, and a marked signature is gone. Null when nothing is marked: then the plain text tells as much.
 */
export function markedText(html: string): string | null {
  const root = parseHtml(html)
  const marks = findMarks(root)
  if (marks.size === 0) return null
  return renderText(root, {
    instead: (node) => {
      const mark = marks.get(node)
      if (mark === 'signature') return ''
      return mark === 'attribution'
        ? `${attributed}${textWithin(node, 400).replace(/\s+/g, ' ').trim()}`
        : null
    },
    isQuoted: (node) => marks.get(node) === 'quote',
    before: (node) => (marks.get(node) === 'begins' ? originalBegins : null),
  })
}

type Mark = 'quote' | 'attribution' | 'begins' | 'signature'

function findMarks(root: AnyNode): Map<AnyNode, Mark> {
  const marks = new Map<AnyNode, Mark>()
  walk(root, (node) => {
    if (
      node.type === 'comment' &&
      /^\s*originalMessage\s*$/i.test((node as { data: string }).data) &&
      node.next
    )
      marks.set(node.next as AnyNode, 'begins')
    if (!isTag(node)) return true
    const mark = markOf(node)
    if (mark === null || marks.has(node)) return true
    marks.set(node, mark)
    return mark === 'quote' ? false : mark !== 'signature'
  })
  return marks
}

const names = (node: AnyNode): string =>
  `${attribute(node, 'class')} ${attribute(node, 'id')} ${attribute(node, 'name')} ${attribute(node, 'data-marker')}`
    .slice(0, 600)
    .toLowerCase()
    // Outlook puts x_ before every name of a letter it quotes again.
    .replace(/(^|\s)(?:x_)+/g, '$1')

/** Containers of everything quoted. Gmail's outer one is not among them: people write inside it. */
const quoteNames =
  /(?:^|\s)(?:yahoo_quoted\w*|protonmail_quote|tutanota_quote|zmail_extra\w*|fairemail_quote|freshdesk_quote|samsung_quote|quoted_text_container|quote|quoted|isreplycontent|messagereplysection|history_container|hs_reply|mailbird_quote|front-blockquote|quotedtext|reply-quote|email-quote|mail-quote|bloop_original_html|spark_quote|em_quote|elided-text|aol_quote|hmmessage_quote)(?=\s|$)/
const beginNames =
  /(?:^|\s)(?:divrplyfwdmsg|appendonsend|olk_src_body_section|mail-editor-reference-message-container|replysplit|stopspelling|ms-outlook-mobile-body-separator-line|ms-outlook-mobile-reference-message|orig-message|originalmessage|_persistentheadercontainer|reply_header|replyheader|__divider__|zwchr|divtagdefaultwrapper_quote|sc_reply_header|mailcontentheader)(?=\s|$)/
const attributionNames =
  /(?:^|\s)(?:gmail_attr|moz-cite-prefix|reply-intro|airmail_on|zmail_extra_hr|protonmail_quote_header|front-attribution|mcntgmail_attr|bloop_on)(?=\s|$)/
const signatureNames =
  /(?:^|\s)(?:gmail_signature|moz-signature|signature|ms-outlook-mobile-signature|protonmail_signature_block|applemailsignature|appleMailSignature|messagesignaturesection|yahoo-signature|tutanota_signature|psignature|airmail_signature|bloop_sign\w*|spark_signature|mailbird_signature|mail_signature|ydp\w+signature|lmsignature|zmail_signature|x-apple-signature)(?=\s|$)/i

function markOf(node: AnyNode): Mark | null {
  const all = names(node)
  if (attributionNames.test(all) && textWithin(node, 401).length <= 400) return 'attribution'
  if (isTag(node) && node.name === 'blockquote') return isIndent(node) ? null : 'quote'
  if (
    signatureNames.test(all) ||
    attribute(node, 'data-smartmail') === 'gmail_signature' ||
    attribute(node, 'data-signatureblock')
  )
    return isSignature(node) ? 'signature' : null
  if (beginNames.test(all)) return 'begins'
  if (quoteNames.test(all)) return 'quote'
  return isTag(node) && topBorder.test(attribute(node, 'style')) && showsHeaders(node) ? 'begins' : null
}

/** Gmail indents with a blockquote that has no border: that is the writer's own. */
const isIndent = (node: AnyNode): boolean =>
  attribute(node, 'type').toLowerCase() !== 'cite' &&
  !/quote|cite/i.test(attribute(node, 'class')) &&
  /border(?:-left)?:\s*(?:none|0)/i.test(attribute(node, 'style')) &&
  !saysWhoWrote(textBefore(node))

/** "Please mend:" above an indented list is the writer's; a date, an address or a word for writing makes it an attribution. */
const saysWhoWrote = (text: string): boolean =>
  /[:：]$/.test(text) && (hasDate(text) || hasAddress(text) || saysWrote(text))

/** The words above a node, the last of them. */
function textBefore(node: AnyNode): string {
  for (let at: AnyNode | null = node; at; at = at.parent as AnyNode | null)
    for (let before = at.prev as AnyNode | null; before; before = before.prev as AnyNode | null) {
      const text = before.type === 'text' ? (before as { data: string }).data : textWithin(before, 400)
      if (text.trim()) return text.trim().slice(-200)
    }
  return ''
}

/** Outlook and Windows Mail draw a line above the header lines of the original. */
const topBorder =
  /border-top(?:-style)?:\s*[^;]*\bsolid|border-top-width:\s*\d|border-width:\s*1(?:\.0)?p[tx] (?:none none|0)/i

function showsHeaders(node: AnyNode): boolean {
  const lines = textWithin(node, 1500)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' '))
  const first = lines.findIndex((line) => !isBlank(line))
  return (
    first >= 0 &&
    (readHeaderBlock(
      lines.filter((line) => !isBlank(line)),
      0,
      true,
    ) !== null ||
      separatorLength(lines, first) > 0)
  )
}

/** What is called a signature and is as short as one. */
const isSignature = (node: AnyNode): boolean => {
  const text = textWithin(node, 1500)
  return text.length < 1500 && text.split('\n').filter((line) => !isBlank(line)).length <= 20
}
