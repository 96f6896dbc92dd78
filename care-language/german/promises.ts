import { startOfDay } from '../dates/civil.ts'
import { type DueContext, resolveDue } from '../dates/due.ts'
import type { When } from '../dates/when.ts'
import { type Line, type Page, wordAt } from '../promises/line.ts'
import type { FoundPromise } from '../promises/promise.ts'
import { endsClause } from './clauses.ts'
import { conditionOf } from './conditions.ts'
import { meantBefore } from './others.ts'
import { type Read, readClause } from './read.ts'

/** All German promises of the lines of a text: the same shapes as in English, with German's verb in second place. */
export function germanPromises({ lines, starts }: Page, context: DueContext): FoundPromise[] {
  const found: FoundPromise[] = []
  const announces = addressesMany(lines)
  for (const [lineIndex, line] of lines.entries()) {
    if (line.question) continue
    let from = 0
    let before: Read | null = null
    for (let at = 0; at <= line.tokens.length; at++) {
      if (at < line.tokens.length && !endsClause(line, at, from)) continue
      let read = readClause(line, from, at, before)
      // "Das habe ich an Frau Seiler gegeben. Sie ruft Sie zurück."
      if (read?.third && /^(?:er|sie)$/.test(wordAt(line, from)) && read.who === 'firm')
        read = { ...read, who: meantBefore(lines[lineIndex - 1]) ?? 'firm' }
      const promise = read && promiseOf(lines, lineIndex, from, at, read, context)
      if (promise && (!announces || promise.who === 'writer'))
        found.push({
          ...promise,
          start: promise.start + starts[lineIndex]!,
          end: promise.end + starts[lineIndex]!,
        })
      before = read
      from = at + 1
    }
  }
  return found
}

const many =
  /^(?:eltern|kunden|kundinnen|gäste|mitglieder|mieter|mieterinnen|eigentümer|eigentümerinnen|gäste|kollegen|kolleginnen|freunde|interessenten|besucher|nachbarn|fahrgäste|anwohner|anwohnerinnen|bürger|bürgerinnen|teilnehmer|teilnehmerinnen|teilnehmende|patienten|patientinnen|leser|leserinnen|nutzer|nutzerinnen|schüler|studierende|vereinsmitglieder|erziehungsberechtigte)$/

/** "Liebe Eltern": a letter to many, in which the house announces and only an "ich" promises. */
const addressesMany = (lines: readonly Line[]): boolean =>
  lines
    .slice(0, 3)
    .some(
      (line) =>
        /^(?:liebe|sehr|hallo|an)$/.test(wordAt(line, 0)) &&
        line.tokens.slice(1, 5).some(({ text }) => many.test(text)),
    )

function promiseOf(
  lines: readonly Line[],
  lineIndex: number,
  from: number,
  to: number,
  read: Read,
  context: DueContext,
): FoundPromise | null {
  const line = lines[lineIndex]!
  const condition = conditionOf(lines, lineIndex, from, to)
  if (condition === 'offer') return null
  let due = null
  const own = line.whens
    .filter((one) => one.from >= from && one.to <= to && !isObject(line, one.from))
    .map(({ when }) => when)
  const day = line.whens.findLast((one) => one.to <= from && one.when.day)?.when.day
  for (const [at, when] of own.entries()) {
    due = resolveDue(withDay(withClock(when, own[at + 1]), day), context)
    if (due && startOfDay(context.ref) <= Date.parse(`${due.due.slice(0, 10)}T00:00Z`)) break
    due = null
  }
  let last = to - 1
  while (last > from && line.tokens[last]!.kind === 'mark' && line.times[last] === -1) last--
  const { start } = line.tokens[from]!
  const { end } = line.tokens[last]!
  return {
    quote: line.source.slice(start, end),
    start,
    end,
    who: read.who,
    action: line.source.slice(line.tokens[read.verb]!.start, end).replace(/\s+/g, ' '),
    due: due?.due ?? null,
    dueKind: due?.kind ?? (condition === 'none' && !waits(line, from, to) ? 'none' : 'event'),
    conditional: condition === 'act',
    condition: condition === 'act' ? line.source.trim() : null,
    hold: false,
  }
}

/** "auf den 15. Dezember verlängern": what is moved, not when. */
const isObject = (line: Line, from: number): boolean =>
  wordAt(line, from - 1) === 'auf' || (wordAt(line, from - 1) === 'den' && wordAt(line, from - 2) === 'auf')

/** "Morgen Vormittag setze ich mich dran, am Nachmittag haben Sie meine Antwort": of the same day. */
const withDay = (when: When, day: When['day']): When =>
  day && !when.day && !when.period && when.minutes === undefined && (when.clock || when.part)
    ? { ...when, day }
    : when

/** "morgen, so gegen halb zehn": a bare hour behind a bare day belongs to it. */
const withClock = (when: When, next: When | undefined): When =>
  next?.clock && !next.day && !next.period && (when.day || when.part) && !when.clock && !when.to
    ? { ...when, clock: next.clock, ...(next.clockTo && { clockTo: next.clockTo }) }
    : when

/** "danach", "nach Vertragsende", "vor Ihrer Anreise": counted from something else, so no time of its own. */
const waits = (line: Line, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) {
    if (line.times[at] !== -1) continue
    const word = wordAt(line, at)
    if (/^(?:vorher|danach|anschließend|hinterher|nachher|zuvor|anschluss|dann)$/.test(word)) return true
    if (!/^(?:nach|vor|bei)$/.test(word)) continue
    const noun = /^(?:ihrer|ihrem|der|dem|den|deiner|deinem)$/.test(wordAt(line, at + 1)) ? at + 2 : at + 1
    if (
      line.tokens[noun]?.capital &&
      line.times[noun] === -1 &&
      !/^(?:ihnen|ort|sie|haus|hause)$/.test(wordAt(line, noun))
    )
      return (
        word !== 'bei' ||
        /^(?:eingang|ankunft|anreise|abholung|lieferung|erhalt|übergabe)$/.test(wordAt(line, noun))
      )
  }
  return false
}
