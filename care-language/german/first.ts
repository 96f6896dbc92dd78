import { type Line, wordAt } from '../promises/line.ts'
import type { Read } from './read.ts'
import { acts, mayAct } from './verbs.ts'
import { has, isTimed, matches, participle, them, underWay } from './words.ts'

/** What may stand between a verb and the "ich" or "wir" behind it: "übernehmen natürlich wir". */
const between: ReadonlySet<string> = new Set(
  'mir uns mich sich ihnen sie dir dich euch es ihn das natürlich gern gerne selbstverständlich auch dann noch selbst gleich sofort nun jetzt also aber bitte umgehend'.split(
    ' ',
  ),
)

/** "ich rufe", "rufe ich", "den Versand übernehmen natürlich wir"; undefined where neither ich nor wir stands. */
export function firstPerson(line: Line, from: number, to: number, end: number): Read | null | undefined {
  for (let at = from; at < to; at++) {
    const word = wordAt(line, at)
    if (line.times[at] !== -1 || (word !== 'ich' && word !== 'wir')) continue
    const who = word === 'ich' ? 'writer' : 'firm'
    let before = at - 1
    while (before > from && between.has(wordAt(line, before)) && line.times[before] === -1) before--
    for (const verb of [at + 1, at - 1, before]) {
      const near = wordAt(line, verb)
      if (verb < from || verb >= to || line.times[verb] !== -1) continue
      if (/^(?:werde|werden)$/.test(near)) return { who, verb: end, wills: true }
      if (has(line, from, to, underWay)) continue
      if (/^(?:bin|sind)$/.test(near)) return visits(line, from, to) ? { who, verb } : null
      if (/^(?:stehe|stehen)$/.test(near)) return null
      // "Eine Bestätigung haben wir Ihnen geschickt": done.
      if (/^(?:habe|haben|hab)$/.test(near) && participle(wordAt(line, end))) return null
      if (/^(?:berechne|berechnen)$/.test(near) && matches(line, from, to, /^neu$/)) return { who, verb }
      if (
        /^(?:erinnere|erinnern)$/.test(near) &&
        matches(line, from, to, /^(?:rechtzeitig|vorher|nochmals)$/)
      )
        return { who, verb }
      if (/^(?:bleibe|bleiben|bleib)$/.test(near))
        return matches(line, from, to, /^(?:dran|ball|ihnen|dir|solange|telefon|leitung)$/)
          ? { who, verb }
          : null
      if (acts.has(near)) return { who, verb }
      if (mayAct(near, word) && (has(line, from, to, them) || isTimed(line, from, to))) return { who, verb }
    }
    return null
  }
  return undefined
}

/** "Um neun bin ich bei Ihnen": not "am Freitag sind wir im Urlaub". */
const visits = (line: Line, from: number, to: number): boolean => {
  if (!isTimed(line, from, to)) return false
  for (let at = from; at < to; at++)
    if (
      (wordAt(line, at) === 'bei' && /^(?:ihnen|dir|euch)$/.test(wordAt(line, at + 1))) ||
      (wordAt(line, at) === 'vor' && /^(?:ort|ihrer)$/.test(wordAt(line, at + 1)))
    )
      return true
  return false
}

/** "Melde mich morgen", "Schicke dir gleich den Link": said in haste, without "ich". Asked of them is "melde dich", "schick mir". */
export function hasty(line: Line, from: number, to: number): Read | null {
  const word = wordAt(line, from)
  const next = wordAt(line, from + 1)
  if (!/[^aeiou]e$/.test(word) || !acts.has(word) || to - from < 2) return null
  const ours =
    /^(?:mich|dir|ihnen|euch|gleich|sofort)$/.test(next) ||
    (line.times[from + 1] !== -1 && line.times[from + 1] !== undefined) ||
    (next === 'sie' && isTimed(line, from, to))
  return ours && !has(line, from, to, underWay) && !has(line, from, to, asked)
    ? { who: 'writer', verb: from }
    : null
}

const asked: ReadonlySet<string> = new Set(['bitte', 'mir', 'uns'])
