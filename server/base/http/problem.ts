import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isTransient } from '#server/database/database.ts'
import { Problem } from '../errors.ts'
import { newSecret } from '../ids.ts'

/**
 * The one place where errors become answers: problem+json with a sentence, never a stack trace. `page` is what a browser is shown
 * at an address with nothing at it; it says so in its own words.
 */
export function answerProblems(app: FastifyInstance, page: string | null = null): void {
  app.setErrorHandler(async (error, request, reply) => {
    // The answer had begun: the reader went away, or what it is made of broke off. A cut is all that can still be said.
    if (reply.raw.headersSent) {
      if (!reply.raw.destroyed) request.log.warn({ err: error }, 'answer broken off')
      reply.raw.destroy()
      return reply
    }
    const problem = asProblem(error)
    const id = newSecret().slice(0, 10)
    if (problem.status >= 500) request.log.error({ err: error, id }, 'request failed')
    if (problem.status === 413) await heardOut(request.raw)
    if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter)
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .send({
        ...problem.extra,
        type: problem.type,
        title: problem.message,
        status: problem.status,
        id,
        ...(problem.errors && { errors: problem.errors }),
      })
  })
  app.setNotFoundHandler((request, reply) => {
    reply.status(404)
    const isBrowser = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
    if (page && isBrowser && !request.url.startsWith('/api'))
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
    return reply
      .type('application/problem+json')
      .send({ type: 'not-found', title: 'There is nothing at this address.', status: 404 })
  })
}

/** So long somebody who sends too much is listened to, in milliseconds. */
const patience = 10_000

/**
 * Lets the rest of a body pass: whoever is cut off while they still send sees a broken line and never the answer that says
 * what is wrong. Nothing of it is kept.
 */
function heardOut(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const late = setTimeout(resolve, patience)
    const over = () => {
      clearTimeout(late)
      resolve()
    }
    for (const end of ['end', 'close', 'error']) request.once(end, over)
    request.resume()
  })
}

/** An address that cannot even be read, before any route is found. */
export function answerUnroutable(error: { statusCode?: number }, reply: FastifyReply): void {
  const status = error.statusCode ?? 400
  reply
    .status(status)
    .type('application/problem+json')
    .send({ type: 'unreadable', title: 'This address cannot be read. Nothing was changed.', status })
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (isTransient(error))
    return new Problem(
      503,
      'database-away',
      'The database is away for a moment. Nothing was lost; please try again.',
      { retryAfter: 2 },
    )
  if (
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    (error as Error)?.name === 'SyntaxError'
  )
    return new Problem(400, 'unreadable', 'The request could not be read as JSON. Nothing was changed.')
  if (statusCode === 413)
    return new Problem(
      413,
      'too-large',
      'This is larger than Tend takes at once. Nothing was changed; send it in smaller parts.',
    )
  if (statusCode === 415)
    return new Problem(415, 'wrong-type', 'This kind of body is not taken here. Send application/json.')
  if (statusCode === 429)
    return new Problem(
      429,
      'too-many',
      'That was too often. Nothing is lost; please try again in a minute.',
      { retryAfter: 60 },
    )
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Problem(statusCode, 'refused', 'The request was refused. Nothing was changed.')
  return new Problem(
    500,
    'broken',
    'Something broke on our side. What you wrote is still with you; please try again, and tell us this id if it happens again.',
  )
}
