import { startOfDay } from '../dates/civil.ts'
import { type DueContext, resolveDue } from '../dates/due.ts'
import type { When } from '../dates/when.ts'
import { isHardBreak, type Line, wordAt } from '../promises/line.ts'
import type { FoundPromise } from '../promises/promise.ts'
import { personActs, thingComes } from './others.ts'
import { acts, mayAct } from './verbs.ts'

/** Promises in German service letters: the same shapes as in English, with German's verb in second place. */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
const negations = set('nicht kein keine keinen keinem keiner nie niemals niemand nichts')
const hedges = set(
  'vielleicht eventuell möglicherweise hoffentlich voraussichtlich vermutlich wahrscheinlich normalerweise meist meistens gewöhnlich grundsätzlich immer sollte sollten könnte könnten würde würden dürfte dürften versuche versuchen hoffe hoffen bemühe bemühen kann können möchte möchten darf dürfen',
)
const underWay = set('gerade derzeit aktuell momentan bereits schon')
const receiving = set('erhalten bekommen hören kriegen')
const them = set('ihnen sie dir dich euch')
const things = set(
  'ihr ihre ihrem ihren das die der ein eine es sie diese dieser dieses alle alles unser unsere',
)
const acting = set('geht gehen kommt kommen folgt folgen trifft')
const thirds = set('dhl hermes dpd gls ups post bank versicherung hersteller lieferant')

/** "Die Post bringt es", not "per Post" nor "in die Post". */
const isThird = (line: Line, at: number): boolean =>
  thirds.has(wordAt(line, at)) &&
  !(
    wordAt(line, at) === 'post' &&
    (/^(?:per|zur)$/.test(wordAt(line, at - 1)) || /^(?:in|mit)$/.test(wordAt(line, at - 2)))
  )

const participle = (word: string) =>
  (/^(?:ge\p{L}{3,}(?:t|en)|(?:ab|an|auf|aus|ein|zu|nach|vor|um|weiter|zurück|gut|fertig)ge\p{L}{2,}(?:t|en)|(?:ver|er|be|ent|zer|über)\p{L}{3,}(?:t|en|n)|\p{L}{3,}iert)$/u.test(
    word,
  ) ||
    word === 'sein') &&
  word !== 'werden'

/** All German promises of the lines of a text. */
export function germanPromises(lines: readonly Line[], context: DueContext): FoundPromise[] {
  const found: FoundPromise[] = []
  for (const line of lines) {
    if (line.question) continue
    let from = 0
    for (let at = 0; at <= line.tokens.length; at++) {
      if (at < line.tokens.length && !endsClause(line, at, from)) continue
      const promise = promiseOf(line, from, at, context)
      if (promise) found.push(promise)
      from = at + 1
    }
  }
  return found
}

/** A clause ends at a mark, and at "und" where a verb or a subject follows. */
function endsClause(line: Line, at: number, from: number): boolean {
  if (line.times[at] !== -1) return false
  // "Am Donnerstag, den 3. Dezember, holen wir …": the time in front is of the clause.
  if (wordAt(line, at) === ',' && at > from && line.times.slice(from, at).every((time) => time !== -1))
    return false
  if (isHardBreak(line, at) || wordAt(line, at) === ',') return true
  return (
    /^(?:und|aber|sondern|denn|oder)$/.test(wordAt(line, at)) &&
    (acts.has(wordAt(line, at + 1)) ||
      /^(?:ich|wir|sie|er|werde|werden|wird|ihr|ihre|das|die|der)$/.test(wordAt(line, at + 1)))
  )
}

interface Read {
  who: FoundPromise['who']
  verb: number
}

