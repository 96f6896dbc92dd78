import type { Conversation } from '#contract/conversations.ts'
import type { Waiting } from './queue.ts'

type Body = Record<string, unknown> & { later?: Conversation['later']; afterwards?: string }

/** A conversation as it will be once what waits for the line is done, so that nobody does it twice meanwhile. */
export function asIfDone(conversation: Conversation, waiting: readonly Waiting[], me: string): Conversation {
  return waiting
    .filter((one) => !one.stopped && !one.takenBack && one.params.id === conversation.id)
    .reduce((now, one) => step(now, one, me), conversation)
}

function step(now: Conversation, { key, body = {}, params }: Waiting, me: string): Conversation {
  const { later, afterwards, ...rest } = body as Body
  switch (key) {
    case 'POST /conversations/{id}/closing':
      return { ...now, status: 'closed', later: null }
    case 'POST /conversations/{id}/reopening':
      return { ...now, status: 'open', later: null }
    case 'POST /conversations/{id}/snoozing':
      return { ...now, status: 'snoozed', later: rest as Conversation['later'] }
    case 'POST /conversations/{id}/assignment':
      return { ...now, assigneeId: rest.teammateId as string | null }
    case 'POST /conversations/{id}/tags': {
      const name = String(rest.name)
      return now.tags.some((tag) => tag.name === name)
        ? now
        : { ...now, tags: [...now.tags, { id: '', name }] }
    }
    case 'DELETE /conversations/{id}/tags/{tagId}':
      return { ...now, tags: now.tags.filter((tag) => tag.id !== params.tagId) }
    case 'POST /conversations/{id}/notes':
      return { ...now, drafts: now.drafts.filter((draft) => draft.kind !== 'note') }
    case 'POST /conversations/{id}/replies':
      return {
        ...now,
        status: later ? 'snoozed' : afterwards === 'done' ? 'closed' : 'waiting',
        later: later ?? null,
        assigneeId: now.assigneeId ?? me,
        drafts: now.drafts.filter((draft) => draft.kind !== 'reply'),
      }
  }
}
