import type { Anchor } from './anchor.ts'
import { beForms, will } from './englishWords.ts'
import { allowAnchor, announcedAnchor, expectAnchor, letAnchor, whileAnchor } from './forms/asides.ts'
import { beingAnchor, getsDoneAnchor } from './forms/being.ts'
import { chatAnchor, comingAnchor, nearThem, toFollowAnchor, toYouAnchor } from './forms/chat.ts'
import { hastyAnchor } from './forms/hasty.ts'
import { willAnchor } from './forms/modal.ts'
import { presentAnchor } from './forms/present.ts'
import { progressiveAnchor } from './forms/progressive.ts'
import { verblessAnchor } from './forms/verbless.ts'
import { reminderAnchor, vowAnchor } from './forms/vow.ts'
import { type Line, wordAt } from './line.ts'
import type { Subject } from './subjectKinds.ts'

const expecting = new Set(['expect', 'look', 'keep', 'watch'])

const vows = new Set(['promise', 'guarantee', 'undertake', 'commit', 'swear', 'vow', 'pledge', 'word'])

/** "I've put a note in my diary to call you" */
const reminders = new Set(['note', 'reminder', 'diary', 'calendar', 'alarm', 'myself'])

const hasty = new Set(['ill', 'il', 'well', 'youll', 'theyll', 'itll', 'shell', 'hell'])

/** The promise whose form begins at this token, or null. */
export function anchorAt(
  lines: readonly Line[],
  lineIndex: number,
  at: number,
  inherited: Subject | null,
): Anchor | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  if (will.has(word) || (word === 'going' && wordAt(line, at + 1) === 'to'))
    return willAnchor(lines, lineIndex, at, inherited)
  if (beForms.has(word))
    return progressiveAnchor(lines, lineIndex, at) ?? beingAnchor(lines, lineIndex, at) ?? nearThem(line, at)
  if (word === 'let' || word === 'lemme') return letAnchor(line, at)
  if (word === 'while' || word === 'whilst') {
    const held = whileAnchor(line, at)
    if (held) return held
  }
  if (wordAt(line, at - 1) === ':') {
    const announced = announcedAnchor(line, at)
    if (announced) return announced
  }
  if (word === 'allow') return allowAnchor(line, at)
  if (expecting.has(word)) {
    const expected = expectAnchor(line, at)
    if (expected || word === 'expect') return expected
  }
  if (vows.has(word)) return vowAnchor(line, at)
  if (word === 'to' && reminders.has(wordAt(line, at - 1))) {
    const reminded = reminderAnchor(line, at)
    if (reminded) return reminded
  }
  if (hasty.has(word)) return hastyAnchor(lines, lineIndex, at)
  if (word === 'follow' && wordAt(line, at - 1) === 'to') return toFollowAnchor(line, at)
  if ((word === 'to' || word === 'with') && wordAt(line, at + 1) === 'you') {
    const near = word === 'with' ? nearThem(line, at) : null
    if (near) return near
  }
  if ((word === 'to' || word === 'with') && wordAt(line, at + 1) === 'you')
    return toYouAnchor(line, at) ?? null
  if (word === 'coming' || word === 'update') {
    const anchor = comingAnchor(line, at)
    if (anchor) return anchor
  }
  if (word === 'gets' || word === 'get') {
    const done = getsDoneAnchor(lines, lineIndex, at)
    if (done) return done
  }
  return presentAnchor(lines, lineIndex, at) ?? chatAnchor(line, at) ?? verblessAnchor(line, at)
}
