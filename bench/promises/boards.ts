import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Client, clientOf } from '#journeys/client.ts'
import { leaveNothing, startTend } from '#journeys/house.ts'
import { passwordOf } from '#server/database/embedded/cluster.ts'

// Boards, Today and figures over many promises, and 10,000 nudges that fall due in one minute:
//   node tools/run.mjs bench/promises/boards.ts [1000000] [10000]
// A whole Tend with its own PostgreSQL; the history is written by SQL, everything measured goes over HTTP.

const total = Number(process.argv[2] ?? 1_000_000)
const nudges = Math.min(Number(process.argv[3] ?? 10_000), Math.floor(total * 0.03))
const askings = 40

const tend = await startTend({ env: { TEND_TEST_CLOCK: '1' } })
const admin = await tend.admin()
// The fifth line of a running PostgreSQL's lock says where its socket lies.
const socket = (await readFile(join(tend.data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[4]!
const { password } = await passwordOf(tend.data)
const pool = new pg.Pool({ host: socket, user: 'postgres', database: 'tend', port: 5432, password })

const inboxes: string[] = []
for (const name of ['repairs', 'bakery', 'clinic', 'school', 'garden'])
  inboxes.push(
    (
      (await admin.call('POST /inboxes', { body: { name, address: `${name}@casa-amaral.example` } })) as {
        id: string
      }
    ).id,
  )
const team: { id: string; client: Client }[] = []
for (let n = 0; n < 25; n++) {
  const { id } = (await admin.call('POST /teammates', {
    body: {
      name: `Teammate ${n}`,
      email: `teammate-${n}@casa-amaral.example`,
      role: 'teammate',
      inboxes: [inboxes[n % inboxes.length]!],
    },
  })) as { id: string }
  const { key } = (await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })) as {
    key: string
  }
  team.push({ id, client: clientOf(tend.url, key) })
}

/** Ninety-three of a hundred are kept and told, the last three years long; the rest is what a board shows. */
async function write(from: number, to: number): Promise<void> {
  await pool.query(
    `insert into customers (id, name) select 'cus_' || lpad(n::text, 22, '0'), 'Customer ' || n
       from generate_series($1::int / 10, $2::int / 10) n on conflict do nothing`,
    [from, to],
  )
  await pool.query(
    `insert into conversations (id, inbox_id, customer_id, subject, last_at, page_key, assignee_id, status)
     select 'cnv_' || lpad(n::text, 22, '0'), ($3::text[])[1 + n % 5], 'cus_' || lpad((n / 3)::text, 22, '0'), 'The boiler',
       clock_now() - n * interval '1 minute', md5(n::text), ($4::text[])[1 + n % 25],
       case when n % 30 = 0 then 'open' when n % 7 = 0 then 'waiting' else 'closed' end
     from generate_series($1::int / 3, $2::int / 3) n on conflict do nothing`,
    [from, to, inboxes, team.map((one) => one.id)],
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
    [from, to, inboxes, team.map((one) => one.id)],
  )
}

const asked = {
  'board: late': ['GET /promises', { lane: 'late' }],
  'board: today': ['GET /promises', { lane: 'today' }],
  'board: this week': ['GET /promises', { lane: 'week' }],
  'board: later': ['GET /promises', { lane: 'later' }],
  'board: waits': ['GET /promises', { lane: 'waits' }],
  'board: not told yet': ['GET /promises', { lane: 'untold' }],
  'board: mine': ['GET /promises', { maker: 'mine-or-nobody', unsettled: 'true' }],
  'all, from the first': ['GET /promises', {}],
  figures: ['GET /promises/figures', {}],
  quiet: ['GET /quiet', {}],
  today: ['GET /today', {}],
} as const

async function measure(size: number): Promise<Record<string, number[]>> {
  await pool.query('vacuum analyze')
  const took: Record<string, number[]> = {}
  for (const [name, [route, query]] of Object.entries(asked)) {
    took[name] = []
    for (let n = 0; n < askings; n++) {
      const { client } = team[n % team.length]!
      const began = performance.now()
      await client.call(route, { query } as never)
      took[name].push(performance.now() - began)
    }
    took[name].sort((a, b) => a - b)
  }
  console.log(`\n${size.toLocaleString('en')} promises`)
  for (const [name, all] of Object.entries(took))
    console.log(`  ${name.padEnd(22)} median ${at(all, 0.5)} ms, 95th of 100 ${at(all, 0.95)} ms`)
  return took
}
const at = (all: number[], share: number) => all[Math.floor((all.length - 1) * share)]!.toFixed(1)

const first = Math.max(3, Math.round(total / 100))
await write(3, first)
const small = await measure(first)
for (let from = first + 3; from < total; from += 30_000) await write(from, Math.min(total, from + 29_999))
const large = await measure(total)
console.log('\ngrowth of the median')
for (const name of Object.keys(asked))
  console.log(
    `  ${name.padEnd(22)} × ${(Number(at(large[name]!, 0.5)) / Number(at(small[name]!, 0.5))).toFixed(2)}`,
  )

// Ten thousand whose nudge falls into one minute, set as the ledger sets them.
const now = new Date(((await admin.call('GET /clock')) as { now: string }).now)
const minute = new Date(now.getTime() + 30 * 60_000)
await pool.query(
  `with chosen as (update promises set nudge_at = $2::timestamptz + (random() * 59) * interval '1 second', due = $2::timestamptz + interval '4 hours'
     where id in (select id from promises where state = 'open' and due is not null order by id limit $1) returning id, nudge_at)
   insert into timers (kind, subject, due_at) select 'promise.nudge', id, nudge_at from chosen`,
  [nudges, minute.toISOString()],
)
const began = performance.now()
await pool.query(`update clock set ahead = ahead + interval '31 minutes'`)
const nudged = async () =>
  (await pool.query(`select count(*)::int as n from promise_steps where kind = 'nudged'`)).rows[0].n
while ((await nudged()) < nudges && performance.now() - began < 600_000) await pause(500)
const seconds = (performance.now() - began) / 1000
const { rows } = await pool.query(
  `select count(*) filter (where n = 1)::int as once, count(*) filter (where n > 1)::int as more
   from (select promise_id, count(*) as n from promise_steps where kind = 'nudged' group by 1) x`,
)
console.log(
  `\n${nudges.toLocaleString('en')} nudges due in one minute: all done ${seconds.toFixed(1)} s after it; ${rows[0].once} once, ${rows[0].more} more than once`,
)
await pool.end()
await leaveNothing()
