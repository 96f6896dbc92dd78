import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { StatusLanguage } from '#contract/status.ts'
import { accentCss } from '#server/pages/accent.ts'
import { escapeHtml } from '#server/pages/html.ts'
import type { Finished } from './door.ts'
import type { Told } from './queries.ts'
import { worst } from './report.ts'
import type { Snapshot, Statement } from './snapshot.ts'
import { type PageVoice, voiceOf, zoneName } from './voice.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const css = read('./page.css')
const script = read('./page.js')

/** Everything a page needs is in the page, so that it also stands where nothing else of Tend does. */
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A statement stands in full for so long; then it stands with what was. */
const fresh = 30 * 86_400_000
/** On the first page; the rest is a press away. */
const pastShown = 6
/** UX.md U14, with room for what a server in front adds. */
const heaviest = 48_000

interface Context {
  snapshot: Snapshot
  voice: PageVoice
  now: Date
}

/** What stands on the first page of what was and what was said; the rest stands behind it. */
interface Shown {
  past: readonly Told[]
  statements: readonly Statement[]
}

/** The page for everybody: what is broken, for whom, what is done, when they hear next. */
export function statusPage(snapshot: Snapshot, language: StatusLanguage, now: Date): Finished {
  const context = contextOf(snapshot, language, now)
  return frame(context, whole(context, shownFirst(context)))
}

/** What was in the last year, and what was said that no longer stands in front; as much of it as a page holds, the newest. */
export function pastPage(snapshot: Snapshot, language: StatusLanguage, now: Date): Finished {
  const context = contextOf(snapshot, language, now)
  const inFront = new Set(shownFirst(context).statements)
  const statements = snapshot.statements.filter((one) => !inFront.has(one))
  const page = (shown: Shown) =>
    frame(context, wasAndWasSaid(context, shown), context.voice.told('status.past'))
  return page(asFits(context, { past: snapshot.past, statements }, page))
}

const contextOf = (snapshot: Snapshot, language: StatusLanguage, now: Date): Context => ({
  snapshot,
  voice: voiceOf(language, snapshot.company.timeZone),
  now,
})

/** What was long ago gives way to what is. */
function shownFirst(context: Context): Shown {
  const { snapshot, now } = context
  const statements = snapshot.statements.filter((one) => isFresh(one, now))
  const past = snapshot.past.slice(0, pastShown)
  return asFits(context, { past, statements }, (shown) => frame(context, whole(context, shown)))
}

/** Without the oldest of it, as far as the page would be too heavy. */
function asFits(context: Context, all: Shown, page: (shown: Shown) => Finished): Shown {
  const pieces = [
    ...all.past.map((one) => ({ one, at: one.begunAt, html: pastReport(one, context) })),
    ...all.statements.map((one) => ({ one, at: one.publishedAt, html: statement(one, context) })),
  ].toSorted((one, other) => +one.at - +other.at)
  const gone = new Set<unknown>()
  let over = Buffer.byteLength(page(all).body) - heaviest
  for (const { one, html } of pieces) {
    if (over <= 0) break
    gone.add(one)
    over -= Buffer.byteLength(html)
  }
  return {
    past: all.past.filter((one) => !gone.has(one)),
    statements: all.statements.filter((one) => !gone.has(one)),
  }
}

const saidAloud = (context: Context, statements: readonly Statement[]): string =>
  statements.length
    ? `<section><h2>${context.voice.told('status.statements')}</h2>${statements.map((one) => statement(one, context)).join('')}</section>`
    : ''

function wasAndWasSaid(context: Context, { past, statements }: Shown): string {
  const { snapshot, voice } = context
  const { told } = voice
  const none = snapshot.past.length ? '' : `<p>${told('status.nothingPast')}</p>`
  return `<div class="stand"><h1>${told('status.past')}</h1></div><div class="past">${past
    .map((one) => pastReport(one, context, 'h2'))
    .join(
      '',
    )}${none}</div>${saidAloud(context, statements)}<p class="ways"><a href="/status">${told('status.toNow')}</a></p>`
}

function whole(context: Context, { past, statements }: Shown): string {
  const { snapshot, voice } = context
  const { told } = voice
  const isMore = snapshot.past.length > past.length || statements.length < snapshot.statements.length
  return [
    `<p id="news" role="status" data-says="${told('status.news')}"></p>`,
    stand(context),
    ...snapshot.open.map((one) => openReport(one, context)),
    snapshot.parts.length ? parts(context) : '',
    saidAloud(context, statements),
    hearing(context),
    past.length || isMore
      ? `<section class="past"><h2>${told('status.past')}</h2>${past.map((one) => pastReport(one, context)).join('')}${isMore ? `<p><a href="/status/past">${told('status.morePast')}</a></p>` : ''}</section>`
      : '',
  ].join('')
}

/** All of it in one sentence, and since when. */
function stand({ snapshot, voice }: Context): string {
  const { told, time } = voice
  const level = levelOf(snapshot)
  const newest = [...snapshot.open, ...snapshot.past].map((one) => one.newest.at).sort((a, b) => +b - +a)[0]
  return `<div class="stand"><span class="mark ${level}" aria-hidden="true"></span><div><h1>${told(`status.stand.${standing(snapshot)}`, { n: snapshot.open.length })}</h1>${newest ? `<p>${told('status.lastWord')} ${time(newest)}</p>` : ''}</div></div>`
}

