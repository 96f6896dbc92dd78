import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { FieldKind } from '#contract/fields.ts'
import { type Condition, type FieldTest, isGroup, type Part } from '#contract/filters.ts'
import type { Actor } from '#server/base/actor.ts'
import { within } from '#server/customers/sight.ts'
import { isDay } from '#server/fields/values.ts'
import { alsoCalled } from '#server/tags/people.ts'

/** Who reads, what they see, and when: `me` and "for two days" mean something only then. */
export interface Reading {
  me: string | null
  by: Actor
  now: Date
  /** What kind each custom field is; one that is not here fits nobody. */
  fields: ReadonlyMap<string, FieldKind>
}

type Test = RawBuilder<SqlBool>

/** A filter as a condition on a conversation `c`. Every value goes in as a parameter; the walls are the caller's, around all of it. */
export function filterSql(part: Part, reading: Reading): Test {
  if (!isGroup(part)) {
    const test = conditionSql(part, reading)
    return part.not ? sql`(not coalesce(${test}, false))` : sql`(${test})`
  }
  if (part.of.length === 0) return sql`true`
  const parts = part.of.map((one) => filterSql(one, reading))
  return sql`(${sql.join(parts, part.match === 'all' ? sql` and ` : sql` or `)})`
}

const among = (column: RawBuilder<unknown>, values: readonly string[]): Test =>
  sql`${column} = any(${[...values]}::text[])`

function conditionSql(one: Condition, reading: Reading): Test {
  switch (one.on) {
    case 'status':
      return among(sql`c.status`, one.is)
    case 'inbox':
      return among(sql`c.inbox_id`, one.is)
    case 'channel':
      return among(sql`c.channel`, one.is)
    case 'customer':
      return among(sql`c.customer_id`, one.is)
    case 'assignee':
      return assignee(one.is, reading)
    case 'team':
      return sql`c.assignee_id in (select m.teammate_id from team_members m where m.team_id = any(${one.is}::text[]))`
    case 'tag':
      return sql`c.tags && ${one.is}::text[] and c.tags <> '{}'`
    case 'person-tag':
      return sql`exists (select 1 from customer_tags x where x.customer_id = c.customer_id and ${within(reading.by, 'x.inbox_id')}
        and x.tag_id::text collate "C" in (${alsoCalled(one.is)}))`
    case 'waiting':
      return sql`c.waiting_since <= ${before(reading.now, one.hours * 3_600_000)} and c.status = 'open'`
    case 'last':
      return sql`c.last_at >= ${before(reading.now, one.days * 86_400_000)}`
    case 'promise':
      return promise(one.is)
    case 'company':
      return ofCompanies(one.is)
    case 'chased':
      return sql`c.chased >= ${one.times}`
    case 'mood':
      return sql`exists (select 1 from readings r where r.conversation_id = c.id
        and (${sql.join(one.is.map(showsMood), sql` or `)}))`
    case 'file':
      return sql`exists (select 1 from attachments a where a.conversation_id = c.id and a.message_id is not null and not a.inline)`
    case 'unread':
      return sql`c.last_message_id is not null and not exists (select 1 from seen s where s.conversation_id = c.id
        and s.teammate_id = ${reading.me ?? ''} and s.message_id >= c.last_message_id)`
    case 'field': {
      const kind = reading.fields.get(one.field)
      return kind ? field(one.field, kind, one.test, reading.by) : sql`false`
    }
  }
}

/** A reading `r` shows it, spelt as its index has it (migration 0460). */
export const showsMood = (signal: Extract<Condition, { on: 'mood' }>['is'][number]): Test =>
  sql`(r.signals ->> ${sql.lit(signal)})::float >= 0.5`

/** Its people first: few are of one company, and nobody wants to walk through everything that was ever done to find them. */
export const ofCompanies = (names: readonly string[]): Test =>
  sql`c.customer_id = any(array(select k.id from customers k
    where k.company is not null and lower(k.company) = any(${names.map((name) => name.toLowerCase())}::text[])))`

const before = (now: Date, ms: number) => sql`${new Date(now.getTime() - ms).toISOString()}::timestamptz`

function assignee(is: readonly string[], { me }: Reading): Test {
  const people = is.map((one) => (one === 'me' ? (me ?? '') : one)).filter((one) => one !== 'nobody')
  const tests: Test[] = []
  if (is.includes('nobody')) tests.push(sql`c.assignee_id is null`)
  if (people.length) tests.push(among(sql`c.assignee_id`, people))
  return sql`(${sql.join(tests, sql` or `)})`
}

function promise(is: readonly string[]): Test {
  const states = is.filter((one) => one !== 'none')
  const tests: Test[] = []
  if (is.includes('none')) tests.push(sql`c.next_promise_id is null`)
  if (states.length) tests.push(among(sql`c.next_promise_state`, states))
  return sql`(${sql.join(tests, sql` or `)})`
}

/** A value may stand on the conversation, on its person or on a company of theirs that the reader knows; the field says where it is kept. */
function field(id: string, kind: FieldKind, test: FieldTest, by: Actor): Test {
  const of = sql`select 1 from field_values v where v.field_id = ${id} and (v.conversation_id = c.id or v.customer_id = c.customer_id
    or v.circle_id in (select g.circle_id from circle_people g join circles s on s.id = g.circle_id
      where g.customer_id = c.customer_id and ${within(by, 's.inbox_id')}))`
  if ('set' in test) return test.set ? sql`exists (${of})` : sql`not exists (${of})`
  const told = fieldTest(kind, test)
  return told ? sql`exists (${of} and ${told})` : sql`false`
}

function fieldTest(kind: FieldKind, test: Exclude<FieldTest, { set: boolean }>): Test | null {
  const [column, cast] =
    kind === 'number'
      ? [sql`v.number`, 'numeric']
      : kind === 'date'
        ? [sql`v.day`, 'date']
        : [sql`v.text`, 'text']
  const value = (given: string) => (isValue(kind, given) ? sql`${given}::${sql.raw(cast)}` : null)
  if ('is' in test) {
    if (cast === 'text') return sql`lower(v.text) = any(${test.is.map((one) => one.toLowerCase())}::text[])`
    const values = test.is.map(value).filter((one) => one !== null)
    return values.length ? sql`${column} in (${sql.join(values)})` : null
  }
  const bound = value('atLeast' in test ? test.atLeast : test.atMost)
  if (!bound || cast === 'text') return null
  return 'atLeast' in test ? sql`${column} >= ${bound}` : sql`${column} <= ${bound}`
}

/** What the database could not read as a number or a day would break the whole list. */
const isValue = (kind: FieldKind, given: string) =>
  kind === 'number' ? /^-?\d{1,12}(\.\d{1,6})?$/.test(given) : kind === 'date' ? isDay(given) : true
