import type { FastifyInstance } from 'fastify'
import { forwardsRoutes } from '#contract/forwards.ts'
import { repliesRoutes } from '#contract/replies.ts'
import { signaturesRoutes } from '#contract/signatures.ts'
import { joiningRoutes } from '#contract/ties.ts'
import { replyTranslationRoutes } from '#contract/translation.ts'
import type { House } from '#server/base/context.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { promiseById } from '#server/promises/queries.ts'
import { translationsIn } from '#server/translation/letters.ts'
import { sendReply, tellThemFirst, writeFirst } from './actions.ts'
import { forward } from './forwards.ts'
import { hintsOf } from './hints.ts'
import { sendScheduledNow, takeBackScheduled } from './leaving.ts'
import { mergeConversation, partConversation } from './merge.ts'
import { serveNotes } from './notes.ts'
import { moveSending, scheduleReply } from './scheduled.ts'
import { listSignatures, removeSignature, setSignature, signedAsIn } from './signatures.ts'
import { splitConversation, unsplitConversation } from './split.ts'
import { tellNews } from './telling.ts'
import { ownWordsIn, translateReply } from './translated.ts'
import { sendAgain, undoReply } from './undo.ts'
import { takeBackUnsure } from './unsure.ts'

export function serveReplies(app: FastifyInstance, options: ServeOptions, house: House): void {
  serveNotes(app, options)
  serve(app, options, joiningRoutes, {
    'POST /conversations/{id}/merging': ({ by, params, body }) =>
      mergeConversation(house, by, params.id, body),
    'DELETE /merges/{id}': ({ by, params }) => partConversation(house, by, params.id),
  })
  serve(app, options, forwardsRoutes, {
    'POST /conversations/{id}/forwards': ({ by, params, body, idempotencyKey }) =>
      forward(house, by, { ...body, conversationId: params.id, clientKey: idempotencyKey }),
  })
  serve(app, options, signaturesRoutes, {
    'GET /signatures': ({ db, by }) => listSignatures(db, by),
    'PUT /signatures': ({ db, by, body }) => setSignature(db, by, body),
    'DELETE /signatures/{id}': async ({ db, by, params }) => {
      await removeSignature(db, by, params.id)
      return undefined
    },
    'GET /inboxes/{id}/signature': ({ db, by, params }) => signedAsIn(db, by, params.id),
  })
  serve(app, options, replyTranslationRoutes, {
    'GET /conversations/{id}/translations': async ({ db, by, params, query }) => {
      await conversationById(db, by, params.id)
      return {
        items: await translationsIn(db, params.id, query.language),
        written: await ownWordsIn(db, params.id),
      }
    },
    'POST /conversations/{id}/reply-translations': ({ by, params, body }) =>
      translateReply(house, by, params.id, body),
  })
  serve(app, options, repliesRoutes, {
    'POST /conversations': async ({ by, body, idempotencyKey }) => {
      const sent = await writeFirst(house, by, { ...body, clientKey: idempotencyKey })
      return { id: sent.conversationId, conversationId: sent.conversationId, messageId: sent.messageId }
    },
    'POST /conversations/{id}/replies': async ({ db, by, params, body, idempotencyKey }) => {
      const sent = await sendReply(house, by, {
        ...body,
        conversationId: params.id,
        clientKey: idempotencyKey,
      })
      return { ...sent, hints: await hintsOf(db, by, sent.promiseIds) }
    },
    'POST /matters/{id}/tellings': async ({ by, params, body, idempotencyKey }) => {
      const sent = await tellNews(house, by, params.id, { ...body, clientKey: idempotencyKey })
      return { messageId: sent.messageId, conversationId: sent.conversationId, undoUntil: sent.undoUntil }
    },
    'POST /promises/{id}/renegotiation': async ({ db, by, params, body, idempotencyKey }) => {
      const sent = await tellThemFirst(house, by, params.id, { ...body, clientKey: idempotencyKey })
      return { ...(await promiseById(db, by, params.id)), sentMessageId: sent.messageId }
    },
    'POST /conversations/{id}/scheduled-replies': ({ by, params, body, idempotencyKey }) =>
      scheduleReply(house, by, { ...body, conversationId: params.id, clientKey: idempotencyKey }),
    'PATCH /scheduled-replies/{id}': async ({ by, params, body }) => {
      await moveSending(house, by, params.id, body.sendAt)
      return {}
    },
    'POST /scheduled-replies/{id}/sending': async ({ by, params }) => {
      const { messageId, conversationId } = await sendScheduledNow(house, by, params.id)
      return { messageId, conversationId }
    },
    'DELETE /scheduled-replies/{id}': ({ by, params }) => takeBackScheduled(house, by, params.id),
    'POST /conversations/{id}/splitting': ({ by, params, body }) =>
      splitConversation(house, by, params.id, body),
    'DELETE /conversations/{id}/splitting': ({ by, params }) => unsplitConversation(house, by, params.id),
    'DELETE /requests/{key}': ({ db, by, params }) => takeBackUnsure(db, by, params.key),
    'DELETE /messages/{id}/sending': ({ by, params }) => undoReply(house, by, params.id),
    'POST /messages/{id}/resending': async ({ by, params }) => {
      await sendAgain(house, by, params.id)
      return { messageId: params.id }
    },
  })
}
