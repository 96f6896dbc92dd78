import type { FastifyInstance } from 'fastify'
import { fieldsRoutes } from '#contract/fields.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { addField, changeField, fill, removeField, restoreField } from './actions.ts'
import { fieldRows, fieldShape, fieldsOf, type Subject } from './queries.ts'

const of = (kind: Subject['kind'], { id }: { id: string }): Subject => ({ kind, id })

export function serveFields(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, fieldsRoutes, {
    'GET /fields': async ({ db, query }) => ({ items: (await fieldRows(db, query.subject)).map(fieldShape) }),
    'POST /fields': ({ db, by, body }) => addField(db, by, body),
    'PATCH /fields/{id}': ({ db, by, params, body }) => changeField(db, by, params.id, body),
    'DELETE /fields/{id}': async ({ db, by, params }) => {
      await removeField(db, by, params.id)
      return undefined
    },
    'POST /fields/{id}/restoring': ({ db, by, params }) => restoreField(db, by, params.id),
    'GET /conversations/{id}/fields': ({ db, by, params }) => fieldsOf(db, by, of('conversation', params)),
    'PUT /conversations/{id}/fields': ({ db, by, params, body }) =>
      fill(db, by, of('conversation', params), body.values),
    'GET /customers/{id}/fields': ({ db, by, params }) => fieldsOf(db, by, of('customer', params)),
    'PUT /customers/{id}/fields': ({ db, by, params, body }) =>
      fill(db, by, of('customer', params), body.values),
    'GET /circles/{id}/fields': ({ db, by, params }) => fieldsOf(db, by, of('circle', params)),
    'PUT /circles/{id}/fields': ({ db, by, params, body }) => fill(db, by, of('circle', params), body.values),
  })
}
