import { moment } from '#server/base/text.ts'
import { escapeHtml, frame, letters, told } from './frame.ts'
import { type PageMessage, type RequestPage, stands, tagOf } from './page.ts'

export interface PageForm {
  action: string
  /** Makes pressing Send twice harmless. */
  once: string
  said?: { kind: 'good' | 'bad'; text: string }
  draft?: string
}

/** The customer's page: usable without JavaScript, on any phone. `all` shows the conversation from its beginning. */
export function requestPageHtml(page: RequestPage, form: PageForm, all = false): string {
  const { company } = page
  const body = `<p class="company">${escapeHtml(company.name)}</p><h1>${escapeHtml(page.subject)}</h1>
<p class="who" id="who">${who(page)}</p><p id="news" role="status" data-news="${told('pages.news')}"></p>
<section id="doing"><h2>${told('pages.doing')}</h2>${doing(page)}</section>
<div id="hear">${hear(page)}</div>
${write(page, form)}
<section id="conversation"><h2>${told('pages.conversation')}</h2>${conversation(page, form.action, all)}</section>`
  return frame(company.name, `${page.subject} – ${company.name}`, body, {
    color: company.color,
    tag: tagOf(page),
  })
}

function who({ person, company }: RequestPage): string {
  if (!person) return told('pages.teamLooksAfter', { company: company.name })
  return person.title
    ? told('pages.looksAfterTitle', { name: person.name, title: person.title })
    : told('pages.looksAfter', { name: person.name })
}

const small = (at: Date | null, page: RequestPage) =>
  at ? ` <small>${escapeHtml(moment(at, page.timeZone))}</small>` : ''

/** Done, now, next: real work only. */
function doing(page: RequestPage): string {
  const done = page.promises
    .filter((promise) => promise.state === 'kept')
    .map(
      (promise) =>
        `<li class="done"><b>${told('pages.done')}</b> ${escapeHtml(promise.what)}${small(promise.settledAt, page)}</li>`,
    )
  const next = openPromises(page).map(
    (promise) =>
      `<li class="${promise.state === 'open' ? 'next' : 'late'}"><b>${told('pages.next')}</b> ${escapeHtml(promise.what)}${small(promise.due, page)}</li>`,
  )
  return `<ul class="steps">${done.join('')}<li><b>${told('pages.now')}</b> ${now(page)}</li>${next.join('')}</ul>`
}

const openPromises = (page: RequestPage) =>
  page.promises.filter((promise) => ['open', 'late', 'broken'].includes(promise.state))

function now(page: RequestPage): string {
  const standing = stands(page)
  if (standing === 'looked-after') return told('pages.lookedAfter')
  const ours = page.messages.findLast((message) => message.ours)
  if (standing === 'theirs') {
    const asked = ours && lastQuestion(ours.text)
    return asked ? told('pages.theirTurnAsked', { question: asked }) : told('pages.theirTurn')
  }
  const last = page.messages.at(-1)
  if (!ours || (last && !last.ours)) return told('pages.nothingYet')
  return told('pages.answered', { when: moment(ours.at, page.timeZone) })
}

/** The one thing we need from them, in the words it was asked with. */
const lastQuestion = (text: string): string | null =>
  text
    .match(/[^.!?\n]{3,200}\?/g)
    ?.at(-1)
    ?.trim() ?? null

function hear(page: RequestPage): string {
  const first = openPromises(page).find((promise) => promise.due)
  const hours = hoursInWords(page)
  const sentence = first
    ? `<p class="${first.state === 'open' ? '' : 'late'}">${told(first.state === 'open' ? 'pages.hearBy' : 'pages.hearLate', { when: moment(first.due!, page.timeZone) })}</p>`
    : stands(page) === 'ours' && hours
      ? `<p>${told('pages.hearSoon', { hours })}</p>`
      : ''
  return sentence && `<section><h2>${told('pages.hear')}</h2>${sentence}</section>`
}

function write(page: RequestPage, form: PageForm): string {
  const said = form.said
    ? `<p class="said ${form.said.kind}" role="status">${escapeHtml(form.said.text)}</p>`
    : ''
  const solved = page.messages.some((message) => message.ours)
    ? `<button name="say" value="solved" class="quiet" formnovalidate>${told('pages.solved')}</button>`
    : ''
  return `<form method="post" action="${escapeHtml(form.action)}" id="write" enctype="multipart/form-data"><h2><label for="text">${told('pages.write')}</label></h2>${said}<p id="help">${told('pages.writeHelp')}</p><textarea id="text" name="text" rows="6" maxlength="20000" required aria-describedby="help">${escapeHtml(form.draft ?? '')}</textarea><input type="hidden" name="once" value="${escapeHtml(form.once)}"><p><label for="files">${told('pages.addPhoto')}</label> <input type="file" id="files" name="files" multiple accept="image/*,.pdf"></p><div class="row"><button name="say" value="reply">${told('pages.send')}</button>${solved}<button name="say" value="unhappy" class="quiet" formnovalidate>${told('pages.unhappy')}</button></div></form>`
}

/** What a page may weigh altogether leaves this much for the conversation (UX.md §4.16: 50 KB). */
const roomForConversation = 28_000

function conversation(page: RequestPage, action: string, all: boolean): string {
  const shown: string[] = []
  let room = roomForConversation
  for (const message of page.messages.toReversed()) {
    const html = article(message, page)
    if (!all && html.length > room) break
    shown.unshift(html)
    room -= html.length
  }
  const left = page.messages.length - shown.length
  const earlier = left
    ? `<p><a href="${escapeHtml(action)}?all=1#conversation">${told('pages.earlier', { n: left })}</a></p>`
    : ''
  return earlier + shown.join('')
}

function article(message: PageMessage, { company, timeZone }: RequestPage): string {
  const by = message.by ? escapeHtml(message.by) : message.ours ? escapeHtml(company.name) : told('pages.you')
  const files = message.files.map(
    (file) =>
      `<li><a href="${escapeHtml(file.url)}">${told('pages.attachment', { name: file.name, size: size(file.size) })}</a></li>`,
  )
  return `<article class="${message.ours ? 'ours' : 'theirs'}" id="${message.id}"><header><b>${by}</b> <time datetime="${message.at.toISOString()}">${escapeHtml(moment(message.at, timeZone))}</time></header>${letters(message.text)}${files.length ? `<ul class="files">${files.join('')}</ul>` : ''}</article>`
}

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** "Monday to Friday, 09:00–17:00", or day by day where they differ; empty where a company never opens. */
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
