import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { leaveNothing } from '#journeys/house.ts'
import { openPostOffice } from '#journeys/post.ts'
import { openHome, openTend, settled } from './home.ts'
import { at, type Ran, run } from './load.ts'
import { cpuOf } from './machine.ts'
import { mailIn } from './mailIn.ts'
import { dice, textOf } from './words.ts'
import { pairsOf, questionsOf, subjectsOf } from './work.ts'

// node tools/run.mjs bench/profile.ts W1…W6|idle [10000] [seconds]    of W6: a hundred letters for each second
// What one action costs: CPU of Tend and of PostgreSQL (which other work on the machine hardly changes), its statements by their
// time, and where Node spends its own. For one who looks for the way to make it cheaper; the figures of record are `npm run bench`.

const root = fileURLToPath(new URL('..', import.meta.url))
const [id = 'W3', size = '10000', seconds = '5'] = process.argv.slice(2)
const statements = async (home: Awaited<ReturnType<typeof openHome>>, text: string) => {
  const client = new pg.Client(home.admin)
  await client.connect()
  return client.query(text).finally(() => client.end())
}

const before = await openHome(Number(size))
await statements(before, `alter system set shared_preload_libraries = 'pg_stat_statements'`)
await statements(before, `alter system set pg_stat_statements.track_planning = on`)
await before.stop()
const home = await openHome(Number(size))
const profiles = join(home.data, 'profile')
await rm(profiles, { recursive: true, force: true })
await mkdir(profiles)
const office = await openPostOffice()
const pool = new pg.Pool({ ...home.connection, max: 2 })
try {
  await statements(home, 'create extension if not exists pg_stat_statements')
  // On a database that no bench has met, the ceiling's tables are missing, and `subjectsOf` asks for them.
  await pool.query(await readFile(new URL('ceiling/tables.sql', import.meta.url), 'utf8'))
  const { house, cookie } = await openTend(home, {
    TEND_OUTBOUND_SMTP: office.url,
    // Looking two thousand times a second where it is costs more than a rest does.
    ...(id !== 'idle' && {
      NODE_OPTIONS: `--cpu-prof --cpu-prof-interval=500 --cpu-prof-dir=${profiles}`,
    }),
  })
  const port = Number(new URL(house.url).port)
  await pool.query(await readFile(new URL('ceiling/tables.sql', import.meta.url), 'utf8'))
  const subjects = await subjectsOf(pool, home.made.inboxes)
  const questions = await questionsOf(pool, Number(size) / 2)
  const nothing = { name: 'tend', port, next: () => [] }
  const pair = [
    ...pairsOf({ ceiling: 0, tend: port }, cookie, subjects, questions),
    { id: 'W6', name: 'a letter in', tend: nothing },
    { id: 'idle', name: 'a second of rest', tend: nothing },
  ].find((one) => one.id === id)
  if (!pair) throw new Error(`${id} is none of W1 to W6, nor idle.`)
  const act = (forSeconds: number): Promise<Ran> =>
    id === 'idle'
      ? rest(forSeconds)
      : id === 'W6'
        ? letters(pool, house.smtpPort, forSeconds * 100)
        : run(pair.tend, forSeconds, 4)
  await settled(pool)
  await act(id === 'idle' ? 10 : 2)
  // A table that was empty a minute ago is still planned as an empty one; autovacuum sees to that within a minute.
  await statements(home, 'analyze')
  await statements(home, 'select pg_stat_statements_reset()')
  const start = [await cpuOf(house.pid), await cpuOf(home.postgresPid()!)]
  const ran = await act(Number(seconds))
  // What a write sets off is part of what it costs.
  await settled(pool, 1)
  const end = [await cpuOf(house.pid), await cpuOf(home.postgresPid()!)]
  const n = ran.times.length
  const each = (k: number) => ((end[k]! - start[k]!) / n).toFixed(2)
  console.log(
    `${id} ${pair.name}: ${n} times, p50 ${at(ran.times, 0.5).toFixed(1)} ms; CPU ms each: Tend ${each(0)}, PostgreSQL ${each(1)}\n`,
  )
  const { rows } = await statements(
    home,
    `select calls, total_exec_time as exec, total_plan_time as plan, wal_bytes::float8 as log, regexp_replace(query, '\\s+', ' ', 'g') as text
     from pg_stat_statements join pg_database d on d.oid = dbid and d.datname = current_database() order by total_exec_time + total_plan_time desc limit 80`,
  )
  for (const { calls, exec, plan, log, text } of rows)
    console.log(
      `${(exec / n).toFixed(3)} ms + ${(plan / n).toFixed(3)} to plan  ×${(calls / n).toFixed(2)} ${(log / n / 1000).toFixed(1)} kB  ${text.slice(0, 230)}`,
    )
  await house.stop()
  await byPlace(n, house.pid)
} finally {
  await pool.end()
  await office.close()
  await statements(home, 'alter system reset shared_preload_libraries')
  await statements(home, 'alter system reset pg_stat_statements.track_planning')
  await home.stop()
  await leaveNothing()
}

