import { languageName } from '#server/base/text.ts'
import { frame } from './frame.ts'
import { escapeHtml, initials } from './html.ts'
import type { OwnPage, OwnPromise, OwnRequest } from './mineData.ts'
import { moreKnown } from './moreKnown.ts'
import type { Voice } from './voice.ts'
import { saidHtml } from './write.ts'

export interface OwnForms {
  /** Makes pressing twice harmless. */
  once: string
  /** Known to the page and its browser alone: no other site can press for them. */
  key: string
  said?: { kind: 'good' | 'bad'; text: string }
}

/** All that is somebody's: requests, promises, their person, what we know, and what they may do with it. */
export function ownPage(page: OwnPage, voice: Voice, forms: OwnForms): string {
  const { company } = page
  const { told } = voice
  const form = (to: string, inner: string) =>
    `<form method="post" action="/p/me/${to}"><input type="hidden" name="once" value="${escapeHtml(forms.once)}"><input type="hidden" name="key" value="${escapeHtml(forms.key)}">${inner}</form>`
  const parts = [
    `<p class="company">${escapeHtml(company.name)}</p><h1>${told('pages.me.title', { name: page.name })}</h1>`,
    forms.said ? saidHtml(forms.said) : '',
    person(page, voice),
    requests('pages.me.open', 'open', page.open, page, voice),
    promises(page, voice),
    requests('pages.me.past', 'past', page.past, page, voice),
    page.more ? `<p><a href="/p/me?all=1">${told('pages.me.more', { n: page.more })}</a></p>` : '',
    known(page, voice, form),
    take(voice),
    erase(page, voice, form),
    `<section id="leave"><h2>${told('pages.me.leave')}</h2><p>${told('pages.me.leaveText')}</p>${form('leave', `<button class="quiet">${told('pages.me.leaveButton')}</button>`)}</section>`,
  ]
  const title = `${voice.say('pages.me.title', { name: page.name })} – ${company.name}`
  return frame({ company, voice, title, footer: 'pages.me.footer' }, parts.join(''))
}

type Form = (to: string, inner: string) => string

function person({ person: one, company }: OwnPage, { told, day }: Voice): string {
  if (!one) return ''
  const says = one.title
    ? told('pages.me.personTitle', { name: one.name, title: one.title, company: company.name })
    : told('pages.me.person', { name: one.name, company: company.name })
  const back = one.until && day(new Date(Date.parse(one.until) + 36 * 3_600_000))
  const away = back
    ? `<p class="away">${one.standIn ? told('pages.awayStandIn', { name: one.name, day: back, standIn: one.standIn }) : told('pages.awayTeam', { name: one.name, day: back, company: company.name })}</p>`
    : ''
  return `<div id="who"><span class="disc" aria-hidden="true">${escapeHtml(initials(one.name))}</span><div><p class="who">${says}</p>${away}</div></div>`
}

function requests(
  title: string,
  id: string,
  rows: readonly OwnRequest[],
  page: OwnPage,
  { told, moment }: Voice,
): string {
  // No list of nothing: only that nothing is open is worth a sentence.
  if (rows.length === 0 && id !== 'open') return ''
  const stands = (one: OwnRequest) =>
    one.standing === 'ours'
      ? told(one.by ? 'pages.me.withPerson' : 'pages.me.withTeam', { name: one.by ?? page.company.name })
      : told(one.standing === 'theirs' ? 'pages.me.yourTurn' : 'pages.me.done')
  const items = rows.map(
    (one) =>
      `<li><a href="${escapeHtml(one.url)}">${escapeHtml(one.subject)}</a><br><small>${stands(one)} · ${escapeHtml(moment(one.lastAt))}</small></li>`,
  )
  const body = items.length
    ? `<ul class="rows">${items.join('')}</ul>`
    : `<p>${told('pages.me.noneOpen')}</p>`
  return `<section id="${id}"><h2>${told(title)}</h2>${body}</section>`
}

