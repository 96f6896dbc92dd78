import { locale, t } from '#web/text/t.ts'

const at = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), options)
const clock = at({ hour: '2-digit', minute: '2-digit' })
const weekday = at({ weekday: 'long' })
const short = at({ weekday: 'short' })
const dayMonth = at({ day: 'numeric', month: 'short' })
const dayYear = at({ day: 'numeric', month: 'long', year: 'numeric' })
const full = at({ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })

const dayOf = (date: Date) => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000)

/** "14:20", "yesterday", "Tuesday", "3 Nov": as near as the moment is. */
export function near(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = dayOf(now) - dayOf(date)
  if (days === 0) return clock.format(date)
  if (days === 1) return t('time.yesterday')
  if (days > 1 && days < 7) return weekday.format(date)
  return dayMonth.format(date)
}

/** "since 10:12", "since Tuesday". */
export const since = (iso: string): string => t('time.since', { when: near(iso) })

/** "by 17:00", "by Fri 17:00", "by 3 Dec": when something is due. */
export function due(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = dayOf(date) - dayOf(now)
  if (days === 0) return t(date < now ? 'time.was' : 'time.by', { when: clock.format(date) })
  if (days === 1) return t('time.by', { when: `${t('time.tomorrow')} ${clock.format(date)}` })
  if (days === -1) return t('time.was', { when: t('time.yesterday') })
  if (days > 1 && days < 7) return t('time.by', { when: `${short.format(date)} ${clock.format(date)}` })
  return days < 0
    ? t('time.was', { when: dayMonth.format(date) })
    : t('time.by', { when: dayMonth.format(date) })
}

/** The same where there is room for a word or two: "17:00", "Fri 17:00", "3 Dec". */
export function soon(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const days = dayOf(date) - dayOf(now)
  if (days === 0) return clock.format(date)
  if (days === -1) return t('time.yesterday')
  return days > 0 && days < 7 ? `${short.format(date)} ${clock.format(date)}` : dayMonth.format(date)
}

/** "3 March 2027". */
export const day = (iso: string): string => dayYear.format(new Date(iso))

export const exact = (iso: string): string => full.format(new Date(iso))

/** Local wall clock of now, `YYYY-MM-DDTHH:MM`, for care language. */
export function wallClock(date = new Date()): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
