import type { Observation } from '../../draft.ts'
import { note } from '../note.ts'
import type { Seen } from '../read.ts'

/** Is our word whole: a time on each step, none gone by, no two for one act? (C4, D1) */
export function promiseChecks({
  labels,
  untimed,
  promises,
  context,
  total,
  asks,
  hurt,
}: Seen): Observation[] {
  const found: Observation[] = []
  if (total > 5 && labels.remedy && !labels.when && untimed.length > 0)
    found.push(note('next.no_time', 'hint', 'C4, D1, AIDET', untimed[0]))
  else if (total > 5 && !labels.remedy && untimed.length > 0 && (hurt || asks.length > 0))
    found.push(note('next.no_time', 'hint', 'C4, D1, AIDET', untimed[0]))
  for (const one of promises) {
    if (one.due && isPast(one.due, context.ref)) found.push(note('promise.past', 'important', 'D1', one))
  }
  for (const [at, one] of promises.entries()) {
    const other = promises.find(
      (later, index) =>
        index > at &&
        later.who === one.who &&
        sameAct(one.action, later.action) &&
        later.due &&
        one.due &&
        later.due !== one.due,
    )
    if (other) found.push(note('promise.clash', 'important', 'D1', other))
  }
  return found
}

const isPast = (due: string, ref: string): boolean =>
  due.length === 10 ? due < ref.slice(0, 10) : due < ref.slice(0, 16)

const sameAct = (a: string, b: string): boolean => {
  const words = (text: string) => text.toLowerCase().split(/\s+/)
  const [one, two] = [words(a), words(b)]
  return one[0] === two[0] && one.slice(0, 3).join(' ') === two.slice(0, 3).join(' ')
}
