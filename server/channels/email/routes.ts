import type { FastifyInstance } from 'fastify'
import { emailRoutes } from '#contract/email.ts'
import { teammateId } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { text as say } from '#server/base/text.ts'
import { type Arrival, keepLetter } from './arrival.ts'
import { changeMailbox, connectMailbox, guess, listMailboxes, removeMailbox, tryBothWays } from './connect.ts'
import { type TakenIn, takeIn } from './intake.ts'
import type { Reader } from './read/reader.ts'

export function serveEmail(app: FastifyInstance, options: ServeOptions, house: House, reader: Reader): void {
  app.addContentTypeParser(
    'message/rfc822',
    { parseAs: 'buffer', bodyLimit: 35 * 2 ** 20 },
    (_request, body, done) => done(null, body),
  )
  serve(app, options, emailRoutes, {
    'POST /intake/email': async ({ by, request, reply, body }) => {
      const raw = body as unknown
      if (!Buffer.isBuffer(raw) || raw.length === 0)
        throw new Problem(415, 'wrong-type', say('email.wrongType'))
      const to = request.headers['x-envelope-to']
      const taken = await handIn(house, reader, {
        raw,
        via: 'api',
        trusted: true,
        envelopeFrom: null,
        envelopeTo: typeof to === 'string' ? to.split(',').map((one) => one.replace(/[<>]/g, '').trim()) : [],
        peer: null,
        byId: teammateId(by),
      })
      if (!taken) return reply.status(202).send({ messageId: null, conversationId: null, outcome: 'kept' })
      reply.status(taken.outcome === 'ignored' || taken.outcome === 'duplicate' ? 200 : 201)
      return taken
    },
    'GET /mailboxes': async ({ by }) => ({ items: await listMailboxes(house, by) }),
    'POST /mailboxes/guess': ({ body }) => guess(body.address),
    'POST /mailboxes/check': ({ body }) => tryBothWays(body),
    'POST /mailboxes': ({ by, body }) => connectMailbox(house, by, body),
    'PATCH /mailboxes/{id}': ({ by, params, body }) => changeMailbox(house, by, params.id, body),
    'DELETE /mailboxes/{id}': ({ by, params }) => removeMailbox(house, by, params.id) as never,
  })
}

/**
 * A letter takes some 50 ms, and reading ends by its own limit after ten seconds; senders wait thirty at least. One that takes
 * longer still is read on by its job and answered without ids. It is kept either way.
 */
const patience = 12_000

async function handIn(house: House, reader: Reader, arrival: Arrival): Promise<TakenIn | null> {
  const [letterId] = await keepLetter(house, arrival)
  const taking = takeIn(house, reader, letterId!)
  taking.catch((error) => house.log.error({ err: error, letterId }, 'taking in'))
  let timer: NodeJS.Timeout
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience)
  })
  return Promise.race([taking, late]).finally(() => clearTimeout(timer))
}
