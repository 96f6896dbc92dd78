import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaveNothing, startTend, tend } from '#journeys/house.ts'
import { cpuOf } from './machine.ts'
import { dice, nameOf, textOf } from './words.ts'

// node tools/run.mjs bench/import.ts [20000]
// An mbox of so many letters of 150 words, three to a matter and the last one ours, brought in by `tend mail import` as a person would: a whole
// Tend with its own PostgreSQL. Then the same once more, which must change nothing. Messages a second are weather on a shared
// machine; what one costs of CPU is a figure.

const many = Number(process.argv[2] ?? 20_000)
const address = 'care@brightwater.example'
const folder = await mkdtemp(join(tmpdir(), 'tend-bench-import-'))
const mbox = join(folder, 'care.mbox')

async function writeMbox(): Promise<void> {
  const next = dice(8)
  const file = createWriteStream(mbox)
  for (let n = 0; n < many; n++) {
    const matter = Math.floor(n / 3)
    const name = nameOf(matter)
    const person = `${name} <person-${matter}@mail.example>`
    const [from, to] = n % 3 === 2 ? [address, person] : [person, address]
    const date = new Date(Date.UTC(2020, 0, 1) + n * 3_600_000)
    const earlier = n % 3 ? `In-Reply-To: <${n - 1}@mail.example>\n` : ''
    const written = file.write(
      `From person@mail.example ${date.toUTCString()}\nFrom: ${from}\nTo: ${to}\nSubject: ${n % 3 ? 'Re: ' : ''}Matter ${matter}\nDate: ${date.toUTCString()}\n` +
        `Message-ID: <${n}@mail.example>\n${earlier}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${textOf(next, 150)}\n\n`,
    )
    if (!written) await new Promise((resolve) => file.once('drain', resolve))
  }
  await new Promise((resolve) => file.end(resolve))
}

try {
  await writeMbox()
  const house = await startTend()
  const admin = await house.admin()
  await admin.call('POST /inboxes', { body: { name: 'Care', address } })
  const postgres = Number(
    (await readFile(join(house.data, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0],
  )
  // PostgreSQL is a child of Tend, and the command one of ours, which counts when it has ended.
  const spent = async () => {
    const [ours, tends, its] = [await cpuOf(process.pid), await cpuOf(house.pid), await cpuOf(postgres)]
    return [tends - its, its, ours - tends]
  }
  for (const round of ['first', 'again']) {
    const start = await spent()
    const began = performance.now()
    const { stdout } = await tend(house.data, 'mail', 'import', mbox, '--inbox', 'Care')
    const took = (performance.now() - began) / 1000
    const end = await spent()
    const each = (k: number) => ((end[k]! - start[k]!) / many).toFixed(2)
    console.log(
      `${round}: ${(many / took).toFixed(0)}/s; CPU ms each: Tend ${each(0)}, PostgreSQL ${each(1)}, the command ${each(2)}; load ${loadavg()[0]!.toFixed(1)}\n  ${stdout.trim().split('\n')[0]}`,
    )
  }
  await house.stop()
} finally {
  await rm(folder, { recursive: true, force: true })
  await leaveNothing()
}
