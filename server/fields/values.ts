import type { Selectable } from 'kysely'
import { invalid } from '#server/base/errors.ts'
import { text as say } from '#server/base/text.ts'
import type { FieldsTable } from './tables.ts'

export type FieldRow = Selectable<FieldsTable>

/** A value in the column of its kind; all null: nothing is known. */
export interface Kept {
  text: string | null
  number: string | null
  day: string | null
}
const nothing: Kept = { text: null, number: null, day: null }

/** Reads a value as the API speaks it; one that does not fit its field is refused with what would. */
export function readValue(field: FieldRow, given: string | null, pointer: string): Kept {
  if (given === null || given === '') return nothing
  switch (field.kind) {
    case 'text':
      return { ...nothing, text: given }
    case 'number':
      if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(given))
        throw invalid(pointer, say('fields.number', { name: field.name }))
      return { ...nothing, number: given }
    case 'date':
      if (!isDay(given)) throw invalid(pointer, say('fields.date', { name: field.name }))
      return { ...nothing, day: given }
    case 'yes-no':
      if (given !== 'yes' && given !== 'no') throw invalid(pointer, say('fields.yesNo', { name: field.name }))
      return { ...nothing, text: given }
    case 'choice':
      if (!field.choices.includes(given))
        throw invalid(pointer, say('fields.choice', { name: field.name, choices: field.choices.join(', ') }))
      return { ...nothing, text: given }
  }
}

/** "2026-02-30" looks like a day and is none, and no calendar of the database has a year nought. */
export const isDay = (given: string): boolean =>
  /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(given) &&
  !Number.isNaN(Date.parse(given)) &&
  new Date(given).toISOString().slice(0, 10) === given

/** As the API speaks it: a number without the noughts that the database adds. */
export const valueShown = (kept: Kept): string | null =>
  kept.text ??
  kept.day ??
  (kept.number === null ? null : kept.number.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''))
