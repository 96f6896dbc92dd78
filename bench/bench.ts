import { readFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import pg from 'pg'
import { leaveNothing } from '#journeys/house.ts'
import { openPostOffice } from '#journeys/post.ts'
import { type Child, startCeiling } from './child.ts'
import { type Home, openHome, openTend, settled } from './home.ts'
import { connectAll, type Listener, listen, record, spread, tell } from './live.ts'
import { alternate, at, median, type Ran } from './load.ts'
import { memoryOf, mostOpen, postgresMemory, sizesOf } from './machine.ts'
import { type MailRan, mailIn } from './mailIn.ts'
import { compare, type Figure, type Results, write } from './report.ts'
import { screensAlone } from './screens.ts'
import { dice, textOf } from './words.ts'
import { pairsOf, questionsOf, subjectsOf } from './work.ts'

// npm run bench                     everything at 10,000, 100,000 and 1,000,000 conversations
// npm run bench -- --quick          at 10,000, in three minutes
// npm run bench -- --size 100000    at one size; --only W4,P7 some of it
// npm run bench -- --check          fails where a ratio is worse by more than a fifth than the one that is committed

const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const word = (name: string) => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined)
const only = word('--only')?.split(',')
const isAsked = (id: string) => !only || only.includes(id)
const sizes =
  word('--size')?.split(',').map(Number) ??
  (isQuick || words.includes('--check') ? [10_000] : [10_000, 100_000, 1_000_000])
const keeps = !words.includes('--check') && !words.includes('--dry')
const rounds = isQuick ? 3 : 5
const seconds = Number(word('--seconds') ?? (isQuick ? 3 : 8))

const file = new URL('results.json', import.meta.url)
async function measure(total: number) {
  const home = await openHome(total)
  const pool = new pg.Pool({ ...home.connection, max: 4 })
  const figures: Figure[] = []
  const note = (figure: Omit<Figure, 'load'>) => {
    figures.push({ ...figure, load: loadavg()[0]! })
    // At once: a bench that is interrupted has measured what it has measured.
    found[total] = { at: new Date().toISOString(), made: home.made, figures }
    if (keeps) write(file, before, found)
    process.stdout.write(`${total} ${figure.id} ${figure.name}: ${figure.says}\n`)
  }
  const office = await openPostOffice()
  const children: Child[] = []
  try {
    const prepare = async (name: string) =>
      pool.query(await readFile(new URL(`ceiling/${name}`, import.meta.url), 'utf8'))
    await prepare('tables.sql')
    // At a million conversations it takes as long to make as all the rest.
    if (isAsked('W4')) {
      await prepare('naive.sql')
      await pool.query('analyze ceiling.letters')
    }
    const tend = await openTend(home, { TEND_OUTBOUND_SMTP: office.url })
    const idle = () => new Promise((resolve) => setTimeout(resolve, 3000))
    if (isAsked('P11')) {
      await idle()
      const tendMb = await memoryOf(tend.house.pid)
      const postgresMb = await postgresMemory(home.postgresPid()!)
      note({
        id: 'P11',
        name: 'memory at rest, start',
        goal: 'Tend ≤ 160 MB, PostgreSQL ≤ 150 MB, start ≤ 2 s',
        says: `Tend ${tendMb} MB, PostgreSQL ${postgresMb} MB, ready in ${(tend.startedIn / 1000).toFixed(1)} s`,
        ratio: 160 / tendMb,
      })
    }
    const ceiling = await startCeiling('http.ts', home.url)
    children.push(ceiling)
    await pool.query(
      `insert into ceiling.conversations select md5(n::text), 'c', 'About the boiler', 'open', now() from generate_series(1, 900) n on conflict do nothing`,
    )
    const subjects = await subjectsOf(pool, home.made.inboxes)
    const questions = await questionsOf(pool, total / 2)
    const port = Number(new URL(tend.house.url).port)
    const pairs = pairsOf({ ceiling: ceiling.port, tend: port }, tend.cookie, subjects, questions)
    if (isAsked('P3')) {
      const screens = await screensAlone(pool, home.made, port, tend.cookie)
      const say = ({ name, p50, worst }: (typeof screens)[number]) =>
        `${name} ${p50.toFixed(1)} / ${worst.toFixed(1)}`
      note({
        id: 'P3',
        name: 'every screen alone',
        goal: 'at 1,000,000 ≤ 1.15 × the time at 10,000',
        says: `p50 / longest of 20, ms, slowest first: ${screens.map(say).join('; ')}`,
        p50: screens[0]!.p50,
      })
    }
    // What writes comes last: it leaves work behind that others would pay for.
    for (const id of ['W3', 'W5', 'W4', 'W1', 'W2']) {
      if (!isAsked(id)) continue
      const pair = pairs.find((one) => one.id === id)!
      const ran = await alternate(pair.ceiling, pair.tend, rounds, seconds)
      const each = ran.b.map(({ rate }, n) => rate / ran.a[n]!.rate)
      note({
        id,
        name: pair.name,
        goal: `≥ ${pair.goal} of the ceiling`,
        says: sayRatio(ran, each),
        ratio: median(each),
        spread: [Math.min(...each), Math.max(...each)],
        ...timesOf(ran.b),
      })
      if (id === 'W1' || id === 'W2') await settled(pool)
    }
    if (isAsked('P4')) await searchByKind(note, questions, port, tend.cookie)
    if (isAsked('W6')) await mail(note, home, pool, tend.house.smtpPort)
    if (isAsked('P7')) await live(note, home, pool, port, tend.cookies, tend.house.pid)
    if (isAsked('P12')) {
      const { perMessage, whole } = await sizesOf(pool)
      note({
        id: 'P12',
        name: 'disk for a message, with search',
        goal: '≤ 2.8 kB for 1.35 kB of text',
        says: `${perMessage.toFixed(2)} kB in messages and search; ${whole.toFixed(2)} kB with everything else Tend keeps`,
        ratio: 2.8 / perMessage,
      })
    }
    await tend.house.stop()
  } finally {
    for (const child of children) await child.stop()
    await office.close()
    await pool.end()
    await home.stop()
  }
}

