import { text as say } from '#server/base/text.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character]!)

/** A text of the catalogue, escaped with all that was filled in. */
export const told = (key: string, values: Record<string, string | number> = {}): string =>
  escapeHtml(say(key, values))

/** Words of people: escaped, then linked; only http and https. */
export const letters = (text: string): string =>
  escapeHtml(text)
    .replace(
      /https?:\/\/[^\s<>&]+(?:&amp;[^\s<>&]+)*/g,
      (url) => `<a href="${url}" rel="noopener noreferrer nofollow">${url}</a>`,
    )
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replace(/\n/g, '<br>')}</p>`)
    .join('')

export const frame = (
  company: string,
  title: string,
  body: string,
  { color, tag }: { color: string | null; tag?: string } = { color: null },
): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/p/page.css">${color ? `<link rel="stylesheet" href="/p/color.css?c=${color.slice(1)}">` : ''}${tag ? '<script src="/p/page.js" defer></script>' : ''}</head>
<body><main${tag ? ` data-tag="${escapeHtml(tag)}"` : ''}>${body}</main><footer>${told('pages.footer', { company })}</footer></body></html>`

/** A sentence on a page of its own: the link is too old, or something is in the way. */
export const sentencePageHtml = (company: string, title: string, sentence: string): string =>
  frame(company, title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p>`)
