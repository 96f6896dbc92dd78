import { text as say } from '#server/base/text.ts'
import '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { conversationsRoutes } from '#contract/conversations.ts'
import { looksRoutes } from '#contract/looks.ts'
import { tiesRoutes } from '#contract/ties.ts'
import type { House } from '#server/base/context.ts'
import { Problem } from '#server/base/errors.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { attachmentShape, keepUpload } from './attachments.ts'
import { dropDraft, keepDraft } from './drafts.ts'
import { freshPageUrl } from './links.ts'
import { answerLook, askToLook, commentOn, looksOf, withdrawLook } from './looks.ts'
import { noticePresence } from './presence.ts'
import { messageById, presentId } from './queries.ts'
import { answerAsk } from './reading.ts'
import { serveFiles } from './serveFiles.ts'
import { letterPage } from './showLetter.ts'
import { listBlocks, markSpam, unblock, unmarkSpam } from './spam.ts'
import { assign, close, letIn, rename, reopen, snooze } from './state.ts'
import { follow, linkConversations, unlinkConversations } from './ties.ts'

const maxUpload = 25 * 2 ** 20

export function serveConversations(app: FastifyInstance, options: ServeOptions, house: House): void {
  serveFiles(app, house)
  serve(app, options, tiesRoutes, {
    'POST /conversations/{id}/links': async ({ db, by, params, body }) => {
      await linkConversations(db, by, params.id, body.conversationId)
      return {}
    },
    'DELETE /conversations/{id}/links/{otherId}': ({ db, by, params }) =>
      unlinkConversations(db, by, params.id, params.otherId) as never,
    'PUT /conversations/{id}/following': async ({ db, by, params, body }) => {
      await follow(db, by, params.id, body.follows)
      return {}
    },
    'POST /conversations/{id}/spam': ({ db, by, params, body }) =>
      markSpam(db, by, params.id, { block: body?.block ?? false }),
    'DELETE /conversations/{id}/spam': async ({ db, by, params }) => {
      await unmarkSpam(db, by, params.id)
      return {}
    },
    'GET /blocks': async ({ db, by }) => ({ items: await listBlocks(db, by) }),
    'DELETE /blocks/{id}': ({ db, by, params }) => unblock(db, by, params.id) as never,
  })
  serve(app, options, looksRoutes, {
    'GET /conversations/{id}/second-looks': async ({ db, by, params }) => ({
      items: await looksOf(db, by, params.id),
    }),
    'POST /conversations/{id}/second-looks': ({ db, by, params, body }) =>
      askToLook(db, by, params.id, body.teammateId),
    'POST /second-looks/{id}/comments': ({ db, by, params, body }) => commentOn(db, by, params.id, body),
    'POST /second-looks/{id}/answer': ({ db, by, params, body }) => answerLook(db, by, params.id, body),
    'DELETE /second-looks/{id}': ({ db, by, params }) => withdrawLook(db, by, params.id) as never,
  })
  serve(app, options, conversationsRoutes, {
    'PATCH /conversations/{id}': async ({ db, by, params, body }) => {
      await rename(db, by, params.id, body.subject)
      return {}
    },
    'POST /conversations/{id}/closing': ({ db, by, params, body }) =>
      close(db, by, params.id, body?.goodbye ?? null),
    'POST /conversations/{id}/reopening': async ({ db, by, params }) => {
      await reopen(db, by, params.id)
      return {}
    },
    'POST /conversations/{id}/snoozing': async ({ db, by, params, body }) => {
      await snooze(db, by, params.id, {
        until: body.until ? new Date(body.until) : null,
        reason: body.reason,
      })
      return {}
    },
    'POST /conversations/{id}/assignment': async ({ db, by, params, body }) => {
      await assign(db, by, params.id, body.teammateId)
      return {}
    },
    'POST /conversations/{id}/admission': async ({ db, by, params, body }) => {
      await letIn(db, by, params.id, body.messageId)
      return {}
    },
    'POST /conversations/{id}/asks/{askId}/answer': async ({ db, by, params, body }) => {
      await answerAsk(db, by, params.id, params.askId, body.answered)
      return {}
    },
    'PUT /conversations/{id}/drafts/{kind}': ({ db, by, params, body }) =>
      keepDraft(db, by, params.id, params.kind, body),
    'DELETE /conversations/{id}/drafts/{kind}': ({ db, by, params, query }) =>
      dropDraft(db, by, params.id, params.kind, query) as never,
    'PUT /conversations/{id}/presence': async ({ db, by, params, body }) => {
      try {
        await noticePresence(db, by, params.id, body.doing)
      } catch (error) {
        // A window that looks on while it is put back, or leaves it then, looks at where it is now.
        const now = await presentId(db, params.id)
        if (now === params.id) throw error
        await noticePresence(db, by, now, body.doing)
      }
      return {}
    },
    'POST /conversations/{id}/link': async ({ db, by, params, body }) => ({
      pageUrl: await freshPageUrl(house, db, by, params.id, body?.revoke ?? false),
    }),
    'POST /files': async ({ by, request }) => {
      const file = await request
        .file({ limits: { fileSize: maxUpload, files: 1 } })
        .catch((error: { statusCode?: number }) => {
          // What is wrong with the form itself comes as a bare error from the parser.
          if (error.statusCode) throw error
          throw new Problem(400, 'unreadable', say('conversations.file.unreadable'))
        })
      if (!file) throw new Problem(422, 'invalid', say('conversations.file.none'))
      const bytes = await file.toBuffer().catch(() => {
        throw new Problem(
          413,
          'too-large',
          `“${file.filename}” is larger than 25 MB. Nothing is lost: send it as a link, or in smaller parts.`,
        )
      })
      return attachmentShape(
        house,
        await keepUpload(house, by, {
          filename: file.filename,
          bytes,
          inline: request.headers['x-inline'] === '1',
        }),
      )
    },
    'GET /messages/{id}/html': async ({ db, by, params, query, reply }) => {
      const page = await letterPage(house, db, await messageById(db, by, params.id), query.images === '1')
      return reply
        .type('text/html; charset=utf-8')
        .header(
          'content-security-policy',
          "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'",
        )
        .header('referrer-policy', 'no-referrer')
        .send(page)
    },
  })
}
