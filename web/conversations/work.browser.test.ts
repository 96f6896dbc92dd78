import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { until } from '#journeys/until.ts'
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

const focused = (page: Page) => page.evaluate(() => document.activeElement?.className ?? '')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const conversation = async (page: Page, id: string) =>
  (await (await page.request.get(`${house.url}/api/v1/conversations/${id}`)).json()) as {
    status: string
    messages: { direction: string; text: string }[]
    promises: { quote: string | null; state: string }[]
    drafts: { kind: string; text: string }[]
  }

/** For what follows a key within a frame or an answer, on a busy machine too. */
const soon = { timeout: 30_000 }

it('answers, promises and moves on by keyboard alone, and never loses the focus', async () => {
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  // As long as it can be: undoing is what is shown here, not how quick the machine is.
  await page.request.patch(`${house.url}/api/v1/me/preferences`, { data: { undoSeconds: 60 } })
  await page.goto(`${house.url}/today`)
  await page.locator('.greeting').waitFor()
  await press(page, 'g', 'i')
  await page.locator('.conversation-row').nth(1).waitFor()
  await press(page, 'j', 'k')
  await page.waitForFunction(() => document.activeElement?.closest('.conversation-row.at'))
  await press(page, 'o')
  await page.locator('.prose').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  await page.waitForURL(/\/conversations\/cnv_\w+$/)
  const id = page.url().split('/').pop()!
  const quotes = async () => (await conversation(page, id)).promises.map((one) => one.quote)
  const before = await quotes()

  await press(page, 'r')
  await page.waitForFunction(() => document.activeElement?.classList.contains('prose'))
  // Keys rest while somebody writes: e, h and p are letters here.
  await page.keyboard.type('He helped. I will call you tomorrow at 11:00')
  expect(await page.locator('.panel').count()).toBe(0)
  await page.locator('.promise-chip').waitFor()
  await press(page, 'Tab')
  await page.locator('.promise-mark.kept').waitFor()
  await page.locator('.promise-chip').waitFor({ state: 'detached' })
  await expect.poll(() => focused(page), soon).toContain('prose')
  await page.keyboard.type('. And I will write to you on Monday')
  await page.locator('.promise-chip').waitFor()
  await press(page, 'Escape')
  await page.locator('.promise-chip').waitFor({ state: 'detached' })
  await press(page, 'ControlOrMeta+Enter')
  await page
    .locator('.toast')
    .filter({ hasText: t('composer.sentPromises', { n: 1 }) })
    .waitFor()
  // Whatever is new, so that a failure says what stands there instead.
  const kept = async () => (await quotes()).filter((one) => !before.includes(one))
  await expect.poll(kept, soon).toEqual(['I will call you tomorrow at 11:00'])

  // The next who waits is there; `z` takes the sent one back, with its promise and its words.
  await page.waitForURL((url) => !url.pathname.endsWith(id))
  await page.waitForFunction(() => document.activeElement !== document.body)
  await press(page, 'z')
  await page.waitForURL((url) => url.pathname.endsWith(id))
  await page.locator('.prose').filter({ hasText: 'tomorrow at 11:00' }).waitFor()
  await expect.poll(kept, soon).toEqual([])
  await page.locator('.promise-mark.kept').waitFor()
  await press(page, 'r', 'ControlOrMeta+a', 'Delete', 'Escape')
  await expect.poll(() => focused(page), soon).toContain('timeline')

  for (const [key, place] of [
    ['e', '.panel input[type="radio"]'],
    ['h', '#later-reason'],
    ['p', '#made-what'],
  ] as const) {
    await press(page, key)
    await page.locator(place).first().waitFor()
    await page.waitForFunction(() => document.activeElement?.closest('.panel'))
    await page
      .locator('.panel')
      .getByRole('button', { name: t('app.cancel') })
      .press('Enter')
    await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  }
  // Their side of it, and back, with one key; a while of quiet, and its end, with another.
  await press(page, 't')
  await page.locator('.lived .wrote').first().waitFor()
  expect(await page.locator('.timeline .note').count()).toBe(0)
  await press(page, 't')
  await page.locator('.items .message').first().waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  await press(page, 'q')
  await page.locator('.banner.heads-down').waitFor()
  await press(page, 'q')
  await page.locator('.banner.heads-down').waitFor({ state: 'detached' })
  await press(page, 'a')
  await page.getByRole('menu').waitFor()
  await press(page, 'Escape')
  await page.waitForFunction(() => document.activeElement?.id === 'assign')
  await press(page, 'u')
  await page.locator('.thread').waitFor({ state: 'detached' })
  await press(page, 'x', 'j', 'x')
  await page
    .locator('.chosen')
    .filter({ hasText: t('chosen.count', { n: 2 }) })
    .waitFor()
  await press(page, 'Escape')
  await page.locator('.chosen').waitFor({ state: 'detached' })
  expect(heard).toEqual([])
  await page.context().close()
}, 300_000)

