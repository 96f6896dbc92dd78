import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { customers, inboxes } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { chance } from './chance.ts'
import type { Client } from './client.ts'
import { launchTend, leaveNothing, newDataFolder, type RunningTend, tend } from './house.ts'

/**
 * TRUST.md §8, X1 for old mail: the program, or it and PostgreSQL, is killed at any moment of an import, and the same command is run again.
 * Three take a quarter of a minute; `TEND_KILLS=24` before a release.
 */
const kills = Number(process.env.TEND_KILLS) || 3
const patient = 30 * 60_000
const dice = chance()
const repairs = inboxes.repairs.address
const { maria, paul, clara, edith } = customers
const people = [maria, paul, clara, edith]
/** Some thousand letters, so that the fastest machine is in the middle of them when it is killed, each time anew. */
const matters = 300 + kills * 60
const perMatter = 3

let folder: string
afterAll(async () => {
  await leaveNothing()
  await rm(folder, { recursive: true, force: true })
}, patient)

const subjectOf = (matter: number) => `The tap in yard ${matter}`
const wordsOf = (matter: number, n: number) => `It drips, TKN-${matter}-${n}.`

/** Matters of three letters each, the last one ours; all of a matter apart from each other, and some in the wrong order. */
async function writeMbox(path: string): Promise<void> {
  const letters: { at: number; raw: Buffer }[] = []
  for (let matter = 0; matter < matters; matter++)
    for (let n = 0; n < perMatter; n++) {
      const them = people[matter % people.length]!
      const ours = n === perMatter - 1
      const raw = await rawMail({
        from: ours ? { name: 'Repairs', email: repairs } : them,
        to: ours ? them : { name: 'Repairs', email: repairs },
        subject: n ? `Re: ${subjectOf(matter)}` : subjectOf(matter),
        text: wordsOf(matter, n),
        date: new Date(Date.UTC(2020, 0, 1 + matter, n)),
        messageId: `${matter}.${n}@mail.example`,
        ...(n && {
          inReplyTo: `${matter}.${n - 1}@mail.example`,
          references: Array.from({ length: n }, (_, before) => `${matter}.${before}@mail.example`),
        }),
      })
      letters.push({ at: matter + dice.below(20), raw })
    }
  letters.sort((a, b) => a.at - b.at)
  const lines = letters.map(({ raw }) => `From mail Wed Jan  1 00:00:00 2020\n${raw.toString('latin1')}\n`)
  await writeFile(path, lines.join(''), 'latin1')
}

async function everyMatter(client: Client): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  let after: string | undefined
  do {
    const page = await client.call('GET /conversations', { query: { limit: 100, ...(after && { after }) } })
    for (const { id, subject } of page.items) {
      const { messages } = await client.call('GET /conversations/{id}', { params: { id } })
      expect(found.has(subject), `${subject} is there twice`).toBe(false)
      found.set(
        subject,
        messages.map(({ direction, text }) => `${direction} ${text.trim()}`),
      )
    }
    after = page.next ?? undefined
  } while (after)
  return found
}

test(
  `an import that is killed ${kills} times stores every letter once, each matter in one conversation`,
  async () => {
    folder = await mkdtemp(join(tmpdir(), 'tend-import-kills-'))
    const mbox = join(folder, 'old.mbox')
    await writeMbox(mbox)
    const data = await newDataFolder()
    let house: RunningTend = await launchTend({ data, env: {} }).ready
    await (await house.admin()).call('POST /inboxes', { body: { name: 'Repairs', address: repairs } })
    const kept = async () => (await readdir(join(data, 'files'), { recursive: true })).length
    let met = 0
    for (let n = 0; n < kills; n++) {
      const before = await kept()
      const importing = tend(data, 'mail', 'import', mbox, '--inbox', 'Repairs').then(
        () => 'ended',
        () => 'broken',
      )
      // From the moment that it keeps letters on, somewhere between two of its batches or within one.
      const enough = before + dice.below(12)
      const ended = { yet: false }
      void importing.then(() => {
        ended.yet = true
      })
      while (!ended.yet && (await kept()) <= enough) await pause(2)
      await pause(dice.below(120))
      await house.kill(n % 2 === 1)
      if ((await importing) === 'broken') met++
      house = await launchTend({ data, env: {} }).ready
    }
    process.stdout.write(`import: ${kills} kills, ${met} of them in its middle (seed ${dice.seed})\n`)
    expect(met).toBeGreaterThanOrEqual(Math.ceil(kills / 2))
    const all = matters * perMatter
    const last = JSON.parse((await tend(data, 'mail', 'import', mbox, '--inbox', 'Repairs')).stdout)
    expect(last).toMatchObject({ in: all, unreadable: 0 })
    expect(last.stored + last.there).toBe(all)
    const again = JSON.parse((await tend(data, 'mail', 'import', mbox, '--inbox', 'Repairs')).stdout)
    expect(again).toMatchObject({ in: all, stored: 0, there: all })
    const found = await everyMatter(await house.admin())
    expect(found.size).toBe(matters)
    for (let matter = 0; matter < matters; matter++)
      expect(found.get(subjectOf(matter))).toEqual([
        `in ${wordsOf(matter, 0)}`,
        `in ${wordsOf(matter, 1)}`,
        `out ${wordsOf(matter, 2)}`,
      ])
    const out = await tend(data, 'mail', 'export', join(folder, 'out'), '--format', 'eml')
    expect(JSON.parse(out.stdout)).toMatchObject({ letters: all, missing: 0 })
    await house.stop()
  },
  patient,
)
