import { escapeHtml, initials } from './html.ts'
import type { RequestPage } from './page.ts'
import type { Section } from './section.ts'
import type { Voice } from './voice.ts'

/** Who looks after this, and who stands in while they are away. */
export const whoSection: Section = {
  name: 'who',
  bare: true,
  html: (_db, _conversation, { page, voice }) =>
    `${disc(page)}<div><p class="who">${sentence(page, voice)}</p>${away(page, voice)}</div>`,
}

const disc = ({ person, company }: RequestPage) =>
  `<span class="disc" aria-hidden="true">${escapeHtml(initials(person?.name ?? company.name))}</span>`

function sentence({ person, company }: RequestPage, voice: Voice): string {
  if (!person) return voice.told('pages.teamLooksAfter', { company: company.name })
  return person.title
    ? voice.told('pages.looksAfterTitle', { name: person.name, title: person.title })
    : voice.told('pages.looksAfter', { name: person.name })
}

function away({ person, company }: RequestPage, voice: Voice): string {
  if (!person?.away) return ''
  const { back, standIn } = person.away
  const values = { name: person.name, day: voice.day(back) }
  return `<p class="away">${
    standIn
      ? voice.told('pages.awayStandIn', { ...values, standIn: standIn.name })
      : voice.told('pages.awayTeam', { ...values, company: company.name })
  }</p>`
}
