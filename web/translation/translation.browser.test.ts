import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customers, inboxes, teammates } from '#cast/cast.ts'
import { rawMail } from '#cast/mail.ts'
import { expectNoViolations, launchBrowser, looks, takePicture } from '#journeys/browser.ts'
import { type Client, clientOf } from '#journeys/client.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { openEngine } from '#server/translation/testing.ts'
import { complaints, visit } from '#web/app/visiting.testing.ts'
import { t } from '#web/text/t.ts'

let house: RunningTend
let browser: Browser
let ana: Client
let engine: Awaited<ReturnType<typeof openEngine>>
beforeAll(async () => {
  ;[house, browser, engine] = await Promise.all([
    startTend({ env: { TEND_DEMO: '1' } }),
    launchBrowser(),
    openEngine(),
  ])
  const admin = await house.admin()
  const { items } = await admin.call('GET /teammates')
  const { id } = items.find((one) => one.email === teammates.ana.email)!
  ana = clientOf(house.url, (await admin.call('POST /teammates/{id}/keys', { params: { id }, body: {} })).key)
  await ana.call('PATCH /me/preferences', { body: { afterSend: 'stay' } })
}, 300_000)
afterAll(async () => {
  await browser?.close()
  await engine?.close()
  await leaveNothing()
})

/** Pictures only for whoever wants to look: `TEND_PICTURES=1`. */
const picture = async (page: Page, name: string, of?: string) => {
  if (!process.env.TEND_PICTURES) return
  for (const { width, scheme } of looks.toReversed()) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 })
    await page.emulateMedia({ colorScheme: scheme })
    if (of) await page.locator(of).last().scrollIntoViewIfNeeded()
    await takePicture(page, name)
  }
}
const write = async (text: string, subject: string) =>
  (
    await ana.handIn(
      await rawMail({
        from: customers.maria,
        to: inboxes.repairs.address,
        subject,
        text,
        date: new Date(),
        messageId: `${crypto.randomUUID()}@mail.example`,
      }),
    )
  ).conversationId!
const boxOf = async (page: Page, selector: string) =>
  (await page.locator(selector).last().boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 }

it('an admin connects an engine, and reads plainly what leaves the house', { timeout: 300_000 }, async () => {
  const page = await visit(house, browser, 'rosa')
  const heard = complaints(page)
  await page.goto(`${house.url}/settings/translation`)
  await page.getByText(t('translationPage.leaves')).waitFor()
  await page.getByLabel(t('translationPage.url'), { exact: true }).fill(engine.url)
  await page.getByLabel(t('translationPage.inside')).check()
  await page.getByText(t('translationPage.staysHere')).waitFor()
  await page.getByRole('button', { name: t('translationPage.connect') }).click()
  await page.getByRole('button', { name: t('translationPage.try') }).click()
  await page.locator('dl.facts').waitFor()
  await expectNoViolations(page)
  await picture(page, 'translation-settings')
  expect(heard).toEqual([])
  await page.context().close()
})

it('a letter stands beside its translation, and a reply leaves as it was shown', {
  timeout: 300_000,
}, async () => {
  const id = await write(
    'A caldeira está fria outra vez, e eu tenho uma criança pequena em casa.\n\nQuando podem vir?',
    'A caldeira',
  )
  const page = await visit(house, browser, 'ana')
  const heard = complaints(page)
  engine.asked.length = 0
  await page.goto(`${house.url}/conversations/${id}`)
  const show = page.getByRole('button', { name: t('translation.show', { language: 'English' }) })
  await show.waitFor()
  await page.getByText(t('translation.writtenIn', { language: 'Portuguese' })).waitFor()
  expect(engine.asked.filter(({ body }) => String(body.q).includes('caldeira'))).toEqual([])
  await picture(page, 'translation-offered')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.locator('.timeline').focus()
  await page.keyboard.press('v')
  const translated = page.locator('section.translated')
  await translated.filter({ hasText: 'The boiler is cold again' }).waitFor()
  await translated.filter({ hasText: t('translation.byMachine') }).waitFor()
  await translated.filter({ hasText: 'LibreTranslate (127.0.0.1' }).waitFor()
  // The original is there as it was, beside it; on a phone above it.
  await page.locator('.as-written').filter({ hasText: 'A caldeira está fria' }).waitFor()
  const [left, right] = [await boxOf(page, '.as-written'), await boxOf(page, 'section.translated')]
  expect(right.x).toBeGreaterThan(left.x + left.width - 1)
  expect(Math.abs(right.y - left.y)).toBeLessThan(40)
  await expectNoViolations(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const [above, below] = [await boxOf(page, '.as-written'), await boxOf(page, 'section.translated')]
  expect(below.y).toBeGreaterThan(above.y + above.height - 1)
  expect(Math.abs(below.x - above.x)).toBeLessThan(2)
  await expectNoViolations(page)
  await picture(page, 'translation-beside', 'section.translated')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })

  await page.locator('.prose').click()
  await page.keyboard.type('We come tomorrow at nine.')
  await page.getByRole('button', { name: t('sendIn.offer', { from: 'English', to: 'Portuguese' }) }).click()
  await page.getByText(t('sendIn.firstLook')).waitFor()
  await page.locator('.prose').click()
  await page.keyboard.press('ControlOrMeta+Enter')
  const panel = page.locator('.send-in')
  await panel.filter({ hasText: 'Vamos amanhã às nove.' }).waitFor()
  await panel.filter({ hasText: t('sendIn.back') }).waitFor()
  // Nothing has left: it is only shown.
  expect((await ana.call('GET /conversations/{id}', { params: { id } })).messages).toHaveLength(1)
  await expectNoViolations(page)
  await picture(page, 'translation-reply', '.send-in')
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
  // Other words are not what was shown.
  await page.locator('.prose').click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(' You need not be at home.')
  await panel.filter({ hasText: t('sendIn.changed') }).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await panel.filter({ hasText: 'Não precisa de estar em casa.' }).waitFor()
  await page
    .locator('.send .button.primary')
    .filter({ hasText: t('composer.send') })
    .click()
  await page.locator('.message.out').filter({ hasText: 'Vamos amanhã às nove. Não precisa' }).waitFor()
  await panel.waitFor({ state: 'detached' })
  const ours = page.locator('.message.out').last()
  await ours.getByRole('button', { name: t('translation.showOwn') }).click()
  await ours.locator('.translated').filter({ hasText: 'You need not be at home.' }).waitFor()
  await expectNoViolations(page)
  await picture(page, 'translation-sent', '.message.out .translated')
  expect(heard).toEqual([])
  await page.context().close()
})

it('an engine that takes no more is told in a sentence, and the letter stays', {
  timeout: 300_000,
}, async () => {
  const id = await write('Muito obrigada pela sua ajuda. Não está mais fria, e o bebé dorme.', 'Obrigada')
  const page = await visit(house, browser, 'ana')
  await page.goto(`${house.url}/conversations/${id}`)
  engine.set(429)
  await page.getByRole('button', { name: t('translation.show', { language: 'English' }) }).click()
  await page.locator('.translated .problem').filter({ hasText: 'takes no more from us just now' }).waitFor()
  await page.locator('.as-written').filter({ hasText: 'Muito obrigada' }).waitFor()
  await expectNoViolations(page)
  await picture(page, 'translation-failed', '.translated')
  engine.set(null)
  await page.getByRole('button', { name: t('translation.again') }).click()
  await page.locator('section.translated').filter({ hasText: 'Thank you very much for your help.' }).waitFor()
  await page.context().close()
})
