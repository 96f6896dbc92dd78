import type { Observation } from '../../draft.ts'
import { passiveIn } from '../../heads/syntax/passive.ts'
import { remember } from '../../remember.ts'
import { words } from '../../sentences.ts'
import { note } from '../note.ts'
import type { Seen } from '../read.ts'
import { blameIn } from '../tone.ts'

const longest = 28

/** Plain and kind: no blame, no brush-off, no inside words, somebody who acts. (C5, C7, C8) */
export function toneChecks(seen: Seen): Observation[] {
  const { labels, layout, jargon, hurt, total } = seen
  const found: Observation[] = []
  for (const span of layout.body) {
    const at = blameIn(span.text)
    if (!at) continue
    found.push(
      note('tone.blame', 'important', 'C8, A10', { start: span.start + at.start, end: span.start + at.end }),
    )
    break
  }
  if (labels.curt) found.push(note('tone.curt', 'hint', 'C7, C8'))
  if (jargon.length > 0)
    found.push(
      note('tone.jargon', jargon.length > 1 || isLoud(jargon[0]!.text) ? 'hint' : 'note', 'C6', jargon[0], {
        word: jargon[0]!.text,
      }),
    )
  const hidden = layout.body.find((span) => isHidden(span.text))
  if (hidden) found.push(note('voice.passive', 'note', 'C5', hidden))
  if (total > 25 && onlyWe(layout.body.map((span) => span.text).join(' ')))
    found.push(note('voice.we_not_i', 'note', 'Packard 2018'))
  const long = layout.body.find((span) => words(span.text).length > longest)
  if (long) found.push(note('read.hard', 'note', 'C5, A1', long))
  void hurt
  return found
}

/** An acronym nobody says aloud weighs more than a stiff word. */
const isLoud = (word: string) => /^[A-Z\d/-]{3,}$/.test(word)

const isHidden = remember(hidesUs)

/** Our own act, told so that nobody does it. */
function hidesUs(text: string): boolean {
  const passive = passiveIn(text)
  return (
    passive !== null &&
    /\b(?:will|shall|has|have|is|are|was|were) (?:\w+ )?(?:be |been |being )?\w+$/i.test(
      text.slice(0, passive.end),
    ) &&
    !/\bby (?:me|us|our|\p{Lu})/u.test(text) &&
    /\b(?:your|the|it|this|a|an) /i.test(text.slice(0, passive.start + 1)) &&
    !/\byou (?:are|were|will be)\b/i.test(text.slice(0, passive.end))
  )
}

const onlyWe = (text: string): boolean => {
  const we = text.match(/\b(?:we|our|us|we['’]\w+)\b/gi)?.length ?? 0
  return we >= 3 && !/\b(?:I|my|me|I['’]\w+)\b/.test(text)
}