it('tells of a time that is not on the board, before it leaves and after; and Esc closes what a key has opened', async () => {
  const page = await visit(house, browser, 'ines')
  await page.request.patch(`${house.url}/api/v1/me/preferences`, { data: { afterSend: 'stay' } })
  const [first] = await rowsOf(page, house, 'for-me')
  await page.goto(`${house.url}/conversations/${first!.id}`)
  await page.locator('.prose').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  for (const key of ['e', 'h', 'p']) {
    await press(page, key)
    await page.waitForFunction(() => document.activeElement?.closest('.panel'))
    await press(page, 'Escape')
    await page.locator('.panel').waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  }

  await press(page, 'r')
  await page.waitForFunction(() => document.activeElement?.classList.contains('prose'))
  await press(page, 'ControlOrMeta+a', 'Delete')
  await page.keyboard.type('I will call you tomorrow at 11:00. Thank you for the long and careful letter.')
  const undecided = page.getByRole('button', { name: t('care.undecided', { n: 1 }) })
  await undecided.click()
  await page.locator('.promise-chip').waitFor()
  await press(page, 'ControlOrMeta+End')
  await undecided.waitFor()
  await press(page, 'ControlOrMeta+Enter')
  const what = 'I will call you tomorrow at 11:00'
  await page
    .locator('.toast')
    .filter({ hasText: t('composer.notOnBoard', { what }) })
    .waitFor()
  await page.context().close()
}, 300_000)

