import { locale, t } from '#web/text/t.ts'

const clock = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'long' })

/** The last line of the day: what comes now can wait, and until when. */
export function ends(until: string | null, now = new Date()): string {
  if (!until) return t('today.end')
  const at = new Date(until)
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
  const days = Math.round((midnight(at) - midnight(now)) / 86_400_000)
  const when =
    days === 0
      ? clock.format(at)
      : days === 1
        ? t('today.tomorrow')
        : t('today.onDay', { day: weekday.format(at) })
  return t('today.endUntil', { when })
}
