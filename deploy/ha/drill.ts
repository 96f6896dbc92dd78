import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { type Client, clientOf } from '#journeys/client.ts'
import { leaveNothing, newDataFolder, startTend } from '#journeys/house.ts'
import { sendBySmtp } from '#journeys/post.ts'
import { until } from '#journeys/until.ts'

/**
 * Writes through Tend while the PostgreSQL that leads is killed, again and again, and says what became of every write that was
 * acknowledged:  node tools/run.mjs deploy/ha/drill.ts [ROUNDS] [FOLDER of cluster.sh]
 * Ends with 1 where one was lost or is there twice.
 */
const rounds = Number(process.argv[2] ?? 3)
const folder = process.argv[3] ?? '/tmp/tend-ha'
const writers = 8
const script = fileURLToPath(new URL('cluster.sh', import.meta.url))
const cluster = async (...words: string[]) =>
  (await promisify(execFile)(script, [...words, folder])).stdout.trim()
const say = (line: string) => process.stdout.write(`${line}\n`)

interface Write {
  token: string
  kind: 'note' | 'letter'
  asked: number
  /** When the 2xx or the 250 came; null: it was refused, and nobody was told that it is kept. */
  acknowledged: number | null
}
const writes: Write[] = []
let over = false

/** One request, once: no second try hides a refusal. */
async function write(kind: Write['kind'], work: (token: string) => Promise<unknown>): Promise<void> {
  const one: Write = { token: randomUUID(), kind, asked: performance.now(), acknowledged: null }
  writes.push(one)
  try {
    await work(one.token)
    one.acknowledged = performance.now()
  } catch {
    await pause(100)
  }
}

async function keepNoting(client: Client, id: string): Promise<void> {
  while (!over)
    await write('note', (token) =>
      client.call('POST /conversations/{id}/notes', {
        params: { id },
        body: { text: `TKN-${token}` },
        headers: { 'idempotency-key': token },
      }),
    )
}

async function keepWriting(smtpPort: number): Promise<void> {
  const { name, email } = customers.maria
  while (!over)
    await write('letter', async (token) => {
      const raw = await rawMail({
        from: { name, email },
        to: inboxes.repairs.address,
        subject: `TKN-${token}`,
        text: `There is no hot water.\n\n${name}`,
        date: new Date(),
      })
      await sendBySmtp(smtpPort, { raw, from: email, to: inboxes.repairs.address })
    })
}

/** The longest while without an acknowledgement of any writer, in seconds, and when it began. */
function longestSilence(from: number, to: number): { seconds: number; refused: number } {
  const times = writes
    .flatMap((one) => one.acknowledged ?? [])
    .filter((at) => at >= from && at <= to)
    .sort((a, b) => a - b)
  let longest = 0
  for (let n = 1; n < times.length; n++) longest = Math.max(longest, times[n]! - times[n - 1]!)
  const refused = writes.filter((one) => one.acknowledged === null && one.asked >= from && one.asked <= to)
  return { seconds: longest / 1000, refused: refused.length }
}

const url = (await readFile(join(folder, 'url'), 'utf8')).trim()
const files = await mkdtemp(join(tmpdir(), 'tend-drill-'))
let code = 0
try {
  const env = { DATABASE_URL: url, TEND_FILES: files, TEND_LOG: 'fatal' }
  const nodes = [
    await startTend({ data: await newDataFolder(), env }),
    await startTend({ data: await newDataFolder(), env }),
  ]
  const admin = await nodes[0]!.admin()
  const inbox = (await admin.call('GET /inboxes')).items.find(
    (one) => one.address === inboxes.repairs.address,
  )
  const { id: inboxId } = inbox ?? (await admin.call('POST /inboxes', { body: inboxes.repairs }))
  const { items } = await admin.call('GET /teammates')
  const { name, email } = teammates.ana
  const ana =
    items.find((one) => one.email === email) ??
    (await admin.call('POST /teammates', { body: { name, email, role: 'lead', inboxes: [inboxId] } }))
  const { key } = await admin.call('POST /teammates/{id}/keys', { params: { id: ana.id }, body: {} })
  const conversations: string[] = []
  for (let n = 0; n < writers; n++) {
    const from = customers.helen
    const raw = await rawMail({
      from: { name: from.name, email: from.email },
      to: inboxes.repairs.address,
      subject: `The radiator of room ${n}`,
      text: `It is cold in room ${n}.`,
      date: new Date(),
    })
    conversations.push((await admin.handIn(raw)).conversationId!)
  }
  const work = conversations.map((id, n) => keepNoting(clientOf(nodes[n % 2]!.url, key), id))
  work.push(...nodes.map(({ smtpPort }) => keepWriting(smtpPort)))
  await until('everybody writes', () => writes.filter((one) => one.acknowledged).length > 100)

  for (let round = 1; round <= rounds; round++) {
    await until('a follower is in step', () => isReady(), 300)
    await pause(5000)
    const before = await cluster('leader')
    const killed = performance.now()
    await cluster('kill', before)
    await until('another leads, and writes are taken', () => isLedByAnother(before, killed), 300)
    await pause(5000)
    const { seconds, refused } = longestSilence(killed - 2000, performance.now())
    say(
      `round ${round}: node ${before} died, node ${await cluster('leader')} leads · ${seconds.toFixed(1)} s without an acknowledgement · ${refused} requests refused`,
    )
    await cluster('revive', before)
  }
  over = true
  await Promise.all(work)
  await until('a follower is in step', () => isReady(), 300)
  code = await settle(url)
} finally {
  over = true
  await leaveNothing()
  await rm(files, { recursive: true, force: true })
}
process.exit(code)

function isReady(): Promise<boolean> {
  return cluster('ready').then(
    () => true,
    () => false,
  )
}

async function isLedByAnother(before: string, killed: number): Promise<boolean> {
  const leader = await cluster('leader').catch(() => before)
  const last = writes.findLast((one) => one.acknowledged)?.asked ?? 0
  return leader !== before && last > killed + 1000
}

/** Every token that stands in the database, counted; against every one that was acknowledged. */
async function settle(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const count = async (sql: string) => {
    const { rows } = await client.query<{ token: string }>(sql)
    return Map.groupBy(rows, (row) => row.token)
  }
  // A letter that got its 250 is kept at once, and becomes a message when its job has run.
  await until(
    'every letter is read',
    async () => (await client.query(`select from letters where state = 'received' limit 1`)).rowCount === 0,
    300,
  )
  const notes = await count(
    `select substr(text, 5, 36) as token from messages where text ~ '^TKN-[0-9a-f-]{36}$'`,
  )
  const letters = await count(
    `select substr(subject, 5, 36) as token from messages where direction = 'in' and subject ~ '^TKN-[0-9a-f-]{36}$'`,
  )
  await client.end()
  const found = (one: Write) => (one.kind === 'note' ? notes : letters).get(one.token)?.length ?? 0
  const acknowledged = writes.filter((one) => one.acknowledged !== null)
  const lost = acknowledged.filter((one) => found(one) === 0)
  const twice = writes.filter((one) => found(one) > 1)
  const kept = writes.filter((one) => one.acknowledged === null && found(one) === 1)
  const of = (kind: Write['kind']) => acknowledged.filter((one) => one.kind === kind).length
  say(
    `acknowledged ${acknowledged.length} (${of('note')} notes, ${of('letter')} letters) · lost ${lost.length} · twice ${twice.length} · refused ${writes.length - acknowledged.length}, of which ${kept.length} are there all the same`,
  )
  return lost.length + twice.length > 0 ? 1 : 0
}
