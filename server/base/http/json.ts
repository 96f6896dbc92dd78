import type { FastifyInstance } from 'fastify'

/** Takes JSON, and no body at all where a client says JSON out of habit: many do with a POST that needs none. */
export function takeJson(app: FastifyInstance): void {
  const read = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.trim() === '') done(null, undefined)
    else void read(request, body, done)
  })
}
