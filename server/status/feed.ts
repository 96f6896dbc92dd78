import type { StatusLanguage } from '#contract/status.ts'
import { text as say } from '#server/base/text.ts'
import { escapeHtml, letters } from '#server/pages/html.ts'
import type { Finished } from './door.ts'
import { levelsNow, saidIn } from './report.ts'
import type { Snapshot } from './snapshot.ts'
import { momentThere } from './voice.ts'

/** So many words back; a reader that was away for longer opens the page. */
const most = 40

/** Everybody's program may read these, from wherever its page comes. */
const forEverybody = { 'access-control-allow-origin': '*' }

interface Entry {
  id: string
  at: Date
  title: string
  html: string
  anchor: string
}

/** Every word of ours as it was said, newest first (RFC 4287). */
export function atomFeed(snapshot: Snapshot, language: StatusLanguage): Finished {
  const { url, company } = snapshot
  const entries = [...updateEntries(snapshot, language), ...statementEntries(snapshot, language)]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, most)
  const self = `${url}/status/feed.atom?lang=${language}`
  const name = escapeHtml(company.name || 'Tend')
  // Without an entry there is nothing that changed: a time that stands still keeps readers from coming for nothing.
  const updated = (entries[0]?.at ?? new Date(0)).toISOString()
  const host = new URL(url).hostname
  const entry = (one: Entry) =>
    `<entry><id>tag:${host},2026:status/${one.id}</id><title>${escapeHtml(one.title)}</title><updated>${one.at.toISOString()}</updated><link href="${escapeHtml(`${url}/status?lang=${language}#${one.anchor}`)}"/><content type="html">${escapeHtml(one.html)}</content></entry>`
  return {
    type: 'application/atom+xml; charset=utf-8',
    headers: forEverybody,
    body: `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}"><id>tag:${host},2026:status</id><title>${escapeHtml(say('status.feedTitle', { company: company.name || 'Tend' }, language))}</title><updated>${updated}</updated><author><name>${name}</name></author><link rel="self" href="${escapeHtml(self)}"/><link href="${escapeHtml(`${url}/status`)}"/>${entries.map(entry).join('')}</feed>
`,
  }
}

function updateEntries({ open, past, company }: Snapshot, language: StatusLanguage): Entry[] {
  const tell = (key: string, values: Record<string, string> = {}) => escapeHtml(say(key, values, language))
  return [...open, ...past].flatMap((report) =>
    report.updates.map((one) => {
      const parts = [
        `<p><b>${tell('status.impact')}</b></p>${letters(saidIn(one.impact, language).text)}`,
        `<p><b>${tell('status.doing')}</b></p>${letters(saidIn(one.doing, language).text)}`,
      ]
      if (one.stage === 'over' && report.cause)
        parts.push(`<p><b>${tell('status.cause')}</b></p>${letters(saidIn(report.cause, language).text)}`)
      if (one.nextAt) {
        const when = momentThere(one.nextAt, company.timeZone, language)
        parts.push(`<p><b>${tell('status.next')}</b> ${tell('status.nextBy', { when })}</p>`)
      }
      return {
        id: one.id,
        at: one.at,
        title: `${saidIn(report.title, language).text} – ${say(`status.stage.${one.stage}`, {}, language)}`,
        html: parts.join(''),
        anchor: report.id,
      }
    }),
  )
}

const statementEntries = ({ statements }: Snapshot, language: StatusLanguage): Entry[] =>
  statements.map((one) => ({
    id: one.id,
    at: one.changedAt ?? one.publishedAt,
    title: saidIn(one.title, language).text,
    html: letters(saidIn(one.words, language).text),
    anchor: one.id,
  }))

/** The same for programs: how each part stands, and what is open. */
export function statusJson(snapshot: Snapshot, now: Date): Finished {
  const levels = levelsNow(snapshot.open)
  const body = {
    company: snapshot.company.name || 'Tend',
    url: `${snapshot.url}/status`,
    components: snapshot.parts.map(({ id, name, about }) => ({
      id,
      name,
      about,
      level: levels[id] ?? 'works',
    })),
    open: snapshot.open.map(({ id, title, begunAt, newest }) => ({
      id,
      title,
      begunAt,
      stage: newest.stage,
      impact: newest.impact,
      doing: newest.doing,
      nextAt: newest.nextAt,
      isLate: newest.nextAt !== null && newest.nextAt < now,
      levels: newest.levels,
      updatedAt: newest.at,
    })),
    past: snapshot.past.map(({ id, title, begunAt, overAt, cause }) => ({
      id,
      title,
      begunAt,
      overAt,
      cause,
    })),
    statements: snapshot.statements,
  }
  return {
    type: 'application/json; charset=utf-8',
    headers: forEverybody,
    body: `${JSON.stringify(body, null, 1)}\n`,
  }
}
