import type { Observation } from '../../draft.ts'
import { placeholder } from '../name.ts'
import { note } from '../note.ts'
import type { Seen } from '../read.ts'

export const whoOf = ({ context }: Seen): string =>
  context.customer.preferredName || context.customer.name.split(/\s+/)[0] || ''

/** Is the right person spoken to? (B1, C6) */
export function nameChecks(seen: Seen): Observation[] {
  const { labels, context, draft, layout } = seen
  const who = whoOf(seen)
  if (labels.name === 'placeholder') {
    const slot = placeholder.exec(draft)
    const at = slot ? { start: slot.index, end: slot.index + slot[0].length } : undefined
    return [note('name.wrong', 'important', 'B1, C6', at, { key: 'name.slot' })]
  }
  if (labels.name === 'wrong')
    return [note('name.wrong', 'important', 'B1', layout.greeting ?? undefined, { who })]
  if (labels.name !== 'missing' || !context.ours.firstReply || !who) return []
  // Two lines in a chat need no name.
  const severity = context.channel === 'chat' && seen.total < 25 ? 'note' : 'hint'
  return [note('name.missing', severity, 'B1, C6', layout.greeting ?? undefined, { who })]
}
