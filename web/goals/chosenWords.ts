import { locale } from '#web/text/t.ts'

/** What is selected in a letter of theirs: the words and the letter, or null. Our own letters and notes are not their words. */
export function chosenWords(): { words: string; messageId: string } | null {
  const selection = getSelection()
  const words = selection?.toString().replace(/\s+/g, ' ').trim()
  if (!selection || !words || selection.rangeCount === 0) return null
  const within = selection.getRangeAt(0).commonAncestorContainer
  const letter = (within instanceof Element ? within : within.parentElement)?.closest('.message.in')
  return letter ? { words: words.slice(0, 500), messageId: letter.id } : null
}

/** A quarter from now; a goal is looked at a few times a year. */
export function inThreeMonths(now = new Date()): string {
  const day = new Date(now.getFullYear(), now.getMonth() + 3, now.getDate(), 12)
  while (day.getDay() === 0 || day.getDay() === 6) day.setDate(day.getDate() + 1)
  return dayText(day)
}

export const tomorrow = (now = new Date()): string =>
  dayText(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 12))

const dayText = (day: Date): string =>
  `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`

export const longDay = (day: string): string =>
  new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`))
