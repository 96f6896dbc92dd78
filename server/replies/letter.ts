import { convert } from 'html-to-text'
import { text as say, type TextLanguage } from '#server/base/text.ts'
import { type Ending, endsWith } from './signature.ts'

/** What a teammate wrote, as kept on the timeline: the words alone. */
export interface Body {
  text: string
  html: string | null
}

/** `html` must be sanitised already; where there is one, it counts. */
export function bodyOf({ text, html }: { text?: string | null; html: string | null }): Body {
  const kept = html?.trim() || null
  // Return pressed twice makes a paragraph of nothing: on the screen it is hardly seen, as words alone it would be three lines of nothing.
  return { text: (kept ? textOf(kept).replace(/\n{3,}/g, '\n\n') : (text ?? '')).trim(), html: kept }
}

const style = {
  page: 'margin:0;padding:0;font:16px/1.6 -apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;color:#2b2622',
  quiet: 'margin-top:28px;font-size:13px;line-height:1.5;color:#70665b',
}

/** As sent: a plain letter in one column, the words, a person's name, and one quiet line to the customer's page. */
export function composeLetter(
  body: Body,
  {
    signature,
    pageUrl,
    language,
    choosing = false,
  }: { signature: Ending; pageUrl: string | null; language: TextLanguage; choosing?: boolean },
): { text: string; html: string } {
  // What was kept out of teammates' browsers leaves as it was written.
  const inner = body.html?.replace(/\bdata-remote="/g, 'src="') ?? paragraphs(body.text)
  const choose = say('options.choose', {}, language)
  const options = pageUrl &&
    choosing && {
      text: `${choose}\n${pageUrl}#options\n\n`,
      html: `<p><a href="${escapeHtml(pageUrl)}#options" style="color:#1f6b5e">${escapeHtml(choose.replace(/:$/, ''))}</a></p>`,
    }
  const line = say('replies.pageLine', {}, language)
  const page = pageUrl && {
    text: `\n${line}\n${pageUrl}\n`,
    html: `<p style="${style.quiet}">${escapeHtml(line)} <a href="${escapeHtml(pageUrl)}" style="color:#1f6b5e">${escapeHtml(say('replies.pageLink', {}, language))}</a></p>`,
  }
  // Whoever signed by hand has signed.
  const ending = endsWith(body.text, signature.text) ? null : signature
  return {
    text: `${body.text}\n\n${options ? options.text : ''}${ending ? `${ending.text}\n` : ''}${page ? page.text : ''}`,
    html: `<!doctype html><html><body style="${style.page}"><div style="max-width:640px">${inner}${options ? options.html : ''}${ending ? (ending.html ?? `<p>${escapeLines(ending.text)}</p>`) : ''}${page ? page.html : ''}</div></body></html>`,
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
