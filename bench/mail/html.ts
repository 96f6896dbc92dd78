import { launchBrowser } from '#journeys/browser.ts'
import { sanitiseMail } from '#server/channels/email/show/sanitise.ts'
import { openJudge } from '#server/channels/email/show/testing/judge.ts'
import type { Suite } from './table.ts'

interface HtmlCase {
  id: string
  html: string
}

/** Cleans each case as a letter's HTML is cleaned, and shows it in a real Chromium without any other protection: does a script run, is anybody outside asked? */
export async function judgeHtml(name: string, lines: string[]): Promise<Suite> {
  const browser = await launchBrowser()
  const court = await openJudge(browser)
  const suite: Suite = { name, cases: [] }
  try {
    for (const line of lines) {
      const { id, html } = JSON.parse(line) as HtmlCase
      const started = performance.now()
      const clean = sanitiseMail(html, { allowRemote: false }).html
      const milliseconds = performance.now() - started
      const { ran, asked } = await court.judge(clean)
      suite.cases.push({
        id,
        checks: { safeHtml: ran.length === 0, noRemote: asked.length === 0 },
        milliseconds,
      })
    }
  } finally {
    await court.close()
    await browser.close()
  }
  return suite
}