function sayRatio(ran: { a: Ran[]; b: Ran[] }, each: number[]): string {
  const rate = (all: Ran[]) => median(all.map((one) => one.rate)).toFixed(0)
  const p = (all: Ran[], share: number) => median(all.map((one) => at(one.times, share))).toFixed(1)
  return (
    `${median(each).toFixed(2)} of the ceiling (${Math.min(...each).toFixed(2)}–${Math.max(...each).toFixed(2)}); ` +
    `${rate(ran.b)}/s, p50 ${p(ran.b, 0.5)} ms, p99 ${p(ran.b, 0.99)} ms; ceiling ${rate(ran.a)}/s, p50 ${p(ran.a, 0.5)} ms, p99 ${p(ran.a, 0.99)} ms`
  )
}
const timesOf = (all: Ran[]) => ({
  p50: median(all.map((one) => at(one.times, 0.5))),
  p99: median(all.map((one) => at(one.times, 0.99))),
})

type Note = (figure: Omit<Figure, 'load'>) => void

/** One person alone, so that the time is that of the search and not of a queue. */
async function searchByKind(
  note: Note,
  questions: Awaited<ReturnType<typeof questionsOf>>,
  port: number,
  cookie: string,
) {
  const times: { kind: string; took: number }[] = []
  for (let round = 0; round < 3; round++)
    for (const { kind, q } of questions) {
      const began = performance.now()
      const answer = await fetch(
        `http://127.0.0.1:${port}/api/v1/search?limit=50&q=${encodeURIComponent(q)}`,
        { headers: { cookie } },
      )
      await answer.text()
      if (!answer.ok) throw new Error(`search ${q}: ${answer.status}`)
      times.push({ kind, took: performance.now() - began })
    }
  const of = (kind?: string) =>
    times
      .filter((one) => !kind || one.kind === kind)
      .map(({ took }) => took)
      .sort((a, b) => a - b)
  const say = (all: number[]) => `${at(all, 0.5).toFixed(1)} / ${at(all, 0.99).toFixed(1)} ms`
  note({
    id: 'P4',
    name: 'search, one at a time',
    goal: 'p99 ≤ 15 ms at 100,000, ≤ 40 ms at 1,000,000',
    says: `p50 / p99 ${say(of())}; ${[...new Set(questions.map((one) => one.kind))].map((kind) => `${kind} ${say(of(kind))}`).join('; ')}`,
    p50: at(of(), 0.5),
    p99: at(of(), 0.99),
  })
}

