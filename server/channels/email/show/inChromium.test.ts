import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { sanitiseMail } from './sanitise.ts'
import { openJudge } from './testing/judge.ts'
import { leaks, scripts } from './testing/vectors.ts'

let browser: Browser
let court: Awaited<ReturnType<typeof openJudge>>
beforeAll(async () => {
  browser = await launchBrowser()
  court = await openJudge(browser)
})
afterAll(async () => {
  await court?.close()
  await browser?.close()
})

const shown = (html: string) => sanitiseMail(html, { allowRemote: false }).html
const calls = { ran: [], asked: [] }

/** Places a piece of HTML may be hidden in. */
const wraps: ((html: string) => string)[] = [
  (html) => html,
  (html) => `<table><tr><td>${html}</td></tr></table>`,
  (html) => `<p title='x'><b>${html}`,
]

describe('the judge', () => {
  // A judge that acquits everybody would pass every test below.
  it('sees a handler, a script, and a picture from outside', async () => {
    expect((await court.judge('<img src=x onerror=alert(1)>')).ran).not.toEqual([])
    expect((await court.judge('<script>alert(1)</script>')).ran).not.toEqual([])
    expect((await court.judge('<a href="jav&#9;ascript:alert(1)">x</a>')).ran).not.toEqual([])
    expect(
      (await court.judge('<p style="background:url(https://track.elsewhere.example/1.gif)">x</p>')).asked,
    ).not.toEqual([])
    expect(await court.judge('<p>Good day</p>')).toEqual(calls)
  })

  it('sees most of the attacks succeed when nothing cleans them', async () => {
    let harmful = 0
    const sample = [...scripts, ...leaks].filter((_, at) => at % 4 === 0)
    for (const html of sample) {
      const { ran, asked } = await court.judge(html)
      if (ran.length || asked.length) harmful++
    }
    expect(harmful).toBeGreaterThan(sample.length / 2)
  }, 240_000)
})

/** What each piece does once it is clean; pieces that come out alike are judged once. */
async function failures(pieces: string[]): Promise<unknown[]> {
  const by = new Map(pieces.map((html) => [shown(html), html]))
  const found: unknown[] = []
  for (const [clean, html] of by) {
    const verdict = await court.judge(clean)
    if (verdict.ran.length || verdict.asked.length) found.push({ html, clean, ...verdict })
  }
  return found
}

describe('a letter in a real browser', () => {
  it(`runs none of ${scripts.length} scripts, wherever they stand`, async () => {
    expect(await failures(scripts.flatMap((html) => wraps.map((wrap) => wrap(html))))).toEqual([])
  }, 480_000)

  it(`asks nobody outside, in ${leaks.length} ways of asking`, async () => {
    expect(await failures(leaks)).toEqual([])
  }, 240_000)
})
