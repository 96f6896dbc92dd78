import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { ClueIn } from '#contract/incident.ts'
import { type Actor, type SystemActor, tend } from '#server/base/actor.ts'
import { within } from '#server/customers/sight.ts'
import { holding } from '#server/database/like.ts'
import { allOf, asWord, tellingOf, wordsIn } from '#server/search/letters.ts'
import { alsoCalled } from '#server/tags/people.ts'

/** Clues that are a question to the database; the others name their people themselves. */
export type LookingClue = Exclude<ClueIn, { by: 'list' | 'people' | 'conversations' }>
export const looksOn = (clue: ClueIn): clue is LookingClue =>
  clue.by !== 'list' && clue.by !== 'people' && clue.by !== 'conversations'

/** Looks as somebody who sees this inbox and no other: a reason must not tell what another inbox knows. */
export const inInbox = (inboxId: string): Actor =>
  ({ ...tend, inboxIds: [inboxId] }) as unknown as SystemActor

/** Where it looks: the incident, and from when letters count where the clue says nothing. */
export interface Where {
  incidentId: string
  since: Date
}

/**
 * Whom a clue finds, as a query of `customer_id`, `detail` (what the reason names) and `conversation_id` (where they wrote of it). Only
 * what the actor may see is looked at; one person may come several times.
 */
export function lookSql(by: Actor, clue: LookingClue, where: Where): RawBuilder<unknown> {
  switch (clue.by) {
    case 'words':
      return inLetters(by, tsQueryOf(clue.words), new Date(clue.since ?? where.since))
    case 'dealing':
      return dealings(by, sql`d.what ilike ${holding(clue.what)}`, clue)
    case 'reach':
      return reached(by, clue)
    case 'company':
      return companies(by, clue.names)
    case 'area':
      return area(by, clue.places, new Date(clue.since ?? where.since))
    case 'tag':
      return sql`select c.customer_id, (select t.name from tags t where t.id = ${clue.tagId}) as detail, c.id as conversation_id
        from conversations c where c.tags @> array[${clue.tagId}]::text[] and c.spam_at is null and ${within(by, 'c.inbox_id')}
        union all
        select w.customer_id, (select t.name from tags t where t.id = ${clue.tagId}), null::text from customer_tags w
        where w.tag_id in (${alsoCalled([clue.tagId])}) and ${within(by, 'w.inbox_id')}`
    case 'around':
      return around(by, where.incidentId)
  }
}

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Every word of a line, as written or by its stem; any of the lines. Null where no word is left. */
export function tsQueryOf(words: string): RawBuilder<unknown> | null {
  const lines = words
    .split(/\n|\bOR\b|\bODER\b/)
    .map(tellingOf)
    .filter((line) => line.length > 0)
  if (lines.length === 0) return null
  return sql.join(
    lines.map((line) => allOf(line.map(asWord))),
    sql` || `,
  )
}

const nobody = sql`select null::text as customer_id, null::text as detail, null::text as conversation_id where false`

const inLetters = (by: Actor, query: RawBuilder<unknown> | null, since: Date): RawBuilder<unknown> =>
  query
    ? sql`select c.customer_id, c.subject as detail, c.id as conversation_id
        from messages m join conversations c on c.id = m.conversation_id
        where ${wordsIn('m')} @@ (${query}) and m.at >= ${since} and m.direction = 'in' and not m.auto_reply and not m.is_bounce and not m.held
          and c.spam_at is null and ${within(by, 'm.inbox_id')} and ${within(by, 'c.inbox_id')}`
    : nobody

function dealings(
  by: Actor,
  what: RawBuilder<SqlBool>,
  { kind, from, to }: { kind?: string | undefined; from?: string | undefined; to?: string | undefined },
): RawBuilder<unknown> {
  return sql`select d.customer_id, d.what as detail, null::text as conversation_id from dealings d
    where ${what} and ${within(by, 'd.inbox_id')}
      ${kind ? sql`and d.kind = ${kind}` : sql``}
      ${from ? sql`and d.at >= ${new Date(from)}` : sql``}
      ${to ? sql`and d.at <= ${new Date(to)}` : sql``}`
}