async function mail(note: Note, home: Home, pool: pg.Pool, port: number) {
  const floor = await startCeiling('mail.ts', home.url)
  try {
    const text = textOf(dice(5), 150)
    const many = isQuick ? 150 : 600
    const { rows } = await pool.query<{ address: string }>('select address from inboxes order by id limit 1')
    const to = rows[0]!.address
    const count = (text: string) => async () => Number((await pool.query(text)).rows[0].n)
    const { rows: newest } = await pool.query('select coalesce(max(seq), 0) as seq from events')
    const ours = count(
      `select count(*) as n from events where seq > ${newest[0].seq} and type = 'message.received'`,
    )
    const theirs = count('select count(*) as n from ceiling.messages')
    const a: MailRan[] = []
    const b: MailRan[] = []
    await mailIn(floor.port, theirs, to, 30, text)
    await mailIn(port, ours, to, 30, text)
    for (let n = 0; n < rounds; n++) {
      a.push(await mailIn(floor.port, theirs, to, many, text))
      b.push(await mailIn(port, ours, to, many, text))
      await settled(pool)
    }
    const each = b.map(({ rate }, n) => rate / a[n]!.rate)
    const accepted = b.map((one, n) => one.accepted / a[n]!.accepted)
    note({
      id: 'W6',
      name: 'mail in, to the commit',
      goal: '≥ 0.6 of the ceiling',
      says: `${median(each).toFixed(2)} of the ceiling (${Math.min(...each).toFixed(2)}–${Math.max(...each).toFixed(2)}); ${median(b.map((one) => one.rate)).toFixed(0)}/s, ceiling ${median(a.map((one) => one.rate)).toFixed(0)}/s; to the 250: ${median(accepted).toFixed(2)}`,
      ratio: median(each),
      spread: [Math.min(...each), Math.max(...each)],
    })
  } finally {
    await floor.stop()
  }
}

async function live(note: Note, home: Home, pool: pg.Pool, port: number, cookies: string[], pid: number) {
  // Both sides' are open at once in this process.
  const many = Math.min(
    Number(word('--sockets') ?? (isQuick ? 2000 : 10_000)),
    Math.floor(((await mostOpen()) - 500) / 2),
  )
  const few = 50
  const [all] = home.made.inboxes
  const floor = await startCeiling('sockets.ts', home.url)
  const open: Listener[] = []
  // Before anybody listens: rights that were given behind Tend's back are heard of within two seconds only.
  const ownInbox = await quietInbox(pool, home)
  try {
    const onFloor = await connectAll(many, () => listen(floor.port, '/events', ''))
    open.push(...onFloor.all)
    const floorAll: number[][] = []
    const onTend0 = await memoryOf(pid)
    const onTend = await connectAll(many, (n) =>
      listen(port, '/api/v1/events', n < few ? cookies[1]! : cookies[0]!),
    )
    open.push(...onTend.all)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    const perSocket = ((await memoryOf(pid)) - onTend0) / many
    const times = { few: [] as number[][], all: [] as number[][] }
    for (let n = 0; n < (isQuick ? 5 : 15); n++) {
      floorAll.push(
        await tell(onFloor.all, (name) => fetch(`http://127.0.0.1:${floor.port}/tell?mark=${name}`)),
      )
      times.all.push(await tell(onTend.all, record(pool, all!)))
      times.few.push(await tell(onTend.all.slice(0, few), record(pool, ownInbox)))
      await new Promise((resolve) => setTimeout(resolve, 300))
    }
    const [floorSpread, allSpread, fewSpread] = [spread(floorAll), spread(times.all), spread(times.few)]
    const ratio = floorSpread.last / allSpread.last
    note({
      id: 'P7',
      name: `${many.toLocaleString('en')} live connections`,
      goal: 'to 50 of them p99 ≤ 10 ms; to all ≤ 1.3 × the floor; ≤ 12 kB each; all back in ≤ 10 s',
      says: `to ${few}: p50 ${fewSpread.p50.toFixed(1)}, p99 ${fewSpread.p99.toFixed(1)} ms; to all ${allSpread.last.toFixed(0)} ms, ${(1 / ratio).toFixed(2)} × the floor (${floorSpread.last.toFixed(0)} ms); ${(perSocket * 1024).toFixed(1)} kB each; all here in ${(onTend.took / 1000).toFixed(1)} s (floor ${(onFloor.took / 1000).toFixed(1)} s)`,
      ratio,
    })
  } finally {
    for (const { socket } of open) socket.destroy()
    await floor.stop()
  }
}

/** An inbox that only the second person sees. */
async function quietInbox(pool: pg.Pool, home: Home): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(`select id from inboxes where name = 'Quiet'`)
  const id = rows[0]?.id ?? `inb_${'0'.repeat(22)}`
  if (!rows[0])
    await pool.query(
      `insert into inboxes (id, name, address) values ($1, 'Quiet', 'quiet@brightwater.example')`,
      [id],
    )
  await pool.query(
    'insert into inbox_access (inbox_id, teammate_id) values ($1, $2) on conflict do nothing',
    [id, home.made.teammates[1]],
  )
  return id
}

const before = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Results
const found: Results = {}
for (const size of sizes) await measure(size)

if (words.includes('--check')) {
  const worse = compare(before, found)
  for (const line of worse) process.stdout.write(`${line}\n`)
  process.exitCode = worse.length ? 1 : 0
}
await leaveNothing()