it('stops a reply that crosses a colleague’s, shows theirs above the kept words, and is live meanwhile', async () => {
  const [ana, rosa] = [await visit(house, browser, 'ana'), await visit(house, browser, 'rosa')]
  const [first] = await rowsOf(ana, house, 'for-me')
  for (const page of [ana, rosa]) {
    await page.goto(`${house.url}/conversations/${first!.id}`)
    await page.locator('.prose').waitFor()
  }
  await ana.locator('.prose').click()
  await ana.keyboard.type('My own words stay.')
  // Whoever reads here sees it while it goes on, however slow the machine.
  let writing = true
  const typing = (async () => {
    while (writing) await ana.keyboard.type(' Yes.', { delay: 300 })
  })()
  await rosa
    .locator('.thread-head')
    .filter({ hasText: t('row.typing', { who: 'Ana' }) })
    .waitFor()
  writing = false
  await typing
  await rosa.locator('.prose').click()
  await rosa.keyboard.type('Rosa was quicker.')
  await press(rosa, 'ControlOrMeta+Enter')
  await ana.locator('.message.out').filter({ hasText: 'Rosa was quicker.' }).waitFor()
  await press(ana, 'ControlOrMeta+Enter')
  await ana.locator('.crossed blockquote').filter({ hasText: 'Rosa was quicker.' }).waitFor()
  expect(await ana.locator('.prose').innerText()).toContain('My own words stay.')
  const texts = async () => (await conversation(ana, first!.id)).messages.map((message) => message.text)
  expect((await texts()).filter((text) => text.includes('My own words stay.'))).toEqual([])
  // The line is slow: what is written while the letter leaves, and while its draft is thrown away, is the next letter's.
  const [leaves, forgets, asked] = [1, 2, 3].map(() => Promise.withResolvers<void>())
  await ana.route('**/replies', (route) => leaves!.promise.then(() => route.continue()))
  await ana.route(/\/drafts\/reply/, async (route) => {
    if (route.request().method() === 'DELETE') {
      asked!.resolve()
      await forgets!.promise
    }
    await route.continue()
  })
  await ana.getByRole('button', { name: t('composer.anyway') }).click()
  await ana.locator('.prose').click()
  await press(ana, 'ControlOrMeta+End')
  await ana.keyboard.type(' A second letter')
  leaves!.resolve()
  await asked!.promise
  await ana.keyboard.type(', begun at once.')
  forgets!.resolve()
  await until('the reply sent anyway', async () =>
    (await texts()).some((text) => text.includes('My own words stay.')),
  )
  await until('the draft of the second letter', async () => {
    const { drafts } = await conversation(ana, first!.id)
    return drafts.some((draft) => draft.text.trim() === 'A second letter, begun at once.')
  })
  expect((await texts()).filter((text) => text.includes('A second letter'))).toEqual([])
  expect((await ana.locator('.prose').innerText()).trim()).toBe('A second letter, begun at once.')
  await Promise.all([ana.context().close(), rosa.context().close()])
}, 300_000)

/** U8 asks for two hundred; a daily run kills fewer. */
const tabsKilled = Number(process.env.TEND_TABS_KILLED ?? 3)

it(
  'has lost nothing that was seen on the screen when the tab is killed at a random key (U8)',
  async () => {
    const page = await visit(house, browser, 'ben')
    const [first] = await rowsOf(page, house, 'waiting-for-us')
    const address = `${house.url}/conversations/${first!.id}`
    let seen = ''
    for (const count of Array.from({ length: tabsKilled }, (_, n) => 3 + ((n * 34) % 41))) {
      const tab = await page.context().newPage()
      await tab.goto(address)
      await tab.locator('.prose').waitFor()
      expect((await tab.locator('.prose').innerText()).trim()).toBe(seen)
      await press(tab, 'r')
      await tab.keyboard.type('word by word, and never a pause in between'.slice(0, count))
      seen = (await tab.locator('.prose').innerText()).trim()
      // No farewell: what a page would still do when it is closed in order does not happen.
      const session = await tab.context().newCDPSession(tab)
      await Promise.race([session.send('Page.crash').catch(() => {}), tab.waitForEvent('crash')])
      await tab.close()
    }
    // A typist who never pauses is on the server too.
    const tab = await page.context().newPage()
    await tab.goto(address)
    await tab.locator('.prose').waitFor()
    await until('the draft on the server', async () => {
      const { drafts } = await conversation(tab, first!.id)
      return drafts.some((draft) => draft.text.trim() === seen)
    })
    await page.context().close()
  },
  300_000 + tabsKilled * 5_000,
)

