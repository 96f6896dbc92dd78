import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, rowsOf, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

/** More than React takes for a loop, at one go: a press each, all of them waiting while the page is busy with something else. */
async function pressWhileBusy(page: Page, keys: readonly string[]): Promise<void> {
  const wire = await page.context().newCDPSession(page)
  await page.evaluate(
    () =>
      new Promise<void>((begun) => {
        setTimeout(() => {
          begun()
          setTimeout(() => {
            const until = performance.now() + 800
            while (performance.now() < until);
          })
        })
      }),
  )
  await Promise.all(
    keys.flatMap((key) => [
      wire.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key }),
      wire.send('Input.dispatchKeyEvent', { type: 'keyUp', key }),
    ]),
  )
  await wire.detach()
}
const words =
  'It was repaired this morning, and all is well again. Ben looked at the other boiler too and found nothing that has to be done before spring.'

it('takes every letter that waited while the page was busy', async () => {
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  const [first] = await rowsOf(page, house, 'for-me')
  await page.goto(`${house.url}/conversations/${first!.id}`)
  const prose = page.locator('.prose')
  await prose.waitFor()
  for (const kind of ['r', 'n']) {
    await page.keyboard.press(kind)
    await page.waitForFunction(() => document.activeElement?.classList.contains('prose'))
    await pressWhileBusy(page, [...words])
    await expect.poll(() => prose.textContent()).toBe(words)
    // What stands there is what is kept: nothing of it was lost between the editor and the draft.
    await expect
      .poll(async () => {
        const { drafts } = await (
          await page.request.get(`${house.url}/api/v1/conversations/${first!.id}`)
        ).json()
        return drafts.find((one: { kind: string }) => one.kind === (kind === 'r' ? 'reply' : 'note'))?.text
      })
      .toBe(words)
    await page.keyboard.press('Escape')
  }
  // To open it again is nobody's typing: the words stand there as kept, and nothing is kept once more, neither then nor on leaving.
  const kept: string[] = []
  page.on('request', (asked) => asked.url().includes('/drafts/') && kept.push(asked.method()))
  await page.reload()
  await prose.filter({ hasText: words }).waitFor()
  await page.getByText(t('composer.saved')).waitFor()
  await page.locator('.timeline').focus()
  await page.keyboard.press('u')
  await page.locator('.thread').waitFor({ state: 'detached' })
  await page.evaluate(() => fetch('/api/v1/me').then((answer) => answer.text()))
  expect(kept).toEqual([])
  expect(heard).toEqual([])
  await page.context().close()
}, 120_000)

it('goes as far as the keys said that waited while the page was busy', async () => {
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  await page.goto(`${house.url}/inbox/all`)
  await page.locator('.conversation-row').nth(3).waitFor()
  const there = () => page.evaluate(() => location.pathname)
  await page.keyboard.press('o')
  await page.locator('.timeline .message').first().waitFor()
  const from = await there()
  const back = [...Array(35)].flatMap(() => ['j', 'k'])
  await pressWhileBusy(page, back)
  await expect.poll(there).toBe(from)
  await page.locator('.timeline .message').first().waitFor()
  await page.keyboard.press('u')
  await page.locator('.thread').waitFor({ state: 'detached' })
  await pressWhileBusy(page, back)
  expect(heard).toEqual([])
  await page.context().close()
}, 120_000)

it('leaves the focus in the list that comes when another had it', async () => {
  const page = await visit(house, browser, 'ana')
  await page.goto(`${house.url}/inbox/all`)
  await page.locator('.conversation-row').nth(3).waitFor()
  for (const list of ['3', '7', '2', '5']) {
    await page.keyboard.press('j')
    await page.waitForFunction(() => document.activeElement?.closest('.rows'))
    const was = await page.evaluate(() => location.pathname)
    await page.keyboard.press(list)
    await page.waitForURL((url) => url.pathname !== was)
    await page.waitForFunction(() => {
      const at = document.querySelector('.conversation-row.at')
      return at ? at.contains(document.activeElement) : document.activeElement?.matches('.rows')
    })
  }
  await page.context().close()
}, 120_000)

it('leaves the focus with whoever one goes on to while the palette closes', async () => {
  const page = await visit(house, browser, 'ana')
  await page.goto(`${house.url}/inbox/all`)
  await page.locator('.conversation-row').nth(3).waitFor()
  for (let n = 0; n < 30; n++) {
    await page.keyboard.press('ControlOrMeta+k')
    await page.waitForFunction(() => document.activeElement?.closest('.palette'))
    await page.keyboard.press('Escape')
    await page.locator('.palette').waitFor({ state: 'detached' })
    await page.keyboard.press(n % 2 ? 'k' : 'j')
    await page.waitForFunction(() => document.activeElement?.closest('.conversation-row.at'))
  }
  await page.context().close()
}, 120_000)

it('finds what was typed while the page was busy', async () => {
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  await page.goto(`${house.url}/inbox/all`)
  await page.locator('.conversation-row').first().waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.locator('.palette input')
  await page.waitForFunction(() => document.activeElement?.closest('.palette'))
  await pressWhileBusy(page, [...words])
  await expect.poll(() => palette.inputValue()).toBe(words)
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await page.keyboard.press('/')
  const search = page.locator('#q')
  await page.waitForFunction(() => document.activeElement?.id === 'q')
  await pressWhileBusy(page, [...words])
  await expect.poll(() => search.inputValue()).toBe(words)
  expect(heard).toEqual([])
  await page.context().close()
}, 120_000)
