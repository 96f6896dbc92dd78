import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, startTend } from '#journeys/house.ts'
import { rowsOf, visit } from '#web/app/visiting.testing.ts'
import { databaseOf, fill } from './fill.ts'
import { plansOf } from './plans.ts'

// Key to paint of the commonest actions (UX.md, U4), over many conversations and on a processor slowed down:
//   node tools/run.mjs bench/ui/keys.ts [10000] [4] [20] ['open|next']
// With words of their names only these actions, and nothing is written down: for before and after a change.
// A whole Tend, its own PostgreSQL and a real Chromium. From the keydown until the frame in which what was asked for is drawn.

const total = Number(process.argv[2] ?? 10_000)
const slowed = Number(process.argv[3] ?? 4)
const times = Number(process.argv[4] ?? 20)
const some = process.argv[5] ? new RegExp(process.argv[5]) : null
const open = Math.min(total, 3000)

const tend = await startTend({ env: { TEND_DEMO: '1' } })
const browser = await launchBrowser()
const page = await visit(tend, browser, 'ana')
const { teammate } = (await (await page.request.get(`${tend.url}/api/v1/me`)).json()) as {
  teammate: { id: string }
}
const pool = await databaseOf(tend.data)
await fill(pool, total, teammate.id, open)

interface Action {
  name: string
  keys: string[]
  /** Brings the page to where the key is pressed; not measured. */
  before(page: Page): Promise<void>
  /** In the page: whether what was asked for is drawn. `was`: what `mark` said before. */
  mark: string
  shown: string
}

const list = async () => {
  if (await page.locator('.thread').count()) await page.keyboard.press('u')
  await page.locator('.thread').waitFor({ state: 'detached' })
  if (!page.url().endsWith('/inbox/for-me')) await page.keyboard.press('1')
  await page.locator('.conversation-row.at').waitFor()
  await page.waitForFunction(() => !document.querySelector('.chosen'))
}
const atList = async () => {
  await list()
  await page.keyboard.press('j')
  await page.waitForFunction(() => document.activeElement?.closest('.conversation-row.at'))
  // The one that is pointed at is fetched ahead, while a person reads its line.
  await page.waitForTimeout(400)
}
const inThread = async () => {
  await atList()
  await page.keyboard.press('o')
  await page.locator('.timeline .message').first().waitFor()
  await page.locator('.prose').waitFor()
  await page.waitForTimeout(400)
}
const atText = `document.querySelector('.conversation-row.at a')?.dataset.row`
const openName = `document.querySelector('.thread-head h1')?.textContent + location.pathname`
const changed = (mark: string) => `(${mark}) !== was`

const everything: Action[] = [
  { name: 'next in the list (j)', keys: ['j'], before: atList, mark: atText, shown: changed(atText) },
  { name: 'the one before (k)', keys: ['k'], before: atList, mark: atText, shown: changed(atText) },
  {
    name: 'open (o)',
    keys: ['o'],
    before: atList,
    mark: '0',
    shown: `document.querySelector('.timeline .message') !== null`,
  },
  {
    name: 'next while one is open (j)',
    keys: ['j'],
    before: inThread,
    mark: openName,
    shown: `${changed(openName)} && document.querySelector('.timeline .message') !== null`,
  },
  {
    name: 'back to the list (u)',
    keys: ['u'],
    before: inThread,
    mark: '0',
    shown: `document.querySelector('.thread') === null`,
  },
  {
    name: 'reply (r)',
    keys: ['r'],
    before: inThread,
    mark: '0',
    shown: `document.activeElement?.classList.contains('prose')`,
  },
  {
    name: 'a letter in a reply',
    keys: ['a'],
    async before() {
      await inThread()
      await page.keyboard.press('r')
      await page.waitForFunction(() => document.activeElement?.classList.contains('prose'))
      await page.keyboard.type('Dear you, the part is here and we will call tomorrow at ten. ')
      await page.waitForTimeout(300)
    },
    mark: `document.querySelector('.prose').textContent`,
    shown: changed(`document.querySelector('.prose').textContent`),
  },
  {
    name: 'note (n)',
    keys: ['n'],
    before: inThread,
    mark: '0',
    shown: `document.querySelector('.composer.note') && document.activeElement?.classList.contains('prose')`,
  },
  {
    name: 'done, with a goodbye (e)',
    keys: ['e'],
    before: inThread,
    mark: '0',
    shown: `document.querySelector('.panel input[type=radio]') !== null`,
  },
  {
    name: 'later (h)',
    keys: ['h'],
    before: inThread,
    mark: '0',
    shown: `document.querySelector('#later-reason') !== null`,
  },
  {
    name: 'to me (i)',
    keys: ['i'],
    async before() {
      await inThread()
      const id = new URL(page.url()).pathname.split('/')[2]
      await page.request.post(`${tend.url}/api/v1/conversations/${id}/assignment`, {
        data: { teammateId: null },
      })
      await page.waitForFunction(() => document.querySelector('#assign')?.textContent?.includes('Nobody'))
      await page.waitForTimeout(400)
    },
    mark: `document.querySelector('#assign')?.textContent`,
    shown: changed(`document.querySelector('#assign')?.textContent`),
  },
  {
    name: 'choose a row (x)',
    keys: ['x'],
    before: atList,
    mark: '0',
    shown: `document.querySelector('.chosen') !== null`,
  },
  {
    name: 'another list (4)',
    keys: ['4'],
    before: atList,
    mark: `document.querySelector('.rows [data-row]')?.dataset.row`,
    shown: `${changed(`document.querySelector('.rows [data-row]')?.dataset.row`)} && document.querySelector('.rows [data-row]') !== null`,
  },
  {
    name: 'palette opens (⌘K)',
    keys: ['Control+k'],
    before: atList,
    mark: '0',
    shown: `document.activeElement?.closest('.palette') !== null && document.querySelector('.palette [role=option]') !== null`,
  },
  {
    name: 'palette answers a letter',
    keys: ['d'],
    async before() {
      await atList()
      await page.keyboard.press('Control+k')
      await page.locator('.palette input').waitFor()
      await page.waitForFunction(() => document.activeElement?.closest('.palette'))
    },
    mark: `document.querySelector('.palette-list').textContent`,
    shown: changed(`document.querySelector('.palette-list').textContent`),
  },
]

