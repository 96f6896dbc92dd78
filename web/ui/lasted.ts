import { t } from '#web/text/t.ts'

/** How long something lasted, as one says it: "40 minutes", "5 hours", "2 days and 3 hours", "12 days". */
export function lasted(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return t('time.minutes', { n: minutes })
  const hours = Math.round(minutes / 60)
  if (hours < 24) return t('time.hours', { n: hours })
  const [days, rest] = [Math.floor(hours / 24), hours % 24]
  // After three days nobody counts the hours any more.
  return days > 2 || rest === 0
    ? t('time.days', { n: Math.round(hours / 24) })
    : t('time.daysHours', { days, hours: rest })
}
