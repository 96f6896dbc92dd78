import { fromIso } from './dates/civil.ts'
import { type OfficeHours, officeOf } from './dates/office.ts'
import { isGerman } from './german/isGerman.ts'
import { germanPromises } from './german/promises.ts'
import { germanWhenAt } from './german/when.ts'
import { onceEach } from './onceEach.ts'
import { promisesIn } from './promises/find.ts'
import { pageOf } from './promises/line.ts'
import { emptyMemory, type Memory, remembering } from './promises/memory.ts'
import type { FoundPromise } from './promises/promise.ts'
import { withoutQuotes } from './promises/quotes.ts'
import { sentences } from './sentences.ts'
import { plain } from './words/names.ts'
import { ownWords } from './zones.ts'

export type { FoundPromise, OfficeHours }

/** Longer texts are read up to here; a reply is never longer, and the time to read stays bounded. */
const longest = 8_000

/** The dot of "27. November" and "3.12. um" ends no sentence; that of "ab 9. Ich schreibe" does. */
const withoutDayDots = (text: string) =>
  text.replace(
    /(\d)\.(?=\s+(?:[^\p{Lu}\s]|(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Kalenderwoche|KW|Uhr|Stock|Etage|OG)))/gu,
    '$1,',
  )

/** What the composer read a keystroke ago. */
const lately = emptyMemory()

/**
 * All commitments in a text, in order, by the written conventions of the promise ledger. `ref`: local wall clock
 * `YYYY-MM-DDTHH:MM` at which the text is sent; `tz`: the IANA zone of that clock. Offers, policy, the past, negations,
 * hopes, quotes and third parties are none. `office`: with the office's hours and holidays, working days, business hours,
 * "first thing" and "by end of day" are counted by them; without, as the conventions say. `teammates`: who works here, so that
 * a name no table has is one.
 */
export function findPromises(
  text: string,
  when: {
    ref: string
    tz?: string
    office?: OfficeHours | undefined
    teammates?: readonly string[] | undefined
  },
  memory: Memory = lately,
): FoundPromise[] {
  const own = onceEach(withoutQuotes(ownWords(text.slice(0, longest))))
  const tz = when.tz ?? 'UTC'
  const ref = fromIso(when.ref)
  if (Number.isNaN(ref)) return []
  const office = officeOf(when.office)
  const names = namesOf(when.teammates ?? [], memory)
  // The words as they were written, also where a quotation in them was passed over.
  const asWritten = (found: readonly FoundPromise[]) =>
    found.map((promise) => ({ ...promise, quote: text.slice(promise.start, promise.end) }))
  if (isGerman(own)) {
    const context = {
      office,
      ref,
      tz,
      monthFirst: false,
      told: null,
      closes: null,
      theirZone: null,
      lastInstant: null,
      heard: { line: null, whens: 0 },
    }
    const page = pageOf(
      own,
      sentences(withoutDayDots(own)),
      { language: 'de', whenAt: germanWhenAt, names },
      memory,
    )
    return asWritten(germanPromises(page, context))
  }
  return asWritten(
    promisesIn(pageOf(own, sentences(own), { language: 'en', names }, memory), { ref, tz, office }, memory),
  )
}

const namesOf = (teammates: readonly string[], memory: Memory): ReadonlySet<string> => {
  remembering(memory, teammates.join('\n'))
  return new Set(teammates.flatMap((name) => name.split(/\s+/)).map(plain))
}
