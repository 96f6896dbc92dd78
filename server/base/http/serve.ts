import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteSpec, Routes, ServerApi } from '#contract/route.ts'
import type { Role } from '#contract/team.ts'
import type { Db } from '#server/database/database.ts'
import { type Actor, requireRole } from '../actor.ts'
import { notFound, Problem, signInNeeded } from '../errors.ts'
import { spoken } from '../spoken.ts'
import { text as say } from '../text.ts'
import { type Answer, onlyOnce } from './idempotency.ts'
import { inTheirLanguage } from './problem.ts'

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
  /** Seals what is kept of an answer for a repeat. */
  key: Buffer
  /** Finds who asks from cookie, key or socket; null for nobody. Throws for a key that is wrong. */
  whoAsks(request: FastifyRequest): Promise<Actor | null>
  /** Where what stood at this id is now, by the first word of its path; null where it is not elsewhere. */
  presentPlace?(kind: string, id: string): Promise<string | null>
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
      handler: (request, reply) => inTheirLanguage(request.raw, () => answer(request, reply)),
    })
    // What was put back into something else is read there: a bookmark, or a page that was asking as it went, finds it.
    const kind = method === 'GET' ? /^\/(\w+)\/\{id\}/.exec(path)?.[1] : undefined
    const read = async (input: { params: unknown }): Promise<unknown> => {
      try {
        return await handler(input)
      } catch (error) {
        if (!kind || !(error instanceof Problem) || error.status !== 404) throw error
        const params = input.params as { id: string }
        const id = await options.presentPlace?.(kind, params.id)
        if (!id) throw error
        return read({ ...input, params: { ...params, id } })
      }
    }
    const answer = async (request: FastifyRequest, reply: FastifyReply) => {
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
        const value = await read(input)
        return {
          status: reply.statusCode,
          value: value === reply ? undefined : value,
          sent: value === reply || reply.sent,
        }
      }
      const given =
        idempotencyKey && caller
          ? await onlyOnce(
              options,
              caller,
              idempotencyKey,
              `${method} ${request.url}`,
              // A form with files comes as a stream that cannot be looked at twice: its length stands for it.
              spec.takes === 'multipart/form-data' ? request.headers['content-length'] : request.body,
              run,
            )
          : await run()
      if (given.sent) return reply
      reply.status(given.status)
      return given.value === undefined ? reply.send() : given.value
    }
  }
}

/** What a wrong value is told in by the library that looks at it. */
const inGerman = z.locales.de().localeError

/** Validates by the contract; the first failing field is named in the sentence, all of them in `errors`. */
export function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  prefix: string,
  otherwise?: () => Problem,
): z.output<S> {
  const result = schema.safeParse(value, spoken() === 'en' ? undefined : { error: inGerman })
  const unkeepable = result.success ? unkeepableIn(result.data) : []
  if (result.success && unkeepable.length === 0) return result.data
  if (otherwise) throw otherwise()
  const errors = result.success
    ? unkeepable.map((path) => ({
        pointer: pointer(prefix, path),
        detail: say('problem.unkeepable'),
      }))
    : result.error.issues.flatMap((issue) =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map((field) => ({
              pointer: pointer(prefix, [...issue.path, field]),
              detail: say('problem.noField'),
            }))
          : [{ pointer: pointer(prefix, issue.path), detail: issue.message }],
      )
  const first = errors[0]
  throw new Problem(
    422,
    'invalid',
    say('problem.invalid', {
      detail: `${first?.pointer || say('problem.body')} ${first?.detail ?? ''}`,
    }),
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
