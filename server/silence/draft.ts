import { sql } from 'kysely'
import { clockNow } from '#server/base/clock.ts'
import { workingTime } from '#server/calendar/queries.ts'
import { addWorkingDays } from '#server/calendar/workingTime.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { findTeammate } from '#server/team/queries.ts'

/**
 * An update from what has really happened: what we kept since they last heard, what we still owe, what they asked and nobody has
 * answered; and where there is nothing, that there is no news, in their language. It names the time they hear again. Notes stay ours.
 */
export async function compose(
  db: Db | Trx,
  conversation: ConversationRow,
  { since }: { since: Date },
  days: number,
): Promise<{ text: string; nextAt: Date }> {
  const [working, now] = [await workingTime(db), await clockNow(db)]
  // A time one can say: no seconds.
  const nextAt = new Date(Math.floor(addWorkingDays(now, days, working).getTime() / 60_000) * 60_000)
  const { rows } = await sql<{
    kept: string[]
    asks: string[]
    owed: string | null
    due: Date | null
  }>`
    select array(select coalesce(p.quote, p.what) from promises p where p.conversation_id = ${conversation.id}
        and p.state = 'kept' and p.settled_at > ${since} order by p.settled_at limit 3) as kept,
      array(select a.text from asks a where a.conversation_id = ${conversation.id}
        and a.answered_at is null order by a.message_id, a.position limit 3) as asks,
      p.what as owed, p.due
    from customers c left join promises p on p.id = ${conversation.nextPromiseId} and p.conversation_id = ${conversation.id}
    where c.id = ${conversation.customerId}`.execute(db)
  const { kept, asks, owed, due } = rows[0]!
  const author = conversation.assigneeId ? await findTeammate(db, conversation.assigneeId) : undefined
  const { name, say, when } = await spokenTo(db, conversation)
  const isLate = conversation.nextPromiseState !== 'open'
  const paragraphs = [
    say('silence.greeting', { name }),
    say('silence.since', { subject: conversation.subject, since: when(since) }),
    ...kept.map((what) => say('silence.kept', { what })),
    ...asks.map((ask) => say('silence.ask', { ask })),
    ...(owed
      ? [
          say(isLate ? 'silence.late' : 'silence.owed', {
            what: owed,
            hasDue: due ? 'yes' : 'no',
            due: due ? when(due) : '',
          }),
        ]
      : []),
    ...(kept.length + asks.length === 0 && !owed ? [say('silence.nothing')] : []),
    say('silence.next', { next: when(nextAt) }),
    author?.name.split(' ')[0] ?? '',
  ]
  return { text: paragraphs.filter(Boolean).join('\n\n'), nextAt }
}
