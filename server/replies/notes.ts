import type { FastifyInstance } from 'fastify'
import { notesRoutes } from '#contract/notes.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { type ServeOptions, serve } from '#server/base/http/serve.ts'
import { dropDraft } from '#server/conversations/drafts.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { addNote } from '#server/conversations/write.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { makePromise } from '#server/promises/actions.ts'

interface PromiseOnCall {
  what: string
  due: string | null
  makerId?: string | null | undefined
  condition?: string | undefined
}

/**
 * A note and what was promised on the call or visit it is about, or neither. The promise names no message: a note is ours, and
 * what they read of the promise must not depend on words they never see.
 */
export const writeNote = (
  db: Db,
  by: Actor,
  note: {
    conversationId: string
    text: string
    attachments: string[]
    promises: readonly PromiseOnCall[]
    draft?: string | null
  },
): Promise<{ messageId: string; promiseIds: string[] }> =>
  transaction(db, async (trx) => {
    const { promises, draft, ...words } = note
    const { messageId } = await addNote(trx, by, words)
    // Whoever does not say which draft it was has none here.
    if (draft !== undefined)
      await dropDraft(trx, by, note.conversationId, 'note', { keptAt: draft, text: note.text })
    const conversation = await conversationById(trx, by, note.conversationId)
    const promiseIds: string[] = []
    for (const [index, { what, due, makerId, condition }] of promises.entries())
      promiseIds.push(
        await makePromise(
          trx,
          by,
          {
            conversationId: conversation.id,
            customerId: conversation.customerId,
            inboxId: conversation.inboxId,
            messageId: null,
            what,
            to: null,
            quote: null,
            condition: condition ?? null,
            // A key of the installation gives no word of its own: it is theirs who look after the conversation.
            makerId: makerId === undefined ? (teammateId(by) ?? conversation.assigneeId) : makerId,
            due: due ? new Date(due) : null,
          },
          `/promises/${index}`,
        ),
      )
    return { messageId, promiseIds }
  })

export function serveNotes(app: FastifyInstance, options: ServeOptions): void {
  serve(app, options, notesRoutes, {
    'POST /conversations/{id}/notes': ({ db, by, params, body: { html: _, ...body } }) =>
      writeNote(db, by, { ...body, conversationId: params.id }),
  })
}
