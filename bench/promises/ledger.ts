import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { practiceNames } from '#contract/practices.ts'
import { type Client, clientOf } from '#journeys/client.ts'
import { type RunningTend, startTend } from '#journeys/house.ts'
import { passwordOf } from '#server/database/embedded/cluster.ts'

// A Tend with three years of promises behind it, written by SQL; whatever is measured goes over HTTP.

export interface Ledger {
  tend: RunningTend
  admin: Client
  pool: pg.Pool
  /** Twenty-five who keep promises, each in one inbox. Five of them have far more in hand than anybody should. */
  team: Client[]
  /** Sees all five inboxes. */
  lead: Client
  /** Writes promises up to this number. */
  fill(to: number): Promise<void>
  /** Every way of working on, with what a lead is then shown: handovers, complaints, leave, people who are not happy. */
  workEveryWay(): Promise<void>
}

export async function openLedger(): Promise<Ledger> {
  const tend = await startTend({ env: { TEND_TEST_CLOCK: '1' } })
  const admin = await tend.admin()
  // The fifth line of a running PostgreSQL's lock says where its socket lies.
  const host = (await readFile(join(tend.data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[4]!
  const { password } = await passwordOf(tend.data)
  const pool = new pg.Pool({ host, user: 'postgres', database: 'tend', port: 5432, password })
  const inboxes: string[] = []
  for (const name of ['repairs', 'bakery', 'clinic', 'school', 'garden'])
    inboxes.push(await inboxOf(admin, name))
  const team: { id: string; client: Client }[] = []
  for (let n = 0; n < 25; n++)
    team.push(await personOf(tend, admin, `teammate-${n}`, 'teammate', [inboxes[n % inboxes.length]!]))
  const lead = await personOf(tend, admin, 'lead', 'lead', inboxes)
  const people = team.map((one) => one.id)
  let filled = 3
  return {
    tend,
    admin,
    pool,
    team: team.map((one) => one.client),
    lead: lead.client,
    async fill(to) {
      for (; filled < to; filled += 30_000)
        await write(pool, filled, Math.min(to, filled + 29_999), inboxes, people)
      filled = to + (3 - (to % 3))
      await pool.query(nextPromises)
      await pool.query('vacuum analyze')
    },
    async workEveryWay() {
      for (const name of practiceNames)
        await admin.call('PUT /practices/{name}', { params: { name }, body: { on: true } })
      for (const query of aLeadsCares) await pool.query(query)
      await pool.query('vacuum analyze')
    },
  }
}

const inboxOf = async (admin: Client, name: string) =>
  (
    (await admin.call('POST /inboxes', { body: { name, address: `${name}@casa-amaral.example` } })) as {
      id: string
    }
  ).id

async function personOf(
  tend: RunningTend,
  admin: Client,
  name: string,
  role: 'teammate' | 'lead',
  inboxes: string[],
): Promise<{ id: string; client: Client }> {
  const { id } = (await admin.call('POST /teammates', {
    body: { name, email: `${name}@casa-amaral.example`, role, inboxes },
  })) as { id: string }
  const { key } = (await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })) as {
    key: string
  }
  return { id, client: clientOf(tend.url, key) }
}

/**
 * Ninety-three of a hundred promises are kept and told, the last three years long; the rest is what a board shows. Of the conversations
 * one in thirty is open, and one in nine hundred nobody's.
 */
async function write(
  pool: pg.Pool,
  from: number,
  to: number,
  inboxes: string[],
  people: string[],
): Promise<void> {
  await pool.query(
    `insert into customers (id, name) select 'cus_' || lpad(n::text, 22, '0'), 'Customer ' || n
       from generate_series($1::int / 10, $2::int / 10) n on conflict do nothing`,
    [from, to],
  )
  await pool.query(
    `insert into conversations (id, inbox_id, customer_id, subject, last_at, page_key, assignee_id, status, waiting_since, target_at,
       chased, harm, harm_signal)
     select 'cnv_' || lpad(n::text, 22, '0'), ($3::text[])[1 + n % 5], 'cus_' || lpad((n / 3)::text, 22, '0'), 'The boiler',
       clock_now() - n * interval '1 minute', md5(n::text), case when n % 900 > 0 then ($4::text[])[1 + n % 25] end,
       case when open then 'open' when n % 7 = 0 then 'waiting' else 'closed' end,
       case when open then clock_now() - n * interval '1 minute' end,
       case when open and n % 4 = 0 then clock_now() + (n % 97 - 48) * interval '20 minutes' end,
       case when open and n % 11 = 0 then 1 + n % 3 else 0 end,
       case when open and n % 13 = 0 then n % 120 else 0 end, case when open and n % 13 = 0 then 'upset' end
     from (select n, n % 30 = 0 as open from generate_series($1::int / 3, $2::int / 3) n) x on conflict do nothing`,
    [from, to, inboxes, people],
  )
  await pool.query(
    `insert into promises (conversation_id, id, customer_id, inbox_id, what, quote, maker_id, due, state, made_at, settled_at, told, late_at, nudge_at)
     select 'cnv_' || lpad((n / 3)::text, 22, '0'), 'prm_' || lpad(n::text, 22, '0'), 'cus_' || lpad((n / 9)::text, 22, '0'),
       ($3::text[])[1 + (n / 3) % 5], 'call about the boiler', 'I will call you on Friday', ($4::text[])[1 + (n / 3) % 25],
       case k when 'waits' then null when 'late' then clock_now() - (n % 40) * interval '1 hour' - interval '1 minute'
         when 'open' then clock_now() + (2 + n % 700) * interval '1 hour' else clock_now() - (n % 26000) * interval '1 hour' end,
       case k when 'waits' then 'open' else k end, clock_now() - (n % 26000) * interval '1 hour' - interval '2 days',
       case when k in ('kept', 'released') then clock_now() - (n % 26000) * interval '1 hour' end, k = 'kept' and n % 200 > 0,
       case when k = 'late' then clock_now() - (n % 40) * interval '1 hour' end,
       case when k = 'open' then clock_now() + (1 + n % 700) * interval '1 hour' end
     from (select n, case when n % 100 < 93 then 'kept' when n % 100 = 93 then 'released' when n % 100 < 98 then 'open'
       when n % 100 = 98 then 'waits' else 'late' end as k from generate_series($1::int, $2::int) n) x`,
    [from, to, inboxes, people],
  )
  // What happened in each conversation, of no kind that anything reacts to.
  await pool.query(
    `insert into events (type, by_kind, conversation_id, at)
     select 'bench.happened', 'system', 'cnv_' || lpad(n::text, 22, '0'), clock_now() - n * interval '1 minute'
     from generate_series($1::int / 3, $2::int / 3) n`,
    [from, to],
  )
}

/** As the ledger keeps it on each conversation, so that lists never join. */
const nextPromises = `
  update conversations c set next_promise_id = p.id, next_promise_due = p.due, next_promise_state = p.state
  from (select distinct on (conversation_id) conversation_id, id, due, state from promises
    where state in ('open', 'late', 'broken') order by conversation_id, due nulls last, id) p
  where p.conversation_id = c.id and c.next_promise_id is distinct from p.id`

const aLeadsCares = [
  `insert into handovers (conversation_id, id, inbox_id, customer_id, from_id, to_id, state, made_at, answered_at)
   select c.id, 'hnd_' || right(c.id, 22), c.inbox_id, c.customer_id, c.assignee_id,
     (select t.id from teammates t where t.role = 'teammate' and t.id <> c.assignee_id order by md5(t.id || c.id) limit 1),
     case when c.status = 'open' and n % 50 = 0 then 'open' else 'accepted' end, c.last_at, c.last_at + interval '1 hour'
   from (select *, row_number() over (order by id) as n from conversations where assignee_id is not null) c where n % 10 = 0`,
  `insert into events (type, by_kind, conversation_id, inbox_id, at)
   select case when n % 2 = 0 then 'page.unhappy' else 'second-chance.failed' end, 'customer', id, inbox_id, last_at
   from (select *, row_number() over (order by id) as n from conversations) c where n % 50 = 0`,
  `insert into complaints (conversation_id, inbox_id, customer_id, since, level)
   select id, inbox_id, customer_id, waiting_since, 1 + n % 3
   from (select *, row_number() over (order by id) as n from conversations where status = 'open') c where n % 20 = 0`,
  `insert into leaves (id, teammate_id, from_day, to_day)
   select 'lve_' || right(id, 22), id, to_char(clock_now(), 'YYYY-MM-DD'), to_char(clock_now() + interval '5 days', 'YYYY-MM-DD')
   from teammates where role = 'teammate' order by id limit 5`,
]
