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
    for (const html of [...scripts, ...leaks]) {
      const { ran, asked } = await court.judge(html)
      if (ran.length || asked.length) harmful++
    }
    expect(harmful).toBeGreaterThan((scripts.length + leaks.length) / 2)
  }, 240_000)
})

describe('a letter in a real browser', () => {
  it(`runs none of ${scripts.length} scripts, wherever they stand`, async () => {
    const found: unknown[] = []
    for (const html of scripts)
      for (const wrap of wraps) {
        const verdict = await court.judge(shown(wrap(html)))
        if (verdict.ran.length || verdict.asked.length) found.push({ html: wrap(html), ...verdict })
      }
    expect(found).toEqual([])
  }, 480_000)

  it(`asks nobody outside, in ${leaks.length} ways of asking`, async () => {
    const found: unknown[] = []
    for (const html of leaks) {
      const verdict = await court.judge(shown(html))
      if (verdict.ran.length || verdict.asked.length) found.push({ html, ...verdict })
    }
    expect(found).toEqual([])
  }, 240_000)
})
