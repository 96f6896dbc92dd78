import type { Selectable } from 'kysely'
import type { GivenExtra } from '#contract/extras.ts'
import type { ExtrasTable, GivenExtrasTable } from './tables.ts'

export type ExtraRow = Selectable<ExtrasTable>
export type GivenRow = Selectable<GivenExtrasTable>

/** What was decided about what it costs; null where nothing had to be. */
export interface Paid {
  state: 'decided' | 'asked' | 'approved' | 'declined' | 'withdrawn'
  result: 'none' | 'waiting' | 'done' | 'failed'
}

/** Follows from what happened to it and to the decision that pays for it, so that no two of them can disagree. */
export function stateOf(
  row: Pick<GivenRow, 'cancelledAt' | 'deliveredAt' | 'possibleAt'>,
  paid: Paid | null,
): GivenExtra['state'] {
  if (row.cancelledAt) return 'off'
  if (row.deliveredAt) return 'delivered'
  if (paid && (paid.state === 'declined' || paid.state === 'withdrawn' || paid.result === 'failed'))
    return 'off'
  if (paid && (paid.state === 'asked' || paid.result === 'waiting')) return 'waiting'
  return row.possibleAt ? 'possible' : 'to-make'
}
