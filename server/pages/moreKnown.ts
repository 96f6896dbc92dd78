import { escapeHtml } from './html.ts'
import type { OwnPage } from './mineData.ts'
import type { Voice } from './voice.ts'

/** What else a teammate reads of somebody: where they work, whom they belong to, what they bought. Nothing where nothing is known. */
export function moreKnown({ card, fields, tags, around, dealings }: OwnPage, voice: Voice): string {
  const { told } = voice
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0
      ? ''
      : `<h3>${told(title)}</h3><ul class="rows">${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`
  const work = [card.role, card.company].filter(Boolean).join(', ')
  return [
    list('pages.me.also', [
      ...(work ? [escapeHtml(work)] : []),
      ...(card.reachBy ? [told(`pages.me.reach.${card.reachBy}`)] : []),
      ...(card.timeZone ? [told('pages.me.zone', { zone: card.timeZone })] : []),
      ...fields.map(({ name, value }) => `${escapeHtml(value)}${aside(name)}`),
      ...(tags.length ? [escapeHtml(tags.join(', ')) + aside(voice.say('pages.me.tags'))] : []),
    ]),
    list('pages.me.around', [
      ...around.circles.map((one) => escapeHtml(one.name) + aside(one.role)),
      ...around.relations.map((one) => escapeHtml(one.person.name) + aside(one.is)),
    ]),
    list(
      'pages.me.dealings',
      dealings.map((one) => dealingLine(one, voice)),
    ),
  ].join('')
}

const aside = (words: string | null) => (words ? ` <small>${escapeHtml(words)}</small>` : '')

export function dealingLine(one: OwnPage['dealings'][number], { day }: Voice): string {
  const worth = one.amount === null ? [] : [`${one.amount} ${one.currency}`]
  return escapeHtml(one.what) + aside([day(new Date(one.at)), ...worth].join(' · '))
}
