import { convert } from 'html-to-text'
import { text as say } from '#server/base/text.ts'

export interface LetterParts {
  /** What the teammate wrote; one of the two. */
  text?: string | null
  html?: string | null
  signature: string
  /** The customer's own page. */
  pageUrl: string
}

export interface Letter {
  /** As kept on the timeline: the words alone. */
  bodyText: string
  bodyHtml: string | null
  /** As sent: with signature and the one quiet line. */
  text: string
  html: string
}

const style = {
  page: 'margin:0;padding:0;font:16px/1.6 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;color:#2b2622',
  quiet: 'margin-top:28px;font-size:13px;line-height:1.5;color:#70665b',
}

/** A plain letter: one column, the words, a person's name, one quiet line. `html` must be sanitised already. */
export function composeLetter({ text, html, signature, pageUrl }: LetterParts): Letter {
  const bodyText = (html ? textOf(html) : (text ?? '')).trim()
  const inner = html?.trim() || paragraphs(bodyText)
  const line = say('replies.pageLine')
  return {
    bodyText,
    bodyHtml: html?.trim() || null,
    text: `${bodyText}\n\n${signature}\n\n${line}\n${pageUrl}\n`,
    html: `<!doctype html><html><body style="${style.page}"><div style="max-width:640px">${inner}<p>${escapeLines(signature)}</p><p style="${style.quiet}">${escapeHtml(line)} <a href="${escapeHtml(pageUrl)}" style="color:#1f6b5e">${escapeHtml(say('replies.pageLink'))}</a></p></div></body></html>`,
  }
}

/** Words of our own composed HTML; bounded, because pasted content can be large. */
function textOf(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxInputLength: 400_000, maxDepth: 60, maxChildNodes: 20_000 },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      { selector: 'img', format: 'skip' },
    ],
  })
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
const escapeLines = (text: string) => escapeHtml(text).replace(/\r?\n/g, '<br>')
const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeLines(part)}</p>`)
    .join('')
