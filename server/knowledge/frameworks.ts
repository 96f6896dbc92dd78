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

export async function listFrameworks(db: Db | Trx): Promise<Framework[]> {
  const rows = await db
    .selectFrom('frameworks')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    text: row.text,
    used: row.used,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    updatedById: row.updatedBy,
  }))
}

const one = async (db: Db | Trx, id: string): Promise<Framework> => {
  const found = (await listFrameworks(db)).find((framework) => framework.id === id)
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
  framework: { name: string; text: string; demo?: boolean },
): Promise<Framework> {
  requireRole(by, 'teammate')
  demandSlots(framework.text)
  return transaction(db, async (trx) => {
    const id = newId('framework')
    await trx
      .insertInto('frameworks')
      .values({ ...framework, id, lastUsedAt: null, updatedBy: teammateId(by), removedAt: null })
      .execute()
    await recordEvent(trx, by, 'framework.changed', {}, {})
    await audit(trx, by, 'framework.added', { kind: 'framework', id })
    return one(trx, id)
  })
}

export async function rewriteFramework(
  db: Db,
  by: Actor,
  id: string,
  { name, text, changedSince }: { name: string; text: string; changedSince?: string },
): Promise<Framework> {
  requireRole(by, 'teammate')
  demandSlots(text)
  return transaction(db, async (trx) => {
    const present = await one(trx, id)
    if (changedSince && Date.parse(present.updatedAt) > Date.parse(changedSince))
      throw conflict('newer-framework', say('knowledge.newer'), { newer: present })
    await trx
      .updateTable('frameworks')
      .set({ name, text, updatedAt: sqlNow, updatedBy: teammateId(by) })
      .where('id', '=', id)
      .execute()
    await recordEvent(trx, by, 'framework.changed', {}, {})
    await audit(trx, by, 'framework.rewritten', { kind: 'framework', id })
    return one(trx, id)
  })
}

export async function removeFramework(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'lead')
  await transaction(db, async (trx) => {
    await one(trx, id)
    await trx.updateTable('frameworks').set({ removedAt: sqlNow }).where('id', '=', id).execute()
    await recordEvent(trx, by, 'framework.changed', {}, {})
    await audit(trx, by, 'framework.removed', { kind: 'framework', id })
  })
}

export async function noteFrameworkUsed(db: Db, by: Actor, id: string): Promise<void> {
  requireRole(by, 'teammate')
  await one(db, id)
  await db
    .updateTable('frameworks')
    .set((e) => ({ used: e('used', '+', 1), lastUsedAt: sqlNow }))
    .where('id', '=', id)
    .execute()
}
