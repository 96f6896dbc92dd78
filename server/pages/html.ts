import { moment, text as say } from '#server/base/text.ts'
import { type RequestPage, stands } from './page.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => escapes[character]!)

/** Escaped, then linked; only http and https. */
const letters = (text: string) =>
  escapeHtml(text)
    .replace(
      /https?:\/\/[^\s<>&]+(?:&amp;[^\s<>&]+)*/g,
      (url) => `<a href="${url}" rel="noopener noreferrer nofollow">${url}</a>`,
    )
    .split(/\n{2,}/)
    .map((part) => `<p>${part.replace(/\n/g, '<br>')}</p>`)
    .join('')

const frame = (company: string, title: string, body: string, color: string | null) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><link rel="stylesheet" href="/p/page.css">${color ? `<link rel="stylesheet" href="/p/color.css?c=${color.slice(1)}">` : ''}</head>
<body><main>${body}</main><footer>${escapeHtml(say('pages.footer', { company }))}</footer></body></html>`

/** The customer's page: usable without JavaScript, on any phone. `once` makes pressing Send twice harmless. */
export function requestPageHtml(
  page: RequestPage,
  form: { action: string; once: string; said?: { kind: 'good' | 'bad'; text: string }; draft?: string },
): string {
  const when = (at: Date) => moment(at, page.timeZone)
  const company = page.company.name
  const who = page.person
    ? page.person.title
      ? say('pages.looksAfterTitle', { name: page.person.name, title: page.person.title })
      : say('pages.looksAfter', { name: page.person.name })
    : say('pages.teamLooksAfter', { company: company || 'us' })
  const done = page.promises.filter((promise) => promise.state === 'kept')
  const open = page.promises.filter((promise) => promise.state === 'open' || promise.state === 'late')
  const standing = stands(page)
  const section = (title: string, body: string) => `<section><h2>${escapeHtml(title)}</h2>${body}</section>`
  const now =
    standing === 'looked-after'
      ? say('pages.lookedAfter')
      : standing === 'theirs'
        ? say('pages.theirTurn')
        : page.lastAnswerAt
          ? say('pages.answered', { when: when(page.lastAnswerAt) })
          : say('pages.nothingYet')
  const doing = `<ul class="steps">${done.map((promise) => `<li class="done"><b>${say('pages.done')}</b> ${escapeHtml(promise.what)}${promise.settledAt ? ` <small>${escapeHtml(when(promise.settledAt))}</small>` : ''}</li>`).join('')}<li>${escapeHtml(now)}</li>${open
    .map(
      (promise) =>
        `<li class="${promise.state === 'late' ? 'late' : 'next'}"><b>${say('pages.next')}</b> ${escapeHtml(promise.what)}${promise.due ? ` <small>${escapeHtml(when(promise.due))}</small>` : ''}</li>`,
    )
    .join('')}</ul>`
  const first = open.find((promise) => promise.due)
  const hear = first
    ? `<p class="${first.state === 'late' ? 'late' : ''}">${escapeHtml(say(first.state === 'late' ? 'pages.hearLate' : 'pages.hearBy', { when: when(first.due!) }))}</p>`
    : standing === 'ours'
      ? `<p>${escapeHtml(say('pages.hearSoon', { hours: hoursInWords(page) }))}</p>`
      : ''
  const conversation = page.messages
    .map(
      (message) =>
        `<article class="${message.ours ? 'ours' : 'theirs'}" id="${message.id}"><header><b>${escapeHtml(message.ours ? (message.by ?? company) : say('pages.you'))}</b> <time datetime="${message.at.toISOString()}">${escapeHtml(when(message.at))}</time></header>${letters(message.text)}${message.files.length ? `<ul class="files">${message.files.map((file) => `<li><a href="${escapeHtml(file.url)}">${escapeHtml(say('pages.attachment', { name: file.name, size: size(file.size) }))}</a></li>`).join('')}</ul>` : ''}</article>`,
    )
    .join('')
  const said = form.said
    ? `<p class="said ${form.said.kind}" role="status">${escapeHtml(form.said.text)}</p>`
    : ''
  const write = `<form method="post" action="${escapeHtml(form.action)}" id="write"><h2><label for="text">${say('pages.write')}</label></h2>${said}<p id="help">${say('pages.writeHelp')}</p><textarea id="text" name="text" rows="6" maxlength="20000" required aria-describedby="help">${escapeHtml(form.draft ?? '')}</textarea><input type="hidden" name="once" value="${escapeHtml(form.once)}"><button>${say('pages.send')}</button></form>`
  return frame(
    company,
    page.subject,
    `<p class="company">${escapeHtml(company)}</p><h1>${escapeHtml(page.subject)}</h1><p class="who">${escapeHtml(who)}</p>${section(say('pages.doing'), doing)}${hear ? section(say('pages.hear'), hear) : ''}${write}${section(say('pages.conversation'), conversation)}`,
    page.company.color,
  )
}

/** A sentence on a page of its own: the link is too old, or something is in the way. */
export const sentencePageHtml = (company: string, title: string, sentence: string): string =>
  frame(company, title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p>`, null)

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** "Monday to Friday, 09:00–17:00", or day by day where they differ. */
function hoursInWords(page: RequestPage): string {
  const name = (day: number) =>
    new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2023, 0, 1 + day)),
    )
  const runs: { from: number; to: number; hours: string }[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const hours = page.company.hours[day]
    if (!hours) continue
    const words = `${hours.from}–${hours.to}`
    const last = runs.at(-1)
    if (last && last.hours === words && (last.to + 1) % 7 === day) last.to = day
    else runs.push({ from: day, to: day, hours: words })
  }
  return runs
    .map(
      (run) =>
        `${run.from === run.to ? name(run.from) : `${name(run.from)} to ${name(run.to)}`}, ${run.hours}`,
    )
    .join('; ')
}