it('does not send an empty slot, names whoever is new, and says what is too large', async () => {
  const page = await visit(house, browser, 'ana')
  const [first] = await rowsOf(page, house, 'for-me')
  await page.goto(`${house.url}/conversations/${first!.id}`)
  await page.locator('.prose').click()
  await press(page, 'ControlOrMeta+a', 'Delete', '/')
  await page.locator('.framework-menu input').waitFor()
  await press(page, 'Enter')
  await page.locator('.prose').filter({ hasText: '{{' }).waitFor()
  await press(page, 'ControlOrMeta+Enter')
  await page.locator('.problem').filter({ hasText: '{{' }).waitFor()
  // From one open slot to the next by Tab; behind the last it leaves the text, and until then no word is a key.
  const open = async () => ((await page.locator('.prose').innerText()).match(/\{\{/g) ?? []).length
  const slots = await open()
  expect(slots).toBeGreaterThan(1)
  for (let left = slots; left > 0; left--) {
    await page.waitForFunction(() => /^\{\{[^{}]*\}\}$/.test(String(getSelection())))
    await page.keyboard.type('oven')
    await expect.poll(open, soon).toBe(left - 1)
    expect(await focused(page)).toContain('prose')
    await press(page, 'Tab')
  }
  await page.waitForFunction(() => !document.activeElement?.classList.contains('prose'))
  await page.getByRole('button', { name: t('composer.addCc'), exact: true }).click()
  await page.keyboard.type('ines@casa-amaral.example,')
  await page.locator('.warning').filter({ hasText: 'ines@casa-amaral.example' }).waitFor()
  await page.getByRole('button', { name: t('composer.addBcc'), exact: true }).click()
  await page.keyboard.type('rosa@casa-amaral.example,')
  await page.locator('.warning').filter({ hasText: 'rosa@casa-amaral.example' }).waitFor()
  // An emoji by its name; and a colleague's name in a reply, which is asked about once.
  await page.locator('.prose').click()
  await press(page, 'ControlOrMeta+a', 'Delete')
  await page.keyboard.type('Good :thumbs_u')
  await page.getByRole('option', { name: 'thumbs up' }).waitFor()
  await press(page, 'Enter')
  await page.locator('.prose').filter({ hasText: 'Good 👍' }).waitFor()
  await page.keyboard.type('@Ben')
  await page.getByRole('option', { name: t('atName.say') }).waitFor()
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  await page.keyboard.type(' comes, and @Ben')
  await page.locator('.prose').filter({ hasText: 'Good 👍 Ben comes, and @Ben' }).waitFor()
  expect(await page.locator('.caret-menu').count()).toBe(0)
  const choose = page.locator('.send input[type="file"]')
  await choose.setInputFiles({ name: 'bill.txt', mimeType: 'text/plain', buffer: Buffer.from('One bill.') })
  await page.locator('.composer .files .chip').filter({ hasText: 'bill.txt' }).waitFor()
  await page.evaluate(() => {
    const list = new DataTransfer()
    list.items.add(new File([new Uint8Array(26 * 2 ** 20)], 'film.mp4', { type: 'video/mp4' }))
    const input = document.querySelector<HTMLInputElement>('.send input[type="file"]')!
    input.files = list.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await page.locator('.problem').filter({ hasText: 'film.mp4' }).waitFor()
  await page.context().close()
}, 300_000)

it('says that it is offline and that drafts are safe, and comes back by itself', async () => {
  // Somebody real lives here, or the door would be the first person's.
  const movedIn = await fetch(`${house.url}/api/v1/welcome`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: new URL(house.firstLink!).searchParams.get('key'),
      name: 'Clara Amaral',
      email: 'clara.amaral@casa-amaral.example',
    }),
  })
  expect(movedIn.status).toBe(201)
  const page = await visit(house, browser, 'ana')
  await page.goto(`${house.url}/today`)
  await page.locator('.greeting').waitFor()
  await page.context().setOffline(true)
  await page.locator('.banner.offline').waitFor()
  await page.context().setOffline(false)
  await page.locator('.banner.offline').waitFor({ state: 'detached' })
  // A sign-in that is ended elsewhere is said at the door, with the way back.
  const { items } = (await (await page.request.get(`${house.url}/api/v1/sessions`)).json()) as {
    items: { id: string; current: boolean }[]
  }
  expect(items.some((one) => one.current)).toBe(true)
  expect((await page.request.delete(`${house.url}/api/v1/sessions/current`)).status()).toBe(204)
  await page.getByText(t('signin.ended')).waitFor()
  expect(new URL(page.url()).searchParams.get('ended')).toBe('/today')
  await page.context().close()
}, 300_000)

it('sends once, though the key is held before the screen has heard of it and after the words are gone', async () => {
  const page = await visit(house, browser, 'ana')
  await page.request.patch(`${house.url}/api/v1/me/preferences`, { data: { afterSend: 'stay' } })
  const [first] = await rowsOf(page, house, 'for-me')
  await page.goto(`${house.url}/conversations/${first!.id}`)
  await page.locator('.prose').click()
  await press(page, 'ControlOrMeta+a', 'Delete')
  await page.keyboard.insertText('Once is enough.')
  // Every few milliseconds, and at the very moments at which the words go: no rendering lies between.
  await page.evaluate(() => {
    const prose = document.querySelector<HTMLElement>('.prose')!
    const key = () =>
      prose.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      )
    new MutationObserver(key).observe(prose, { childList: true, characterData: true, subtree: true })
    const held = setInterval(key, 3)
    setTimeout(() => clearInterval(held), 3000)
    key()
  })
  const said = async () =>
    (await conversation(page, first!.id)).messages.filter((one) => one.text.trim() === 'Once is enough.')
      .length
  await page
    .locator('.toast')
    .filter({ hasText: t('composer.sent') })
    .waitFor()
  await page.waitForFunction(() => document.querySelector('.prose')?.textContent?.trim() === '')
  await until('the answer is in the conversation', async () => (await said()) > 0)
  // A second one would have come through the same door before this note does.
  await press(page, 'n')
  await page.keyboard.type('Told.')
  await press(page, 'ControlOrMeta+Enter')
  await until('the note', async () =>
    (await conversation(page, first!.id)).messages.some((one) => one.text.trim() === 'Told.'),
  )
  expect(await said()).toBe(1)
  await page.context().close()
}, 300_000)

