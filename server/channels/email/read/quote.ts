import { convert } from 'html-to-text'

const cut = '\uE0C7'

/** Where mail programs put what they quote. `skip` is a quote as a whole; `after` begins one that goes to the end. */
const skipped = [
  'div.gmail_quote',
  'div.gmail_quote_container',
  'blockquote.gmail_quote',
  'div.yahoo_quoted',
  'div.moz-cite-prefix',
  'blockquote[type="cite"]',
  'div.protonmail_quote',
  'div.tutanota_quote',
  'div.zmail_extra',
  'blockquote.protonmail_quote',
  'div.quoted_text_container',
]
const begins = [
  '#divRplyFwdMsg',
  '#x_divRplyFwdMsg',
  '#appendonsend',
  '#x_appendonsend',
  '#OLK_SRC_BODY_SECTION',
  '#mail-editor-reference-message-container',
  '#replySplit',
  'hr#stopSpelling',
  'div.WordSection1_quote',
  'div.ms-outlook-mobile-reference-message',
  '#ms-outlook-mobile-body-separator-line',
  'div.samsung_quote',
]

interface TextBuilder {
  openBlock(options?: object): void
  closeBlock(options?: object): void
  addInline(text: string): void
}

const limits = { maxInputLength: 2_000_000, maxDepth: 120, maxChildNodes: 50_000 }
const plain = {
  wordwrap: false as const,
  limits,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
    {
      selector: 'blockquote',
      options: { trimEmptyLines: true, leadingLineBreaks: 1, trailingLineBreaks: 1 },
    },
  ],
}

/** All the words of an HTML body. */
export const textOfHtml = (html: string): string => convert(html, plain).trim()

/** The words of an HTML body without what the mail program marked as quoted; null when it marked nothing. */
export function visibleTextOfHtml(html: string): string | null {
  if (
    !/gmail_quote|yahoo_quoted|moz-cite-prefix|type=["']?cite|divRplyFwdMsg|OLK_SRC_BODY|appendonsend|protonmail_quote|tutanota_quote|outlook-mobile|mail-editor-reference|border-top:\s*solid\s*#(e1e1e1|b5c4df)/i.test(
      html,
    )
  )
    return null
  const text = convert(
    html.replace(
      /<div[^>]{0,400}border-top:\s*solid\s*#(?:e1e1e1|b5c4df)[^>]{0,400}>/gi,
      (div) => `<p>${cut}</p>${div}`,
    ),
    {
      ...plain,
      formatters: {
        cut: (_element: unknown, _walk: unknown, builder: TextBuilder) => {
          builder.openBlock({ leadingLineBreaks: 1 })
          builder.addInline(cut)
          builder.closeBlock({ trailingLineBreaks: 1 })
        },
      } as never,
      selectors: [
        ...plain.selectors,
        ...skipped.map((selector) => ({ selector, format: 'skip' })),
        ...begins.map((selector) => ({ selector, format: 'cut' })),
      ],
    },
  )
  return text.split(cut)[0]!.trim()
}

