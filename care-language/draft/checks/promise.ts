import { findDates } from '../../dates.ts'
import type { Observation } from '../../draft.ts'
import { findPromises } from '../../promises.ts'
import { note } from '../note.ts'
import type { Seen } from '../read.ts'
import { meaning } from '../words.ts'

/** Is our word whole: a time on each step, none gone by, no two for one act? (C4, D1) */
export function promiseChecks(seen: Seen): Observation[] {
  const { labels, untimed, promises, context, total, asks, hurt } = seen
  const found: Observation[] = []
  if (total > 5 && labels.remedy && !labels.when && untimed.length > 0)
    found.push(note('next.no_time', 'hint', 'C4, D1, AIDET', untimed[0]))
  else if (total > 5 && !labels.remedy && untimed.length > 0 && (hurt || asks.length > 0))
    found.push(note('next.no_time', 'hint', 'C4, D1, AIDET', untimed[0]))
  for (const one of promises) {
    if ((one.due && isPast(one.due, context.ref)) || namesPastDay(one.quote, context.ref))
      found.push(note('promise.past', 'important', 'D1', one))
  }
  for (const [at, one] of promises.entries()) {
    const other = promises.find(
      (later, index) =>
        index > at &&
        later.who === one.who &&
        sameAct(one.action, later.action) &&
        later.due &&
        one.due &&
        differ(one.due, later.due) &&
        !another.test(seen.draft.slice(Math.max(0, later.start - 20), later.end + 20)),
    )
    if (other) found.push(note('promise.clash', 'important', 'D1', other))
  }
  found.push(...earlierWord(seen))
  return found
}

/** Our open word to them: an hour that has passed is named first; a new hour for it takes the old one back aloud. */
function earlierWord({ layout, labels, promises, context }: Seen): Observation[] {
  const text = layout.body.map((span) => span.text).join(' ')
  if (labels.apology === 'real' || ownsUp.test(text)) return []
  for (const { quote, due } of context.promised ?? []) {
    if (isPast(due, context.ref)) return [note('promise.broken', 'important', 'D1', undefined, { quote })]
    const [old] = findPromises(quote, context)
    const other = old && promises.find((one) => one.due && one.due !== due && sameAct(one.action, old.action))
    if (other) return [note('promise.clash', 'important', 'D1', other, { words: quote })]
  }
  return []
}

const ownsUp =
  /\b(?:(?:I|we) (?:had |have )?(?:said|promised|told you|wrote|let (?:it|that|the)|missed|am late|are late|did not keep|could not keep|cannot keep|can['’]t keep|need (?:until|longer|more|another))|instead of|not (?:on|at|by) \w+ as|as (?:I )?promised|later than|you (?:had to|should not have had to) ask)\b/i

const isPast = (due: string, ref: string): boolean =>
  due.length === 10 ? due < ref.slice(0, 10) : due < ref.slice(0, 16)

const dated =
  /\b(?:by|on|before|until|till|at|no later than)\s+(?:the )?(?:\w+day,? )?(?:the )?(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/gi
/** Behind these the day belongs to something that happened, not to what we promise. */
const happened =
  /(?:ed|wrote|bought|came|paid|was|were|did|sent|had|got|took|gave|rang|spoke|made)\b[^,;:]{0,25}$/i
const farAhead = 300
/** What has no month is never read as gone by, nor as a year ahead. */
const namesMonth = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d[\s./-]+\d|\d{6}/i
/** A date is said in fewer letters. */
const aDate = 60

/** "By 24 November" on the 25th: nobody means next year. */
function namesPastDay(quote: string, ref: string): boolean {
  const today = ref.slice(0, 10)
  for (const { index } of quote.matchAll(dated)) {
    if (happened.test(quote.slice(0, index))) continue
    if (!namesMonth.test(quote.slice(index, index + aDate))) continue
    const [day] = findDates(quote.slice(index, index + aDate), { ref })
    if (!day || !/^\d{4}-\d\d-\d\d/.test(day.value)) continue
    const value = day.value.slice(0, 10)
    if (value < today) return true
    if (!/\d{4}/.test(quote.slice(index)) && daysBetween(today, value) > farAhead) return true
  }
  return false
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** "On Friday" and "on Friday at three" do not differ. */
const differ = (a: string, b: string): boolean => !a.startsWith(b) && !b.startsWith(a)

/** A second call is another act. */
const another = /\b(?:again|once more|also|too|another|second|as well|then|every|each|both|either|or)\b/i

/** The same verb, and the things of one are among the things of the other. */
function sameAct(a: string, b: string): boolean {
  if (/^\w+/.exec(a)?.[0].toLowerCase() !== /^\w+/.exec(b)?.[0].toLowerCase()) return false
  const [one, two] = [thingsOf(a), thingsOf(b)]
  return one.every((word) => two.includes(word)) || two.every((word) => one.includes(word))
}

const thingsOf = (action: string): string[] => [...meaning(action)]