/** Each second counts as one action. */
async function rest(forSeconds: number): Promise<Ran> {
  await new Promise((resolve) => setTimeout(resolve, forSeconds * 1000))
  return { rate: 1, times: Array.from({ length: forSeconds }, () => 1000), bytes: 0 }
}

async function letters(pool: pg.Pool, port: number, many: number): Promise<Ran> {
  const { rows } = await pool.query(
    'select address, (select coalesce(max(seq), 0) from events) as seq from inboxes order by id limit 1',
  )
  const received = async () =>
    Number(
      (
        await pool.query(
          `select count(*) as n from events where seq > ${rows[0].seq} and type = 'message.received'`,
        )
      ).rows[0].n,
    )
  const { rate, accepted } = await mailIn(port, received, rows[0].address, many, textOf(dice(5), 150))
  console.log(`${many} letters: ${rate.toFixed(0)}/s to the commit, ${accepted.toFixed(0)}/s to the 250`)
  return { rate, times: Array.from({ length: many }, () => 1000 / rate), bytes: 0 }
}

interface Profile {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number }
    children?: number[]
  }[]
  samples: number[]
  timeDeltas: number[]
}

/** Self time by function and, counted once a stack, the time below each function of ours. */
async function byPlace(n: number, main: number): Promise<void> {
  const all = await readdir(profiles)
  const isMain = (name: string) => name.split('.').includes(String(main))
  tellPlaces('Tend', n, await read(all.filter(isMain)))
  const others = all.filter((name) => !isMain(name))
  if (others.length) tellPlaces('The processes it has started', n, await read(others))
}

async function read(names: readonly string[]): Promise<Profile[]> {
  const found: Profile[] = []
  for (const name of names)
    found.push(JSON.parse(await readFile(join(profiles, name), 'utf8').catch(() => '')) as Profile)
  return found
}

function tellPlaces(who: string, n: number, found: readonly Profile[]): void {
  const self = new Map<string, number>()
  const below = new Map<string, number>()
  for (const { nodes, samples, timeDeltas } of found) {
    const of = new Map(nodes.map((node) => [node.id, node]))
    const parent = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])))
    const placeOf = (nodeId: number) => {
      const { functionName, url, lineNumber } = of.get(nodeId)!.callFrame
      const path = url.startsWith('file:') ? relative(root, fileURLToPath(url)) : url
      return `${functionName || '(anonymous)'} ${path}:${lineNumber + 1}`
    }
    for (const [k, sample] of samples.entries()) {
      const ms = timeDeltas[k]! / 1000
      const place = placeOf(sample)
      if (place.startsWith('(idle)') || place.startsWith('(program)')) continue
      self.set(place, (self.get(place) ?? 0) + ms)
      const seen = new Set<string>()
      for (let at: number | undefined = sample; at !== undefined; at = parent.get(at)) seen.add(placeOf(at))
      for (const one of seen) below.set(one, (below.get(one) ?? 0) + ms)
    }
  }
  const most = (of: Map<string, number>, keep: (place: string) => boolean, limit: number) => {
    for (const [place, ms] of [...of]
      .filter(([one]) => keep(one))
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit))
      console.log(`${(ms / n).toFixed(3)} ms  ${place}`)
  }
  console.log(`\n${who}: self (start and warming counted in, as if each action had caused them):`)
  most(self, () => true, 40)
  console.log('\nWith what it calls:')
  most(
    below,
    (place) => / (server|contract|care-language|mail)\//.test(place) || /node_modules/.test(place),
    60,
  )
}
