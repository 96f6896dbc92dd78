import { isHardBreak, type Line, wordAt } from '../promises/line.ts'
import { acts } from './verbs.ts'
import { participle } from './words.ts'

/** A clause ends at a mark, and at "und" where a verb or a subject follows. */
export function endsClause(line: Line, at: number, from: number): boolean {
  if (line.times[at] !== -1) return false
  const word = wordAt(line, at)
  // "48,20 Euro": the comma of a number.
  if (word === ',' && line.tokens[at - 1]?.kind === 'number' && line.tokens[at + 1]?.gap === false)
    return false
  // "Am Donnerstag, den 3. Dezember, holen wir …": the time in front is of the clause.
  if (word === ',' && at > from && line.times.slice(from, at).every((time) => time !== -1)) return false
  // "Unser Hausmeister, Herr Kurz, kommt morgen": who he is stands between.
  if (word === ',' && isName(line, at + 1)) return false
  if (word === ',' && isName(line, at - 2) && wordAt(line, at - 3) === ',') return false
  // "…, so gegen halb zehn": a time behind the comma is of the clause.
  if (word === ',' && onlyTimeBehind(line, at)) return false
  if (isHardBreak(line, at) || word === ',') return true
  if (!/^(?:und|aber|sondern|denn|oder)$/.test(word)) return false
  const next = wordAt(line, at + 1)
  return (
    acts.has(next) ||
    /^(?:ich|wir|sie|er|du|werde|werden|wird|ihr|ihre|das|die|der|bekommen|erhalten)$/.test(next) ||
    (word === 'und' && (goesOn(line, at + 1) || willsMore(line, from, at) || doneMore(line, from, at)))
  )
}

const onlyTimeBehind = (line: Line, comma: number): boolean => {
  let at = comma + 1
  while (/^(?:so|also|etwa|wohl|zwar|und|am|besten)$/.test(wordAt(line, at)) && line.times[at] === -1) at++
  const index = line.times[at]
  if (index === undefined || index === -1) return false
  const next = line.whens[index]!.to
  return next >= line.tokens.length || line.tokens[next]!.kind === 'mark'
}

/** "Wir werden ihn prüfen und auf Sie zukommen": two infinitives of one "werden". */
function willsMore(line: Line, from: number, and: number): boolean {
  if (!isInfinitive(line, and - 1)) return false
  let wills = false
  for (let at = from; at < and; at++) wills ||= /^(?:werde|werden|wird)$/.test(wordAt(line, at))
  if (!wills) return false
  let end = and + 1
  while (end < line.tokens.length && !isHardBreak(line, end) && wordAt(line, end) !== ',') end++
  return isInfinitive(line, end - 1)
}

/** "Das Paket wird zurückgeholt und Ihnen neu zugestellt": two participles of one "werden". */
function doneMore(line: Line, from: number, and: number): boolean {
  if (!participle(wordAt(line, and - 1))) return false
  let done = false
  for (let at = from; at < and; at++) done ||= /^(?:wird|werden)$/.test(wordAt(line, at))
  let end = and + 1
  while (end < line.tokens.length && !isHardBreak(line, end) && wordAt(line, end) !== ',') end++
  return done && participle(wordAt(line, end - 1))
}

const isInfinitive = (line: Line, at: number): boolean =>
  line.tokens[at]?.capital === false && /[^aeiou]e?n$/.test(wordAt(line, at)) && line.times[at] === -1

const isName = (line: Line, at: number): boolean =>
  /^(?:herr|frau)$/.test(wordAt(line, at)) && line.tokens[at + 1]?.capital === true

/** "… und entlüftet die Heizkörper": a verb of whoever acts in the clause before. */
export const goesOn = (line: Line, at: number): boolean =>
  line.tokens[at]?.capital === false &&
  line.times[at] === -1 &&
  /\p{L}t$/u.test(wordAt(line, at)) &&
  !/^(?:nicht|jetzt|erst|mit|seit|fast|sonst|selbst|zuerst|zuletzt|damit|somit|oft)$/.test(
    wordAt(line, at),
  ) &&
  /^(?:die|das|den|dem|der|ein|eine|einen|es|sie|ihn|ihnen|ihre|ihren|ihr|sich|dir|dich|alles|beides|auch)$/.test(
    wordAt(line, at + 1),
  )

/** Whether somebody is asked to do something before this place: "Schicken Sie uns ein Foto, dann …", "sag kurz Bescheid". */
export function commandsIn(line: Line, to: number): boolean {
  for (let at = 0; at < to; at++) {
    if (line.times[at] !== -1) continue
    const begins =
      at === 0 ||
      isHardBreak(line, at - 1) ||
      /^(?:,|und|oder|bitte|dann|also|einfach|gern|gerne)$/.test(wordAt(line, at - 1))
    if (!begins) continue
    const word = wordAt(line, at)
    if (
      /(?:[^aeiou]e|[lr])n$/.test(word) &&
      wordAt(line, at + 1) === 'sie' &&
      !/^(?:haben|sind|werden|können|möchten|wollen|dürfen|bekommen|erhalten|hören)$/.test(word)
    )
      return true
    if (commands.has(word) && !/^(?:ich|wir)$/.test(wordAt(line, at + 1))) return true
  }
  return false
}

const commands: ReadonlySet<string> = new Set(
  'sag sage schick schicke ruf rufe schreib schreibe meld gib bring komm schau lass antworte bestätige lade füll klick sende leite teile'.split(
    ' ',
  ),
)
