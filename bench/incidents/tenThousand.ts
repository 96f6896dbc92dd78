import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { clientOf } from '#journeys/client.ts'
import { leaveNothing, startTend } from '#journeys/house.ts'
import { openPostOffice } from '#journeys/post.ts'
import { passwordOf } from '#server/database/embedded/cluster.ts'

// Ten thousand who are hit by one thing: opened, grouped and drafted; read by the care language; and, while letters leave, how long an
// ordinary answer takes to the mail server.
//   node tools/run.mjs bench/incidents/tenThousand.ts [10000] [60]
// A whole Tend with its own PostgreSQL; people are written by SQL, everything measured goes over HTTP and SMTP.

const people = Number(process.argv[2] ?? 10_000)
const seconds = Number(process.argv[3] ?? 60)

const office = await openPostOffice()
const tend = await startTend({
  env: { TEND_OUTBOUND_SMTP: office.url, TEND_SLOW_MS: process.env.SLOW_MS ?? '0' },
})
const admin = await tend.admin()
// The fifth line of a running PostgreSQL's lock says where its socket lies.
const socket = (await readFile(join(tend.data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[4]!
const { password } = await passwordOf(tend.data)
const pool = new pg.Pool({ host: socket, user: 'postgres', database: 'tend', port: 5432, password })

for (const name of ['incidents', 'dealings'] as const)
  await admin.call('PUT /practices/{name}', { params: { name }, body: { on: true } })
const inbox = await admin.call('POST /inboxes', {
  body: { name: 'Repairs', address: 'repairs@casa-amaral.example' },
})
const concierges: string[] = []
for (const name of ['Ana Costa', 'Ben Okafor', 'Rosa Amaral'])
  concierges.push(
    (
      await admin.call('POST /teammates', {
        body: {
          name,
          email: `${name.split(' ')[0]!.toLowerCase()}@casa-amaral.example`,
          role: 'teammate',
          inboxes: [inbox.id],
        },
      })
    ).id,
  )
const { key } = await admin.call('POST /teammates/{id}/keys', { params: { id: concierges[0]! }, body: {} })
const ana = clientOf(tend.url, key)

await pool.query(
  `with made as (insert into customers (id, name, language) select 'cus_' || lpad(n::text, 22, '0'), 'Person ' || chr(65 + n % 26) || ' of the street',
      (array['en', 'de', 'pt'])[1 + n % 3] from generate_series(1, $1::int) n returning id)
   select count(*) from made`,
  [people],
)
await pool.query(
  `insert into customer_addresses (customer_id, kind, address) select 'cus_' || lpad(n::text, 22, '0'), 'email', 'person-' || n || '@mail.example'
   from generate_series(1, $1::int) n`,
  [people],
)
await pool.query(
  `insert into customer_inboxes (customer_id, inbox_id) select 'cus_' || lpad(n::text, 22, '0'), $2 from generate_series(1, $1::int) n`,
  [people, inbox.id],
)
await pool.query(
  `insert into dealings (id, customer_id, inbox_id, external_id, kind, what, at)
   select 'dea_' || lpad(n::text, 22, '0'), 'cus_' || lpad(n::text, 22, '0'), $2, 'order-' || n, 'purchase', 'Heat pump Norte ' || n % 40,
     clock_now() - (n % 900) * interval '1 day' from generate_series(1, $1::int) n`,
  [people, inbox.id],
)
await pool.query('vacuum analyze')

const postmaster = Number((await readFile(join(tend.data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
/** Seconds of a processor that Tend and its PostgreSQL have used: what it would take at most on a machine that does nothing else. */
async function processorSeconds(): Promise<number> {
  const all = new Map<number, { parent: number; ticks: number }>()
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    // Behind the name: state, parent, …; the 12th to 15th are its own ticks and those of its ended children.
    const words = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (words)
      all.set(Number(pid), {
        parent: Number(words[1]),
        ticks: Number(words[11]) + Number(words[12]) + Number(words[13]) + Number(words[14]),
      })
  }
  const isOurs = (pid: number): boolean =>
    pid === postmaster || pid === process.pid || (all.has(pid) && isOurs(all.get(pid)!.parent))
  let ticks = 0
  for (const [pid, one] of all) if (pid !== process.pid && isOurs(pid)) ticks += one.ticks
  return ticks / 100
}

const used = await processorSeconds()
let all = 0
async function timed<T>(name: string, run: () => Promise<T>, counts = true): Promise<T> {
  const began = performance.now()
  const result = await run()
  const took = performance.now() - began
  if (counts) all += took
  console.log(`  ${name.padEnd(44)} ${(took / 1000).toFixed(2)} s`)
  return result
}

console.log(`${people.toLocaleString('en')} people`)
const { id } = await timed('opened, everybody found by what they bought', () =>
  ana.call('POST /incidents', {
    body: {
      inboxId: inbox.id,
      what: 'A part of the heat pump Norte fails in the cold',
      clues: [{ by: 'dealing', what: 'heat pump norte' }],
    },
  }),
)
await timed('grouped by language, three concierges', () =>
  ana.call('POST /incidents/{id}/grouping', {
    params: { id },
    body: { how: { by: 'language' }, concierges },
  }),
)
const drafted = await timed('a letter drafted for each', () =>
  ana.call('POST /incidents/{id}/updates', {
    params: { id },
    body: {
      subject: 'About your {{bought}}',
      text: 'Dear {{name}},\n\na part of your {{bought}}, which you have had since {{bought on}}, may fail in the cold. We are sorry: we should have seen it before you did. We bring you a new part.\n\nYou hear from me again by {{next update}}.\n\n{{concierge}}',
      nextUpdate: new Date(Date.now() + 86_400_000).toISOString(),
    },
  }),
)
console.log(
  `  ${'together'.padEnd(44)} ${(all / 1000).toFixed(2)} s, ${((await processorSeconds()) - used).toFixed(1)} s of a processor  (drafts: ${drafted.letters.draft})`,
)
for (const line of tend.log.filter((one) => /slow/.test(one))) console.log(line.slice(0, 700))
if (seconds === 0) {
  await pool.end()
  await leaveNothing()
  await office.close()
  process.exit()
}
const params = { id, update: 1 }
const update = () => ana.call('GET /incidents/{id}/updates/{update}', { params })
await timed(
  'all read by the care language',
  async () => {
    while (!(await update()).read) await pause(250)
  },
  false,
)
const { stops } = await update()
console.log(`  stops: ${JSON.stringify(stops)}`)
if (stops.care)
  await timed(
    'a stop reviewed for all of them',
    () => ana.call('POST /incidents/{id}/updates/{update}/reviews', { params, body: { kind: 'care' } }),
    false,
  )
await timed('the list of incidents', () => ana.call('GET /incidents'), false)
await timed('the incident', () => ana.call('GET /incidents/{id}', { params: { id } }), false)
await timed('a page of its people', () => ana.call('GET /incidents/{id}/people', { params: { id } }), false)
await timed(
  'a page of its letters',
  () => ana.call('GET /incidents/{id}/updates/{update}/letters', { params }),
  false,
)

const { id: conversationId } = await ana.call('POST /conversations', {
  body: { inboxId: inbox.id, to: ['maria@mail.example'], subject: 'The boiler', text: 'We come on Friday.' },
})
await ana.call('POST /incidents/{id}/updates/{update}/sending', {
  params,
  body: { perMinute: 3000, undoSeconds: 0 },
})
const began = performance.now()
const took: number[] = []
const written = async () => (await update()).letters
while (performance.now() - began < seconds * 1000) {
  const word = `answer-${took.length}`
  const asked = performance.now()
  await ana.call('POST /conversations/{id}/replies', {
    params: { id: conversationId },
    body: { text: `An ordinary ${word}.` },
  })
  while (!office.letters.some((one) => one.raw.includes(word))) await pause(20)
  took.push(performance.now() - asked)
  await pause(500)
}
took.sort((a, b) => a - b)
const letters = await written()
const minutes = (performance.now() - began) / 60_000
console.log(
  `  while letters leave at ${Math.round((letters.told + letters.written) / minutes)} a minute: ${took.length} ordinary answers at the mail server, median ${(took[took.length >> 1]! / 1000).toFixed(2)} s, 95th of 100 ${(took[Math.floor(took.length * 0.95)]! / 1000).toFixed(2)} s`,
)
const addresses = office.letters.flatMap((one) => one.to.filter((to) => to.startsWith('person-')))
console.log(`  letters at the mail server ${addresses.length}, to ${new Set(addresses).size} people`)
await pool.end()
await leaveNothing()
await office.close()
