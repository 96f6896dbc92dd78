import { escapeHtml, letters, size } from './html.ts'
import type { PageMessage, RequestPage } from './page.ts'
import type { Section } from './section.ts'
import type { Voice } from './voice.ts'

/** What a page may weigh altogether leaves this much for the conversation (UX.md §4.16: 50 KB). */
const roomForConversation = 26_000

/** All that was said, oldest first; where it went on for long, the newest part of it unless they ask for all. */
export const conversationSection: Section = {
  name: 'conversation',
  html(_db, _conversation, { page, voice, action }) {
    const shown: string[] = []
    let room = roomForConversation
    for (const message of page.messages.toReversed()) {
      const html = article(message, page, voice)
      if (!page.showAll && Buffer.byteLength(html) > room) break
      shown.unshift(html)
      room -= Buffer.byteLength(html)
    }
    const left = page.messages.length - shown.length
    const earlier = left
      ? `<p><a href="${escapeHtml(action)}?all=1#conversation">${voice.told('pages.earlier', { n: left })}</a></p>`
      : ''
    return `<h2>${voice.told('pages.conversation')}</h2>${earlier}${shown.join('')}`
  },
}

function article(message: PageMessage, { company }: RequestPage, voice: Voice): string {
  const by = message.by
    ? escapeHtml(message.by)
    : message.ours
      ? escapeHtml(company.name)
      : voice.told('pages.you')
  const files = message.files.map(
    (file) =>
      `<li><a href="${escapeHtml(file.url)}">${voice.told('pages.attachment', { name: file.name, size: size(file.size) })}</a></li>`,
  )
  return `<article class="${message.ours ? 'ours' : 'theirs'}" id="${message.id}"><header><b>${by}</b> <time datetime="${message.at.toISOString()}">${escapeHtml(voice.moment(message.at))}</time></header>${letters(message.text)}${files.length ? `<ul class="files">${files.join('')}</ul>` : ''}</article>`
}
