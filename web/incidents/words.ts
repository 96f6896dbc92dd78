import type { Incident, StopKind } from '#contract/incident.ts'
import { locale, t } from '#web/text/t.ts'

type Counts = Incident['counts']

/** Who has not been told: the first sentence wherever an incident is shown. */
export function untoldWords({ people, told }: Counts): string {
  if (people === 0) return t('incident.nobody')
  const left = people - told
  return told === 0 ? t('incident.noneTold', { people }) : t('incident.untold', { left, people })
}

const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'long' })

/** "in 24 minutes", "3 hours ago": how far off a moment is, as near as it is. */
export function away(iso: string, now = Date.now()): string {
  const minutes = Math.round((new Date(iso).getTime() - now) / 60_000)
  if (Math.abs(minutes) < 90) return relative.format(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return Math.abs(hours) < 36
    ? relative.format(hours, 'hour')
    : relative.format(Math.round(hours / 24), 'day')
}

export const firstName = (name: string | null): string => name?.split(' ')[0] ?? ''

/** What stops a letter, the heaviest first. */
export const stopKinds = ['empty', 'suspicious', 'identical', 'care'] as const satisfies readonly StopKind[]
