import { escapeHtml } from './html.ts'
import type { Voice } from './voice.ts'

export interface Frame {
  company: { name: string; color: string | null }
  voice: Voice
  title: string
  /** What the page's script compares; a page without one stands still. */
  tag?: string
  /** The key of the line below, where it is not the usual one. */
  footer?: string
}

/** The HTML around every page of a customer. */
export const frame = ({ company, voice, title, tag, footer }: Frame, body: string): string =>
  `<!doctype html>
<html lang="${voice.tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/p/page.css">${company.color ? `<link rel="stylesheet" href="/p/color.css?c=${company.color.slice(1)}">` : ''}${tag ? '<script src="/p/page.js" defer></script>' : ''}</head>
<body><main${tag ? ` data-tag="${escapeHtml(tag)}"` : ''}>${body}</main><footer>${voice.told(footer ?? 'pages.footer', { company: company.name })}</footer></body></html>`

/** A sentence on a page of its own: the link is too old, or something is in the way. */
export const sentencePage = (
  { company, voice }: Pick<Frame, 'company' | 'voice'>,
  key: string,
  inner = '',
): string => {
  const title = voice.say(`${key}.title`)
  return frame(
    { company, voice, title },
    `<p class="company">${escapeHtml(company.name)}</p><h1>${escapeHtml(title)}</h1><p>${voice.told(`${key}.text`)}</p>${inner}`,
  )
}
