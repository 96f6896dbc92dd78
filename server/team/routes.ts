import '@fastify/cookie'
import { isIP } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { houseRoutes } from '#contract/house.ts'
import { practicesRoutes } from '#contract/practices.ts'
import { teamRoutes } from '#contract/team.ts'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { addressBucket, countTry } from '#server/base/rates.ts'
import * as team from './actions.ts'
import { changeCompany, readCompany } from './company.ts'
import { acceptInvite, readInvite } from './invites.ts'
import { listKeys, makeKey, revokeKey } from './keys.ts'
import { changeMe, changePreferences } from './me.ts'
import * as passkeys from './passkeys.ts'
import { askForReset, setPassword } from './password.ts'
import { practicesOn, switchPractice } from './practices.ts'
import {
  isSettled,
  listAudit,
  listInboxes,
  listTeammates,
  presentTeammate,
  teammateShape,
  whoAmI,
} from './queries.ts'
import * as signIn from './signIn.ts'
import { mailInvite, mailReset, type TeamMail } from './teamMail.ts'
import { welcome } from './welcome.ts'
import { cookieName } from './whoAsks.ts'

export type { TeamMail }

export function serveTeam(
  app: FastifyInstance,
  options: ServeOptions,
  house: Pick<House, 'url'>,
  version: string,
  mail: TeamMail,
): void {
  const { db } = options
  const site = passkeys.siteOf(house.url)
  const inviteUrl = (token: string) => `${house.url}/join/${token}`
  const device = (request: FastifyRequest): signIn.Device => ({
    name: request.headers['user-agent'] ?? 'unknown',
    address: request.ip,
  })
  /** Opens the door: the sign-in this browser had before ends, the new one goes into the cookie. */
  const enter = async (
    request: FastifyRequest,
    reply: FastifyReply,
    opened: Awaited<ReturnType<typeof signIn.openSession>>,
  ) => {
    await signIn.dropSession(db, request.cookies[cookieName])
    reply.setCookie(cookieName, opened.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: house.url.startsWith('https:'),
      maxAge: signIn.sessionDays * 86_400,
    })
    return whoAmI(db, opened.by)
  }
  const limited = (request: FastifyRequest, what: string, limit: number) =>
    countTry(db, `${what}:${addressBucket(request.ip)}`, { limit, seconds: 900 })
  const teammate = async (by: Actor, id: string) => teammateShape(await presentTeammate(db, id), by)
  // Made or changed a moment ago, so not yet among the inboxes that `by` came in with.
  const inbox = async (by: Actor, id: string) =>
    (await listInboxes(db, { ...by, inboxIds: [id] } as Actor))[0]!

  serve(app, options, teamRoutes, {
    'GET /welcome': async () => ({
      settled: await isSettled(db),
      company: (await readCompany(db)).name || null,
      version,
    }),
    'POST /welcome': async ({ body, request, reply }) => {
      await limited(request, 'welcome', 30)
      const { hostname } = new URL(house.url)
      const mailDomain = isIP(hostname.replace(/[[\]]/g, '')) ? 'localhost' : hostname
      return enter(request, reply, await welcome(db, body, mailDomain, device(request)))
    },
    'POST /sessions': async ({ body, request, reply }) =>
      enter(request, reply, await signIn.signInByPassword(db, body.email, body.password, device(request))),
    'POST /sessions/link': async ({ body, request, reply }) => {
      await limited(request, 'invite', 60)
      return enter(request, reply, await acceptInvite(db, body.token, {}, device(request)))
    },
    'GET /sessions': async ({ by }) => ({ items: await signIn.mySessions(db, by) }),
    'DELETE /sessions/current': async ({ by, reply }) => {
      reply.clearCookie(cookieName, { path: '/' })
      if (by.kind === 'teammate' && by.sessionId) await signIn.endSession(db, by, by.sessionId)
      return undefined
    },
    'DELETE /sessions/{id}': async ({ by, params }) => signIn.endSession(db, by, params.id) as never,
    'POST /sessions/passkey/options': async ({ request }) => {
      await limited(request, 'passkey', 60)
      return (await passkeys.beginPasskeySignIn(db, site)) as never
    },
    'POST /sessions/passkey': async ({ body, request, reply }) => {
      await limited(request, 'passkey', 60)
      return enter(
        request,
        reply,
        await passkeys.signInByPasskey(db, site, body.response as never, device(request)),
      )
    },
    'POST /me/passkeys/options': async ({ by }) =>
      (await passkeys.beginPasskey(db, by, site, (await readCompany(db)).name)) as never,
    'POST /me/passkeys': ({ by, body }) =>
      passkeys.addPasskey(db, by, site, body.name, body.response as never),
    'GET /me/passkeys': async ({ by }) => ({ items: await passkeys.myPasskeys(db, by) }),
    'DELETE /me/passkeys/{id}': ({ by, params }) => passkeys.removePasskey(db, by, params.id) as never,
    'GET /me': ({ by }) => whoAmI(db, by),
    'PATCH /me': async ({ by, body }) => {
      await changeMe(db, by, body)
      return whoAmI(db, by)
    },
    'PATCH /me/preferences': ({ by, body }) => changePreferences(db, by, body),
    'PUT /me/password': ({ by, body }) => setPassword(db, by, body) as never,
    'POST /password-resets': async ({ body, request }) => {
      await limited(request, 'reset', 10)
      await askForReset(db, body.email, (to, token) => mailReset(db, mail, to, `${house.url}/reset/${token}`))
      return {}
    },
    'GET /invites/{token}': async ({ params, request }) => {
      await limited(request, 'invite', 60)
      return { ...(await readInvite(db, params.token)), company: (await readCompany(db)).name }
    },
    'POST /invites/{token}': async ({ params, body, request, reply }) => {
      await limited(request, 'invite', 60)
      return enter(request, reply, await acceptInvite(db, params.token, body, device(request)))
    },
    'GET /teammates': ({ by, query }) => listTeammates(db, by, query),
    'POST /teammates': async ({ by, body }) => {
      const { id, token } = await team.inviteTeammate(db, by, body)
      if (body.sendMail) await mailInvite(db, mail, by.name, body, inviteUrl(token))
      return { ...(await teammate(by, id)), inviteUrl: inviteUrl(token) }
    },
    'PATCH /teammates/{id}': async ({ by, params, body }) => {
      await team.changeTeammate(db, by, params.id, body)
      return teammate(by, params.id)
    },
    'POST /teammates/{id}/invite': async ({ by, params, body }) => {
      const { token, teammate: to } = await team.inviteAgain(db, by, params.id)
      if (body?.sendMail) await mailInvite(db, mail, by.name, to, inviteUrl(token))
      return { inviteUrl: inviteUrl(token) }
    },
    'DELETE /teammates/{id}': ({ by, params }) => team.sendAway(db, by, params.id) as never,
    'DELETE /teammates/{id}/sessions': ({ by, params }) => team.endSessionsOf(db, by, params.id) as never,
    'POST /teammates/{id}/keys': ({ by, params, body }) =>
      makeKey(db, by, { teammateId: params.id, name: body?.name ?? 'API key', role: body?.role ?? null }),
    'GET /keys': async ({ by }) => ({ items: await listKeys(db, by) }),
    'POST /keys': ({ by, body }) => makeKey(db, by, { teammateId: null, ...body }),
    'DELETE /keys/{id}': ({ by, params }) => revokeKey(db, by, params.id) as never,
    'GET /inboxes': async ({ by }) => ({ items: await listInboxes(db, by) }),
    'POST /inboxes': async ({ by, body }) => inbox(by, await team.addInbox(db, by, body)),
    'PATCH /inboxes/{id}': async ({ by, params, body }) => {
      await team.changeInbox(db, by, params.id, body)
      return inbox(by, params.id)
    },
    'GET /audit': ({ by, query }) => listAudit(db, by, query),
  })

  serve(app, options, practicesRoutes, {
    'GET /practices': async () => ({ on: await practicesOn(db) }),
    'PUT /practices/{name}': async ({ by, params, body }) => ({
      on: await switchPractice(db, by, params.name, body.on),
    }),
  })

  const { 'GET /company': read, 'PATCH /company': change } = houseRoutes
  serve(app, options, { 'GET /company': read, 'PATCH /company': change } as const, {
    'GET /company': () => readCompany(db),
    'PATCH /company': ({ by, body }) => changeCompany(db, by, body),
  })
}
