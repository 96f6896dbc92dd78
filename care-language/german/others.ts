import { type Line, rawAt, wordAt } from '../promises/line.ts'
import type { FoundPromise } from '../promises/promise.ts'
import { isFirstName, plain } from '../words/names.ts'
import type { Read } from './read.ts'
import { heActs, isTrade } from './verbs.ts'
import { comesSoon, isTimed, matches, things, underWay } from './words.ts'

/** What colleagues and things do in German letters: "Herr Yilmaz kümmert sich morgen", "das Geld ist am Freitag auf Ihrem Konto". */

/** Who is named in a stretch, where it is one of ours. */
export function ofOurs(line: Line, from: number, to: number): FoundPromise['who'] | null {
  let who: FoundPromise['who'] | null = null
  for (let at = from; at < to; at++) {
    const word = wordAt(line, at)
    if (
      /^(?:ihr|ihre|ihrer|ihrem|der|die)$/.test(word) &&
      /^(?:arzt|bank|versicherung)$/.test(wordAt(line, at + 1))
    )
      return null
    const trade = isTrade(word)
    // "Anja bringt es Ihnen"
    if (
      !trade &&
      who === null &&
      line.tokens[at]!.capital &&
      (isFirstName(word) || line.names.has(plain(word)))
    )
      who = `colleague:${rawAt(line, at)}`
    if (trade || (/^(?:er|sie|jemand)$/.test(word) && to === at + 1)) who ??= 'firm'
    if (
      trade &&
      to > at + 1 &&
      line.tokens[at + 1]?.capital &&
      !isTrade(wordAt(line, at + 1)) &&
      !/^(?:herr|frau|dr)$/.test(wordAt(line, at + 1))
    )
      who = `colleague:${rawAt(line, at + 1)}`
    if (/^(?:herr|frau|dr)$/.test(word) && line.tokens[at + 1]?.capital) who = nameAt(line, at) ?? who
  }
  return who
}

/** "Frau Kurz", "Frau Dr. Engel". */
function nameAt(line: Line, at: number): `colleague:${string}` | null {
  const doctor = wordAt(line, at + 1) === 'dr' ? (wordAt(line, at + 2) === '.' ? 3 : 2) : 1
  if (!line.tokens[at + doctor]?.capital) return null
  const title = rawAt(line, at).replace(/^Herrn$/, 'Herr')
  return `colleague:${title} ${doctor > 1 ? 'Dr. ' : ''}${rawAt(line, at + doctor)}`
}

/** Whom "sie" or "er" means: the one who was last handed something, in the sentence before. */
export function meantBefore(line: Line | undefined): FoundPromise['who'] | null {
  for (let at = (line?.tokens.length ?? 0) - 1; line && at > 1; at--)
    if (
      /^(?:herrn?|frau)$/.test(wordAt(line, at)) &&
      /^(?:an|mit|von|bei|,|unser|unsere|unserem|unserer|kollegin|kollege|kollegen)$/.test(
        wordAt(line, at - 1),
      )
    )
      return nameAt(line, at)
  return null
}

/** Behind the verb: "morgen kommt unser Monteur", "das Bett stellt Ihnen die Hausdame hinein". */
function ofOursBehind(line: Line, verb: number, to: number): FoundPromise['who'] | null {
  let at = verb + 1
  while (/^(?:ihnen|sie|dir|dich|es|ihn|sich|euch|dann|auch|das|dies)$/.test(wordAt(line, at))) at++
  const opens = /^(?:unser|unsere|ein|eine|der|die|mein|meine|jemand)$/.test(wordAt(line, at)) ? at + 1 : at
  if (wordAt(line, at) === 'jemand') return 'firm'
  return opens < to ? ofOurs(line, opens, Math.min(opens + 2, to)) : null
}

const still =
  /^(?:ist|hat|wird|kann|muss|soll|will|darf|möchte|mag|braucht|weiß|findet|meint|sagt|arbeitet|nicht|jetzt|erst|selbst|sonst|fast|meist|gut|direkt|sofort|dort|seit|mit|hätte|war|sind|haben|können|müssen|sollen|wollen|dürfen|steht|stehen|heißt|freut|hofft|bittet|denkt|glaubt|bedauert|bestätigt|werden)$/

/** A verb no table has: only where its subject stands right before it. */
const mayHeAct = (line: Line, verb: number): boolean =>
  line.tokens[verb]!.capital === false &&
  wordAt(line, verb).length > 3 &&
  /\p{L}t$|[^aeiou]e?n$/u.test(wordAt(line, verb)) &&
  !still.test(wordAt(line, verb)) &&
  (isTrade(wordAt(line, verb - 1)) ||
    /^(?:er)$/.test(wordAt(line, verb - 1)) ||
    line.tokens[verb - 1]?.capital === true)