const date = /\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b\d{1,2}[:.h]\d{2}\b|\b(19|20)\d{2}\b|年/
const address = /[\w.+-]+@[\w-]+\.[\w.-]+/
const separator =
  /^[\s>]*[-_=*]{2,}\s*(original|urspr|d'origine|originale|oorspronkelijk|ursprungligt|opprinnelig|alkuper|oryginal|исходн|转发|原始|reply|forwarded|weitergeleitet|doorgestuurd|message|nachricht|mensagem|mensaje|messaggio|bericht|wiadomo|сообщение).{0,60}$/i

/** "On Tuesday, Ana Costa <ana@…> wrote:" in any language: a line or two with a date or an address, ending in a colon. */
function isQuoteHeader(lines: string[], at: number): number {
  for (let length = 1; length <= 4 && at + length <= lines.length; length++) {
    const slice = lines.slice(at, at + length)
    if (slice.some((line, index) => index > 0 && line.trim() === '')) return 0
    const joined = slice.join(' ').trim()
    if (joined.length > 400) return 0
    if (!/[:：]\s*$/.test(joined)) continue
    if (
      !(
        (date.test(joined) && (address.test(joined) || /[,<]/.test(joined))) ||
        (address.test(joined) && /[<(]/.test(joined))
      )
    )
      return 0
    const next = lines.slice(at + length).find((line) => line.trim() !== '')
    return next === undefined || next.trimStart().startsWith('>') || address.test(joined) || date.test(joined)
      ? length
      : 0
  }
  return 0
}

/** A block of header lines: "From: … / Sent: … / To: … / Subject: …" in any language. */
function isHeaderBlock(lines: string[], at: number): boolean {
  const block = lines.slice(at, at + 6).map((line) => line.replace(/^[\s>*]+|\*/g, ''))
  if (!/^[^\s:]{2,20}(?: [^\s:]{1,12})?\s?[:：]\s*\S/.test(block[0] ?? '')) return false
  const labelled = block.filter((line) => /^[^:]{1,22}[:：]\s?\S/.test(line))
  return (
    labelled.length >= 3 &&
    address.test(labelled.slice(0, 3).join(' ')) &&
    labelled.some((line) => date.test(line))
  )
}

/** The reply without the quoted history, from plain text, by structure. Answers written between quoted lines stay. */
export function withoutQuote(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (separator.test(line) || isHeaderBlock(lines, at)) return trimEnd(lines.slice(0, at))
    const length = isQuoteHeader(lines, at)
    if (length) {
      const rest = lines.slice(at + length)
      const own = rest.filter((one) => one.trim() !== '' && !one.trimStart().startsWith('>'))
      const quoted = rest.filter((one) => one.trimStart().startsWith('>'))
      // Words between or below the quoted lines are theirs; quoted lines alone go.
      if (quoted.length && own.length)
        return [...lines.slice(0, at), ...rest.filter((one) => !one.trimStart().startsWith('>'))]
          .join('\n')
          .replace(/\n{3,}/g, '\n\n')
          .trim()
      return trimEnd(lines.slice(0, at))
    }
  }
  let end = lines.length
  while (end > 0 && (lines[end - 1]!.trim() === '' || lines[end - 1]!.trimStart().startsWith('>'))) end--
  return trimEnd(lines.slice(0, end))
}

const trimEnd = (lines: string[]) => lines.join('\n').trim()

const mobile =
  /^\s*(sent (from|via) (my |the )?[\w .]{2,40}|get outlook for (ios|android).*|von meinem .{2,30} gesendet|envoyé de mon .{2,30}|enviado desde mi .{2,30}|enviado do meu .{2,30}|inviato da .{2,30}|verstuurd vanaf mijn .{2,30}|skickat från min .{2,30}|wysłane z .{2,30}|отправлено с .{2,30})\s*$/i
const contactLine =
  /(\+?\d[\d\s()/.-]{6,}\d|https?:\/\/|www\.|@[\w-]+\.\w|\b(tel|phone|mobile|fax|fon)\b\.?\s*:?)/i

/** The words without the signature: after "-- ", a phone's line, or a block under the sender's own name with contact lines. */
export function withoutSignature(text: string, senderName: string | null): string {
  const lines = text.split('\n')
  const dashes = lines.findIndex((line, index) => index > 0 && /^(--|—|__)\s*$/.test(line))
  let end = dashes > 0 ? dashes : lines.length
  while (end > 1 && (lines[end - 1]!.trim() === '' || mobile.test(lines[end - 1]!))) end--
  const names = (senderName ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length > 2)
  for (let at = Math.max(1, end - 9); names.length && at < end; at++) {
    const line = lines[at]!.trim().toLowerCase()
    if (line.length > 60 || !names.every((part) => line.includes(part))) continue
    const below = lines.slice(at + 1, end).filter((one) => one.trim())
    if (
      below.length &&
      below.some((one) => contactLine.test(one)) &&
      below.every((one) => one.length < 120)
    ) {
      end = at + 1
      break
    }
  }
  return lines.slice(0, end).join('\n').trim()
}