function promises({ promises: all }: OwnPage, voice: Voice): string {
  if (all.length === 0) return ''
  const { told } = voice
  const line = (one: OwnPromise) => {
    const when =
      one.state === 'kept'
        ? one.settledAt && told('pages.me.kept', { when: voice.moment(one.settledAt) })
        : one.due &&
          told(one.state === 'open' ? 'pages.me.by' : 'pages.me.late', { when: voice.moment(one.due) })
    const kind = one.state === 'kept' ? 'done' : one.state === 'open' ? 'next' : 'late'
    return `<li class="${kind}">${escapeHtml(one.what)}<br><small>${when ? `<b>${when}</b> · ` : ''}${escapeHtml(one.subject)}</small></li>`
  }
  return `<section id="promises"><h2>${told('pages.me.promises')}</h2><ul class="steps">${all.map(line).join('')}</ul></section>`
}

const field = (name: string, label: string, value: string | null, most: number, hint = '') =>
  `<p><label for="${name}">${label}</label><input id="${name}" name="${name}" maxlength="${most}" value="${escapeHtml(value ?? '')}"${hint ? ` aria-describedby="${name}-hint"` : ''}>${hint ? `<small id="${name}-hint">${hint}</small>` : ''}</p>`

const choice = (name: string, label: string, chosen: string, options: readonly [string, string][]) =>
  `<p><label for="${name}">${label}</label><select id="${name}" name="${name}">${options
    .map(
      ([value, text]) =>
        `<option value="${escapeHtml(value)}"${value === chosen ? ' selected' : ''}>${escapeHtml(text)}</option>`,
    )
    .join('')}</select></p>`

/** Languages many people here write in; a card may name any other. */
const common = ['en', 'de', 'pt', 'es', 'fr', 'it', 'nl', 'pl', 'uk', 'ru', 'tr', 'ar', 'fa', 'zh', 'ja']

const chosenLanguage = (known: string | null) =>
  known && common.includes(known) ? languageName(known) : (known ?? '')

/** Kept by the name that teammates read, shown by the name the reader knows. */
function languageChoices(known: string | null, voice: Voice): [string, string][] {
  const choices = common.map((tag): [string, string] => [
    languageName(tag),
    languageName(tag, voice.language),
  ])
  const is = ([name]: [string, string], index: number) => name === known || common[index] === known
  const known_ = known && !choices.some(is) ? [[known, known] as [string, string]] : []
  return [...known_, ...choices]
}