it('passes nobody over in the list that is worked through, whether it goes on by itself or by j', async () => {
  const page = await visit(house, browser, 'rosa')
  const rows = await rowsOf(page, house, 'new')
  expect(rows.length).toBeGreaterThan(3)
  const at = (id: string) => page.waitForURL((url) => url.pathname.endsWith(id))
  const isListed = async (id: string) => (await rowsOf(page, house, 'new')).some((row) => row.id === id)
  await page.goto(`${house.url}/inbox/new`)
  await page.locator('.conversation-row').nth(3).waitFor()
  await press(page, 'o')
  await at(rows[0]!.id)
  await page.locator('.prose').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  await press(page, 'r')
  await page.keyboard.type('I am looking at it now.')
  await press(page, 'ControlOrMeta+Enter')
  await at(rows[1]!.id)

  await page.request.patch(`${house.url}/api/v1/me/preferences`, { data: { afterSend: 'stay' } })
  await page.reload()
  await page.goto(`${house.url}/inbox/new`)
  await page.locator(`[data-row="${rows[1]!.id}"]`).waitFor()
  await press(page, 'o')
  await at(rows[1]!.id)
  await page.locator('.prose').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  await press(page, 'r')
  await page.keyboard.type('I am looking at yours too.')
  await press(page, 'ControlOrMeta+Enter')
  await until('they have left the list', async () => !(await isListed(rows[1]!.id)))
  await page.locator(`[data-row="${rows[1]!.id}"]`).waitFor({ state: 'detached' })
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  await press(page, 'j')
  await at(rows[2]!.id)

  // Back in the list, though who was read has left it, the focus is with whoever took their place.
  await page.locator('.prose').waitFor()
  await page.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
  await press(page, 'r')
  await page.keyboard.type('I come back to you.')
  await press(page, 'ControlOrMeta+Alt+Enter')
  await page.waitForURL(/\/inbox\/new$/)
  await page.locator(`[data-row="${rows[2]!.id}"]`).waitFor({ state: 'detached' })
  await page.waitForFunction((id) => document.activeElement?.getAttribute('data-row') === id, rows[3]!.id)
  await page.context().close()
}, 300_000)
