import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { walk } from '#web/app/screens.testing.ts'
import { rowsOf, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
let ana: Page
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startTend({ env: { TEND_DEMO: '1' } }), launchBrowser()])
  ana = await visit(house, browser, 'ana')
}, 600_000)
afterAll(async () => {
  await browser?.close()
  await leaveNothing()
})

const soon = { timeout: 60_000 }
const open = async (page: Page, id: string) => {
  await page.goto(`${house.url}/conversations/${id}`)
  await page.locator('.prose').waitFor()
}
const call = async (page: Page, method: 'get' | 'post', path: string, data?: object) => {
  const answer = await page.request[method](`${house.url}/api/v1${path}`, data && { data })
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}

it('answers ten who wait by keyboard alone, with two actions each beyond typing (U3)', async () => {
  const me = (await call(ana, 'get', '/me')).teammate.id as string
  const waiting = (await rowsOf(ana, house, 'waiting-for-us')).slice(0, 10)
  expect(waiting).toHaveLength(10)
  await Promise.all(
    waiting.map(({ id }) => call(ana, 'post', `/conversations/${id}/assignment`, { teammateId: me })),
  )
  await ana.goto(`${house.url}/inbox/for-me`)
  await ana.locator('.conversation-row').first().waitFor()
  let actions = 0
  const press = (key: string) => {
    actions++
    return ana.keyboard.press(key)
  }
  await press('j')
  await press('o')
  const answered = new Set<string>()
  for (let n = 0; n < 10; n++) {
    await ana.waitForURL((url) => /\/cnv_\w+$/.test(url.pathname) && !answered.has(url.pathname), soon)
    answered.add(new URL(ana.url()).pathname)
    // The first time, the editor itself is on its way.
    if (n === 0) await ana.locator('.prose').waitFor()
    await ana.waitForFunction(() => document.activeElement?.classList.contains('timeline'))
    // Nobody waits between the key and the first letter, whether the place to write in stands there yet or not.
    await press('r')
    await ana.keyboard.type('We have it.')
    await ana.locator('.prose').filter({ hasText: 'We have it.' }).waitFor()
    await press('ControlOrMeta+Enter')
    await ana
      .locator('.toast')
      .filter({ hasText: t('composer.sent') })
      .waitFor()
  }
  expect(answered.size).toBe(10)
  expect(actions).toBeLessThanOrEqual(2 + 10 * 4)
  // Whoever was hers before the ten stands among them.
  const ids = [...answered].map((path) => path.split('/').pop()!)
  const now = () => Promise.all(ids.map((id) => call(ana, 'get', `/conversations/${id}`)))
  const statuses = async () => (await now()).map((one) => one.status)
  await expect.poll(statuses, soon).toEqual(ids.map(() => 'waiting'))
  const said = (await now()).map((one) =>
    one.messages.findLast((message: { direction: string }) => message.direction === 'out').text.trim(),
  )
  expect(said).toEqual(ids.map(() => 'We have it.'))
}, 300_000)

it('has a colleague read a draft, comment on it and give it back', async () => {
  const ben = await visit(house, browser, 'ben')
  const [one] = await rowsOf(ana, house, 'waiting-for-them')
  await open(ana, one!.id)
  await ana.keyboard.press('r')
  await ana.waitForFunction(() => document.activeElement?.classList.contains('prose'))
  await ana.keyboard.press('ControlOrMeta+a')
  await ana.keyboard.type('We come on Friday.')
  await ana.getByRole('button', { name: t('look.ask') }).click()
  await ana.getByRole('menuitem', { name: /Ben/ }).click()
  await open(ben, one!.id)
  const card = ben.locator('.second-look').filter({ hasText: 'We come on Friday.' })
  await card.waitFor()
  await card.getByRole('textbox').fill('Say at what time.')
  await card.getByRole('button', { name: t('look.say') }).click()
  await card.locator('.look-comments').filter({ hasText: 'Say at what time.' }).waitFor()
  await card.getByRole('button', { name: t('look.good') }).click()
  await card.waitFor({ state: 'detached' })
  await ana
    .locator('.second-look')
    .filter({ hasText: t('look.state.good', { who: 'Ben Okafor' }) })
    .waitFor()
}, 300_000)

it('merges, links and moves one, and takes each back', async () => {
  const { items } = await call(ana, 'get', '/conversations?view=waiting-for-them&limit=50')
  const [one, ...rest]: { id: string; customerId: string; inboxId: string; subject: string }[] = items
  // Only what lies in one inbox becomes one.
  const other = rest.find((row) => row.inboxId === one!.inboxId && row.customerId !== one!.customerId)!
  await walk(ana, `/conversations/${one!.id}`)
  await ana.locator('.thread-head', { hasText: one!.subject }).waitFor()
  const more = async (what: string) => {
    await ana.locator('#thread-more').click()
    await ana.getByRole('menuitem', { name: what }).click()
  }
  const choose = async () => {
    await ana.locator('#join-search').fill(other.subject)
    await ana.locator('.panel .other', { hasText: other.subject }).first().click()
  }
  const toast = (text: string) => ana.locator('.toast', { hasText: text }).waitFor()
  const now = async (id: string) => call(ana, 'get', `/conversations/${id}`)

  // Somebody else's is asked about first; `z` makes two of them again.
  await more(t('ties.merge'))
  await choose()
  await ana.getByRole('button', { name: t('ties.mergeAllTheSame') }).click()
  await toast(t('ties.merged', { subject: other.subject }))
  await ana.getByRole('button', { name: t('ties.part') }).waitFor()
  expect((await now(other.id)).id).toBe(one!.id)
  await ana.locator('.timeline').focus()
  await ana.keyboard.press('z')
  await toast(t('ties.parted'))
  await ana.getByRole('button', { name: t('ties.part') }).waitFor({ state: 'detached' })
  expect((await now(other.id)).id).toBe(other.id)

  await more(t('ties.link'))
  await choose()
  const linked = ana.locator('.linked a', { hasText: other.subject })
  await linked.waitFor()
  expect((await now(other.id)).links).toMatchObject([{ conversationId: one!.id }])
  await ana.getByRole('button', { name: t('ties.unlinkName', { subject: other.subject }) }).click()
  await linked.waitFor({ state: 'detached' })

  const { inboxId } = await now(one!.id)
  await more(t('ties.move'))
  await ana.locator('.panel .other').first().click()
  await ana.locator('.panel').waitFor({ state: 'detached' })
  await expect.poll(async () => (await now(one!.id)).inboxId, soon).not.toBe(inboxId)
  await ana.locator('.timeline').focus()
  await ana.keyboard.press('z')
  await expect.poll(async () => (await now(one!.id)).inboxId, soon).toBe(inboxId)
}, 300_000)
