import { tend } from '#server/base/actor.ts'
import type { Trx } from '#server/database/database.ts'
import type { TeammateRow } from '#server/team/queries.ts'
import type { News } from './letters.ts'
import type { NoticesTable } from './tables.ts'

/** How a conversation stands towards one teammate, read by the roof, which knows the rooms. */
export interface Matter {
  inboxId: string
  subject: string
  demo: boolean
  customer: string
  assigneeId: string | null
  /** Whom it is handed to, without a yes yet. */
  handedToId: string | null
  /** Our turn, and somebody waits. */
  isWaiting: boolean
  isClosed: boolean
  /** The newest message they have seen on their screen. */
  seenId: string | null
  /** It is open on their screen at this moment. */
  isLooking: boolean
  /** By when they should be answered; null where nothing runs. */
  targetAt: Date | null
  /** Whom we call at this moment because it is urgent. */
  called: readonly string[]
  /** One press on it takes the urgent matter. */
  takeUrl: string | null
}

export interface Told {
  what: string
  due: Date | null
  state: string
  makerId: string | null
  handoverToId: string | null
}

/** What the roof knows and this room does not. */
export interface Facts {
  matter(trx: Trx, conversationId: string, teammateId: string): Promise<Matter | undefined>
  promise(trx: Trx, id: string): Promise<Told | undefined>
  /** Somebody's open promises that fall due by then, with the event that gave their present time. */
  dueBy(trx: Trx, teammateId: string, until: Date): Promise<Notice[]>
}

export type Notice = Pick<NoticesTable, 'conversationId' | 'kind' | 'promiseId' | 'messageId' | 'occasion'>

/** The news as it stands now; null where there is nobody to tell, they have seen it, or it is not true any more. */
export async function newsOf(
  trx: Trx,
  teammate: TeammateRow | undefined,
  notice: Notice,
  facts: Facts,
): Promise<News | null> {
  // Sample teammates get nothing, and nobody hears of what they do not see.
  if (!teammate || teammate.leftAt || teammate.demo || !teammate.joinedAt) return null
  const matter = await facts.matter(trx, notice.conversationId, teammate.id)
  if (!matter || matter.demo || !teammate.inboxIds.includes(matter.inboxId)) return null
  const promise = notice.promiseId ? await facts.promise(trx, notice.promiseId) : undefined
  if (notice.promiseId && (!promise || (await isToldAlready(trx, teammate.id, notice)))) return null
  if (promise ? !holds(notice.kind, promise, teammate.id) : !stands(notice, matter, teammate.id)) return null
  const event = await trx
    .selectFrom('events')
    .select(['byName', 'byKind'])
    .where('seq', '=', notice.occasion)
    .executeTakeFirst()
  return {
    conversationId: notice.conversationId,
    kind: notice.kind,
    customer: matter.customer,
    subject: matter.subject,
    what: promise?.what ?? null,
    due: promise ? promise.due : matter.targetAt,
    by: event && event.byKind !== 'system' ? event.byName : tend.name,
    takeUrl: notice.kind === 'page' ? matter.takeUrl : null,
  }
}

/** On a full day it went along with another word, before its own time. */
async function isToldAlready(trx: Trx, teammateId: string, notice: Notice): Promise<boolean> {
  if (notice.kind !== 'nudge') return false
  const told = await trx
    .selectFrom('notices')
    .select('occasion')
    .where('teammateId', '=', teammateId)
    .where('promiseId', '=', notice.promiseId)
    .where('kind', '=', 'nudge')
    .where('toldAt', '>', new Date(0))
    .where('occasion', '>=', (e) =>
      // Since it was given its present time.
      e
        .selectFrom('events')
        .select((q) => q.fn.max('seq').as('seq'))
        .where('conversationId', '=', notice.conversationId)
        .where('promiseId', '=', notice.promiseId)
        .where('type', 'in', [
          'promise.made',
          'promise.renegotiated',
          'promise.moved-back',
          'promise.started',
        ]),
    )
    .executeTakeFirst()
  return told !== undefined
}

/** Kept since, moved, taken back, or somebody else's by now: then a word that waited would tell of what is past. */
function holds(kind: NoticesTable['kind'], promise: Told, teammateId: string): boolean {
  if (kind === 'handover') return promise.handoverToId === teammateId
  // A broken promise concerns who keeps it and who leads; everything else its maker alone.
  if (kind === 'broken') return promise.state === 'broken'
  if (promise.makerId !== null && promise.makerId !== teammateId) return false
  if (kind === 'nudge') return promise.state === 'open'
  if (kind === 'late') return promise.state === 'late'
  return promise.state === 'open' || promise.state === 'late' || promise.state === 'broken'
}

function stands(notice: Notice, matter: Matter, teammateId: string): boolean {
  const isMine = matter.assigneeId === teammateId
  if (notice.kind === 'page') return matter.called.includes(teammateId)
  // What somebody has in front of them needs no other word.
  if (matter.isLooking) return false
  const isSeen = notice.messageId !== null && matter.seenId !== null && matter.seenId >= notice.messageId
  if (isSeen) return false
  switch (notice.kind) {
    case 'came-back':
      return isMine && matter.isWaiting
    case 'ignored':
      return matter.isWaiting
    case 'asked-over':
      return matter.handedToId === teammateId
    case 'given-back':
    case 'assigned':
      return isMine && !matter.isClosed
    case 'target':
      return isMine && matter.isWaiting && matter.targetAt !== null
    case 'missed':
      return (isMine || matter.assigneeId === null) && matter.isWaiting && matter.targetAt !== null
    default:
      return true
  }
}
