import { tend } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { moment, text as say } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import type { TeammateRow } from '#server/team/queries.ts'
import type { NoticeKind } from './tables.ts'

export interface Letter {
  to: { name: string; email: string }
  subject: string
  text: string
}

/** One thing to tell, as it stands now. */
export interface News {
  kind: NoticeKind
  customer: string
  /** The subject of the conversation. */
  subject: string
  /** What was promised, and by when; null where it is about no promise. */
  what: string | null
  due: Date | null
  /** Who asked, or said no. */
  by: string | null
}

/** A letter to one teammate about one conversation, in their own time zone: one piece of news in its own words, several as a list. */
export function letterAbout(
  house: Pick<House, 'url'>,
  teammate: Pick<TeammateRow, 'name' | 'email' | 'timeZone'>,
  conversationId: string,
  news: readonly News[],
): Letter {
  const name = teammate.name.split(' ')[0]!
  const url = `${house.url}/conversations/${conversationId}`
  const values = (one: News) => ({
    name,
    url,
    customer: one.customer,
    subject: one.subject,
    what: one.what ?? '',
    hasDue: one.due ? 'yes' : 'no',
    due: one.due ? moment(one.due, teammate.timeZone) : '',
    by: one.by ?? tend.name,
  })
  const to = { name: teammate.name, email: teammate.email }
  const [first] = news
  if (news.length === 1)
    return {
      to,
      subject: say(`notifications.${first!.kind}.subject`, values(first!)),
      text: say(`notifications.${first!.kind}.text`, values(first!)),
    }
  const lines = news.map((one) => say(`notifications.${one.kind}.line`, values(one))).join('\n')
  return {
    to,
    subject: say('notifications.several.subject', { customer: first!.customer, n: news.length }),
    text: say('notifications.several.text', { name, customer: first!.customer, lines, url }),
  }
}

/** The people who can decide, for what goes to a lead: leads of the inbox, else admins. */
export async function leadsOf(trx: Trx, inboxId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('teammates')
    .leftJoin('inboxAccess', (join) =>
      join.onRef('inboxAccess.teammateId', '=', 'teammates.id').on('inboxAccess.inboxId', '=', inboxId),
    )
    .select(['teammates.id', 'teammates.role'])
    .where('leftAt', 'is', null)
    .where('joinedAt', 'is not', null)
    .where((e) =>
      e.or([
        e('teammates.role', '=', 'admin'),
        e.and([e('teammates.role', '=', 'lead'), e('inboxAccess.inboxId', 'is not', null)]),
      ]),
    )
    .execute()
  const leads = rows.filter((row) => row.role === 'lead')
  return (leads.length ? leads : rows).map((row) => row.id)
}
