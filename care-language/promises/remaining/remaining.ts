import { type Anchor, base } from '../anchor.ts'
import { anchorAt } from '../anchors.ts'
import { determiners, pronouns } from '../englishWords.ts'
import { embedded } from '../forms/embedded.ts'
import { comesToUs } from '../forms/underWay.ts'
import { type Line, wordAt } from '../line.ts'
import { idleAt } from '../predicates/idle.ts'
import { participleWord } from '../predicates/participles.ts'
import type { Subject } from '../subjectKinds.ts'
import { type Clause, clauseAt, liesAhead } from './clause.ts'
import { signsOf } from './signs.ts'
import { bias, weights } from './weights.ts'

/** What a clause must weigh to be a promise where no frame knows it. */
const enough = 60

/** How much a clause looks like one of those that were promised in the letters its weights were learnt from. */
export function weigh(signs: readonly string[]): number {
  const known = weights()
  let sum = bias
  for (const sign of signs) sum += known.get(sign) ?? 0
  return sum
}

/**
 * What remains when the frames have been asked: a clause with somebody of ours or something of the customer's in it, that
 * looks ahead and is neither past nor asked, hoped, told of others nor hung on an "if", promises when its signs say so.
 */
export function remainingAnchor(
  lines: readonly Line[],
  lineIndex: number,
  at: number,
  inherited: Subject | null,
): Anchor | null {
  const clause = clauseAt(lines, lineIndex, at, inherited)
  if (!clause) return null
  const line = lines[lineIndex]!
  if (clause.end <= at || isNoPromise(line, clause) || weigh(signsOf(line, clause)) < enough) return null
  if (clause.is === 'verbless' && hasVerb(lines, lineIndex, clause)) return null
  return base(clause.subject, clause.from, { verb: clause.verb, form: clause.form }, line, {
    end: clause.end,
    needsTime: clause.is === 'will' ? 'no' : 'any',
    verbless: clause.is === 'verbless',
    weighed: true,
  })
}

/** What no sign can make a promise. */
function isNoPromise(line: Line, { is, subject, from, verb }: Clause): boolean {
  const { kind } = subject
  if (kind === 'third' || kind === 'nobody') return true
  if (sentToAll.test(subject.head)) return true
  // "Breakfast is served from 7", "term begins on Monday"
  if (kind === 'generic' && is !== 'will') return true
  // "Collections move one day later"
  const first = wordAt(line, subject.from)
  if (is === 'present' && /[^s]s$/.test(first) && !determiners.has(first) && !pronouns.has(first)) return true
  if (is !== 'verbless' && embedded(line, from)) return true
  // "The boiler runs since this morning"
  if (is !== 'will' && !line.whens.some(({ when }) => liesAhead(when))) return true
  const word = wordAt(line, verb)
  if (/^(?:be|is|are)$/.test(word) && outOfUse.test(wordAt(line, verb + 1))) return true
  // What we will, the frames know but for what binds nobody: "I'll keep this short".
  if (is === 'will') {
    if (kind === 'writer' || kind === 'firm' || kind === 'none' || idleAt(line, verb)) return true
    return kind === 'you' && !/^(?:get|have|receive|hear|be)$/.test(word)
  }
  if (kind === 'you') return true
  // "Your cover stays in force until Monday": how it stands.
  if (
    is === 'present' &&
    /^(?:stay|remain|stand|hold|last|run|appl|cover|include|continue|work|need|expire|end)(?:s|ies|y)?$/.test(
      word,
    )
  )
    return true
  const ours = kind === 'writer' || kind === 'firm' || kind === 'person'
  // "Ben is back on Thursday", "I'm off tomorrow": who is here, and who is not.
  if (is === 'be') return ours && /^(?:back|in|out|off|away|here|free|busy|closed|open|around)$/.test(word)
  // "The goods have left", "we have to ask"
  if (/^(?:have|has|had)$/.test(word))
    return (
      wordAt(line, verb + 1) === 'to' || participleWord(wordAt(line, verb + 1)) || line.times[verb + 1] !== -1
    )
  return comesToUs(line, verb)
}

const sentToAll = /^(?:surveys?|questionnaires?|leaflets?|flyers?|brochures?|newsletters?|posters?)$/

const outOfUse = /^(?:down|closed|shut|unavailable|offline|off|busy|full|away|late|delayed|dark|cold|wet)$/

/** "The painter rings me tonight": a verb is in it, and what it says is for the other forms. */
function hasVerb(lines: readonly Line[], lineIndex: number, { from, end }: Clause): boolean {
  for (let at = from + 1; at < end; at++) {
    if (lines[lineIndex]!.times[at] !== -1 || lines[lineIndex]!.tokens[at]!.kind !== 'word') continue
    if (anchorAt(lines, lineIndex, at, null) || clauseAt(lines, lineIndex, at, null)?.is === 'present')
      return true
  }
  return false
}