const actions = everything.filter(({ name }) => !some || some.test(name))

/** In the page: from the next keydown to the frame in which `shown` holds, and what the browser itself counts until its next paint. */
const watchFor = ({ mark, shown, last }: { mark: string; shown: string; last: string }) => {
  // Made here: what the page calls later may make no code out of words (its CSP).
  const isShown = new Function('was', `return ${shown}`)
  const was = new Function(`return ${mark}`)()
  ;(window as never as { took: Promise<number> }).took = new Promise((resolve) => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== last) return
      removeEventListener('keydown', listen, true)
      const look = () => {
        if (!isShown(was)) return requestAnimationFrame(look)
        // After this frame is on the screen.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - event.timeStamp)
        port2.postMessage(0)
      }
      requestAnimationFrame(look)
    }
    addEventListener('keydown', listen, true)
  })
}

interface Took {
  /** Milliseconds to the screen, in order. */
  seen: number[]
  /** Milliseconds of the processor that the page itself needed: the same however busy the machine is. */
  worked: number[]
}

async function measure(rate: number, times: number): Promise<Map<string, Took>> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const processor = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration')!.value *
    1000
  const all = new Map<string, Took>()
  for (const action of actions) {
    const took: number[] = []
    const worked: number[] = []
    for (let n = 0; n < times; n++) {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      await action.before(page)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate })
      const last = action.keys.at(-1)!.split('+').at(-1)!
      await page.evaluate(watchFor, { mark: action.mark, shown: action.shown, last })
      const before = await processor()
      for (const key of action.keys) await page.keyboard.press(key)
      took.push(await page.evaluate(() => (window as never as { took: Promise<number> }).took))
      worked.push((await processor()) - before)
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
      await page.keyboard.press('Escape')
      if (action.name.includes('letter in a reply') || action.name.startsWith('note')) {
        await page.keyboard.press('ControlOrMeta+a')
        await page.keyboard.press('Delete')
      }
      if (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape')
      if (await page.locator('.panel').count())
        await page.locator('.panel').getByRole('button', { name: 'Cancel' }).click()
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    }
    took.sort((a, b) => a - b)
    worked.sort((a, b) => a - b)
    all.set(action.name, { seen: took, worked })
    process.stdout.write(
      `  ${action.name.padEnd(28)} × ${rate}: ${say(took, 0.5)} median, ${say(took, 0.95)} p95, ${say(worked, 0.5)} of the processor\n`,
    )
  }
  await cdp.detach()
  return all
}
const at = (sorted: number[], share: number) => sorted[Math.ceil(sorted.length * share) - 1]!
const say = (sorted: number[], share: number) => `${at(sorted, share).toFixed(0)} ms`

await page.goto(`${tend.url}/inbox/for-me`)
await page.locator('.conversation-row').first().waitFor()
console.log(
  `${(await rowsOf(page, tend, 'for-me')).length} rows a page; load before ${loadavg()[0]!.toFixed(1)}`,
)
// Once through, so that every chunk is there: a person presses each of these hundreds of times a day.
await measure(1, 2)
const load = [loadavg()[0]!]
const plain = await measure(1, times)
const slow = await measure(slowed, times)
if (some) {
  await pool.end()
  await browser.close()
  await leaveNothing()
  process.exit()
}
load.push(loadavg()[0]!)

const lines = [
  '# Key to paint',
  '',
  `\`node tools/run.mjs bench/ui/keys.ts ${total} ${slowed} ${times}\`, ${new Date().toISOString().slice(0, 10)}: ${total.toLocaleString('en')} conversations with 3 letters each, ${open.toLocaleString('en')} of them in the`,
  `list; ${times} times each, server, database and browser on one machine of 2 cores whose load was ${load.map((one) => one.toFixed(1)).join(' to ')} (other work ran beside).`,
  'From the keydown to the frame in which the result is on the screen; the work is processor time of the page, unslowed.',
  '',
  `| action | median | p95 | median, ${slowed} × slower | p95, ${slowed} × slower | ratio | the page's own work, median | p95 |`,
  '|---|---|---|---|---|---|---|---|',
  ...actions.map(({ name }) => {
    const [a, b] = [plain.get(name)!, slow.get(name)!]
    const ratio = (at(b.seen, 0.5) / at(a.seen, 0.5)).toFixed(1)
    return `| ${name} | ${say(a.seen, 0.5)} | ${say(a.seen, 0.95)} | ${say(b.seen, 0.5)} | ${say(b.seen, 0.95)} | ${ratio} | ${say(a.worked, 0.5)} | ${say(a.worked, 0.95)} |`
  }),
  '',
  ...(await plansOf(pool, teammate.id)),
]
await writeFile(new URL('results.md', import.meta.url), `${lines.join('\n')}\n`)
console.log(lines.join('\n'))
await pool.end()
await browser.close()
await leaveNothing()
