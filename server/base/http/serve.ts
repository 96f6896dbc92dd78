import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { RouteSpec, Routes, ServerApi } from '#contract/route.ts'
import type { Role } from '#contract/team.ts'
import type { Db } from '#server/database/database.ts'
import { type Actor, requireRole } from '../actor.ts'
import { notFound, Problem, signInNeeded } from '../errors.ts'
import { type Answer, onlyOnce } from './idempotency.ts'

/** What every handler gets besides the validated input. */
export interface Call {
  db: Db
  /** Who asks. On `anyone` routes it may be null: use `caller` there. */
  by: Actor
  caller: Actor | null
  request: FastifyRequest
  reply: FastifyReply
  /** The client's `Idempotency-Key`. Actions that send keep it with what they write, so that a repeat after a crash finds it. */
  idempotencyKey: string | null
}

type Handler<I extends { params: unknown; query: unknown; body: unknown; response: unknown }> = (
  input: Call & { params: I['params']; query: I['query']; body: I['body'] },
) => Promise<I['response'] | FastifyReply | undefined> | I['response'] | FastifyReply | undefined

export type Handlers<R extends Routes> = { [K in keyof R]: Handler<ServerApi<R>[K]> }

export interface ServeOptions {
  db: Db
  /** Finds who asks from cookie, key or socket; null for nobody. Throws for a key that is wrong. */
  whoAsks(request: FastifyRequest): Promise<Actor | null>
}

/** Binds a room's contract routes to its handlers: rights, validation, idempotency, status. One call each. */
export function serve<R extends Routes>(
  app: FastifyInstance,
  options: ServeOptions,
  routes: R,
  handlers: Handlers<R>,
): void {
  for (const [key, spec] of Object.entries(routes) as [keyof R & string, RouteSpec][]) {
    const [method, path] = key.split(' ') as [string, string]
    const handler = handlers[key] as unknown as (input: object) => unknown
    app.route({
      method: method as 'GET',
      url: `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`,
      handler: async (request, reply) => {
        const caller = await options.whoAsks(request)
        if (spec.access !== 'anyone') {
          if (!caller) throw signInNeeded()
          requireRole(caller, spec.access as Role)
        }
        const header = request.headers['idempotency-key']
        const isKeyed = method === 'POST'
        const idempotencyKey = isKeyed && typeof header === 'string' && header !== '' ? header : null
        const input = {
          idempotencyKey,
          db: options.db,
          by: caller,
          caller,
          request,
          reply,
          // An id of the wrong shape is simply not here.
          params: spec.params ? parse(spec.params, request.params, '', () => notFound()) : undefined,
          query: spec.query ? parse(spec.query, request.query, '') : undefined,
          body: spec.body ? parse(spec.body, request.body ?? undefined, '') : request.body,
        }
        const run = async (): Promise<Answer> => {
          // What the contract says, unless the handler says otherwise.
          reply.status(spec.status ?? 200)
          const value = await handler(input)
          return {
            status: reply.statusCode,
            value: value === reply ? undefined : value,
            sent: value === reply || reply.sent,
          }
        }
        const answer =
          idempotencyKey && caller
            ? await onlyOnce(
                options.db,
                caller,
                idempotencyKey,
                `${method} ${request.url}`,
                // A form with files comes as a stream that cannot be looked at twice: its length stands for it.
                spec.takes === 'multipart/form-data' ? request.headers['content-length'] : request.body,
                run,
              )
            : await run()
        if (answer.sent) return reply
        reply.status(answer.status)
        return answer.value === undefined ? reply.send() : answer.value
      },
    })
  }
}

/** Validates by the contract; the first failing field is named in the sentence, all of them in `errors`. */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  prefix: string,
  otherwise?: () => Problem,
): z.output<S> {
  const result = schema.safeParse(value)
  const unkeepable = result.success ? unkeepableIn(result.data) : []
  if (result.success && unkeepable.length === 0) return result.data
  if (otherwise) throw otherwise()
  const errors = result.success
    ? unkeepable.map((path) => ({
        pointer: pointer(prefix, path),
        detail: 'has a character that is not a letter of any script and cannot be kept',
      }))
    : result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((field) => ({
              pointer: pointer(prefix, [...issue.path, field]),
              detail: 'is not a field of this request',
            }))
          : [{ pointer: pointer(prefix, issue.path), detail: issue.message }],
      )
  const first = errors[0]
  throw new Problem(
    422,
    'invalid',
    `Something in the request needs another look: ${first?.pointer || 'the body'} ${first?.detail ?? ''}. Nothing was changed.`,
    { errors },
  )
}

/** Where a text has NUL or half a surrogate pair: PostgreSQL keeps neither, so no room need think of them. */
function unkeepableIn(value: unknown, path: PropertyKey[] = []): PropertyKey[][] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [path] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    unkeepableIn(key).length ? [path] : unkeepableIn(inner, [...path, key]),
  )
}

const pointer = (prefix: string, path: PropertyKey[]) =>
  prefix + path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
