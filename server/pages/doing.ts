import { escapeHtml } from './html.ts'
import { openPromises, type RequestPage, stands } from './page.ts'
import type { Section } from './section.ts'
import type { Voice } from './voice.ts'

/** Done, now, next: real work only. */
export const doingSection: Section = {
  name: 'doing',
  html(_db, _conversation, { page, voice }) {
    const small = (at: Date | null) => (at ? ` <small>${escapeHtml(voice.moment(at))}</small>` : '')
    const done = page.done.map(
      ({ what, at }) =>
        `<li class="done"><b>${voice.told('pages.done')}</b> ${escapeHtml(what)}${small(at)}</li>`,
    )
    const next = openPromises(page).map(
      (promise) =>
        `<li class="${promise.state === 'open' ? 'next' : 'late'}"><b>${voice.told('pages.next')}</b> ${escapeHtml(promise.what)}${small(promise.due)}</li>`,
    )
    return `<h2>${voice.told('pages.doing')}</h2><ul class="steps">${done.join('')}<li><b>${voice.told('pages.now')}</b> ${now(page, voice)}</li>${next.join('')}</ul>`
  },
}

function now(page: RequestPage, voice: Voice): string {
  const standing = stands(page)
  if (standing === 'looked-after') return voice.told('pages.lookedAfter')
  if (standing === 'theirs') return voice.told('pages.theirTurn')
  const ours = page.messages.findLast((message) => message.ours)
  const last = page.messages.at(-1)
  if (page.unhappy)
    return page.unhappy.lead
      ? voice.told('pages.unhappyWith', { name: page.unhappy.lead })
      : voice.told('pages.unhappyNow')
  if (ours && last?.ours) return voice.told('pages.answered', { when: voice.moment(ours.at) })
  // Only what is so: a letter nobody has opened is not being read.
  if (!page.isRead) return voice.told('pages.notReadYet')
  return page.person && !page.person.away
    ? voice.told('pages.readBy', { name: page.person.name })
    : voice.told('pages.read')
}
