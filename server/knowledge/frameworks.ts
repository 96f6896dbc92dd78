import type { z } from 'zod'
import type { framework as frameworkShape } from '#contract/knowledge.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { sqlNow } from '#server/base/clock.ts'
import { conflict, invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import './tables.ts'

type Framework = z.input<typeof frameworkShape>

/** Those of the team, and the reader's own. */
export async function listFrameworks(db: Db | Trx, by: Actor): Promise<Framework[]> {
  const rows = await db
    .selectFrom('frameworks')
    .selectAll()
    .where('removedAt', 'is', null)
    .where((e) => e.or([e('ownerId', 'is', null), e('ownerId', '=', teammateId(by) ?? '')]))
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    text: row.text,
    mine: row.ownerId !== null,
    used: row.used,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    updatedById: row.updatedBy,
  }))
}

const one = async (db: Db | Trx, by: Actor, id: string): Promise<Framework> => {
  const found = (await listFrameworks(db, by)).find((framework) => framework.id === id)
  if (!found) throw notFound(say('knowledge.this'))
  return found
}

/** A slot that is not closed would be sent as it stands. */
function demandSlots(text: string): void {
  const open = text.replace(/\{\{[^{}]*\}\}/g, '').match(/\{\{|\}\}/)
  if (open) throw invalid('/text', say('knowledge.openSlot', { open: '{{', close: '}}' }))
}

/** Adds a framework reply: a skeleton with slots, never a letter to send as it is. */
export async function addFramework(
  db: Db | Trx,
  by: Actor,
  { mine, ...framework }: { name: string; text: string; mine?: boolean; demo?: boolean },
): Promise<Framework> {
  requireRole(by, 'teammate')
  demandSlots(framework.text)
  return transaction(db, async (trx) => {
    const id = newId('framework')
    await trx
      .insertInto('frameworks')
      .values({
        ...framework,
        id,
        ownerId: mine ? teammateId(by) : null,
        lastUsedAt: null,
        updatedBy: teammateId(by),
        removedAt: null,
      })
      .execute()
    await recordEvent(trx, by, 'framework.changed', {}, {})
    await audit(trx, by, 'framework.added', { kind: 'framework', id })
    return one(trx, by, id)
  })
}

export async function rewriteFramework(
  db: Db,
  by: Actor,
  id: string,
  { name, text, mine, changedSince }: { name: string; text: string; mine?: boolean; changedSince?: string },
): Promise<Framework> {
  requireRole(by, 'teammate')
  demandSlots(text)
  return transaction(db, async (trx) => {
    const present = await one(trx, by, id)
    if (changedSince && Date.parse(present.updatedAt) > Date.parse(changedSince))
      throw conflict('newer-framework', say('knowledge.newer'), { newer: present })
    await trx
      .updateTable('frameworks')
      .set({
        name,
        text,
        updatedAt: sqlNow,
        updatedBy: teammateId(by),
        // One's own may become the team's; what the team has is not taken from it.
        ...(present.mine && mine === false && { ownerId: null }),
      })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'framework.changed', {}, {})
    await audit(trx, by, 'framework.rewritten', { kind: 'framework', id })
    return one(trx, by, id)
  })
}

export async function removeFramework(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    if (!(await one(trx, by, id)).mine) requireRole(by, 'lead')
    await trx.updateTable('frameworks').set({ removedAt: sqlNow }).where('id', '=', id).execute()
    await recordEvent(trx, by, 'framework.changed', {}, {})
    await audit(trx, by, 'framework.removed', { kind: 'framework', id })
  })
}

export async function noteFrameworkUsed(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await one(db, by, id)
  await db
    .updateTable('frameworks')
    .set((e) => ({ used: e('used', '+', 1), lastUsedAt: sqlNow }))
    .where('id', '=', id)
    .execute()
}
