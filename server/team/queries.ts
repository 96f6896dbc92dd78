import { type Selectable, sql } from 'kysely'
import { type Inbox, type Me, preferences as preferencesShape, type Teammate } from '#contract/team.ts'
import { type Actor, requireRole, sees } from '#server/base/actor.ts'
import { badCursor, notFound, Problem } from '#server/base/errors.ts'
import { once } from '#server/base/glance.ts'
import { text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type Places, question } from '#server/database/statement.ts'
import { readCompany } from './company.ts'
import type { InboxesTable, TeammatesTable } from './tables.ts'

export type TeammateRow = Selectable<TeammatesTable> & { inboxIds: string[] }
export type InboxRow = Selectable<InboxesTable>

/** Admins see every inbox, others those given to them. For a query over `teammates`. */
export const inboxIdsOfTeammate = sql<string[]>`
  case when teammates.role = 'admin' then array(select id::text from inboxes order by created_at, id)
  else array(select inbox_id::text from inbox_access where teammate_id = teammates.id order by inbox_id) end`

const teammate = question((db, place: Places<{ id: string }>) =>
  selectTeammates(db).where('id', '=', place('id')),
)
const selectTeammates = (db: Db | Trx) =>
  db.selectFrom('teammates').selectAll('teammates').select(inboxIdsOfTeammate.as('inboxIds'))

export async function findTeammate(db: Db | Trx, id: string): Promise<TeammateRow | undefined> {
  return once(`teammate ${id}`, () => askTeammate(db, id).executeTakeFirst())
}

/** For `askAhead`. */
export const askTeammate = (db: Db | Trx, id: string) => teammate(db, { id })

/** A teammate who has not left; throws `notFound` otherwise. */
export async function presentTeammate(db: Db | Trx, id: string): Promise<TeammateRow> {
  const teammate = await findTeammate(db, id)
  if (!teammate || teammate.leftAt) throw notFound(say('team.this.teammate'))
  return teammate
}

/** The seat of whoever acts. Keys of the installation have none: they get a sentence that says so. */
export async function seatOf(db: Db | Trx, by: Actor): Promise<TeammateRow> {
  if (by.kind !== 'teammate') throw new Problem(403, 'no-seat', say('team.noSeat'))
  return presentTeammate(db, by.id)
}

export async function teammatesByIds(
  db: Db | Trx,
  ids: readonly string[],
): Promise<Map<string, TeammateRow>> {
  if (ids.length === 0) return new Map()
  const rows = await selectTeammates(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Somebody present by address, in whatever case it is written. */
export async function teammateByEmail(db: Db | Trx, email: string): Promise<TeammateRow | undefined> {
  return selectTeammates(db)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('leftAt', 'is', null)
    .executeTakeFirst()
}

export const allInboxIds = async (db: Db | Trx): Promise<string[]> =>
  (await db.selectFrom('inboxes').select('id').execute()).map((row) => row.id)

export async function inboxById(db: Db | Trx, id: string): Promise<InboxRow> {
  const row = await once(`inbox ${id}`, () => askInbox(db, id).executeTakeFirst())
  if (!row) throw notFound(say('team.this.inbox'))
  return row
}

/** For `askAhead`. */
export const askInbox = (db: Db | Trx, id: string) => inbox(db, { id })
const inbox = question((db, place: Places<{ id: string }>) =>
  db.selectFrom('inboxes').selectAll().where('id', '=', place('id')),
)

export const allInboxes = (db: Db | Trx): Promise<InboxRow[]> => askInboxes(db).execute()

/** For `askAhead`. */
export const askInboxes = (db: Db | Trx) => inboxes(db, {})
const inboxes = question((db) =>
  db.selectFrom('inboxes').selectAll().where('archivedAt', 'is', null).orderBy('createdAt').orderBy('id'),
)

/** Somebody real has moved in and can let others in. People merely invited do not count, nor does the sample team. */
export async function isSettled(db: Db | Trx): Promise<boolean> {
  const admin = await db
    .selectFrom('teammates')
    .select('id')
    .where('role', '=', 'admin')
    .where('demo', '=', false)
    .where('joinedAt', 'is not', null)
    .where('leftAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return admin !== undefined
}

export async function listTeammates(
  db: Db,
  by: Actor,
  query: { after?: string; limit: number },
): Promise<{ items: Teammate[]; next: string | null }> {
  let select = selectTeammates(db)
    .where('leftAt', 'is', null)
    .orderBy('id')
    .limit(query.limit + 1)
  if (query.after !== undefined) {
    if (!/^tm_\w{22}$/.test(query.after)) throw badCursor()
    select = select.where('id', '>', query.after)
  }
  const rows = await select.execute()
  const page = rows.slice(0, query.limit)
  return {
    items: page.map((row) => teammateShape(row, by)),
    next: rows.length > query.limit ? page.at(-1)!.id : null,
  }
}

/** The card of a teammate. Of their inboxes only those that the reader sees too: others do not exist for the reader. */
export const teammateShape = (row: TeammateRow, by: Actor): Teammate => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  title: row.title,
  timeZone: row.timeZone,
  inboxes: row.inboxIds.filter((id) => sees(by, id)),
  state: row.leftAt ? 'signed-out-for-good' : row.joinedAt ? 'here' : 'invited',
  demo: row.demo,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
})

export async function listInboxes(db: Db | Trx, by: Actor): Promise<Inbox[]> {
  let select = db
    .selectFrom('inboxes')
    .selectAll()
    .select(
      sql<string[]>`array(
        select teammate_id::text from inbox_access join teammates on teammates.id = teammate_id
        where inbox_id = inboxes.id and left_at is null order by teammate_id)`.as('teammateIds'),
    )
    .orderBy('createdAt')
    .orderBy('id')
  if (by.inboxIds !== 'all') {
    if (by.inboxIds.length === 0) return []
    select = select.where('id', 'in', by.inboxIds)
  }
  return (await select.execute()).map((row) => ({
    id: row.id,
    name: row.name,
    address: row.address,
    teammateIds: row.teammateIds,
    archivedAt: row.archivedAt?.toISOString() ?? null,
  }))
}

/** Who am I, what may I see, how do I like it. */
export async function whoAmI(db: Db | Trx, by: Actor): Promise<Me> {
  const row = await seatOf(db, by)
  const passkeys = await db.selectFrom('passkeys').select('id').where('teammateId', '=', row.id).execute()
  const company = await readCompany(db)
  const demo = await db
    .selectFrom('teammates')
    .select('id')
    .where('demo', '=', true)
    .where('leftAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const me = { ...by, inboxIds: row.inboxIds } as Actor
  return {
    // A key may have fewer rights than its person; what it may do is what counts.
    teammate: { ...teammateShape(row, me), ...('role' in by && { role: by.role }) },
    preferences: preferencesShape.parse(row.preferences),
    inboxes: await listInboxes(db, me),
    company: { name: company.name, timeZone: company.timeZone, color: company.color },
    demo: demo !== undefined,
    hasPassword: row.passwordHash !== null,
    passkeys: passkeys.length,
  }
}

export async function listAudit(db: Db, by: Actor, query: { after?: string; limit: number }) {
  requireRole(by, 'admin')
  let select = db
    .selectFrom('audit')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
  if (query.after !== undefined) {
    if (!/^aud_\w{22}$/.test(query.after)) throw badCursor()
    select = select.where('id', '<', query.after)
  }
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
