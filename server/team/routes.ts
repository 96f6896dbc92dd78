import '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { houseRoutes } from '#contract/house.ts'
import { teamRoutes } from '#contract/team.ts'

import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { addressBucket, countTry } from '#server/base/rates.ts'
import { text } from '#server/base/text.ts'
import * as team from './actions.ts'
import { changeCompany, readCompany } from './company.ts'
import * as passkeys from './passkeys.ts'
import {
  findTeammate,
  isSettled,
  listAudit,
  listInboxes,
  listKeys,
  listTeammates,
  teammateByEmail,
  teammateShape,
  whoAmI,
} from './queries.ts'
import * as signIn from './signIn.ts'
import { cookieName } from './whoAsks.ts'

/** How the team room has its letters sent; the road out lives above it. */
export interface TeamMail {
  send(letter: { to: { name: string; email: string }; subject: string; text: string }): Promise<void>
}

export function serveTeam(
  app: FastifyInstance,
  options: ServeOptions,
  house: House,
  version: string,
  mail: TeamMail,
): void {
  const { db } = options
  const secure = house.url.startsWith('https:')
  const device = (request: FastifyRequest) => ({
    name: request.headers['user-agent'] ?? 'unknown',
    address: request.ip,
  })
  const enter = async (reply: FastifyReply, opened: Awaited<ReturnType<typeof signIn.openSession>>) => {
    reply.setCookie(cookieName, opened.token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: signIn.sessionDays * 86_400,
    })
    return whoAmI(db, opened.by)
  }
  const inviteUrl = (token: string) => `${house.url}/join/${token}`
  const sendInvite = async (by: string, to: { name: string; email: string }, token: string) => {
    const company = (await readCompany(db)).name || 'Tend'
    await mail.send({
      to,
      subject: text('team.invite.subject', { by, company }),
      text: text('team.invite.text', { name: to.name, by, company, url: inviteUrl(token) }),
    })
  }
  const limited = (request: FastifyRequest, what: string, limit: number) =>
    countTry(db, `${what}:${addressBucket(request.ip)}`, { limit, seconds: 900 })
  const one = async (id: string) => teammateShape((await findTeammate(db, id))!)
  const oneInbox = async (by: Parameters<typeof listInboxes>[1], id: string) =>
    (await listInboxes(db, { ...by, inboxIds: 'all' } as never)).find((inbox) => inbox.id === id)!

  serve(app, options, teamRoutes, {
    'GET /welcome': async () => ({
      settled: await isSettled(db),
      company: (await readCompany(db)).name || null,
      version,
    }),
    'POST /welcome': async ({ body, request, reply }) => {
      await limited(request, 'welcome', 30)
      const host = new URL(house.url).hostname
      return enter(
        reply,
        await team.welcome(db, body, /[a-z]/i.test(host) ? host : 'localhost', device(request)),
      )
    },
    'POST /sessions': async ({ body, request, reply }) =>
      enter(reply, await signIn.signInByPassword(db, body.email, body.password, device(request))),
    'POST /sessions/link': async ({ body, request, reply }) => {
      await limited(request, 'link', 30)
      return enter(reply, await signIn.acceptInvite(db, body.token, {}, device(request)))
    },
    'GET /sessions': async ({ by }) => ({ items: await signIn.mySessions(db, by) }),
    'DELETE /sessions/current': async ({ by, reply }) => {
      if (by.kind === 'teammate' && by.sessionId) await signIn.endSession(db, by, by.sessionId)
      reply.clearCookie(cookieName, { path: '/' })
      return undefined
    },
    'DELETE /sessions/{id}': async ({ by, params }) => signIn.endSession(db, by, params.id) as never,
    'POST /sessions/passkey/options': async ({ request }) => {
      await limited(request, 'passkey', 60)
      return (await passkeys.beginPasskeySignIn(db, house.url)) as never
    },
    'POST /sessions/passkey': async ({ body, request, reply }) => {
      await limited(request, 'passkey', 60)
      return enter(
        reply,
        await passkeys.signInByPasskey(db, house.url, body.response as never, device(request)),
      )
    },
    'POST /me/passkeys/options': async ({ by }) =>
      (await passkeys.beginPasskey(db, by, house.url, (await readCompany(db)).name)) as never,
    'POST /me/passkeys': ({ by, body }) =>
      passkeys.addPasskey(db, by, house.url, body.name, body.response as never),
    'GET /me/passkeys': async ({ by }) => ({ items: await passkeys.myPasskeys(db, by) }),
    'DELETE /me/passkeys/{id}': ({ by, params }) => passkeys.removePasskey(db, by, params.id) as never,
    'GET /me': ({ by }) => whoAmI(db, by),
    'PATCH /me': async ({ by, body }) => {
      await team.changeMe(db, by, body)
      return whoAmI(db, by)
    },
    'PATCH /me/preferences': async ({ by, body }) => {
      await team.changePreferences(db, by, body)
      return (await whoAmI(db, by)).preferences
    },
    'PUT /me/password': ({ by, body }) => signIn.setPassword(db, by, body) as never,
    'POST /password-resets': async ({ body, request }) => {
      await limited(request, 'reset', 10)
      const teammate = await teammateByEmail(db, body.email)
      if (teammate && !teammate.demo) {
        const url = `${house.url}/reset/${await signIn.makeInvite(db, 'reset', teammate.id, 0.5)}`
        const company = (await readCompany(db)).name || 'Tend'
        await mail.send({
          to: teammate,
          subject: text('team.reset.subject', { company }),
          text: text('team.reset.text', { name: teammate.name, url }),
        })
      }
      return {}
    },
    'GET /invites/{token}': async ({ params, request }) => {
      await limited(request, 'invite', 60)
      return { ...(await signIn.readInvite(db, params.token)), company: (await readCompany(db)).name }
    },
    'POST /invites/{token}': async ({ params, body, request, reply }) =>
      enter(reply, await signIn.acceptInvite(db, params.token, body, device(request))),
    'GET /teammates': ({ query }) => listTeammates(db, query),
    'POST /teammates': async ({ by, body }) => {
      const { id, token } = await team.inviteTeammate(db, by, body)
      if (body.sendMail) await sendInvite(by.name, body, token)
      return { ...(await one(id)), inviteUrl: inviteUrl(token) }
    },
    'PATCH /teammates/{id}': async ({ by, params, body }) => {
      await team.changeTeammate(db, by, params.id, body)
      return one(params.id)
    },
    'POST /teammates/{id}/invite': async ({ by, params, body }) => {
      const { token, teammate } = await team.inviteAgain(db, by, params.id)
      if (body?.sendMail) await sendInvite(by.name, teammate, token)
      return { inviteUrl: inviteUrl(token) }
    },
    'DELETE /teammates/{id}': ({ by, params }) => team.sendAway(db, by, params.id) as never,
    'DELETE /teammates/{id}/sessions': ({ by, params }) => team.endSessionsOf(db, by, params.id) as never,
    'POST /teammates/{id}/keys': async ({ by, params, body }) => {
      const role = body?.role ?? (await findTeammate(db, params.id))?.role ?? 'observer'
      return team.makeKey(db, by, { teammateId: params.id, name: body?.name ?? 'API key', role })
    },
    'GET /keys': async () => ({ items: await listKeys(db) }),
    'POST /keys': ({ by, body }) => team.makeKey(db, by, { teammateId: null, ...body }),
    'DELETE /keys/{id}': ({ by, params }) => team.revokeKey(db, by, params.id) as never,
    'GET /inboxes': async ({ by }) => ({ items: await listInboxes(db, by) }),
    'POST /inboxes': async ({ by, body }) => oneInbox(by, await team.addInbox(db, by, body)),
    'PATCH /inboxes/{id}': async ({ by, params, body }) => {
      await team.changeInbox(db, by, params.id, body)
      return oneInbox(by, params.id)
    },
    'GET /audit': ({ query }) => listAudit(db, query),
  })

  const company = {
    'GET /company': houseRoutes['GET /company'],
    'PATCH /company': houseRoutes['PATCH /company'],
  } as const
  serve(app, options, company, {
    'GET /company': () => readCompany(db),
    'PATCH /company': ({ by, body }) => changeCompany(db, by, body),
  })
}
