import { type Line, rawAt, wordAt } from '../promises/line.ts'
import type { FoundPromise } from '../promises/promise.ts'
import { goesOn } from './clauses.ts'
import { firstPerson, hasty } from './first.ts'
import { ofOurs, personActs, thingComes } from './others.ts'
import { acts } from './verbs.ts'
import { has, hedges, isThird, isTimed, matches, negations, participle, things, underWay } from './words.ts'

export interface Read {
  who: FoundPromise['who']
  verb: number
  /** With "werde": verbs behind "und" may go on in the infinitive. */
  wills?: boolean
  /** Somebody else of ours acts: verbs behind "und" are theirs. */
  third?: boolean
  /** Something is done: participles behind "und" are done too. */
  passive?: boolean
}

const subordinate =
  /^(?:wenn|falls|sobald|nachdem|bevor|dass|ob|weil|da|damit|was|wie|wer|wo|wann|welche|welcher|welches|um)$/

/** Who promises what in one clause; `before` is what the clause before it in the sentence promised. */
export function readClause(line: Line, from: number, to: number, before: Read | null): Read | null {
  const vowed = vowedClause(line, from, to)
  if (vowed) return vowed
  const shares = to - from === 1 && wordAt(line, from - 1) === 'und' && acts.has(wordAt(line, from))
  if (to - from < 2 && !shares && !before?.passive) return null
  const asAgreed =
    wordAt(line, from) === 'wie' &&
    /^(?:besprochen|vereinbart|versprochen|abgesprochen|gewünscht|telefonisch|gesagt|angekündigt)$/.test(
      wordAt(line, from + 1),
    )
  if (subordinate.test(wordAt(line, from)) && line.times[from] === -1 && !asAgreed) return null
  for (let at = from; at < to; at++) {
    const word = wordAt(line, at)
    if (line.times[at] === -1 && (negations.has(word) || hedges.has(word) || isThird(line, at))) return null
  }
  // "Auf Wunsch bringen wir ihn auch": an offer.
  if (offers(line, from, to)) return null
  // "Für Fragen stehen wir Ihnen zur Verfügung": willing, not promising.
  if (matches(line, from, to, /^(?:verfügung|verständnis|geduld)$/)) return null
  let end = to - 1
  while (end > from && line.tokens[end]!.kind === 'mark') end--
  const first = firstPerson(line, from, to, end)
  if (first !== undefined) return first
  return (
    sharedVerb(line, from, end, before) ??
    given(line, from, to) ??
    named(line, from, to) ??
    passive(line, from, to, end) ??
    personActs(line, from, to, end) ??
    thingComes(line, from, to, end) ??
    hasty(line, from, to) ??
    stateOf(line, from, to, end)
  )
}

/** "Auf Wunsch", "bei Bedarf", "in der Regel": what may be had, or is done for everybody. */
const offers = (line: Line, from: number, to: number): boolean => {
  for (let at = from; at < to - 1; at++) {
    const two = `${wordAt(line, at)} ${wordAt(line, at + 1)}`
    if (
      /^(?:auf (?:wunsch|antrag|anfrage)|bei (?:bedarf|interesse|gefallen)|nach belieben|der regel|im normalfall)$/.test(
        two,
      )
    )
      return true
  }
  return false
}

/** "Ich werde es lesen und Sie anschließend anrufen", "er kommt und entlüftet sie", "… und melde mich". */
function sharedVerb(line: Line, from: number, end: number, before: Read | null): Read | null {
  if (from === 0 || !/^(?:und|,)$/.test(wordAt(line, from - 1))) return null
  const first = wordAt(line, from)
  if (
    before?.wills &&
    /[^aeiou]e?n$/.test(wordAt(line, end)) &&
    !line.tokens[end]!.capital &&
    !acts.has(first)
  )
    return { ...before, verb: end }
  if (
    before?.passive &&
    participle(wordAt(line, end)) &&
    !matches(line, from, end, /^(?:wird|werden|ist|sind|hat|haben|wurde|wurden)$/)
  )
    return { ...before, verb: end }
  if (before?.third && goesOn(line, from)) return { ...before, verb: from }
  if (before?.third && acts.has(first) && wordAt(line, from + 1) !== 'sie') return { ...before, verb: from }
  if (
    !acts.has(first) ||
    (/n$/.test(first) && wordAt(line, from + 1) === 'sie') ||
    wordAt(line, from - 1) !== 'und'
  )
    return null
  for (let back = from - 2; back >= 0; back--)
    if (/^(?:ich|wir)$/.test(wordAt(line, back)))
      return { who: wordAt(line, back) === 'ich' ? 'writer' : 'firm', verb: from }
  return null
}

const receiving =
  /^(?:(?:erhalten|bekommen|hören|kriegen) sie|sie (?:erhalten|bekommen|hören|kriegen)|(?:bekommst|erhältst|kriegst|hörst) du|du (?:bekommst|erhältst|kriegst|hörst)|(?:bekommt|erhaltet|kriegt|hört) ihr|ihr (?:bekommt|erhaltet|kriegt|hört))$/

