import { text as say } from '#server/base/text.ts'
import '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Actor } from '#server/base/actor.ts'
import { sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { forbidden, Problem } from '#server/base/errors.ts'
import { sawWith } from '#server/base/unchanged.ts'
import type { Db } from '#server/database/database.ts'
import { statement } from '#server/database/statement.ts'
import { allInboxIds, inboxIdsOfTeammate } from './queries.ts'
import { lowerRole } from './role.ts'
import { hashToken } from './secrets.ts'
import { actorOf, sessionEnd } from './signIn.ts'
import './tables.ts'

export const cookieName = 'tend_session'

/** What of a request says who asks. */
export interface Asking extends Pick<FastifyRequest, 'method' | 'headers' | 'cookies'> {
  raw: { socket: object }
}

/** Finds who asks: the CLI on the folder's socket, a Bearer key, or the cookie of a sign-in. Null for nobody. */
export function whoAsks(house: Pick<House, 'db' | 'url'>): (request: Asking) => Promise<Actor | null> {
  const { db, url } = house
  return async (request) => {
    if (cameByFolder(request))
      return {
        kind: 'installation',
        id: 'cli',
        name: 'tend on this machine',
        role: 'admin',
        inboxIds: await allInboxIds(db),
        via: 'socket',
      }
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (bearer) return byKey(db, bearer)
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) demandOwnPage(request, url)
    const token = request.cookies[cookieName]
    const caller = token ? await bySession(db, token) : null
    if (caller) demandSamePerson(request, caller)
    return caller
  }
}

/**
 * One browser has one cookie, and may have windows of two people. A window says whose it is; where somebody else has signed in
 * meanwhile, nothing of hers is done, or shown, in their name.
 */
function demandSamePerson(request: Asking, caller: Actor): void {
  const meant = request.headers['tend-as']
  if (typeof meant === 'string' && meant !== caller.id)
    throw new Problem(409, 'somebody-else', say('team.somebodyElse'))
}

/**
 * Came by the socket in the data folder: whoever may open that may do this. Told by the server that took the connection;
 * a missing remote address would not do, since a TCP connection reset by the other side has none either.
 */
function cameByFolder(request: Asking): boolean {
  const { server } = request.raw.socket as { server?: { address?(): unknown } }
  return typeof server?.address?.() === 'string' && request.headers['x-tend-cli'] !== undefined
}

async function byKey(db: Db, token: string): Promise<Actor> {
  const key = await db
    .selectFrom('apiKeys')
    .leftJoin('teammates', 'teammates.id', 'apiKeys.teammateId')
    .selectAll('teammates')
    .select([
      'apiKeys.id as keyId',
      'apiKeys.teammateId',
      'apiKeys.name as keyName',
      'apiKeys.role as keyRole',
    ])
    .select(inboxIdsOfTeammate.as('inboxIds'))
    .select(staleSince('api_keys').as('stale'))
    .where('tokenHash', '=', hashToken(token))
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!key) throw new Problem(401, 'key-refused', say('team.key.unknown'))
  if (key.stale)
    await db.updateTable('apiKeys').set({ lastUsedAt: sqlNow }).where('id', '=', key.keyId).execute()
  if (!key.teammateId)
    return {
      kind: 'installation',
      id: key.keyId,
      name: key.keyName,
      role: key.keyRole,
      inboxIds: await allInboxIds(db),
      via: 'key',
    }
  if (!key.id || key.leftAt) throw new Problem(401, 'key-refused', say('team.key.gone'))
  return { ...actorOf(key as never, 'key'), role: lowerRole(key.keyRole, key.role!) }
}

/** Its last use is written down at most once a minute. */
const staleSince = (table: 'sessions' | 'api_keys') =>
  sql<boolean>`coalesce(${sql.table(table)}.last_used_at < clock_now() - interval '1 minute', true)`

/**
 * Asked with every request, and always of the database: whoever has signed out, left or lost an inbox is refused from that moment
 * by every process. So narrow, and put together once, it costs a tenth of a millisecond.
 */
const signedIn = statement<{ hash: string }, SignedIn>(
  (place) => sql`
    select teammates.id, teammates.name, teammates.role, sessions.id as session_id, ${inboxIdsOfTeammate} as inbox_ids,
      ${staleSince('sessions')} as stale, pg_current_snapshot()::text as seen, ${sqlNow} as now
    from sessions join teammates on teammates.id = sessions.teammate_id
    where sessions.token_hash = ${place('hash')} and sessions.expires_at > ${sqlNow} and teammates.left_at is null`,
)
type SignedIn = Parameters<typeof actorOf>[0] & { sessionId: string; stale: boolean; seen: string; now: Date }

async function bySession(db: Db, token: string): Promise<Actor | null> {
  const [row] = await signedIn(db, { hash: hashToken(token) })
  if (!row) return null
  if (row.stale) {
    await db
      .updateTable('sessions')
      .set({ lastUsedAt: sqlNow, expiresAt: sessionEnd })
      .where('id', '=', row.sessionId)
      .execute()
    await db.updateTable('teammates').set({ lastSeenAt: sqlNow }).where('id', '=', row.id).execute()
  }
  const by = actorOf(row, 'session', row.sessionId)
  sawWith(by, row)
  return by
}

/**
 * A page of another site may make a browser send our cookie, or sign it in as somebody else. Browsers name the page that
 * asks; programs that are no browser name nothing and carry no cookie by accident.
 */
function demandOwnPage(request: Asking, url: string): void {
  const { origin, 'sec-fetch-site': fetchSite, host } = request.headers
  if (fetchSite === 'same-origin') return
  if (!origin && !fetchSite) return
  if (!fetchSite && origin && (origin === url || (URL.canParse(origin) && new URL(origin).host === host)))
    return
  throw forbidden(say('team.otherSite'))
}
