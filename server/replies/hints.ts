import type { Actor } from '#server/base/actor.ts'
import type { Db } from '#server/database/database.ts'
import { type DueHint, judgeDue } from '#server/promises/dueHint.ts'
import { promiseById } from '#server/promises/queries.ts'

/** What speaks against the promises of an answer, for those where anything does. */
export async function hintsOf(
  db: Db,
  by: Actor,
  promiseIds: readonly string[],
): Promise<(DueHint & { promiseId: string })[]> {
  const hints = []
  for (const promiseId of promiseIds) {
    const { due, makerId } = await promiseById(db, by, promiseId)
    const hint = await judgeDue(db, { due: due ? new Date(due) : null, makerId, assigneeId: null })
    if (hint) hints.push({ promiseId, ...hint })
  }
  return hints
}
