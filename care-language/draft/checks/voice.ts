import type { Observation } from '../../draft.ts'
import { note } from '../note.ts'
import { isWordEnd, placeOf } from '../phrases.ts'
import type { Seen } from '../read.ts'

/** Does it sound like this team? Only what the team wrote into its own voice guide. (C9) */
export function voiceChecks({ layout, context }: Seen): Observation[] {
  const { openers = [], preferred = [] } = context.voice ?? {}
  const found: Observation[] = []
  const first = layout.body[0]
  const opener = openers.find((one) => one.trim() && first && startsWith(first.text, one.trim()))
  if (first && opener)
    found.push(
      note(
        'voice.opener',
        'hint',
        'C9',
        { start: first.start, end: first.start + opener.trim().length },
        { opener: opener.trim() },
      ),
    )
  for (const { not, say } of preferred) {
    const at = layout.body.flatMap((span) => {
      const place = placeOf(span.text, not)
      return place < 0 ? [] : [{ start: span.start + place, end: span.start + place + not.trim().length }]
    })[0]
    if (at) found.push(note('voice.word', 'hint', 'C9', at, { not: not.trim(), say }))
  }
  return found
}

const startsWith = (text: string, opener: string): boolean =>
  text.toLowerCase().startsWith(opener.toLowerCase()) && isWordEnd(text, opener.length)
