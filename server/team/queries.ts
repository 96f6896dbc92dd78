import type { Selectable } from 'kysely'
import { type Inbox, type Me, preferences as preferencesShape, type Teammate } from '#contract/team.ts'
import type { Actor } from '#server/base/actor.ts'
import { notFound } from '#server/base/errors.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { readCompany } from './company.ts'
import type { InboxesTable, TeammatesTable } from './tables.ts'

export type TeammateRow = Selectable<TeammatesTable> & { inboxIds: string[] }
export type InboxRow = Selectable<InboxesTable>

export async function findTeammate(db: Db | Trx, id: string): Promise<TeammateRow | undefined> {
  return (await teammatesByIds(db, [id])).get(id)
}

export async function teammatesByIds(
  db: Db | Trx,
  ids: readonly string[],
): Promise<Map<string, TeammateRow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('teammates')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map((await withInboxes(db, rows)).map((row) => [row.id, row]))
}

export async function teammateByEmail(db: Db | Trx, email: string): Promise<TeammateRow | undefined> {
  const row = await db
    .selectFrom('teammates')
    .selectAll()
    .where('email', '=', email.toLowerCase())
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row && (await withInboxes(db, [row]))[0]
}

/** Admins see every inbox, others those given to them. */
async function withInboxes(db: Db | Trx, rows: Selectable<TeammatesTable>[]): Promise<TeammateRow[]> {
  const access = rows.length
    ? await db
        .selectFrom('inboxAccess')
        .selectAll()
        .where(
          'teammateId',
          'in',
          rows.map((row) => row.id),
        )
        .execute()
    : []
  const all = rows.some((row) => row.role === 'admin') ? await allInboxIds(db) : []
  return rows.map((row) => ({
    ...row,
    inboxIds:
      row.role === 'admin'
        ? all
        : access.filter((given) => given.teammateId === row.id).map((given) => given.inboxId),
  }))
}

export const allInboxIds = async (db: Db | Trx): Promise<string[]> =>
  (await db.selectFrom('inboxes').select('id').execute()).map((row) => row.id)

export async function inboxById(db: Db | Trx, id: string): Promise<InboxRow> {
  const row = await db.selectFrom('inboxes').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('This inbox')
  return row
}

export const allInboxes = (db: Db | Trx): Promise<InboxRow[]> =>
  db
    .selectFrom('inboxes')
    .selectAll()
    .where('archivedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

export async function isSettled(db: Db | Trx): Promise<boolean> {
  return (
    (await db.selectFrom('teammates').select('id').where('demo', '=', false).limit(1).executeTakeFirst()) !==
    undefined
  )
}

export async function listTeammates(
  db: Db,
  query: { after?: string; limit: number },
): Promise<{ items: Teammate[]; next: string | null }> {
  let select = db
    .selectFrom('teammates')
    .selectAll()
    .where('leftAt', 'is', null)
    .orderBy('id')
    .limit(query.limit + 1)
  if (query.after) select = select.where('id', '>', query.after)
  const rows = await select.execute()
  const page = await withInboxes(db, rows.slice(0, query.limit))
  return { items: page.map(teammateShape), next: rows.length > query.limit ? page.at(-1)!.id : null }
}

export const teammateShape = (row: TeammateRow): Teammate => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  title: row.title,
  signature: row.signature,
  timeZone: row.timeZone,
  inboxes: row.inboxIds,
  state: row.leftAt ? 'signed-out-for-good' : row.joinedAt ? 'here' : 'invited',
  demo: row.demo,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
})

export async function listInboxes(db: Db | Trx, by: Actor): Promise<Inbox[]> {
  const rows = (
    await db.selectFrom('inboxes').selectAll().orderBy('createdAt').orderBy('id').execute()
  ).filter((row) => by.inboxIds === 'all' || by.inboxIds.includes(row.id))
  const access = await db.selectFrom('inboxAccess').selectAll().execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    address: row.address,
    teammateIds: access.filter((given) => given.inboxId === row.id).map((given) => given.teammateId),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  }))
}

/** Who am I, what may I see, how do I like it. For keys of the installation: a person without a seat. */
export async function whoAmI(db: Db | Trx, by: Actor): Promise<Me> {
  const row = by.kind === 'teammate' ? await findTeammate(db, by.id) : undefined
  if (!row) throw notFound('A teammate behind this key')
  const passkeys = await db.selectFrom('passkeys').select('id').where('teammateId', '=', row.id).execute()
  const company = await readCompany(db)
  const demo = await db
    .selectFrom('teammates')
    .select('id')
    .where('demo', '=', true)
    .where('leftAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return {
    teammate: teammateShape(row),
    preferences: preferencesShape.parse(row.preferences),
    inboxes: await listInboxes(db, by),
    company: { name: company.name, timeZone: company.timeZone, color: company.color },
    demo: demo !== undefined,
    hasPassword: row.passwordHash !== null,
    passkeys: passkeys.length,
  }
}

export async function listAudit(db: Db, query: { after?: string; limit: number }) {
  let select = db
    .selectFrom('audit')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
  if (query.after) select = select.where('id', '<', query.after)
  const rows = await select.execute()
  return {
    items: rows.slice(0, query.limit).map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      by: row.byName,
      via: row.via,
      action: row.action,
      subjectKind: row.subjectKind,
      subjectId: row.subjectId,
      detail: row.detail,
    })),
    next: rows.length > query.limit ? rows[query.limit - 1]!.id : null,
  }
}

export const listKeys = async (db: Db) =>
  (await db.selectFrom('apiKeys').selectAll().orderBy('id', 'desc').execute()).map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    teammateId: row.teammateId,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }))
