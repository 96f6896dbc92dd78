import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isTransient } from '#server/database/database.ts'
import { Problem } from '../errors.ts'
import { newSecret } from '../ids.ts'
import { languageAsked, speaking } from '../spoken.ts'
import { text as say } from '../text.ts'

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
    const problem = inTheirLanguage(request.raw, () => asProblem(error))
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
    return reply.type('application/problem+json').send({
      type: 'not-found',
      title: inTheirLanguage(request.raw, () => say('problem.noAddress')),
      status: 404,
    })
  })
}

/** What is said to whoever made a request, in the language they asked for. */
export const inTheirLanguage = <T>(request: IncomingMessage, work: () => T): T =>
  speaking(languageAsked(request.headers['accept-language']), work)

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
    .send({ type: 'unreadable', title: say('problem.unreadableAddress'), status })
}

/** How PostgreSQL says it. */
const diskFull = '53100'

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (isTransient(error))
    return new Problem(503, 'database-away', say('problem.databaseAway'), { retryAfter: 2 })
  if (code === diskFull || code === 'ENOSPC' || code === 'EDQUOT')
    return new Problem(507, 'no-room', say('problem.noRoom'))
  if (
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    (error as Error)?.name === 'SyntaxError'
  )
    return new Problem(400, 'unreadable', say('problem.notJson'))
  if (statusCode === 413) return new Problem(413, 'too-large', say('problem.tooLarge'))
  if (statusCode === 415) return new Problem(415, 'wrong-type', say('problem.wrongType'))
  if (statusCode === 429) return new Problem(429, 'too-many', say('problem.tooManySoon'), { retryAfter: 60 })
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Problem(statusCode, 'refused', say('problem.refused'))
  return new Problem(500, 'broken', say('problem.broken'))
}