/** What hangs on a supplier, and what hangs on that; a chain of twenty is a circle somebody wrote down by mistake. */
export const reachedFrom = (from: string): RawBuilder<unknown> => sql`with recursive hit(name, depth) as (
    select lower(${from}::text), 0
    union select lower(r.to_name), hit.depth + 1 from reaches r join hit on lower(r.from_name) = hit.name where hit.depth < 20
  ) select distinct name from hit`

function reached(by: Actor, clue: Extract<ClueIn, { by: 'reach' }>): RawBuilder<unknown> {
  const names = sql`(${reachedFrom(clue.from)}) as reached(name)`
  const since = clue.since ? sql`and d.at >= ${new Date(clue.since)}` : sql``
  return sql`select d.customer_id, d.what as detail, null::text as conversation_id from dealings d join ${names}
      on position(reached.name in lower(d.what)) > 0
      where ${within(by, 'd.inbox_id')} ${since}
    union all
    select g.customer_id, s.name, null::text from circles s join ${names} on lower(s.name) = reached.name
      join circle_people g on g.circle_id = s.id where ${within(by, 's.inbox_id')}`
}

function companies(by: Actor, names: readonly string[]): RawBuilder<unknown> {
  const lower = names.map((name) => name.trim().toLowerCase())
  return sql`select u.id as customer_id, u.company as detail, null::text as conversation_id from customers u
      where lower(u.company) = any(${lower}::text[])
    union all
    select g.customer_id, s.name, null::text from circles s join circle_people g on g.circle_id = s.id
      where lower(s.name) = any(${lower}::text[]) and ${within(by, 's.inbox_id')}`
}

/** A place stands for itself: "Rua 1" is not "Rua 12". */
const placePattern = (places: readonly string[]): string =>
  places.map((place) => `(^|[^[:alnum:]])${escapeRegex(place.trim())}($|[^[:alnum:]])`).join('|')

function area(by: Actor, places: readonly string[], since: Date): RawBuilder<unknown> {
  const pattern = placePattern(places)
  const letters = tsQueryOf(places.join('\n'))
  return sql`select v.customer_id, v.text as detail, null::text as conversation_id from field_values v
      where v.customer_id is not null and v.text ~* ${pattern}
    union all
    select g.customer_id, v.text, null::text from field_values v join circles s on s.id = v.circle_id
      join circle_people g on g.circle_id = s.id where v.text ~* ${pattern} and ${within(by, 's.inbox_id')}
    union all
    select c.customer_id, v.text, c.id from field_values v join conversations c on c.id = v.conversation_id
      where v.text ~* ${pattern} and ${within(by, 'c.inbox_id')}
    union all
    select f.customer_id, f.detail, f.conversation_id from (${inLetters(by, letters, since)}) f
      where exists (select 1 from messages m where m.conversation_id = f.conversation_id and m.direction = 'in'
        and (coalesce(m.text_full, m.text) ~* ${pattern} or m.subject ~* ${pattern}))`
}

function around(by: Actor, incidentId: string): RawBuilder<unknown> {
  const listed = sql`(select p.customer_id from incident_people p where p.incident_id = ${incidentId} and p.off_at is null)`
  return sql`select b.customer_id, s.name as detail, null::text as conversation_id from circle_people a
      join circle_people b on b.circle_id = a.circle_id and b.customer_id <> a.customer_id
      join circles s on s.id = a.circle_id and ${within(by, 's.inbox_id')}
      where a.customer_id in ${listed}
    union all
    select r.other_id, r.is_theirs, null::text from relations r where r.customer_id in ${listed} and ${within(by, 'r.inbox_id')}
    union all
    select r.customer_id, r.is_back, null::text from relations r where r.other_id in ${listed} and ${within(by, 'r.inbox_id')}`
}
