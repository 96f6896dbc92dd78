import { type Line, rawAt, wordAt } from '../promises/line.ts'
import type { FoundPromise } from '../promises/promise.ts'
import { heActs, trades } from './verbs.ts'

/** What colleagues and things do in German letters: "Herr Yilmaz kümmert sich morgen", "das Geld ist am Freitag auf Ihrem Konto". */

interface Read {
  who: FoundPromise['who']
  verb: number
}

const isTimed = (line: Line, from: number, to: number): boolean =>
  line.whens.some((one) => one.from >= from && one.to <= to) ||
  has(line, from, to, /^(?:nächsten|kommenden)$/)

const has = (line: Line, from: number, to: number, word: RegExp): boolean => {
  for (let at = from; at < to; at++) if (word.test(wordAt(line, at))) return true
  return false
}

/** Who stands before the verb in second place, where it is one of ours. */
function ofOurs(line: Line, from: number, verb: number): FoundPromise['who'] | null {
  let who: FoundPromise['who'] | null = null
  for (let at = from; at < verb; at++) {
    const word = wordAt(line, at)
    if (
      /^(?:ihr|ihre|ihrer|ihrem|der|die)$/.test(word) &&
      /^(?:arzt|bank|versicherung)$/.test(wordAt(line, at + 1))
    )
      return null
    if (trades.has(word) || (/^(?:er|sie)$/.test(word) && verb === at + 1)) who ??= 'firm'
    if (
      trades.has(word) &&
      verb > at + 1 &&
      line.tokens[at + 1]?.capital &&
      !trades.has(wordAt(line, at + 1))
    )
      who = `colleague:${rawAt(line, at + 1)}`
    if (/^(?:herr|frau|dr)$/.test(word) && line.tokens[at + 1]?.capital)
      who = `colleague:${rawAt(line, at)} ${rawAt(line, at + 1)}`
  }
  return who
}

/** "Der Monteur ist morgen bei Ihnen", "Er ruft Sie vorher an", "Frau Kurz wird Sie anrufen". */
export function personActs(line: Line, from: number, to: number, end: number): Read | null {
  for (let verb = from + 1; verb < Math.min(to, from + 9); verb++) {
    if (line.times[verb] !== -1) continue
    const word = wordAt(line, verb)
    const wills = /^(?:wird|werden)$/.test(word) && /en$/.test(wordAt(line, end))
    const comes = /^(?:ist|sind)$/.test(word) && has(line, verb, to, /^bei$/) && isTimed(line, from, to)
    const acts = heActs.has(word) || (/en$/.test(word) && heActs.has(word.replace(/en$/, 't')))
    if (!wills && !comes && !acts) continue
    const who = ofOurs(line, from, verb)
    if (!who) return null
    // Without a time a present says what somebody does, not what will be done, unless it is done to them.
    if (acts && !isTimed(line, from, to) && !has(line, verb, to, /^(?:sie|ihnen|dich|dir)$/)) return null
    return { who, verb: wills ? end : verb }
  }
  return null
}

/** "Die Gutschrift geht Ihnen zu", "Er geht in die Post", "Antwort folgt morgen", "das Geld ist am Freitag auf Ihrem Konto". */
export function thingComes(line: Line, from: number, to: number, end: number): Read | null {
  if (!isTimed(line, from, to)) return null
  for (let verb = from + 1; verb < Math.min(to, from + 9); verb++) {
    if (line.times[verb] !== -1) continue
    const word = wordAt(line, verb)
    if (/^(?:folgt|folgen)$/.test(word)) return { who: verb === from + 1 ? 'writer' : 'firm', verb }
    if (word === 'erfolgt') return { who: 'firm', verb }
    if (
      /^(?:geht|gehen)$/.test(word) &&
      (/^(?:zu|raus|hinaus|ab)$/.test(wordAt(line, end)) || has(line, verb, to, /^(?:post|versand|ihnen)$/))
    )
      return { who: 'firm', verb }
    if (/^(?:ist|sind|liegt|liegen)$/.test(word) && arrives(line, verb, to)) return { who: 'firm', verb }
  }
  return null
}

const arrives = (line: Line, from: number, to: number): boolean => {
  for (let at = from; at < to - 1; at++)
    if (
      /^(?:auf|in|bei|vor)$/.test(wordAt(line, at)) &&
      /^(?:ihrem|ihrer|ihnen|dir|deinem)$/.test(wordAt(line, at + 1))
    )
      return true
  return false
}
