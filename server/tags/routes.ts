import type { FastifyInstance } from 'fastify'
import { tagsRoutes } from '#contract/tags.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { demandKnown } from '#server/customers/queries.ts'
import { putOn, renameTag, restoreTag, retireTag, takeOff } from './actions.ts'
import { putOnPerson, tagsOfPerson, takeOffPerson } from './people.ts'
import { listTags } from './queries.ts'

export function serveTags(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, tagsRoutes, {
    'GET /tags': ({ db, by, query }) => listTags(db, by, query),
    'POST /conversations/{id}/tags': async ({ db, by, params, body }) => {
      const { tags } = await putOn(db, by, params.id, body.name)
      return { tags }
    },
    'DELETE /conversations/{id}/tags/{tagId}': async ({ db, by, params }) => {
      await takeOff(db, by, params.id, params.tagId)
      return undefined
    },
    'GET /customers/{id}/tags': async ({ db, by, params }) => {
      await demandKnown(db, by, params.id)
      return { tags: await tagsOfPerson(db, by, params.id) }
    },
    'POST /customers/{id}/tags': async ({ db, by, params, body }) => ({
      tags: await putOnPerson(db, by, params.id, body),
    }),
    'DELETE /customers/{id}/tags/{tagId}': async ({ db, by, params }) => {
      await takeOffPerson(db, by, params.id, params.tagId)
      return undefined
    },
    'PATCH /tags/{id}': ({ db, by, params, body }) => renameTag(db, by, params.id, body.name),
    'POST /tags/{id}/merging': ({ db, by, params, body }) => retireTag(db, by, params.id, body.into),
    'DELETE /tags/{id}': async ({ db, by, params }) => {
      await retireTag(db, by, params.id, null)
      return undefined
    },
    'POST /tags/{id}/restoring': ({ db, by, params }) => restoreTag(db, by, params.id),
  })
}
