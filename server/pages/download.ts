import { Readable } from 'node:stream'
import type { House } from '#server/base/context.ts'
import { escapeHtml, letters, size } from './html.ts'
import type { OwnPage } from './mineData.ts'
import { theirs } from './mineData.ts'
import { dealingLine, moreKnown } from './moreKnown.ts'
import { type RequestPage, readRequestPage, stands } from './page.ts'
import type { Voice } from './voice.ts'

/** Each request from its beginning, newest first; one at a time, however many there are. */
export async function* readEverything(
  house: House,
  { customerId }: OwnPage,
): AsyncGenerator<RequestPage & { id: string }> {
  const rows = await house.db
    .selectFrom('conversations')
    .select('id')
    .where('customerId', '=', customerId)
    .where('held', '=', false)
    .where(theirs)
    .orderBy('lastAt', 'desc')
    .orderBy('id')
    .execute()
  for (const { id } of rows) yield { id, ...(await readRequestPage(house, id)) }
}

/** What is read while it is sent: the requests, and what they bought beyond what the page shows. */
export interface Everything {
  requests: AsyncIterable<RequestPage & { id: string }>
  moreDealings: AsyncIterable<OwnPage['dealings'][number]>
}

const aboutThem = ({ card, fields, tags, facts, goals, person, company, erasure, around }: OwnPage) => ({
  company: company.name,
  you: {
    name: card.name,
    preferredName: card.preferredName,
    sayIt: card.sayIt,
    pronouns: card.pronouns,
    language: card.language,
    formality: card.formality,
    timeZone: card.timeZone,
    company: card.company,
    role: card.role,
    reachBy: card.reachBy,
    accessNeeds: card.accessNeeds,
    pleaseDont: card.pleaseDont,
    noLettersToManySince: card.noCircularsAt?.toISOString() ?? null,
    addresses: card.addresses,
    knownSince: card.createdAt,
  },
  noted: fields,
  tags,
  yourPerson: person && { name: person.name, title: person.title },
  hereFor: goals.map(({ words, at }) => ({ words, at })),
  facts: facts.map(({ text, at, until }) => ({ text, at, until })),
  belongsTo: around.circles.map(({ kind, name, role }) => ({ kind, name, role })),
  relations: around.relations.map(({ person: { name }, is }) => ({ name, is })),
  erasure,
})

/** Files are named with their size: the bytes are on the pages of the requests. */
const requestOf = (page: RequestPage) => ({
  subject: page.subject,
  stands: stands(page),
  promises: page.promises.map(({ what, due, state, settledAt }) => ({ what, due, state, settledAt })),
  messages: page.messages.map(({ ours, by, at, text, files }) => ({
    from: ours ? 'us' : 'you',
    by,
    at,
    text,
    files: files.map(({ name, size: bytes }) => ({ name, bytes })),
  })),
})

export const downloadJson = (page: OwnPage, everything: Everything): Readable =>
  Readable.from(json(page, everything), { objectMode: false })

async function* json(page: OwnPage, everything: Everything): AsyncGenerator<string> {
  yield `${JSON.stringify(aboutThem(page), null, 2).slice(0, -2)},\n  "dealings": [`
  let comma = ''
  const dealing = ({ kind, what, at, amount, currency }: OwnPage['dealings'][number]) =>
    `\n${JSON.stringify({ kind, what, at, amount, currency })}`
  for (const one of page.dealings) {
    yield comma + dealing(one)
    comma = ','
  }
  for await (const one of everything.moreDealings) yield comma + dealing(one)
  yield '\n],\n  "requests": ['
  comma = ''
  for await (const one of everything.requests) {
    yield `${comma}\n${JSON.stringify(requestOf(one), null, 2)}`
    comma = ','
  }
  yield '\n]\n}\n'
}

export const downloadHtml = (page: OwnPage, voice: Voice, everything: Everything): Readable =>
  Readable.from(readable(page, voice, everything), { objectMode: false })

const style =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 system-ui,sans-serif;color:#2b2622;background:#fff}article{border-top:1px solid #ccc;padding:.5rem 0}dt{font-weight:600}small{color:#5f564d}'

async function* readable(page: OwnPage, voice: Voice, everything: Everything): AsyncGenerator<string> {
  const { told } = voice
  const { card } = page
  const rows: [string, string | null][] = [
    ['pages.me.name', card.name],
    ['pages.me.preferredName', card.preferredName],
    ['pages.me.sayIt', card.sayIt],
    ['pages.me.pronouns', card.pronouns],
    ['pages.me.language', card.language],
    ['pages.me.formality', card.formality && voice.say(`pages.me.formality.${card.formality}`)],
    ['pages.me.accessNeeds', card.accessNeeds],
    ['pages.me.pleaseDont', card.pleaseDont.join('\n') || null],
    ['pages.me.noCircularsSince', card.noCircularsAt && voice.day(card.noCircularsAt)],
    ['pages.me.addresses', card.addresses.map((one) => one.address).join('\n')],
  ]
  const known = rows
    .filter(([, value]) => value)
    .map(([label, value]) => `<dt>${told(label)}</dt><dd>${letters(value!)}</dd>`)
  const goals = page.goals.map((one) => `<li>${escapeHtml(one.words)}</li>`)
  const facts = page.facts.map(
    (one) => `<li>${escapeHtml(one.text)} <small>${escapeHtml(voice.day(one.at))}</small></li>`,
  )
  yield `<!doctype html><html lang="${voice.tag}"><head><meta charset="utf-8"><title>${told('pages.me.title', { name: page.name })}</title><style>${style}</style></head><body><h1>${told('pages.me.title', { name: page.name })}</h1><p>${escapeHtml(page.company.name)}</p><h2>${told('pages.me.known')}</h2><dl>${known.join('')}</dl>${moreKnown(page, voice)}`
  if (page.moreDealings) {
    yield '<ul>'
    for await (const one of everything.moreDealings) yield `<li>${dealingLine(one, voice)}</li>`
    yield '</ul>'
  }
  yield `${goals.length ? `<h3>${told('pages.me.goals')}</h3><ul>${goals.join('')}</ul>` : ''}${facts.length ? `<h3>${told('pages.me.facts')}</h3><ul>${facts.join('')}</ul>` : ''}`
  for await (const one of everything.requests) {
    const promises = one.promises.map(
      (promise) =>
        `<li>${escapeHtml(promise.what)} <small>${promise.due ? escapeHtml(voice.moment(promise.due)) : ''}</small></li>`,
    )
    yield `<h2>${escapeHtml(one.subject)}</h2>${promises.length ? `<h3>${told('pages.me.promises')}</h3><ul>${promises.join('')}</ul>` : ''}`
    for (const message of one.messages) {
      const by = message.by ?? (message.ours ? page.company.name : voice.say('pages.you'))
      const files = message.files.map((file) => `<li>${escapeHtml(file.name)} (${size(file.size)})</li>`)
      yield `<article><b>${escapeHtml(by)}</b> <small>${escapeHtml(voice.moment(message.at))}</small>${letters(message.text)}${files.length ? `<ul>${files.join('')}</ul>` : ''}</article>`
    }
  }
  yield '</body></html>\n'
}
