import type { Condition, ConditionKind } from '#contract/filters.ts'
import { type TextKey, t } from '#web/text/t.ts'

/** In the order in which people think of them. */
export const kinds: readonly ConditionKind[] = [
  'status',
  'assignee',
  'inbox',
  'tag',
  'waiting',
  'promise',
  'mood',
  'chased',
  'customer',
  'company',
  'person-tag',
  'team',
  'field',
  'channel',
  'last',
  'file',
  'unread',
]
export const kindName = (kind: ConditionKind): string => t(`filter.on.${kind}` as TextKey)

/** Conditions that are only true or not have no values to choose. */
export const isPlain = (kind: ConditionKind): boolean => kind === 'file' || kind === 'unread'

/** A condition as it begins, so that it says something at once; what must be chosen begins with what is there. */
export function begin(
  kind: ConditionKind,
  first: { inbox?: string; tag?: string; team?: string; field?: string; customer?: string },
): Condition | null {
  const not = false
  switch (kind) {
    case 'status':
      return { on: kind, is: ['open'], not }
    case 'assignee':
      return { on: kind, is: ['me'], not }
    case 'inbox':
      return first.inbox ? { on: kind, is: [first.inbox], not } : null
    case 'tag':
    case 'person-tag':
      return first.tag ? { on: kind, is: [first.tag], not } : null
    case 'team':
      return first.team ? { on: kind, is: [first.team], not } : null
    case 'customer':
      return first.customer ? { on: kind, is: [first.customer], not } : null
    case 'field':
      return first.field ? { on: kind, field: first.field, test: { set: true }, not } : null
    case 'channel':
      return { on: kind, is: ['email'], not }
    case 'waiting':
      return { on: kind, hours: 24, not }
    case 'last':
      return { on: kind, days: 7, not }
    case 'promise':
      return { on: kind, is: ['open'], not }
    case 'company':
      return { on: kind, is: [t('filter.company.example')], not }
    case 'chased':
      return { on: kind, times: 1, not }
    case 'mood':
      return { on: kind, is: ['upset'], not }
    case 'file':
    case 'unread':
      return { on: kind, not }
  }
}
