import { createHash } from 'node:crypto'
import type { CustomerActor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { newSecret } from '#server/base/ids.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { frame } from './frame.ts'
import { escapeHtml } from './html.ts'
import type { RequestPage } from './page.ts'
import type { Visitor } from './section.ts'
import { sections } from './sections.ts'
import type { Voice } from './voice.ts'
import { type LetterBox, letterBox, saidHtml } from './write.ts'

/** Where on the page something is said to its reader: at a section, or at the letter-box. */
export interface Saying {
  at: string
  kind: 'good' | 'bad'
  text: string
}

/** Stands in a form until the page leaves, so that what is compared is the page and not its forms' own words. */
const onceSlot = '%%once%%'

export const visitorOf = (
  house: House,
  by: CustomerActor,
  conversation: ConversationRow,
  page: RequestPage,
  voice: Voice,
  action: string,
): Visitor => ({
  house,
  by,
  customerId: conversation.customerId,
  inboxId: conversation.inboxId,
  voice,
  page,
  action,
  form: (section, inner) =>
    `<form method="post" action="${escapeHtml(`${action}/${section}`)}"><input type="hidden" name="once" value="${onceSlot}">${inner}</form>`,
})

/** The customer's page: usable without JavaScript, on any phone. */
export async function requestPage(
  conversation: ConversationRow,
  visitor: Visitor,
  { said, ...box }: Partial<LetterBox> & { said?: Saying } = {},
): Promise<{ html: string; tag: string }> {
  const { page, voice, house } = visitor
  const { company } = page
  const parts: string[] = []
  const live: string[] = []
  let isSaid = false
  for (const section of sections) {
    if (section === 'write') {
      parts.push(
        letterBox(visitor, {
          once: box.once ?? onceSlot,
          ...(box.draft && { draft: box.draft }),
          ...(said?.at === 'write' && { said }),
        }),
      )
      isSaid ||= said?.at === 'write'
      continue
    }
    const html = await section.html(house.db, conversation, visitor)
    if (!section.quiet) live.push(html ?? '')
    const says = html !== null && said?.at === section.name ? saidHtml(said) : ''
    isSaid ||= says !== ''
    const quiet = section.quiet ? ' data-quiet' : ''
    // An empty one keeps its place: the page's script may fill it.
    const element = section.bare || html === null ? 'div' : 'section'
    parts.push(
      `<${element} id="${section.name}" data-live${quiet}>${html === null ? '' : withSaying(html, says)}</${element}>`,
    )
  }
  const elsewhere = said && !isSaid ? saidHtml(said) : ''
  const head = `<p class="company">${escapeHtml(company.name)}</p><h1>${escapeHtml(page.subject)}</h1>${elsewhere}<p id="news" role="status" data-news="${voice.told('pages.news')}"></p>`
  const body = head + parts.join('')
  const tag = tagOf(live.join('\n'))
  const title = `${page.subject} – ${company.name}`
  const once = newSecret()
  return { tag, html: frame({ company, voice, title, tag }, body).replaceAll(onceSlot, once) }
}

const withSaying = (html: string, says: string): string =>
  html.includes('</h2>') ? html.replace('</h2>', () => `</h2>${says}`) : says + html

/** The same as long as there is no news; addresses of files change by themselves and are none. */
const tagOf = (live: string): string =>
  `"${createHash('sha256')
    .update(live.replace(/\?until=\d+&amp;k=[\w-]+/g, ''))
    .digest('base64url')
    .slice(0, 22)}"`
