import type { FastifyInstance } from 'fastify'
import { emailRoutes } from '#contract/email.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { changeMailbox, connectMailbox, guess, listMailboxes, removeMailbox, tryBothWays } from './connect.ts'
import { keepLetter, takeIn } from './intake.ts'
import type { Reader } from './read/reader.ts'

export function serveEmail(app: FastifyInstance, options: ServeOptions, house: House, reader: Reader): void {
  app.addContentTypeParser(
    'message/rfc822',
    { parseAs: 'buffer', bodyLimit: 35 * 2 ** 20 },
    (_request, body, done) => done(null, body),
  )
  serve(app, options, emailRoutes, {
    'POST /intake/email': async ({ request, reply, body }) => {
      const raw = body as unknown
      if (!Buffer.isBuffer(raw) || raw.length === 0)
        throw new Problem(
          415,
          'wrong-type',
          'Send the letter as it is, with the content type message/rfc822. Nothing was kept.',
        )
      const to = request.headers['x-envelope-to']
      const [letterId] = await keepLetter(house, {
        raw,
        via: 'api',
        trusted: true,
        envelopeFrom: null,
        envelopeTo: typeof to === 'string' ? to.split(',').map((one) => one.trim()) : [],
        peer: null,
      })
      const taken = await takeIn(house, reader, letterId!)
      if (taken.outcome === 'ignored' || taken.outcome === 'duplicate') reply.status(200)
      else reply.status(201)
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
