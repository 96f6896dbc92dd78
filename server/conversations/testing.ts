import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import type pg from 'pg'
import { expect } from 'vitest'
import { inboxes, teammates } from '#cast/company.ts'
import { api } from '#contract/api.ts'
import { problem } from '#contract/common.ts'
import type { RouteSpec } from '#contract/route.ts'
import { type TeammateActor, tend } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import { readConfig } from '#server/base/config.ts'
import type { House } from '#server/base/context.ts'
import { openFiles } from '#server/base/files/files.ts'
import { takeJson } from '#server/base/http/json.ts'
import { answerProblems } from '#server/base/http/problem.ts'
import type { ServeOptions } from '#server/base/http/serve.ts'
import { findOrAddCustomer } from '#server/customers/actions.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { testDatabase } from '#server/database/testing.ts'
import { addInbox, inviteTeammate } from '#server/team/actions.ts'
import { findTeammate } from '#server/team/queries.ts'
import { actorOf } from '#server/team/signIn.ts'
import { presentPlace } from './queries.ts'
import { type Incoming, openConversation, plain, receiveMessage } from './receive.ts'
import { setWaiting } from './state.ts'
import { writeMessage } from './write.ts'

/** Casa Amaral with two inboxes that do not see each other: Ana and Ben repair, Tomás bakes, Lena reads along in repairs. */
export interface Stage {
  house: House
  db: Db
  repairs: string
  bakery: string
  ana: TeammateActor
  ben: TeammateActor
  tomas: TeammateActor
  lena: TeammateActor
  config: pg.PoolConfig
  close(): Promise<void>
}

/** For `beforeAll` (then call `close` in `afterAll`) or inside one test. */
export async function openStage(): Promise<Stage> {
  const database = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'tend-files-'))
  const { db } = database
  const repairs = await addInbox(db, tend, inboxes.repairs)
  const bakery = await addInbox(db, tend, inboxes.bakery)
  const join_ = async (who: 'ana' | 'ben' | 'tomas' | 'lena', inbox: string) => {
    const { name, email, role, timeZone } = teammates[who]
    const { id } = await inviteTeammate(db, tend, {
      name,
      email,
      role,
      timeZone,
      inboxes: [inbox],
      demo: true,
    })
    return actorOf((await findTeammate(db, id))!, 'session')
  }
  const silent = () => {}
  return {
    house: {
      config: readConfig({}),
      database,
      db,
      files: await openFiles(folder),
      live: {
        hear: () => silent,
        noticed: () => silent,
        cursor: () => ({ xid: '0', seq: 0 }),
        close: async () => {},
      },
      url: 'https://care.casa-amaral.example',
      key: Buffer.alloc(32, 7),
      log: { info: silent, warn: silent, error: silent },
    },
    db,
    repairs,
    bakery,
    ana: await join_('ana', repairs),
    ben: await join_('ben', repairs),
    tomas: await join_('tomas', bakery),
    lena: await join_('lena', repairs),
    config: database.config,
    async close() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The routes of some rooms over HTTP; the header `x-as` says who asks, by teammate id. */
export async function openHttp(
  stage: Stage,
  bind: (app: FastifyInstance, options: ServeOptions) => void,
): Promise<FastifyInstance> {
  const app = Fastify({ routerOptions: { maxParamLength: 400 } })
  answerProblems(app)
  takeJson(app)
  await app.register(multipart)
  const team = [stage.ana, stage.ben, stage.tomas, stage.lena]
  bind(app, {
    db: stage.db,
    key: stage.house.key,
    whoAsks: async (request) => team.find((one) => one.id === request.headers['x-as']) ?? null,
    presentPlace: presentPlace(stage.db),
  })
  await app.ready()
  return app
}

type Key = keyof typeof api

/** What came back: the status, the body, the headers. */
export interface Came {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what came, whatever it is
  body: any
  headers: Record<string, unknown>
}

/**
 * Calls a route of the contract by its name. Every answer is held to the contract: a success has the route's status and shape
 * and no field more, a refusal is problem+json.
 */
export const askIn =
  (app: FastifyInstance) =>
  async (
    by: { id: string } | null,
    key: Key,
    given: {
      params?: Record<string, string>
      query?: Record<string, string>
      body?: unknown
      headers?: Record<string, string>
    } = {},
  ): Promise<Came> => {
    const [method, path] = key.split(' ') as ['GET', string]
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => given.params?.[name] ?? 'missing')
    const answer = await app.inject({
      method,
      url: `/api/v1${filled}${given.query ? `?${new URLSearchParams(given.query)}` : ''}`,
      headers: { ...(by && { 'x-as': by.id }), ...given.headers },
      ...(given.body !== undefined && { payload: given.body as object }),
    })
    const isJson = /json/.test(String(answer.headers['content-type']))
    const body = isJson ? answer.json() : answer.body
    const spec: RouteSpec = api[key]
    if (answer.statusCode >= 400) {
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(problem.safeParse(body).error).toBeUndefined()
    } else if (spec.response) {
      const read = spec.response.safeParse(body)
      expect(read.error, `${key} answers ${answer.body.slice(0, 300)}`).toBeUndefined()
      // What the contract does not name must not leave: it would be a promise nobody wrote down.
      expect(read.data).toEqual(body)
    }
    return { status: answer.statusCode, body, headers: answer.headers }
  }

export interface Letter {
  inboxId: string
  from: { name: string; email: string }
  text: string
  subject?: string
  /** Into an existing conversation; without it a new one is opened. */
  conversationId?: string
  at?: Date
  more?: Partial<Incoming>
}

/** A letter of theirs, as the channels bring it in. */
export async function letter(db: Db, given: Letter) {
  return transaction(db, async (trx) => {
    const at = given.at ?? (await clockNow(trx))
    const { id: customerId } = await findOrAddCustomer(trx, tend, { ...given.from, inboxId: given.inboxId })
    const conversationId =
      given.conversationId ??
      (
        await openConversation(trx, tend, {
          inboxId: given.inboxId,
          customerId,
          subject: given.subject ?? 'The boiler',
          channel: 'email',
          at,
          requester: given.from,
        })
      ).id
    const { messageId } = await receiveMessage(trx, tend, {
      conversationId,
      channel: 'email',
      at,
      from: given.from,
      to: [],
      cc: [],
      subject: given.subject ?? 'The boiler',
      text: given.text,
      textFull: given.text,
      ...plain,
      ...given.more,
    })
    return { conversationId, customerId, messageId }
  })
}

/** An answer of ours, as replies writes it; their turn afterwards. */
export const answer = (
  db: Db,
  by: TeammateActor,
  conversationId: string,
  text: string,
  more: { at?: Date; clientKey?: string; attachmentIds?: string[] } = {},
) =>
  transaction(db, async (trx) => {
    const written = await writeMessage(trx, by, {
      conversationId,
      to: [],
      cc: [],
      subject: 'Re: The boiler',
      text,
      html: null,
      attachmentIds: [],
      clientKey: null,
      ...more,
    })
    await setWaiting(trx, by, conversationId)
    return written
  })

export const maria = { name: 'Maria Lopes', email: 'maria.lopes@mail.example' }
export const joao = { name: 'João Teixeira', email: 'joao.teixeira@mail.example' }
