import '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import type { Role } from '#contract/team.ts'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { forbidden, Problem } from '#server/base/errors.ts'
import type { Db } from '#server/database/database.ts'
import { allInboxIds, findTeammate } from './queries.ts'
import { hashToken } from './secrets.ts'
import { actorOf } from './signIn.ts'
import './tables.ts'

export const cookieName = 'tend_session'
const ranks: Role[] = ['observer', 'teammate', 'lead', 'admin']
const lower = (a: Role, b: Role): Role => (ranks.indexOf(a) < ranks.indexOf(b) ? a : b)

/** Finds who asks: the CLI on the folder's socket, a Bearer key, or the cookie of a sign-in. Null for nobody. */
export function whoAsks(house: House): (request: FastifyRequest) => Promise<Actor | null> {
  return async (request) => {
    // Only the lock's unix socket has no remote address; whoever may open it may do this.
    if (request.raw.socket.remoteAddress === undefined && request.headers['x-tend-cli'])
      return {
        kind: 'installation',
        id: 'cli',
        name: 'tend on this machine',
        role: 'admin',
        inboxIds: await allInboxIds(house.db),
        via: 'socket',
      }
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (bearer) return byKey(house.db, bearer)
    const token = request.cookies[cookieName]
    if (!token) return null
    const by = await bySession(house.db, token)
    if (by && !['GET', 'HEAD'].includes(request.method)) demandOwnOrigin(request, house.url)
    return by
  }
}

async function byKey(db: Db, token: string): Promise<Actor> {
  const key = await db
    .selectFrom('apiKeys')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!key)
    throw new Problem(
      401,
      'key-refused',
      'This API key is not known or has been revoked. Nothing was changed.',
    )
  if (!key.lastUsedAt || Date.now() - key.lastUsedAt.getTime() > 60_000)
    await db.updateTable('apiKeys').set({ lastUsedAt: new Date() }).where('id', '=', key.id).execute()
  if (!key.teammateId)
    return {
      kind: 'installation',
      id: key.id,
      name: key.name,
      role: key.role,
      inboxIds: await allInboxIds(db),
      via: 'key',
    }
  const teammate = await findTeammate(db, key.teammateId)
  if (!teammate || teammate.leftAt)
    throw new Problem(
      401,
      'key-refused',
      'The teammate behind this API key is no longer here. Nothing was changed.',
    )
  return { ...actorOf(teammate, 'key'), role: lower(key.role, teammate.role) }
}

async function bySession(db: Db, token: string): Promise<Actor | null> {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst()
  if (!session || session.expiresAt < new Date()) return null
  const teammate = await findTeammate(db, session.teammateId)
  if (!teammate || teammate.leftAt) return null
  if (Date.now() - session.lastUsedAt.getTime() > 60_000) {
    await db
      .updateTable('sessions')
      .set({ lastUsedAt: new Date(), expiresAt: new Date(Date.now() + 30 * 86_400_000) })
      .where('id', '=', session.id)
      .execute()
    await db.updateTable('teammates').set({ lastSeenAt: new Date() }).where('id', '=', teammate.id).execute()
  }
  return actorOf(teammate, 'session', session.id)
}

/** A cookie alone does not prove that our own page asks (CSRF). */
function demandOwnOrigin(request: FastifyRequest, url: string): void {
  const { origin, 'sec-fetch-site': fetchSite, host } = request.headers
  if (fetchSite === 'same-origin') return
  if (origin && (origin === url || new URL(origin).host === host)) return
  if (!origin && !fetchSite) return
  throw forbidden('This request came from another site, so it was refused. Nothing was changed.')
}
