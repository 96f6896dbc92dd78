import { hasText } from '#server/base/text.ts'
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
      ({ what, at, act }) =>
        `<li class="done"><b>${voice.told('pages.done')}</b> ${escapeHtml(act ? actInWords(what, voice) : what)}${small(at)}</li>`,
    )
    const next = openPromises(page).map(
      (promise) =>
        `<li class="${promise.state === 'open' ? 'next' : 'late'}"><b>${voice.told('pages.next')}</b> ${escapeHtml(promise.what)}${small(promise.due)}</li>`,
    )
    return `<h2>${voice.told('pages.doing')}</h2><ul class="steps">${done.join('')}<li><b>${voice.told('pages.now')}</b> ${now(page, voice)}</li>${next.join('')}</ul>`
  },
}

/** The usual acts in a sentence of ours; a team's own by the name it gave. */
const actInWords = (kind: string, voice: Voice): string =>
  hasText(`pages.act.${kind}`) ? voice.say(`pages.act.${kind}`) : kind

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
  const here = page.person && !page.person.away ? page.person : null
  if (!page.isRead)
    return here ? voice.told('pages.notReadYetBy', { name: here.name }) : voice.told('pages.notReadYet')
  return here ? voice.told('pages.readBy', { name: here.name }) : voice.told('pages.read')
}