/** "Sie erhalten …", "hörst du von mir", "spätestens übermorgen haben Sie meine Antwort": we give. */
function given(line: Line, from: number, to: number): Read | null {
  for (let at = from; at < to - 1; at++) {
    if (line.times[at] !== -1) continue
    const two = `${wordAt(line, at)} ${wordAt(line, at + 1)}`
    const has =
      /^(?:haben sie|hast du|habt ihr|sie haben|du hast)$/.test(two) &&
      isTimed(line, from, to) &&
      !participle(wordAt(line, to - 1)) &&
      /^(?:meine|unsere|die|den|das|ihre|ihr|ihren|deine|dein|deinen|sie|ihn|es|alles|bescheid|antwort|klarheit)$/.test(
        wordAt(line, at + 2),
      )
    if (!has && !receiving.test(two)) continue
    const verb = /^(?:sie|du|ihr)$/.test(wordAt(line, at)) ? at + 1 : at
    return { who: giverOf(line, at + 1, to), verb }
  }
  return null
}

function giverOf(line: Line, from: number, to: number): Read['who'] {
  for (let at = from; at < to; at++) {
    if (/^meine[mnrs]?$/.test(wordAt(line, at))) return 'writer'
    if (wordAt(line, at) !== 'von') continue
    if (wordAt(line, at + 1) === 'mir') return 'writer'
    if (/^(?:herrn|frau|dr)$/.test(wordAt(line, at + 1)) && line.tokens[at + 2]?.capital)
      return `colleague:${rawAt(line, at + 1).replace(/^Herrn$/, 'Herr')} ${rawAt(line, at + 2)}`
  }
  return 'firm'
}

/** "Rechnen Sie bis Mittwoch mit einer Antwort von mir". */
function named(line: Line, from: number, to: number): Read | null {
  const verb = /^(?:bitte|also)$/.test(wordAt(line, from)) ? from + 1 : from
  if (!/^(?:rechne|rechnen|erwarte|erwarten)$/.test(wordAt(line, verb)) || !isTimed(line, from, to))
    return null
  return matches(
    line,
    verb,
    to,
    /^(?:antwort|anruf|rückruf|rückmeldung|nachricht|lieferung|bescheid|uns|mir)$/,
  )
    ? { who: giverOf(line, verb, to), verb }
    : null
}

const takes = /^(?:benötigt|gebraucht|berechnet|abgebucht|eingezogen|belastet|gebeten|erwartet|verlangt)$/

function passive(line: Line, from: number, to: number, end: number): Read | null {
  // "Geliefert wird am Freitag"
  const fronted = participle(wordAt(line, from)) && wordAt(line, from + 1) === 'wird'
  if (
    (!participle(wordAt(line, end)) && !fronted) ||
    takes.test(wordAt(line, end)) ||
    has(line, from, to, underWay)
  )
    return null
  for (let at = from; at < to; at++) {
    if (line.times[at] !== -1 || !/^(?:wird|werden|wirst|werdet)$/.test(wordAt(line, at))) continue
    // "Frau Dr. Engel wird Sie vertreten": she acts.
    if (/en$/.test(wordAt(line, end)) && ofOurs(line, from, at)) return null
    // "… und wird Ihnen zugestellt": the subject of the clause before.
    if (at === from)
      return from > 0 && wordAt(line, from - 1) === 'und' ? { who: 'firm', verb: end, passive: true } : null
    return things.has(wordAt(line, from)) ||
      line.times[from] !== -1 ||
      things.has(wordAt(line, at + 1)) ||
      // "Über ihn wird am 9. entschieden"
      /^(?:über|zu|darüber|dazu|hierüber|hierzu)$/.test(wordAt(line, from)) ||
      matches(line, from, to, /^(?:ihnen|dir|euch)$/)
      ? { who: 'firm', verb: end, passive: true }
      : null
  }
  return null
}

const reached =
  /^(?:fertig|da|bereit|zurück|abholbereit|dicht|repariert|einsatzbereit|startklar|lieferbar|freigeschaltet|unterwegs|drin|weg|raus)$/

/** "Ihr Rad ist am Freitag fertig", "das Boot ist bis Freitag wieder dicht". */
function stateOf(line: Line, from: number, to: number, end: number): Read | null {
  if (!isTimed(line, from, to) || !things.has(wordAt(line, from))) return null
  // "bis Freitag wieder dicht, versprochen"
  if (!reached.test(wordAt(line, end))) return null
  if (
    matches(line, from, to, /^seit$/) ||
    line.whens.some((one) => one.from >= from && one.when.by === 'since')
  )
    return null
  return matches(line, from, to, /^(?:ist|sind|wird|werden|steht|stehen)$/)
    ? { who: 'firm', verb: end }
    : null
}

/** "Ich verspreche Ihnen, dass das Bad bis Ostern fertig wird": what is vowed stands behind. */
function vowedClause(line: Line, from: number, to: number): Read | null {
  if (wordAt(line, from) !== 'dass' || to - from < 3) return null
  if (has(line, from, to, negations) || has(line, from, to, hedges)) return null
  for (let back = from - 1; back >= 0 && from - back < 7; back--) {
    const word = wordAt(line, back)
    if (/^(?:verspreche|garantiere|zusage|sorge|zusichere|stelle|achte|kümmere)$/.test(word))
      return { who: 'writer', verb: from + 1 }
    if (/^(?:versprechen|garantieren|sorgen|stellen|achten|kümmern)$/.test(word) && weSay(line, back))
      return { who: 'firm', verb: from + 1 }
  }
  return null
}

const weSay = (line: Line, verb: number): boolean =>
  wordAt(line, verb - 1) === 'wir' || wordAt(line, verb + 1) === 'wir'