function promiseOf(line: Line, from: number, to: number, context: DueContext): FoundPromise | null {
  const read = readClause(line, from, to)
  if (!read) return null
  const condition = conditionOf(line, from)
  if (condition === 'offer') return null
  const whens = line.whens.filter((one) => one.from >= from && one.to <= to)
  let due = null
  for (const { when } of whens) {
    due = resolveDue(when as When, context)
    if (due && startOfDay(context.ref) <= Date.parse(`${due.due.slice(0, 10)}T00:00Z`)) break
    due = null
  }
  const first = line.tokens[from]!
  let last = to - 1
  while (last > from && line.tokens[last]!.kind === 'mark' && line.times[last] === -1) last--
  const start = first.start
  const end = line.tokens[last]!.end
  return {
    quote: line.source.slice(start, end),
    start,
    end,
    who: read.who,
    action: line.source.slice(line.tokens[read.verb]!.start, end).replace(/\s+/g, ' '),
    due: due?.due ?? null,
    dueKind: due?.kind ?? (condition === 'none' && !has(line, from, to, counted) ? 'none' : 'event'),
    conditional: condition === 'act',
    hold: false,
  }
}

function readClause(line: Line, from: number, to: number): Read | null {
  const vowed = vowedClause(line, from, to)
  if (vowed) return vowed
  if (
    to - from < 2 ||
    /^(?:wenn|falls|sobald|nachdem|bevor|dass|ob|weil|da|damit|was|wie|wer|wo|wann|welche)$/.test(
      wordAt(line, from),
    )
  )
    return null
  for (let at = from; at < to; at++) {
    const word = wordAt(line, at)
    if (line.times[at] === -1 && (negations.has(word) || hedges.has(word) || isThird(line, at))) return null
  }
  let end = to - 1
  while (end > from && line.tokens[end]!.kind === 'mark') end--
  for (let at = from; at < to; at++) {
    const word = wordAt(line, at)
    if (line.times[at] !== -1) continue
    if (word === 'ich' || word === 'wir') {
      const who = word === 'ich' ? 'writer' : 'firm'
      // "ich rufe", "rufe ich": the verb stands beside its subject.
      for (const verb of [at + 1, at - 1]) {
        const near = wordAt(line, verb)
        if (verb < from || verb >= to) continue
        if (/^(?:werde|werden)$/.test(near)) return { who, verb: end }
        if (has(line, from, to, underWay)) continue
        if (acts.has(near)) return { who, verb }
        if (
          mayAct(near, word) &&
          (has(line, from, to, them) || line.whens.some((one) => one.from >= from && one.to <= to))
        )
          return { who, verb }
      }
      return null
    }
    // "Spätestens übermorgen haben Sie meine Antwort"
    if (
      word === 'haben' &&
      wordAt(line, at + 1) === 'sie' &&
      /^(?:meine|unsere|die|den|das|ihre|ihr|ihren)$/.test(wordAt(line, at + 2)) &&
      line.whens.some((one) => one.from >= from && one.to <= to)
    )
      return { who: wordAt(line, at + 2) === 'meine' ? 'writer' : 'firm', verb: at }
    if (word === 'sie' && receiving.has(wordAt(line, at + 1) === '' ? '' : wordAt(line, at + 1)))
      return given(line, at + 1, to)
    if (receiving.has(word) && wordAt(line, at + 1) === 'sie') return given(line, at, to)
    if (
      /^(?:wird|werden)$/.test(word) &&
      !has(line, from, to, underWay) &&
      at > from &&
      participle(wordAt(line, end)) &&
      !/^(?:benötigt|gebraucht|berechnet|abgebucht|eingezogen|belastet)$/.test(wordAt(line, end))
    )
      return things.has(wordAt(line, from)) || line.times[from] !== -1 || things.has(wordAt(line, at + 1))
        ? { who: 'firm', verb: end }
        : null
    // "… und wird Ihnen zugestellt": the subject of the clause before.
    if (
      /^(?:wird|werden)$/.test(word) &&
      !has(line, from, to, underWay) &&
      at === from &&
      from > 0 &&
      participle(wordAt(line, end))
    )
      return wordAt(line, from - 1) === 'und' ? { who: 'firm', verb: end } : null
    if (
      acting.has(word) &&
      things.has(wordAt(line, from)) &&
      line.whens.some((one) => one.from >= from && one.to <= to)
    )
      return { who: 'firm', verb: at }
    if (acts.has(word) && at === from && from > 0 && wordAt(line, from - 1) === 'und') {
      // "… und melde mich": the subject of the clause before.
      for (let back = from - 2; back >= 0; back--)
        if (/^(?:ich|wir)$/.test(wordAt(line, back)))
          return { who: wordAt(line, back) === 'ich' ? 'writer' : 'firm', verb: at }
    }
  }
  const other = personActs(line, from, to, end) ?? thingComes(line, from, to, end)
  if (other) return other
  // "Ihr Rad ist am Freitag fertig"
  const timed = line.whens.some((one) => one.from >= from && one.to <= to)
  if (
    timed &&
    things.has(wordAt(line, from)) &&
    /^(?:fertig|da|bereit|zurück|abholbereit)$/.test(wordAt(line, end)) &&
    /^(?:ist|sind|wird|steht)$/.test(verbOf(line, from, to))
  )
    return { who: 'firm', verb: end }
  return null
}

