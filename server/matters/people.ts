import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PersonToTell } from '#contract/matters.ts'
import { type Actor, teammateId } from '#server/base/actor.ts'
import { locales, moment, text as say, textLanguage } from '#server/base/text.ts'
import { written } from '#server/base/written.ts'
import { within } from '#server/customers/sight.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { isOn } from '#server/team/practices.ts'
import type { MattersTable } from './tables.ts'

interface Found extends Pick<MattersTable, 'kind' | 'title'> {
  matterId: string
  customerId: string
  customerName: string
  language: string | null
  formality: 'formal' | 'informal' | null
  conversationId: string | null
  subject: string | null
  assigneeId: string | null
  latest: number
  heard: number
  toldAt: Date | null
  how: PersonToTell['how']
  because: string | null
  first: boolean | null
  wroteAt: Date | null
  unheard: string[]
  owed: string | null
  due: Date | null
  owedState: string | null
}

/** Everyone a matter concerns with what they have heard, and the words for what they have not. `where` is over m, p, c. */
export async function peopleIn(
  db: Db | Trx,
  by: Actor,
  where: RawBuilder<SqlBool>,
  limit: number,
): Promise<PersonToTell[]> {
  const { rows } = await sql<Found>`
    select m.id as matter_id, m.kind, m.title, p.customer_id, coalesce(u.preferred_name, u.name) as customer_name, u.language, u.formality,
      p.conversation_id, c.subject, c.assignee_id, n.latest, coalesce(t.heard, 0) as heard,
      last.at as told_at, last.how, last.because,
      coalesce((select f.first from matter_tellings f where f.matter_id = m.id and f.customer_id = p.customer_id order by f.position limit 1),
        case when w.at is not null then false end) as first,
      (select max(i.at) from messages i where i.conversation_id = p.conversation_id and i.direction = 'in' and not i.auto_reply) as wrote_at,
      array(select x.text from matter_news x where x.matter_id = m.id and x.position > coalesce(t.heard, 0) order by x.position) as unheard,
      o.what as owed, o.due, o.state as owed_state
    from matter_people p
    join matters m on m.id = p.matter_id
    join customers u on u.id = p.customer_id
    left join conversations c on c.id = p.conversation_id
    left join promises o on o.conversation_id = c.id and o.id = c.next_promise_id
    cross join lateral (select coalesce(max(position), 0) as latest from matter_news where matter_id = m.id) n
    left join lateral (select max(news) as heard from matter_tellings where matter_id = m.id and customer_id = p.customer_id) t on true
    left join lateral (select at, how, because from matter_tellings where matter_id = m.id and customer_id = p.customer_id
      order by position desc limit 1) last on true
    left join lateral (${theyWroteAfter}) w on true
    where ${within(by, 'm.inbox_id')} and ${where}
    order by coalesce(t.heard, 0) >= n.latest, p.added_at, p.customer_id limit ${limit}`.execute(db)
  const { timeZone } = await readCompany(db)
  return rows.map((row) => ({
    matterId: row.matterId,
    title: row.title,
    kind: row.kind,
    customerId: row.customerId,
    customerName: row.customerName,
    conversationId: row.conversationId,
    assigneeId: row.assigneeId,
    news: row.latest,
    told: row.heard >= row.latest,
    toldAt: row.toldAt?.toISOString() ?? null,
    how: row.how,
    because: row.because,
    first: row.first,
    draft: row.unheard.length ? draftFor(row, by, timeZone) : null,
  }))
}

/** Their first letter about it since it happened: in the conversation linked with it, no other. Machines do not write. */
export const theyWroteAfter = sql`
  select min(i.at) as at from messages i where i.conversation_id = p.conversation_id
    and i.direction = 'in' and not i.auto_reply and not i.is_bounce and not i.held and i.at >= m.happened_at`

/** Personal: by their name, with what they wrote and what we owe them, and the news they have not heard. */
function draftFor(row: Found, by: Actor, timeZone: string): string {
  const language = textLanguage(row.language, row.formality)
  const tell = (key: string, values: Record<string, string> = {}) =>
    say(`matters.draft.${key}`, values, language)
  const day = row.wroteAt
    ? written(locales[language], { day: 'numeric', month: 'long', timeZone }).format(row.wroteAt)
    : ''
  const opening = row.heard
    ? tell('again', { title: row.title })
    : row.wroteAt
      ? tell('wrote', { subject: row.subject ?? row.title, day })
      : tell('first', { title: row.title.replace(/[.!]$/, '') })
  const isLate = row.owedState === 'late' || row.owedState === 'broken'
  return [
    tell('greeting', { name: row.customerName }),
    opening,
    ...row.unheard,
    ...(row.owed
      ? [
          tell(isLate ? 'late' : 'promised', {
            what: row.owed,
            hasDue: row.due ? 'yes' : 'no',
            due: row.due ? moment(row.due, timeZone, language) : '',
          }),
        ]
      : []),
    by.kind === 'system' ? '' : by.name.split(' ')[0]!,
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** Who is mine to tell, or nobody's: by who looks after their conversation, else by whose customer they are. */
export async function peopleToTell(db: Db, by: Actor, limit: number): Promise<PersonToTell[]> {
  const me = teammateId(by) ?? ''
  const person = (await isOn(db, 'namedPerson'))
    ? sql`(select n.teammate_id from named_persons n where n.customer_id = p.customer_id and n.until is null)`
    : sql`null`
  return peopleIn(
    db,
    by,
    sql<SqlBool>`m.over_at is null and n.latest > coalesce(t.heard, 0)
      and coalesce(c.assignee_id, case when p.conversation_id is null then ${person} end, ${me}) = ${me}`,
    limit,
  )
}
