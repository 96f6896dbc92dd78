import type { Trx } from '#server/database/database.ts'
import './tables.ts'

/** A conversation that was put back, or became one with another, takes what was given along, or these. Returns which. */
export async function moveExtras(
  trx: Trx,
  { from, to }: { from: string; to: string },
  ids: readonly string[] | null = null,
): Promise<string[]> {
  let moving = trx.updateTable('givenExtras').set({ conversationId: to }).where('conversationId', '=', from)
  if (ids) moving = moving.where('id', 'in', ['', ...ids])
  return (await moving.returning('id').execute()).map(({ id }) => id)
}
