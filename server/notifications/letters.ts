import type { House } from '#server/base/context.ts'
import { moment, text } from '#server/base/text.ts'
import type { Trx } from '#server/database/database.ts'
import { languageOfTeammate } from '#server/team/language.ts'
import type { TeammateRow } from '#server/team/queries.ts'
import type { NoticeKind } from './tables.ts'

export interface Letter {
  to: { name: string; email: string }
  subject: string
  text: string
}

/** One thing to tell, as it stands now. */
export interface News {
  conversationId: string
  kind: NoticeKind
  customer: string
  /** The subject of the conversation. */
  subject: string
  /** What was promised, or what they wrote; null where there are no words. */
  what: string | null
  due: Date | null
  /** Who asked, wrote, or said no. */
  by: string | null
  /** Where one press takes it, where there is something to take. */
  takeUrl?: string | null
}

/** What is told in one word, as a letter and as a line on a locked screen. */
export interface Word {
  letter: Letter
  short: { title: string; body: string; url: string; tag: string }
}

/** To one teammate, in their own language and time zone: one piece of news in its own words, several as a list by conversation. */
export function wordAbout(
  house: Pick<House, 'url'>,
  teammate: Pick<TeammateRow, 'name' | 'email' | 'timeZone' | 'preferences'>,
  news: readonly News[],
): Word {
  const name = teammate.name.split(' ')[0]!
  const language = languageOfTeammate(teammate)
  const say = (key: string, values: Record<string, string | number> = {}) => text(key, values, language)
  const urlOf = (id: string) => `${house.url}/conversations/${id}`
  const values = (one: News) => ({
    name,
    url: one.takeUrl ?? urlOf(one.conversationId),
    customer: one.customer,
    subject: one.subject,
    what: one.what ?? '',
    hasDue: one.due ? 'yes' : 'no',
    due: one.due ? moment(one.due, teammate.timeZone, language) : '',
    by: one.by ?? say('notifications.somebody'),
  })
  const line = (one: News) => say(`notifications.${one.kind}.line`, values(one))
  const plain = (one: News) => line(one).replace(/^· /, '')
  const to = { name: teammate.name, email: teammate.email }
  const [first] = news
  const ids = [...new Set(news.map((one) => one.conversationId))]
  const tag = ids.length === 1 ? ids[0]! : 'several'
  if (news.length === 1) {
    const subject = say(`notifications.${first!.kind}.subject`, values(first!))
    return {
      letter: { to, subject, text: say(`notifications.${first!.kind}.text`, values(first!)) },
      short: { title: subject, body: plain(first!), url: values(first!).url, tag },
    }
  }
  const short = (title: string, url: string) => ({ title, body: news.map(plain).join('\n'), url, tag })
  if (ids.length === 1) {
    const url = urlOf(ids[0]!)
    const subject = say('notifications.several.subject', { customer: first!.customer, n: news.length })
    const lines = news.map(line).join('\n')
    return {
      letter: {
        to,
        subject,
        text: say('notifications.several.text', { name, customer: first!.customer, lines, url }),
      },
      short: short(subject, url),
    }
  }
  const subject = say('notifications.digest.subject', { n: news.length })
  const parts = ids.map((id) => {
    const about = news.filter((one) => one.conversationId === id)
    const { customer, subject: matter } = about[0]!
    return [
      say('notifications.digest.part', { customer, subject: matter }),
      ...about.map(line),
      urlOf(id),
    ].join('\n')
  })
  return {
    letter: { to, subject, text: say('notifications.digest.text', { name, parts: parts.join('\n\n') }) },
    short: short(subject, `${house.url}/today`),
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

/** Who runs the house. */
export async function adminsOf(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('teammates')
    .select('id')
    .where('role', '=', 'admin')
    .where('leftAt', 'is', null)
    .where('joinedAt', 'is not', null)
    .execute()
  return rows.map((row) => row.id)
}