/** "Ich verspreche Ihnen, dass das Bad bis Ostern fertig wird": what is vowed stands behind. */
function vowedClause(line: Line, from: number, to: number): Read | null {
  if (wordAt(line, from) !== 'dass' || to - from < 3) return null
  for (let at = from; at < to; at++)
    if (line.times[at] === -1 && (negations.has(wordAt(line, at)) || hedges.has(wordAt(line, at))))
      return null
  for (let back = from - 1; back >= 0 && from - back < 6; back--)
    if (/^(?:verspreche|garantiere|zusage|sorge|zusichere)$/.test(wordAt(line, back)))
      return { who: 'writer', verb: from + 1 }
  return null
}

/** Counted from something else: no time of its own. */
const counted = set('vorher danach anschließend hinterher')

const verbOf = (line: Line, from: number, to: number) => {
  for (let at = from; at < to; at++)
    if (/^(?:ist|sind|wird|steht)$/.test(wordAt(line, at))) return wordAt(line, at)
  return ''
}

const has = (line: Line, from: number, to: number, words: ReadonlySet<string>) => {
  for (let at = from; at < to; at++) if (words.has(wordAt(line, at)) && line.times[at] === -1) return true
  return false
}

/** "Sie erhalten …", "Sie hören von mir": we give. */
function given(line: Line, verb: number, to: number): Read | null {
  for (let at = verb; at < to; at++)
    if (wordAt(line, at) === 'von' && wordAt(line, at + 1) === 'mir') return { who: 'writer', verb }
  return { who: 'firm', verb }
}

/** What stands before in the sentence: "wenn Sie möchten" is an offer, "sobald Sie uns … schicken" an act of theirs. */
function conditionOf(line: Line, from: number): 'none' | 'offer' | 'act' | 'event' {
  for (let at = 0; at < line.tokens.length; at++) {
    if (line.times[at] !== -1 || !/^(?:wenn|falls|sobald|nachdem|sollten?)$/.test(wordAt(line, at))) continue
    if (at > from && wordAt(line, at - 1) !== ',') continue
    if (/^(?:gewünscht|gewollt|nötig|erwünscht)$/.test(wordAt(line, at + 1))) return 'offer'
    const you = wordAt(line, at + 1) === 'sie' && line.tokens[at + 1]!.capital
    if (!you) return 'event'
    for (let next = at + 2; next < line.tokens.length && wordAt(line, next) !== ','; next++)
      if (
        /^(?:möchten|wollen|wünschen|mögen|brauchen|haben|lieber)$/.test(wordAt(line, next)) &&
        !participle(wordAt(line, next - 1))
      )
        return 'offer'
    return 'act'
  }
  if (
    /^(?:schicken|senden|bringen|geben|rufen|antworten|bestätigen|melden|schreiben)$/.test(wordAt(line, 0)) &&
    /^(?:sie|bitte)$/.test(wordAt(line, 1)) &&
    from > 2
  )
    return 'act'
  return /^(?:dann|danach|anschließend)$/.test(wordAt(line, from)) ? 'event' : 'none'
}