/** What we know, as a form: to read it is to be able to correct it. */
function known(page: OwnPage, voice: Voice, form: Form): string {
  const { card, facts, goals } = page
  const { told, say } = voice
  const addresses = card.addresses.map((one) => `<li>${escapeHtml(one.address)}</li>`).join('')
  const languages = languageChoices(card.language, voice)
  const fields = [
    field('name', told('pages.me.name'), card.name, 200),
    field(
      'preferredName',
      told('pages.me.preferredName'),
      card.preferredName,
      100,
      told('pages.me.preferredHint'),
    ),
    field('sayIt', told('pages.me.sayIt'), card.sayIt, 100),
    field('pronouns', told('pages.me.pronouns'), card.pronouns, 40),
    choice('formality', told('pages.me.formality'), card.formality ?? '', [
      ['', say('pages.me.formality.any')],
      ['informal', say('pages.me.formality.informal')],
      ['formal', say('pages.me.formality.formal')],
    ]),
    choice('language', told('pages.me.language'), chosenLanguage(card.language), [
      ...(card.language ? [] : ([['', say('pages.me.language.any')]] as [string, string][])),
      ...languages,
    ]),
    `<p><label for="accessNeeds">${told('pages.me.accessNeeds')}</label><textarea id="accessNeeds" name="accessNeeds" rows="2" maxlength="500">${escapeHtml(card.accessNeeds ?? '')}</textarea></p>`,
    `<p><label for="pleaseDont">${told('pages.me.pleaseDont')}</label><textarea id="pleaseDont" name="pleaseDont" rows="3" maxlength="2400" aria-describedby="pleaseDont-hint">${escapeHtml(card.pleaseDont.join('\n'))}</textarea><small id="pleaseDont-hint">${told('pages.me.pleaseDontHint')}</small></p>`,
    `<p class="tick"><input type="checkbox" id="noCirculars" name="noCirculars" value="yes"${card.noCircularsAt ? ' checked' : ''}><label for="noCirculars">${told('pages.me.noCirculars')}</label></p>`,
    `<button>${told('pages.me.save')}</button>`,
  ]
  const rows = facts.map(
    (one) =>
      `<li>${escapeHtml(one.text)} <small>${escapeHtml(voice.day(one.at))}${one.until ? ` · ${told('pages.me.factUntil', { day: voice.day(one.until) })}` : ''}</small>${form('forget', `<button class="small" name="fact" value="${one.id}" aria-label="${told('pages.me.forgetThis', { what: one.text })}">${told('pages.me.forget')}</button>`)}</li>`,
  )
  const told_ = rows.length
    ? `<h3>${told('pages.me.facts')}</h3><ul class="rows facts">${rows.join('')}</ul>`
    : ''
  const aims = goals.map(
    (one) => `<li>${escapeHtml(one.words)} <small>${escapeHtml(voice.day(one.at))}</small></li>`,
  )
  const here = aims.length ? `<h3>${told('pages.me.goals')}</h3><ul class="rows">${aims.join('')}</ul>` : ''
  return `<section id="known"><h2>${told('pages.me.known')}</h2><p>${told('pages.me.knownText')}</p>${form('card', fields.join(''))}<h3>${told('pages.me.addresses')}</h3><ul>${addresses}</ul><p><small>${told('pages.me.addressesText')}</small></p>${moreKnown(page, voice)}${here}${told_}</section>`
}

const take = ({ told }: Voice) =>
  `<section id="take"><h2>${told('pages.me.take')}</h2><p>${told('pages.me.takeText')}</p><p class="row"><a class="button quiet" href="/p/me/everything.html">${told('pages.me.takeReadable')}</a> <a class="button quiet" href="/p/me/everything.json">${told('pages.me.takeJson')}</a></p></section>`

/** Asks once, and says what stays and why. */
function erase({ erasure, company }: OwnPage, voice: Voice, form: Form): string {
  const { told } = voice
  const head = `<section id="erase"><h2>${told('pages.me.erase')}</h2>`
  if (erasure?.state === 'asked')
    return `${head}<p>${told('pages.me.eraseAsked', { when: voice.moment(erasure.at) })}</p>${form('keep', `<button class="quiet">${told('pages.me.eraseWithdraw')}</button>`)}</section>`
  if (erasure?.state === 'confirmed') return `${head}<p>${told('pages.me.eraseConfirmed')}</p></section>`
  const refused = erasure
    ? `<p class="late">${told('pages.me.eraseRefused', { when: voice.moment(erasure.at), because: erasure.because ?? '' })}</p>`
    : ''
  return `${head}${refused}<p>${told('pages.me.eraseText')}</p><p>${told('pages.me.eraseStays', { company: company.name })}</p>${form('erase', `<p class="tick"><input type="checkbox" id="sure" name="sure" value="yes" required><label for="sure">${told('pages.me.eraseSure')}</label></p><button class="danger">${told('pages.me.eraseButton')}</button>`)}</section>`
}

/** The letter's link, opened: nothing happens until they press, because mail scanners open links too. */
export const enterPage = (
  { company, voice }: { company: { name: string; color: string | null }; voice: Voice },
  action: string,
): string => {
  const title = voice.say('pages.enter.title')
  return frame(
    { company, voice, title, footer: 'pages.me.footer' },
    `<p class="company">${escapeHtml(company.name)}</p><h1>${escapeHtml(title)}</h1><p>${voice.told('pages.enter.text')}</p><form method="post" action="${escapeHtml(action)}" class="bare"><button>${voice.told('pages.enter.button')}</button></form>`,
  )
}
