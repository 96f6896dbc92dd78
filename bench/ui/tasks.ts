import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, startTend } from '#journeys/house.ts'
import { rowsOf, visit } from '#web/app/visiting.testing.ts'

// What the ten commonest tasks take in keys, and Tend's own share of the seconds, by doing each with the keyboard in the sample team:
//   node tools/run.mjs bench/ui/tasks.ts
// Keys: every press but the words a person would write anyway; what is typed to choose something counts. A hand's seconds by the
// keystroke-level model (Card, Moran & Newell 1980): 0.28 s a key, 1.35 s to make up one's mind, once a task.

const tend = await startTend({ env: { TEND_DEMO: '1' } })
const browser = await launchBrowser()
const page = await visit(tend, browser, 'ana')
const all = await rowsOf(page, tend, 'waiting-for-us')

interface Task {
  name: string
  /** Where one stands when it comes to mind; not counted. */
  before(): Promise<void>
  /** Presses; words in brackets that would be written anyway; what the eye waits for after a `?`. */
  does: string[]
  done(page: Page): Promise<unknown>
}

const list = async () => {
  await page.goto(`${tend.url}/inbox/waiting-for-us`)
  await page.locator('.conversation-row').nth(3).waitFor()
  await page.keyboard.press('j')
}
let next = 1
const thread = async () => {
  await page.goto(`${tend.url}/conversations/${all[next++]!.id}`)
  await page.locator('.composer').waitFor()
  await page.locator('.timeline .message').first().waitFor()
  await page.waitForTimeout(500)
}
const sent = (on: Page) => on.locator('.toast').first().waitFor()
const typed = (word: string) => [...word]

const tasks: Task[] = [
  {
    name: 'open whoever waits longest',
    before: list,
    does: ['o'],
    done: (on) => on.locator('.timeline .message').first().waitFor(),
  },
  {
    name: 'answer, and go on',
    before: thread,
    does: ['r', '(We have it, and come by.)', 'Control+Enter'],
    done: sent,
  },
  {
    name: 'answer, and done',
    before: thread,
    does: ['r', '(It is repaired, and was on us.)', 'Control+Shift+Enter'],
    done: sent,
  },
  {
    name: 'a note that calls a colleague',
    before: thread,
    does: ['n', '(Have you seen this, )', '@', ...typed('Ben'), 'Enter', 'Control+Enter'],
    done: (on) => on.locator('.message.note', { hasText: 'Have you seen this' }).waitFor(),
  },
  {
    name: 'give to a colleague',
    before: thread,
    does: ['a', ...typed('Ben'), 'Enter'],
    done: (on) => on.locator('#assign', { hasText: 'Ben' }).waitFor(),
  },
  {
    name: 'take it',
    before: thread,
    does: ['i'],
    done: (on) => on.locator('#assign', { hasText: 'yours' }).waitFor(),
  },
  {
    name: 'a framework reply',
    before: thread,
    does: ['r', '/', ...typed('visit'), 'Enter'],
    done: (on) => on.locator('.prose', { hasText: 'It takes' }).waitFor(),
  },
  {
    name: 'a tag',
    before: thread,
    does: ['l', ...typed('part'), '?.tag-picker [role=option]', 'Enter'],
    done: (on) => on.locator('.where .tag', { hasText: 'Part ordered' }).waitFor(),
  },
  {
    name: 'find what a person wrote',
    before: list,
    does: ['/', '(ceiling)', '?#hit-0', 'Enter'],
    done: (on) => on.locator('.timeline .message').first().waitFor(),
  },
  {
    name: 'later, until tomorrow',
    before: thread,
    does: ['h', '?.panel button', 'Enter'],
    done: (on) => on.locator('.toast').first().waitFor(),
  },
]

const rows: string[] = []
for (const task of tasks) {
  await task.before()
  const began = performance.now()
  let keys = 0
  try {
    for (const step of task.does) {
      if (step.length > 1 && step.startsWith('?')) {
        await page.locator(step.slice(1)).first().waitFor()
        continue
      }
      if (step.startsWith('(')) {
        await page.keyboard.type(step.slice(1, -1))
        continue
      }
      await page.keyboard.press(step)
      keys += step.split('+').length
    }
    await task.done(page)
    const own = (performance.now() - began) / 1000
    rows.push(
      `| ${task.name} | ${task.does.filter((step) => !/^\?./.test(step)).join(' ')} | ${keys} | ${(1.35 + keys * 0.28).toFixed(1)} s | ${own.toFixed(1)} s |`,
    )
  } catch (error) {
    rows.push(`| ${task.name} | failed: ${String(error).split('\n')[0]} |`)
    await page.screenshot({ path: `/tmp/shots/task-${rows.length}.png` })
  }
  console.log(rows.at(-1))
}
console.log(`load ${loadavg()[0]!.toFixed(1)}`)
await browser.close()
await leaveNothing()
