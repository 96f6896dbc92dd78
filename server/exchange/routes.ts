import type { FastifyInstance } from 'fastify'
import { exchangeRoutes, type ImportHead } from '#contract/exchange.ts'
import { letterStreamType, longestStream, TornStream, unframe } from '#contract/letterStream.ts'
import { teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { invalid, Problem } from '#server/base/errors.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { text as say } from '#server/base/text.ts'
import {
  endImport,
  knownLetters,
  type OldLetter,
  type Reader,
  takeOldLetters,
} from '#server/channels/email/oldLetters.ts'

import { inboxById } from '#server/team/queries.ts'
import { exportMail } from './mailExport.ts'

/** Old mail in, and mail out. */
export function serveExchange(
  app: FastifyInstance,
  options: ServeOptions,
  house: House,
  reader: Reader,
): void {
  app.addContentTypeParser(
    letterStreamType,
    { parseAs: 'buffer', bodyLimit: longestStream },
    (_request, body, done) => done(null, body),
  )
  serve(app, options, exchangeRoutes, {
    'POST /mail/import/known': async ({ db, body }) => {
      await inboxById(db, body.inboxId)
      return { known: await knownLetters(db, body.inboxId, body.hashes) }
    },
    'POST /mail/import/letters': async ({ db, by, query, body }) => {
      const { id: inboxId } = await inboxById(db, query.inboxId)
      const ours = (query.ours ?? '')
        .toLowerCase()
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean)
      const letters = await lettersIn(body)
      return {
        items: await takeOldLetters(house, reader, { inboxId, ours, byId: teammateId(by) }, letters),
      }
    },
    'POST /mail/import/end': async ({ db, by, body }) => {
      const { id: inboxId } = await inboxById(db, body.inboxId)
      const opened = await endImport(house, inboxId, body.openDays)
      await audit(db, by, 'mail.imported', { kind: 'inbox', id: inboxId, inboxId }, { opened })
      return { opened }
    },
    'GET /mail/export': async ({ db, by, query, reply }) => {
      if (query.inboxId) await inboxById(db, query.inboxId)
      await audit(db, by, 'mail.exported', null, { ...query })
      return reply.type(letterStreamType).send(exportMail(house, query)) as never
    },
  })
}

async function lettersIn(body: unknown): Promise<OldLetter[]> {
  if (!Buffer.isBuffer(body)) throw new Problem(415, 'wrong-type', say('email.import.wrongType'))
  const letters: OldLetter[] = []
  try {
    for await (const { head, bytes } of unframe<ImportHead>(chunksOf(body)))
      letters.push({ raw: bytes, at: instantOrNull(head.at) })
  } catch (error) {
    if (error instanceof TornStream) throw invalid('', say('email.import.torn'))
    throw error
  }
  return letters
}

async function* chunksOf(body: Buffer): AsyncGenerator<Buffer> {
  yield body
}

function instantOrNull(value: unknown): string | null {
  const date = new Date(typeof value === 'string' ? value : Number.NaN)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
