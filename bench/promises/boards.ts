import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from '#journeys/client.ts'
import { leaveNothing } from '#journeys/house.ts'
import { openLedger } from './ledger.ts'

// Boards, Today and figures over many promises, and 10,000 nudges that fall due in one minute:
//   node tools/run.mjs bench/promises/boards.ts [1000000] [10000]
const total = Number(process.argv[2] ?? 1_000_000)
const nudges = Math.min(Number(process.argv[3] ?? 10_000), Math.floor(total * 0.03))
const [rounds, askings] = [5, 25]

const { admin, pool, team, lead, fill, workEveryWay } = await openLedger()

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
const itsToday = { today: asked.today } as const

/** Five rounds of twenty-five askings, everybody in turn; a first one, not counted, warms what is asked. */
async function measure(name: string, what: Partial<typeof asked>, people: readonly Client[]) {
  console.log(`\n${name}`)
  const medians: Record<string, number> = {}
  for (const [what_, [route, query]] of Object.entries(what)) {
    const took: number[][] = []
    for (let round = 0; round <= rounds; round++) {
      const these: number[] = []
      for (let n = 0; n < askings; n++) {
        const began = performance.now()
        await people[n % people.length]!.call(route, { query } as never)
        these.push(performance.now() - began)
      }
      if (round > 0) took.push(these.sort((a, b) => a - b))
    }
    const each = (share: number) => took.map((these) => these[Math.floor((these.length - 1) * share)]!)
    medians[what_] = middle(each(0.5))
    console.log(
      `  ${what_.padEnd(22)} median ${medians[what_].toFixed(1)} ms (rounds ${spread(each(0.5))}), 95th of 100 ${middle(each(0.95)).toFixed(1)} ms (${spread(each(0.95))}), load ${loadavg()[0]!.toFixed(1)}`,
    )
  }
  return medians
}
const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
const spread = (all: number[]) => all.map((one) => one.toFixed(0)).join(' ')

const first = Math.max(3, Math.round(total / 100))
await fill(first)
const small = await measure(`${first.toLocaleString('en')} promises`, asked, team)
await fill(total)
const large = await measure(`${total.toLocaleString('en')} promises`, asked, team)
console.log('\ngrowth of the median')
for (const name of Object.keys(asked))
  console.log(`  ${name.padEnd(22)} × ${(large[name]! / small[name]!).toFixed(2)}`)
await workEveryWay()
await measure('Today of the team, every way of working on', itsToday, team)
await measure('Today of a lead, every way of working on', itsToday, [lead])

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
