import type { Observation } from '../../draft.ts'
import { nearCopyOf, stockIn } from '../copies.ts'
import { note } from '../note.ts'
import type { Seen } from '../read.ts'
import { whoOf } from './name.ts'

/** Personal: not out of a drawer, and a last line for this person. (C6, C7, C10) */
export function copyChecks(seen: Seen): Observation[] {
  const { labels, layout, context, draft, hurt, total } = seen
  const found: Observation[] = []
  const copy = nearCopyOf(draft, context.frameworks ?? [], context.recentReplies ?? [])
  if (copy)
    found.push(
      copy.of === 'framework'
        ? note('canned.template', 'hint', 'C6', undefined, { key: 'canned.framework', name: copy.name })
        : note('canned.template', 'hint', 'C6', undefined, { key: 'canned.recent' }),
    )
  const stock = stockIn(layout.body)
  if (stock)
    found.push(
      note(
        'canned.phrase',
        labels.canned || (hurt && labels.empathy !== 'specific') ? 'hint' : 'note',
        'C6, C7',
        stock,
        { who: whoOf(seen) },
      ),
    )
  if (labels.close !== 'warm' && total > 12 && context.channel !== 'chat')
    found.push(
      note('close.warm', 'note', 'C10', layout.signature[0] ?? layout.body.at(-1), { who: whoOf(seen) }),
    )
  return found
}
