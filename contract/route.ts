import type { z } from 'zod'

/**
 * Who may call a route at all. Inbox boundaries and finer rights are checked by the action and in the query.
 * `anyone` needs no sign-in; the roles include each other upwards (observer < teammate < lead < admin).
 */
export type Access = 'anyone' | 'observer' | 'teammate' | 'lead' | 'admin'

/** One promise between server and clients: a method and path (the key), what goes in, what comes out. */
export interface RouteSpec {
  summary: string
  access: Access
  params?: z.ZodObject
  query?: z.ZodObject
  /** JSON body. Absent for GET and for raw bodies (see `takes`). */
  body?: z.ZodType
  /** The media type of a body that is not JSON, such as `message/rfc822`. */
  takes?: string
  /** JSON response. Absent when the response is not JSON (see `gives`) or empty (204). */
  response?: z.ZodType
  /** The media type of a response that is not JSON. */
  gives?: string
  /** Status of success; default 200. */
  status?: 200 | 201 | 202 | 204
}

export type Routes = Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, RouteSpec>

type In<R, K extends string> =
  R extends Record<K, infer S> ? (S extends z.ZodType ? z.input<S> : undefined) : undefined
type Out<R, K extends string> =
  R extends Record<K, infer S> ? (S extends z.ZodType ? z.output<S> : undefined) : undefined

/** What a client sends and gets, per route key. */
export type ClientApi<R extends Routes> = {
  [K in keyof R]: {
    params: In<R[K], 'params'>
    query: In<R[K], 'query'>
    body: In<R[K], 'body'>
    response: Out<R[K], 'response'>
  }
}

/** What a server handler receives after validation, and what it gives back, per route key. */
export type ServerApi<R extends Routes> = {
  [K in keyof R]: {
    params: Out<R[K], 'params'>
    query: Out<R[K], 'query'>
    body: Out<R[K], 'body'>
    response: In<R[K], 'response'>
  }
}

/** Keeps the literal types of a room's routes. */
export const routes = <const R extends Routes>(spec: R): R => spec