/** "Der Monteur ist morgen bei Ihnen", "Er ruft Sie vorher an", "Frau Kurz wird Sie anrufen". */
export function personActs(line: Line, from: number, to: number, end: number): Read | null {
  if (matches(line, from, to, now)) return null
  for (let verb = from + 1; verb < Math.min(to, from + 9); verb++) {
    if (line.times[verb] !== -1) continue
    const word = wordAt(line, verb)
    const wills = /^(?:wird|werden)$/.test(word) && /[^aeiou]e?n$/.test(wordAt(line, end)) && end > verb
    const comes = /^(?:ist|sind)$/.test(word) && matches(line, verb, to, /^bei$/) && isTimed(line, from, to)
    const known = heActs.has(word) || (/en$/.test(word) && heActs.has(word.replace(/en$/, 't')))
    const acts = known || mayHeAct(line, verb)
    if (!wills && !comes && !acts) continue
    const who = ofOurs(line, from, verb) ?? (known || wills ? ofOursBehind(line, verb, to) : null)
    if (!who) continue
    // Without a time a present says what somebody does, not what will be done, unless it is done to them.
    if (
      acts &&
      !isTimed(line, from, to) &&
      !comesSoon(line, from, to) &&
      !/^(?:übernimmt|übernehmen|macht|machen|erledigt|erledigen)$/.test(word) &&
      !matches(line, verb, to, /^(?:sie|ihnen|dich|dir)$/) &&
      !matches(line, verb, verb + 2, /^(?:neue|neues|ein)$/)
    )
      return null
    return { who, verb: wills ? end : verb, third: true, ...(wills && { wills }) }
  }
  return null
}

const now = new RegExp(`^(?:${[...underWay].join('|')})$`)

/** "Die Gutschrift geht Ihnen zu", "Er geht in die Post", "Antwort folgt morgen", "das Geld ist am Freitag auf Ihrem Konto". */
export function thingComes(line: Line, from: number, to: number, end: number): Read | null {
  if (matches(line, from, to, now)) return null
  const timed = isTimed(line, from, to)
  const soon = timed || comesSoon(line, from, to)
  for (let verb = from + 1; verb < Math.min(to, from + 9); verb++) {
    if (line.times[verb] !== -1) continue
    const word = wordAt(line, verb)
    if (/^(?:folgt|folgen)$/.test(word))
      return soon ? { who: verb === from + 1 ? 'writer' : 'firm', verb } : null
    if (word === 'erfolgt') return soon ? { who: 'firm', verb } : null
    if (/^(?:geht|gehen)$/.test(word)) {
      const yours = matches(line, verb, to, /^(?:ihnen|dir|euch)$/)
      if (/^(?:zu|raus|hinaus|ab)$/.test(wordAt(line, end)) && (yours || timed)) return { who: 'firm', verb }
      if (timed && (yours || matches(line, verb, to, /^(?:post|versand)$/))) return { who: 'firm', verb }
    }
    if (timed && /^(?:geht|gehen)$/.test(word) && wordAt(line, end) === 'weg') return { who: 'firm', verb }
    // "die Scheibe trifft bei uns ein", "die Firma kommt": stock on its way to us, or somebody else.
    if (/^(?:kommt|kommen|geht|gehen|trifft)$/.test(word) && soon) {
      const known = things.has(wordAt(line, from)) || verb === from + 1
      return known &&
        !toUs(line, verb, to) &&
        !matches(line, from, verb, /^(?:firma|polizei|feuerwehr|behörde|amt)$/)
        ? { who: 'firm', verb }
        : null
    }
    if (timed && /^(?:ist|sind|liegt|liegen|steht|stehen)$/.test(word) && arrives(line, verb, to))
      return { who: 'firm', verb }
  }
  return null
}

const toUs = (line: Line, from: number, to: number): boolean => {
  for (let at = from; at < to - 1; at++)
    if (/^(?:bei|zu)$/.test(wordAt(line, at)) && wordAt(line, at + 1) === 'uns') return true
  return false
}

const arrives = (line: Line, from: number, to: number): boolean => {
  for (let at = from; at < to - 1; at++)
    if (
      /^(?:auf|in|bei|vor)$/.test(wordAt(line, at)) &&
      /^(?:ihrem|ihrer|ihnen|dir|deinem|deiner|euch)$/.test(wordAt(line, at + 1))
    )
      return true
  return false
}
