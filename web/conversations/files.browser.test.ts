import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { rowsOf, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

const open = async (who: 'ana' | 'ben', view = 'for-me'): Promise<{ page: Page; id: string }> => {
  const page = await visit(house, browser, who)
  const [first] = await rowsOf(page, house, view)
  await page.goto(`${house.url}/conversations/${first!.id}`)
  await page.locator('.prose').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  return { page, id: first!.id }
}

/** A file as it comes out of the clipboard or over the window's edge; the browser itself makes no such event for a script. */
const bring = (page: Page, how: 'paste' | 'drop', file: { name: string; type: string; bytes: number[] }) =>
  page.evaluate(
    ({ how, file }) => {
      const prose = document.querySelector('.prose')!
      const carried = new DataTransfer()
      carried.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: file.type }))
      const { left, top } = prose.getBoundingClientRect()
      prose.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: carried,
              bubbles: true,
              cancelable: true,
              clientX: left + 5,
              clientY: top + 5,
            }),
      )
    },
    { how, file },
  )

/** One dot, a whole PNG. */
const dot = [
  ...Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
]

it('takes a picture that is pasted into the words, and a file that is dropped beside them', async () => {
  const { page, id } = await open('ana')
  await page.keyboard.type('Look: ')
  await bring(page, 'paste', { name: 'boiler.png', type: 'image/png', bytes: dot })
  await page.locator('.prose img').waitFor()
  await expect
    .poll(() => page.locator('.prose img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0)
  await bring(page, 'drop', { name: 'bill.txt', type: 'text/plain', bytes: [...Buffer.from('One bill.')] })
  await page.locator('.composer .files .chip').filter({ hasText: 'bill.txt' }).waitFor()
  // Both are on the server with the draft, so that another window has them too.
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${house.url}/api/v1/conversations/${id}`)
        const { drafts } = (await answer.json()) as {
          drafts: { kind: string; attachments: { filename: string }[] }[]
        }
        return drafts.find(({ kind }) => kind === 'reply')?.attachments.map(({ filename }) => filename)
      },
      { timeout: 60_000 },
    )
    .toEqual(['boiler.png', 'bill.txt'])
  await page.context().close()
}, 300_000)

it('gives back words, picture and file of a reply that is undone, and they can be sent again', async () => {
  const { page, id } = await open('ben', 'waiting-for-us')
  await page.keyboard.type('Look at this, please. ')
  await bring(page, 'paste', { name: 'valve.png', type: 'image/png', bytes: dot })
  await page.locator('.prose img').waitFor()
  await bring(page, 'drop', { name: 'plan.txt', type: 'text/plain', bytes: [...Buffer.from('One plan.')] })
  // While it travels it has no button to take it out.
  const file = page.getByRole('button', { name: t('composer.removeFile', { name: 'plan.txt' }) })
  await file.waitFor()
  const send = async () => {
    await page.locator('.prose').press('ControlOrMeta+Enter')
    await page.locator('.toast, .composer .problem, .crossed, .stopped').first().waitFor()
    expect(await page.locator('.composer :is(.problem, .crossed, .stopped)').allInnerTexts()).toEqual([])
    await page
      .locator('.toast')
      .filter({ hasText: t('composer.sent') })
      .waitFor()
  }
  await send()
  await page
    .locator('.toast')
    .getByRole('button', { name: t('app.undo') })
    .click()
  await page.waitForURL((url) => url.pathname.endsWith(id))
  await page.locator('.prose').filter({ hasText: 'Look at this, please.' }).waitFor()
  await file.waitFor()
  await expect
    .poll(() => page.locator('.prose img').evaluate((img: HTMLImageElement) => img.naturalWidth), {
      timeout: 60_000,
    })
    .toBeGreaterThan(0)
  await send()
  await expect
    .poll(
      async () => {
        const answer = await page.request.get(`${house.url}/api/v1/conversations/${id}`)
        const { messages } = (await answer.json()) as {
          messages: { direction: string; text: string; attachments: { filename: string }[] }[]
        }
        const ours = messages.filter(({ text }) => text.includes('Look at this, please.'))
        return ours.map(({ attachments }) => attachments.map(({ filename }) => filename).toSorted())
      },
      { timeout: 60_000 },
    )
    .toEqual([['plan.txt', 'valve.png']])
  await page.context().close()
}, 300_000)
