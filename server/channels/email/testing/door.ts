import Fastify from 'fastify'
import { onTestFinished } from 'vitest'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { answerProblems } from '#server/base/http/problem.ts'
import type { Reader } from '../read/reader.ts'
import { serveEmail } from '../routes.ts'

export interface Handed {
  status: number
  messageId: string | null
  conversationId: string | null
  outcome: string
  title?: string
}

/** The room's routes over HTTP, for a key of the installation or whoever is given. */
export function openDoor(house: House & { inboxId: string }, reader: Reader, caller?: Actor) {
  const by: Actor = caller ?? {
    kind: 'installation',
    id: 'key_0000000000000000000001',
    name: 'A machine',
    role: 'admin',
    inboxIds: [house.inboxId],
    via: 'key',
  }
  const app = Fastify()
  answerProblems(app)
  serveEmail(app, { db: house.db, key: house.key, whoAsks: async () => by }, house, reader)
  onTestFinished(() => app.close())
  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) => {
    const answer = await app.inject({ method, url: `/api/v1${path}`, ...(body && { payload: body }) })
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what came, whatever it is
    return { status: answer.statusCode, body: (answer.body ? answer.json() : null) as any }
  }
  const handIn = async (raw: string | Buffer, headers: Record<string, string> = {}): Promise<Handed> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/intake/email',
      headers: { 'content-type': 'message/rfc822', ...headers },
      payload: Buffer.from(raw),
    })
    return { status: answer.statusCode, ...answer.json() }
  }
  return { app, ask, handIn }
}
