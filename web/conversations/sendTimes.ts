import { instantIn, wallClockIn } from '#web/ui/zone.ts'

export interface Slot {
  key: 'today' | 'tomorrow' | 'monday'
  at: Date
}

const day = 86_400_000

/**
 * Good hours in the place of whoever will read it: this afternoon while there is one, tomorrow morning, and Monday morning
 * where tomorrow is at the weekend or Monday is not tomorrow.
 */
export function slotsIn(zone: string, now: Date): Slot[] {
  const today = wallClockIn(zone, now)
  const dateIn = (days: number) => {
    const [year, month, date] = today.slice(0, 10).split('-').map(Number)
    return new Date(Date.UTC(year!, month! - 1, date!) + days * day).toISOString().slice(0, 10)
  }
  const weekday = new Date(`${today.slice(0, 10)}T00:00Z`).getUTCDay()
  const slots: Slot[] = []
  for (const hour of ['14:00', '17:00'])
    if (slots.length === 0) {
      const at = instantIn(zone, `${today.slice(0, 10)}T${hour}`)
      if (at.getTime() - now.getTime() > 3_600_000) slots.push({ key: 'today', at })
    }
  slots.push({ key: 'tomorrow', at: instantIn(zone, `${dateIn(1)}T09:00`) })
  const toMonday = (8 - weekday) % 7 || 7
  if (toMonday > 1) slots.push({ key: 'monday', at: instantIn(zone, `${dateIn(toMonday)}T09:00`) })
  return slots
}
