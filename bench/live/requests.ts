import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, startTend } from '#journeys/house.ts'
import { rowsOf, visit } from '#web/app/visiting.testing.ts'
import { databaseOf } from '../ui/fill.ts'

// What one reply makes every open tab ask:
//   node tools/run.mjs bench/live/requests.ts
// The sample team, its letters, a real Chromium. One colleague answers; the others only look, each at another screen.

/** Until the letter has left, its clocks have been set and every reaction has run. */
const settles = 20_000
const rounds = Number(process.argv.find((one) => /^\d+$/.test(one)) ?? 3)

const tend = await startTend({ env: { TEND_DEMO: '1', TEND_UNDO_SECONDS: '2' } })
const browser = await launchBrowser()
const writer = await visit(tend, browser, 'ana')
const reader = await visit(tend, browser, 'rosa')

const pool = await databaseOf(tend.data)
const rows = await rowsOf(writer, tend, 'waiting-for-us')
const subjects = rows.slice(0, rounds)
const other = rows.at(-1)!

const isWritten = async (after: string) =>
  (await pool.query(`select 1 from events where seq > $1 and type = 'message.written'`, [after])).rowCount !==
  0

interface Tab {
  name: string
  page: Page
  asked: Map<string, number>
}
function listen(name: string, page: Page): Tab {
  const asked = new Map<string, number>()
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (!pathname.startsWith('/api/v1/') || pathname.endsWith('/events')) return
    const plain = pathname.replace(/\b(cnv|cus|inb|prm|msg|tmt|inc)_\w{22}\b/g, '{id}')
    const line = `${request.method()} ${plain.slice(7)}${/view=/.test(search) ? search.slice(0, 24) : ''}`
    asked.set(line, (asked.get(line) ?? 0) + 1)
  })
  return { name, page, asked }
}
const open = async (name: string, path: string) => {
  const page = await reader.context().newPage()
  const tab = listen(name, page)
  await page.goto(`${tend.url}${path}`)
  return tab
}

/** A tab that has just come keeps things for when there is no line; nothing of that is because of a reply. */
async function quiet(tabs: readonly Tab[]): Promise<void> {
  const count = () => tabs.reduce((sum, { asked }) => sum + [...asked.values()].reduce((a, b) => a + b, 0), 0)
  for (let waited = 0, before = -1; waited < 90_000 && before !== count(); waited += 6000) {
    before = count()
    await writer.waitForTimeout(6000)
  }
}

const totals = new Map<string, number[]>()
for (const { id } of subjects) {
  await writer.goto(`${tend.url}/conversations/${id}`)
  await writer.locator('.timeline .message').first().waitFor()
  const tabs = [
    listen('writes the reply', writer),
    await open('that conversation open', `/conversations/${id}`),
    await open('another conversation open', `/conversations/${other.id}`),
    await open('a list', '/inbox/waiting-for-us'),
    await open('Today', '/today'),
    await open('Promises', '/promises'),
  ]
  await quiet(tabs)
  for (const { asked } of tabs) asked.clear()
  const { rows: before } = await pool.query<{ seq: string }>('select max(seq) as seq from events')
  await writer.keyboard.press('r')
  await writer.locator('.prose').click()
  await writer.keyboard.type('The part is here. I will send it to you on Friday.')
  await writer.keyboard.press('ControlOrMeta+Enter')
  // A busy machine takes its time; what counts begins when it is written.
  for (let waited = 0; waited < 120 && !(await isWritten(before[0]!.seq)); waited++) {
    if (waited % 20 === 19) await writer.keyboard.press('ControlOrMeta+Enter')
    await writer.waitForTimeout(1000)
  }
  await writer.waitForTimeout(settles)
  const { rows: heard } = await pool.query<{ type: string; n: number }>(
    'select type, count(*)::int as n from events where seq > $1 group by 1 order by 2 desc',
    [before[0]!.seq],
  )
  console.log(`events: ${heard.map(({ type, n }) => `${n} × ${type}`).join(', ')}`)
  for (const { name, page, asked } of tabs) {
    const all = [...asked.values()].reduce((a, b) => a + b, 0)
    totals.set(name, [...(totals.get(name) ?? []), all])
    if (id === subjects.at(-1)!.id && process.argv.includes('--lines'))
      console.log(
        `${name}: ${all}\n${[...asked]
          .toSorted((a, b) => b[1] - a[1])
          .map(([line, n]) => `   ${n} × ${line}`)
          .join('\n')}`,
      )
    if (page !== writer) await page.close()
    else page.removeAllListeners('request')
  }
}
console.log(`\nload ${loadavg()[0]!.toFixed(1)}; requests after one reply, each round:`)
for (const [name, each] of totals) console.log(`${name.padEnd(28)} ${each.join(' ')}`)
await pool.end()
await browser.close()
await leaveNothing()
