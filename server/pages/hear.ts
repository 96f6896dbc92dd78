import { openPromises, type RequestPage, stands } from './page.ts'
import type { Section } from './section.ts'
import type { Voice } from './voice.ts'

/** When they hear from us, news or not: the first promise, else the silence clock, else our opening hours. */
export const hearSection: Section = {
  name: 'hear',
  html(_db, _conversation, { page, voice }) {
    const sentence = hear(page, voice)
    return sentence && `<h2>${voice.told('pages.hear')}</h2>${sentence}`
  },
}

function hear(page: RequestPage, voice: Voice): string | null {
  const first = openPromises(page).find((promise) => promise.due)
  if (first) {
    const isLate = first.state !== 'open'
    return `<p${isLate ? ' class="late"' : ' class="by"'}>${voice.told(isLate ? 'pages.hearLate' : 'pages.hearBy', { when: voice.moment(first.due!) })}</p>`
  }
  if (stands(page) !== 'ours') return null
  // Past its limit the clock has no hour left to name, and no excuse either.
  if (page.silentUntil && page.silentUntil > page.now)
    return `<p class="by">${voice.told('pages.hearBy', { when: voice.moment(page.silentUntil) })}</p>`
  if (page.silentUntil)
    return `<p class="late">${voice.told('pages.hearOver', { when: voice.moment(page.silentUntil) })}</p>`
  const hours = hoursInWords(page, voice)
  return hours && `<p>${voice.told('pages.hearSoon', { hours })}</p>`
}

/** "Monday to Friday, 09:00–17:00", or day by day where they differ; empty where a company never opens. */
function hoursInWords({ company }: RequestPage, voice: Voice): string {
  const runs: { from: number; to: number; hours: string }[] = []
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const hours = company.hours[day]
    if (!hours) continue
    const words = `${hours.from}–${hours.to}`
    const last = runs.at(-1)
    if (last && last.hours === words && (last.to + 1) % 7 === day) last.to = day
    else runs.push({ from: day, to: day, hours: words })
  }
  return runs
    .map(({ from, to, hours }) =>
      from === to
        ? `${voice.weekday(from)}, ${hours}`
        : voice.say('pages.days', { from: voice.weekday(from), to: voice.weekday(to), hours }),
    )
    .join('; ')
}
