import type { FastifyInstance } from 'fastify'
import { emailRoutes } from '#contract/email.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { text as say } from '#server/base/text.ts'
import { type Arrival, keepLetter } from './arrival.ts'
import { findSettings } from './autoconfig/find.ts'
import { changeMailbox, connectMailbox, listMailboxes, removeMailbox, tryBothWays } from './connect.ts'
import { type TakenIn, takeIn } from './intake.ts'
import { beginConsent, endConsent } from './oauth/consent.ts'
import { ConsentGone } from './oauth/tokens.ts'
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
    'POST /mailboxes/guess': ({ body }) => findSettings(body.address),
    'POST /mailboxes/consents': ({ by, body }) => beginConsent(house, by, body),
    'GET /mailboxes/consents/return': async ({ caller, query, reply }) =>
      reply.redirect(await whereAfterConsent(house, caller, query), 302) as never,
    'POST /mailboxes/check': ({ body }) => tryBothWays(body),
    'POST /mailboxes': ({ by, body }) => connectMailbox(house, by, body),
    'PATCH /mailboxes/{id}': ({ by, params, body }) => changeMailbox(house, by, params.id, body),
    'DELETE /mailboxes/{id}': ({ by, params }) => removeMailbox(house, by, params.id) as never,
  })
}

/** The screen the browser lands on; it is a person who comes, so what went wrong is a sentence there and not a problem document. */
async function whereAfterConsent(
  house: House,
  caller: Actor | null,
  query: { state?: string; code?: string; error?: string },
): Promise<string> {
  const to = (name: string, value: string) =>
    `${house.url}/settings/mailboxes?${new URLSearchParams({ [name]: value })}`
  try {
    if (!caller) return to('problem', say('email.consent.unknown'))
    return to('connected', (await endConsent(house, caller, query)).mailboxId)
  } catch (error) {
    if (error instanceof Problem || error instanceof ConsentGone) return to('problem', error.message)
    house.log.error({ err: error }, 'consent')
    return to('problem', say('email.consent.away'))
  }
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
