import { apologyIn, conditionalWords, isAccident, legalWords, owns } from './draft/apology.ts'
import { germanApology } from './draft/german.ts'
import { saysWhen } from './draft/times.ts'
import { blameIn } from './draft/tone.ts'
import { passiveIn } from './heads/syntax/passive.ts'
import { languageOf } from './language.ts'
import { legible } from './legible.ts'
import { findPromises } from './promises.ts'
import { type Span, sentences, words } from './sentences.ts'
import { english, german, type StatementWords } from './statementWords.ts'

/** What a line of a public text may have against it. */
export type StatementFault =
  | 'legal'
  | 'conditional'
  | 'excuse'
  | 'passive'
  | 'blame'
  | 'vague'
  | 'stock'
  | 'no-time'
  | 'long'

/** What a public text says, in the order in which whoever was hurt wants to read it. */
export const statementParts = ['hurt', 'did', 'sorry', 'doing', 'when'] as const
export type StatementPart = (typeof statementParts)[number]

export interface StatementLine extends Span {
  faults: { id: StatementFault; start: number; end: number }[]
  says: StatementPart[]
}

export interface StatementReading {
  /** Read as English where nothing else is sure. */
  language: 'en' | 'de'
  lines: StatementLine[]
  /** Which of the parts no line says. */
  missing: StatementPart[]
}

/** More than this nobody reads in public. */
const longest = 8_000
const longestLine = 28

/**
 * Reads a public text line by line: who was hurt, what we did, that we are sorry, what we do, by when; and what a lawyer or an advertiser
 * would have written. `ref` and `tz` as in `findPromises`; `language` where the writer has said it, else it is told by the words. English
 * and German; pure, the same input gives the same result.
 */
export function readStatement(
  text: string,
  when: { ref: string; tz?: string; language?: 'en' | 'de' },
): StatementReading {
  const own = legible(text, longest)
  const language = when.language ?? (languageOf(own) === 'de' ? 'de' : 'en')
  const ours = language === 'de' ? german : english
  const promises = findPromises(own, when)
  const lines = sentences(own).map((line): StatementLine => {
    const here = promises.filter((one) => one.start >= line.start && one.start < line.end)
    return { ...line, faults: faultsOf(line, ours, language), says: saidBy(line, ours, language, here) }
  })
  const said = new Set(lines.flatMap((line) => line.says))
  return { language, lines, missing: statementParts.filter((part) => !said.has(part)) }
}

type Place = { start: number; end: number } | null

const placeOf = (pattern: RegExp, text: string): Place => {
  const match = pattern.exec(text)
  return match && { start: match.index, end: match.index + match[0].length }
}

function faultsOf(line: Span, ours: StatementWords, language: 'en' | 'de'): StatementLine['faults'] {
  const { text } = line
  const isTimed = saysWhen(text)
  const looks: [StatementFault, Place][] = [
    ['legal', placeOf(ours.legal, text) ?? (language === 'en' ? placeOf(legalWords, text) : null)],
    [
      'conditional',
      placeOf(ours.conditional, text) ?? (language === 'en' ? placeOf(conditionalWords, text) : null),
    ],
    ['excuse', placeOf(ours.excuse, text)],
    ['passive', hiddenActor(text, ours, language)],
    ['blame', placeOf(ours.blame, text) ?? (language === 'en' ? blameIn(text) : null)],
    ['vague', placeOf(ours.vague, text)],
    ['stock', placeOf(ours.stock, text)],
    ['no-time', isTimed ? null : placeOf(ours.someday, text)],
    ['long', words(text).length > longestLine ? { start: 0, end: text.length } : null],
  ]
  return looks.flatMap(([id, place]) =>
    place ? [{ id, start: line.start + place.start, end: line.start + place.end }] : [],
  )
}

/** Something of ours is told in words in which nobody does it. Whom it happened to may well stand in them: "412 of you were left". */
function hiddenActor(text: string, ours: StatementWords, language: 'en' | 'de'): Place {
  if (ours.names.test(text)) return null
  if (language === 'de') return placeOf(ours.passive, text)
  const found = passiveIn(text)
  if (isAccident(text)) return found ?? { start: 0, end: text.length }
  if (!found) return placeOf(ours.passive, text)
  return ours.toWhom.test(text.slice(0, found.start)) ? null : { start: found.start, end: found.end }
}

function saidBy(
  line: Span,
  ours: StatementWords,
  language: 'en' | 'de',
  promises: readonly { due: string | null; hold: boolean }[],
): StatementPart[] {
  const { text } = line
  const kind = (language === 'de' ? germanApology([line]) : apologyIn([line], true)).kind
  const repairs = ours.repair.test(text)
  const does = promises.length > 0 || repairs || ours.underWay.test(text)
  const says: [StatementPart, boolean][] = [
    ['hurt', ours.people.test(text) && ours.harm.test(text)],
    ['did', !repairs && (ours.deed.test(text) || (language === 'en' && owns(text)))],
    ['sorry', kind === 'real' && ours.sorry.test(text)],
    ['doing', does],
    ['when', promises.some((one) => one.due !== null) || (does && saysWhen(text))],
  ]
  return says.flatMap(([part, isSaid]) => (isSaid ? [part] : []))
}
