import type { Dealing } from '#contract/dealings.ts'
import { t } from '#web/text/t.ts'
import { readAmount, readMoment } from './csv.ts'

/** What a column of a file may hold. */
export const columns = [
  'email',
  'phone',
  'name',
  'what',
  'at',
  'amount',
  'currency',
  'kind',
  'externalId',
] as const
export type Column = (typeof columns)[number]
export type Mapping = Partial<Record<Column, number>>

const names: Record<Column, RegExp> = {
  email: /^(e-?mail|mail)/i,
  phone: /^(phone|tel|mobile|handy|telefon)/i,
  name: /^(name|customer|kunde|client)/i,
  what: /^(what|item|product|article|description|title|produkt|artikel|bezeichnung|service)/i,
  at: /^(at|date|when|day|datum|created|ordered|time)/i,
  amount: /^(amount|total|price|sum|betrag|preis|summe|value)/i,
  currency: /^(currency|währung)/i,
  kind: /^(kind|type|art)$/i,
  externalId: /^(id|number|order|invoice|reference|nr|nummer|bestell|rechnung)/i,
}

/** What a file's first line seems to say; each column once. */
export function guess(head: readonly string[]): Mapping {
  const mapping: Mapping = {}
  for (const column of columns) {
    const at = head.findIndex(
      (cell, index) => names[column].test(cell) && !Object.values(mapping).includes(index),
    )
    if (at >= 0) mapping[column] = at
  }
  return mapping
}

export interface Line {
  /** Its number in the file, from one, the head included. */
  line: number
  item: {
    externalId?: string
    kind: Dealing['kind']
    what: string
    at: string
    amount: number | null
    currency: string | null
    who: { email?: string; phone?: string; name?: string }
  } | null
  because: string | null
}

const kinds: Record<string, Dealing['kind']> = {
  visit: 'visit',
  besuch: 'visit',
  usage: 'usage',
  use: 'usage',
  nutzung: 'usage',
  event: 'event',
  ereignis: 'event',
}

/** The lines of a file as the API takes them; a line that cannot be read says why. */
export function linesOf(rows: readonly string[][], mapping: Mapping): Line[] {
  return rows.map((row, index) => {
    const cell = (column: Column) => (mapping[column] === undefined ? '' : (row[mapping[column]!] ?? ''))
    const line = index + 2
    const refuse = (because: string): Line => ({ line, item: null, because })
    const at = readMoment(cell('at'))
    if (!at) return refuse(t('take.badDate', { value: cell('at') }))
    const amount = cell('amount') ? readAmount(cell('amount')) : null
    if (cell('amount') && amount === null) return refuse(t('take.badAmount', { value: cell('amount') }))
    const currency = cell('currency').slice(0, 3).toUpperCase() || null
    return {
      line,
      because: null,
      item: {
        ...(cell('externalId') && { externalId: cell('externalId').slice(0, 200) }),
        kind: kinds[cell('kind').toLowerCase()] ?? 'purchase',
        what: cell('what').slice(0, 300),
        at,
        // An amount without its currency says nothing.
        amount: currency ? amount : null,
        currency: amount === null ? null : currency,
        who: {
          ...(cell('email') && { email: cell('email') }),
          ...(cell('phone') && { phone: cell('phone').slice(0, 40) }),
          ...(cell('name') && { name: cell('name').slice(0, 200) }),
        },
      },
    }
  })
}