function openReport(report: Told, { snapshot, voice, now }: Context): string {
  const { told, timed, line, words, time } = voice
  const { newest } = report
  const level = worst(Object.values(newest.levels))
  const hit = Object.entries(newest.levels)
    .filter(([id, one]) => one !== 'works' && snapshot.named.has(id))
    .map(([id, one]) => `${line(snapshot.named.get(id)!)}: ${told(`status.part.${one}`)}`)
  const isLate = newest.nextAt !== null && newest.nextAt < now
  const next = newest.nextAt
    ? `<dt>${told('status.next')}</dt><dd><span class="next${isLate ? ' late' : ''}">${timed(isLate ? 'status.nextLate' : 'status.nextBy', newest.nextAt)}</span></dd>`
    : ''
  const earlier = report.updates
    .slice(1, 13)
    .map((one) => `<li><b>${told(`status.stage.${one.stage}`)}</b>${time(one.at)}${words(one.doing)}</li>`)
  return `<article class="report ${level}" id="${report.id}"><h2>${line(report.title)}</h2><p class="hit">${told(`status.stage.${newest.stage}`)} · ${told('status.since')} ${time(report.begunAt)}${hit.length ? `<br>${hit.join(' · ')}` : ''}</p><dl><dt>${told('status.impact')}</dt><dd>${words(newest.impact)}</dd><dt>${told('status.doing')}</dt><dd>${words(newest.doing)}</dd>${next}</dl>${
    earlier.length
      ? `<details><summary>${told('status.soFar', { n: earlier.length })}</summary><ol class="so-far">${earlier.join('')}</ol></details>`
      : ''
  }</article>`
}

function pastReport(report: Told, { voice, now }: Context, heading: 'h2' | 'h3' = 'h3'): string {
  const { told, timed, line, words, span, time } = voice
  const { newest } = report
  const cause = report.cause
    ? `<p><b>${told('status.cause')}</b></p>${words(report.cause)}`
    : newest.nextAt
      ? `<p>${timed(newest.nextAt < now ? 'status.causeLate' : 'status.causeBy', newest.nextAt)}</p>`
      : ''
  const did = report.updates
    .toReversed()
    .map((one) => `<li><b>${told(`status.stage.${one.stage}`)}</b>${time(one.at)}${words(one.doing)}</li>`)
  return `<article id="${report.id}"><${heading}>${line(report.title)}</${heading}><p class="meta">${span(report.begunAt, report.overAt!)}</p>${words(newest.impact)}${cause}<details><summary>${told('status.howItWent')}</summary><ol class="so-far">${did.join('')}</ol></details></article>`
}

function parts({ snapshot, voice }: Context): string {
  const { told, line } = voice
  const row = (part: Snapshot['parts'][number]) =>
    `<li><span>${line(part.name)}${part.about ? `<small>${line(part.about)}</small>` : ''}</span><b class="${part.level}"><span class="mark ${part.level}" aria-hidden="true"></span>${told(`status.part.${part.level}`)}</b></li>`
  return `<section><h2>${told('status.parts')}</h2><ul class="parts">${snapshot.parts.map(row).join('')}</ul></section>`
}

const isFresh = ({ publishedAt }: Statement, now: Date) => now.getTime() - publishedAt.getTime() < fresh

function statement(one: Statement, { voice }: Context): string {
  const { told, line, words, time } = voice
  const changed = one.changedAt ? ` · ${told('status.changed')} ${time(one.changedAt)}` : ''
  return `<article class="statement" id="${one.id}"><h3>${line(one.title)}</h3><p class="meta">${time(one.publishedAt)}${changed}</p>${words(one.words)}</article>`
}

/** By mail, said twice; or by a feed that nobody has to be known for. */
function hearing({ voice }: Context): string {
  const { told, language } = voice
  return `<section id="hear"><h2>${told('status.hear')}</h2><p>${told('status.hearText')}</p><form method="post" action="/status/subscribe"><input type="hidden" name="lang" value="${language}"><label class="trap" aria-hidden="true">${told('status.leaveEmpty')}<input name="website" tabindex="-1" autocomplete="off"></label><label>${told('status.email')}<input type="email" name="email" required maxlength="254" autocomplete="email"></label><button>${told('status.hearButton')}</button></form><p class="ways"><a href="/status/feed.atom?lang=${language}">${told('status.feed')}</a><a href="/status.json">${told('status.json')}</a></p></section>`
}

function frame({ snapshot, voice, now }: Context, body: string, before?: string): Finished {
  const { told, language, line } = voice
  const { company, settings, fonts } = snapshot
  const style = fonts + css + (company.color ? accentCss(company.color.slice(1)) : '')
  const name = company.name || 'Tend'
  const title = `${before ?? told(`status.stand.${standing(snapshot)}`, { n: snapshot.open.length })} – ${escapeHtml(name)}`
  const other = language === 'en' ? 'de' : 'en'
  const logo = settings.logo ? `<img src="${escapeHtml(settings.logo)}" alt="">` : ''
  return {
    type: 'text/html; charset=utf-8',
    headers: {
      'content-security-policy': `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; connect-src 'self'; font-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },
    body: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="alternate" type="application/atom+xml" href="/status/feed.atom?lang=${language}"><style>${style}</style><script type="module">${script}</script></head>
<body><header>${logo}<p>${escapeHtml(name)}</p>${settings.intro ? `<small>${line(settings.intro)}</small>` : ''}</header><main>${body}</main><footer><p id="clock">${told('status.clock', { zone: zoneName(company.timeZone, language, now) })}</p>${told('status.footer', { company: name })}<br><a href="?lang=${other}" lang="${other}" hreflang="${other}">${told('status.otherLanguage')}</a></footer></body></html>`,
  }
}

const levelOf = (snapshot: Snapshot) =>
  worst(snapshot.open.flatMap((one) => Object.values(one.newest.levels)))

function standing(snapshot: Snapshot): string {
  const level = levelOf(snapshot)
  return level === 'works' && snapshot.open.length ? 'watching' : level
}
