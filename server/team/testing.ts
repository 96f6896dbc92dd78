import { randomBytes } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import Fastify, { type InjectOptions } from 'fastify'
import { teammates } from '#cast/company.ts'
import { answerProblems } from '#server/base/http/problem.ts'
import { testDatabase } from '#server/database/testing.ts'
import { firstLink } from './actions.ts'
import { serveTeam } from './routes.ts'
import { cookieName, whoAsks } from './whoAsks.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What a browser or a program sends along. */
export interface Card {
  cookie?: string
  key?: string
  headers?: Record<string, string>
  from?: string
}

/** The team room with a door: its own database, its routes over HTTP, and the letters it has sent. */
export async function openTeam(url = 'http://127.0.0.1:4680') {
  const { db, config } = await testDatabase()
  const letters: { to: { name: string; email: string }; subject: string; text: string }[] = []
  const app = Fastify()
  answerProblems(app)
  await app.register(cookie)
  await app.register(formbody)
  const options = { db, key: randomBytes(32), whoAsks: whoAsks({ db, url }) }
  serveTeam(app, options, { url }, '0.0.0', { send: async (letter) => void letters.push(letter) })

  const ask = async (method: Method, path: string, card: Card = {}, body?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: card.from ?? '192.0.2.10',
      headers: { ...(card.key && { authorization: `Bearer ${card.key}` }), ...card.headers },
      ...(card.cookie && { cookies: { [cookieName]: card.cookie } }),
      ...(body && { payload: body }),
    } as InjectOptions)
    return {
      status: answer.statusCode,
      // biome-ignore lint/suspicious/noExplicitAny: a test reads what came, whatever it is
      body: (answer.body ? answer.json() : null) as any,
      cookie: answer.cookies.find((one) => one.name === cookieName),
      headers: answer.headers,
    }
  }

  /** Rosa moves in as the first person; her card for later calls. */
  const moveIn = async () => {
    const key = new URL((await firstLink(db, url))!).searchParams.get('key')!
    const { name, email, timeZone } = teammates.rosa
    const entered = await ask('POST', '/welcome', {}, { token: key, name, email, timeZone })
    if (entered.status !== 201) throw new Error(entered.body.title)
    return { cookie: entered.cookie!.value, id: entered.body.teammate.id as string, me: entered.body }
  }

  /** One of the cast is invited by `by` and joins with a password. */
  const join = async (
    by: Card,
    who: keyof typeof teammates,
    more: { role?: string; inboxes?: string[]; password?: string } = {},
  ) => {
    const { name, email } = teammates[who]
    const { role = teammates[who].role, inboxes = [], password = `${who} likes strong tea` } = more
    const invited = await ask('POST', '/teammates', by, { name, email, role, inboxes })
    if (invited.status !== 201) throw new Error(invited.body.title)
    const entered = await ask('POST', `/invites/${tokenIn(invited.body.inviteUrl)}`, {}, { password })
    return { cookie: entered.cookie!.value, id: invited.body.id as string, email, password }
  }
  return { db, config, app, ask, moveIn, join, letters }
}

export const tokenIn = (link: string): string => link.split('/').at(-1)!
