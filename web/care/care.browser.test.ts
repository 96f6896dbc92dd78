import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Check, checks } from '#care/checks.ts'
import { type DraftContext, readDraft } from '#care/draft.ts'
import { readHeads } from '#care/heads/heads.ts'
import { heardIn } from '#care/heads/heard.ts'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { complaints, rowsOf, visit } from '#web/app/visiting.testing.ts'
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

const asset = (name: RegExp) => {
  const found = readdirSync(new URL('../dist/assets/', import.meta.url)).filter((one) => name.test(one))
  if (found.length === 0) throw new Error(`nothing is built that is called ${name}`)
  return found
}
/** The worker as it is built, asked directly. */
const inWorker = (page: Page, asked: object[]) =>
  page.evaluate(
    async ({ address, asked }) => {
      const worker = new Worker(address, { type: 'module' })
      const answers: unknown[] = []
      for (const [id, one] of asked.entries())
        answers.push(
          await new Promise((told, failed) => {
            worker.onmessage = ({ data }) =>
              'failed' in data ? failed(new Error(data.failed)) : told(data.told)
            worker.onerror = (event) => failed(new Error(event.message))
            worker.postMessage({ id, ...one })
          }),
        )
      worker.terminate()
      return answers
    },
    { address: newestWorker(), asked },
  )
/** The one that the page's own code names. */
const newestWorker = () => {
  const names = asset(/^care\.worker-.*\.js$/)
  const code = asset(/\.js$/).map((one) =>
    readFileSync(new URL(`../dist/assets/${one}`, import.meta.url), 'utf8'),
  )
  return `/assets/${names.find((name) => code.some((one) => one.includes(name)))}`
}

const drafts = checks.flatMap(({ example }: Check) =>
  example.kind === 'draft'
    ? [example.bad, example.good].map((draft) => ({ draft, context: example.context }))
    : [],
)

describe('the reader in the browser', () => {
  it('reads as on the server, to the last digit, and so do the learnt heads', async () => {
    const page = await visit(house, browser, 'ana')
    await page.goto(`${house.url}/today`)
    await page.locator('.greeting').waitFor()
    const read = await inWorker(
      page,
      drafts.map((one) => ({ task: 'draft', ...one })),
    )
    expect(read).toEqual(drafts.map(({ draft, context }) => readDraft(draft, context)))
    const heads = readHeads(readFileSync(new URL('../../care-language/weights/heads.bin', import.meta.url)))
    const heard = await inWorker(
      page,
      drafts.map(({ draft }) => ({ task: 'hear', text: draft })),
    )
    expect(heard).toEqual(drafts.map(({ draft }) => ({ heard: heardIn(heads, draft) })))
    expect(JSON.stringify(heard)).toContain('question')
    // And the route of the API says the same as both.
    const { draft, context } = drafts[0] as { draft: string; context: DraftContext }
    const { channel, customer, ours, ref, tz } = context
    const answer = await page.request.post(`${house.url}/api/v1/guide/readings`, {
      data: { draft, channel, customer, ours, ref, tz },
    })
    const told = (await answer.json()) as { promises: unknown; observations: { id: string }[] }
    expect(told.promises).toEqual((read[0] as { promises: unknown }).promises)
    expect(told.observations.map(({ id }) => id)).toEqual(
      (read[0] as { observations: { id: string }[] }).observations.map(({ id }) => id),
    )
    await page.context().close()
  }, 300_000)

  it('brings the weights only when somebody asks, and never before the first paint', async () => {
    const page = await visit(house, browser, 'ana')
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${house.url}/today`)
    await page.locator('.greeting').waitFor()
    // Not the ways of working that are switched on: they only sound like the practice page.
    const isReader = (path: string) =>
      !path.startsWith('/api/') && /care\.worker|heads(?!down)|checks-|practice(?!s)/i.test(path)
    expect(asked.filter(isReader)).toEqual([])
    const [first] = await rowsOf(page, house, 'for-me')
    await page.goto(`${house.url}/conversations/${first!.id}`)
    await page.locator('.prose').click()
    await page.keyboard.type('I will call you tomorrow at 11:00')
    await page.locator('.promise-chip').waitFor()
    expect(asked.filter((path) => /heads(?!down)/i.test(path))).toEqual([])
    await page.goto(`${house.url}/practice/in.praise`)
    await page.locator('.practice-told.says').waitFor()
    await expect
      .poll(() => asked.filter((path) => /heads.*\.bin$/.test(path)), { timeout: 60_000 })
      .toHaveLength(1)
    await page.context().close()
  }, 300_000)
})

describe('the practice page', () => {
  it('explains each check by itself, and reads what is written there', async () => {
    const page = await visit(house, browser, 'ben')
    const heard = complaints(page)
    await page.goto(`${house.url}/today`)
    await page.locator('.greeting').waitFor()
    await page.keyboard.press('ControlOrMeta+k')
    await page.locator('.palette input').waitFor()
    await page.keyboard.type('pract')
    await page.keyboard.press('Enter')
    await page.locator('.practice-marks').waitFor()
    await page.getByRole('link', { name: t('practice.begin') }).click()
    await page.locator('.practice-example.bad mark').waitFor()
    const title = () => page.locator('.practice-page h1').innerText()
    expect(await title()).toBe(checks[0]!.title)
    await page.keyboard.press('j')
    await expect.poll(title).toBe(checks[1]!.title)
    await page.keyboard.press('k')
    await expect.poll(title).toBe(checks[0]!.title)
    const field = page.locator('.practice-try textarea')
    await page.locator('.practice-told.says').waitFor()
    const example = checks[0]!.example
    await field.fill(example.kind === 'draft' ? example.good : example.silent)
    await page.locator('.practice-told:not(.says)').waitFor()
    await page.locator('.mark.filled').first().waitFor()
    expect(heard).toEqual([])
    await page.goto(`${house.url}/practice/tone.mumbling`)
    await page.getByText(t('practice.none')).waitFor()
    await page.context().close()
  }, 300_000)

  it('is one step from a hint, and one step back to the letter', async () => {
    const page = await visit(house, browser, 'ana')
    const [first] = await rowsOf(page, house, 'for-me')
    await page.goto(`${house.url}/conversations/${first!.id}`)
    await page.locator('.prose').click()
    // Another test may have left a draft here.
    await page.keyboard.press('ControlOrMeta+a')
    const words =
      'You should have read the manual. I hope this finds you well. Sorry if it was a problem for you. It is a very nice day.'
    await page.keyboard.type(words)
    await page
      .locator('.care .hint')
      .filter({ hasText: t('care.why') })
      .waitFor()
    await page.locator('.care .hint').getByText(t('care.why')).click()
    await page.waitForURL(/\/practice\/[\w.]+$/)
    await page.locator('.practice-told').waitFor()
    await page.getByRole('link', { name: t('practice.back') }).click()
    await page.locator('.prose').filter({ hasText: words }).waitFor()
    // What was not said stands behind “more”, and Esc folds it again.
    const fold = page.locator('.thoughts-fold')
    // The hint comes when nobody types, and moves what is below it.
    await page.locator('.care .hint').waitFor()
    // Whatever stands above it, what is being written and its button are in sight, also before anybody is there.
    const end = async () => {
      const send = await page.locator('.send .button.primary').boundingBox()
      return send ? send.y + send.height : Number.POSITIVE_INFINITY
    }
    await expect.poll(end).toBeLessThanOrEqual(page.viewportSize()!.height)
    await fold.click()
    await page.locator('.thoughts li').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.thoughts li').first().waitFor({ state: 'detached' })
    await page.context().close()
  }, 300_000)
})

describe('a team’s own words', () => {
  it('are obeyed at once where somebody writes, and so is a check that is switched off', async () => {
    const [ana, rosa] = [await visit(house, browser, 'ana'), await visit(house, browser, 'rosa')]
    const [first] = await rowsOf(ana, house, 'for-me')
    await ana.goto(`${house.url}/conversations/${first!.id}`)
    await ana.locator('.prose').click()
    await ana.keyboard.press('ControlOrMeta+a')
    await ana.keyboard.type(
      'Dear you, the old flux sleeve lies in the cellar of the house. It is a very nice day.',
    )
    await ana.locator('.mark.filled').first().waitFor()
    const says = async () => {
      const fold = ana.locator('.thoughts-fold[aria-expanded="false"]')
      // It may fold or go while a new reading comes: then there is the next look.
      if (await fold.count()) await fold.click({ timeout: 2000 }).catch(() => {})
      return ana.locator('.care').innerText()
    }
    expect(await says()).not.toContain('flux sleeve')
    await rosa.goto(`${house.url}/settings/care?part=words`)
    const field = rosa.getByLabel(t('guide.words.inside.add'))
    await field.fill('flux sleeve = pipe')
    await field.press('Enter')
    await rosa.locator('.word-line').filter({ hasText: 'flux sleeve' }).waitFor()
    await expect.poll(says, { timeout: 60_000 }).toContain('flux sleeve')
    await rosa.goto(`${house.url}/settings/care`)
    const check = rosa.getByRole('switch', { name: checks.find((one) => one.id === 'voice.word')!.title })
    await check.click()
    await expect.poll(says, { timeout: 60_000 }).not.toContain('flux sleeve')
    // Ana may hear of it before Rosa's own screen has drawn it: pressed then, it would be switched off once more.
    await expect.poll(() => check.getAttribute('aria-checked'), { timeout: 60_000 }).toBe('false')
    await check.click()
    await expect.poll(says, { timeout: 60_000 }).toContain('flux sleeve')
    await Promise.all([ana.context().close(), rosa.context().close()])
  }, 300_000)

  it('are taken out with a way back, and a list is pasted as it is', async () => {
    const page = await visit(house, browser, 'rosa')
    await page.goto(`${house.url}/settings/care?part=words`)
    const known = page.getByLabel(t('guide.words.known.add'))
    await known.fill('PRV\nWRAS\n\nG3')
    await page
      .locator('.guide-words')
      .last()
      .getByRole('button', { name: t('guide.words.addOne') })
      .click()
    const chip = (word: string) => page.locator('.word').filter({ hasText: word })
    for (const word of ['PRV', 'WRAS', 'G3']) await chip(word).waitFor()
    await page.getByRole('button', { name: t('guide.words.remove', { word: 'WRAS' }) }).click()
    await chip('WRAS').waitFor({ state: 'detached' })
    await page
      .locator('.toast')
      .getByRole('button', { name: t('app.undo') })
      .click()
    await chip('WRAS').waitFor()
    // A refusal stands beside the field, and what was typed stays.
    await known.fill('combi unit')
    await known.press('Enter')
    await page.locator('.add-words .wrong').filter({ hasText: 'combi unit' }).waitFor()
    expect(await known.inputValue()).toBe('combi unit')
    await page.context().close()
  }, 300_000)

  it('are read by everybody and changed by leads', async () => {
    const page = await visit(house, browser, 'ben')
    await page.goto(`${house.url}/settings/care`)
    await page.getByText(t('guide.leadsChange')).waitFor()
    await page.locator('.guide-check').first().waitFor()
    expect(await page.getByRole('switch').count()).toBe(0)
    await page.getByRole('link', { name: t('guide.part.voice') }).click()
    await page.locator('.voice-page').waitFor()
    expect(await page.getByRole('button', { name: t('guide.voice.rewrite') }).count()).toBe(0)
    await page.context().close()
  }, 300_000)
})

describe('the voice guide', () => {
  it('never loses what two people write at once, and lies beside the letter', async () => {
    const page = await visit(house, browser, 'rosa')
    await page.goto(`${house.url}/settings/care?part=voice`)
    await page.getByRole('button', { name: t('guide.voice.rewrite') }).click()
    const tone = page.getByLabel(t('guide.voice.tone'))
    await tone.fill('Calm, and to the point.')
    const other = await visit(house, browser, 'ana')
    const theirs = await other.request.put(`${house.url}/api/v1/guide/voice`, {
      data: { tone: 'As at home.' },
    })
    expect(theirs.status()).toBe(200)
    await page.getByRole('button', { name: t('app.save') }).click()
    await page.locator('.voice-newer').filter({ hasText: 'As at home.' }).waitFor()
    expect(await tone.inputValue()).toBe('Calm, and to the point.')
    await page.getByRole('button', { name: t('guide.voice.keepMine') }).click()
    await page.getByRole('button', { name: t('app.save') }).click()
    await page.locator('.voice-tone').filter({ hasText: 'Calm, and to the point.' }).waitFor()
    const [first] = await rowsOf(other, house, 'for-me')
    await other.goto(`${house.url}/conversations/${first!.id}`)
    await other.locator('.prose').click()
    await other.getByRole('button', { name: t('care.voice') }).click()
    await other.getByRole('dialog').filter({ hasText: 'Calm, and to the point.' }).waitFor()
    await Promise.all([page.context().close(), other.context().close()])
  }, 300_000)
})

describe('a check that may stop', () => {
  it('holds a reply where the team said so, says why, and lets it go with one line that stays', async () => {
    const rosa = await visit(house, browser, 'rosa')
    const rule = await rosa.request.put(`${house.url}/api/v1/guide/checks/name.wrong`, {
      data: { rule: 'stops' },
    })
    expect(rule.status()).toBe(200)
    const ana = await visit(house, browser, 'ana')
    const [first] = await rowsOf(ana, house, 'for-me')
    await ana.goto(`${house.url}/conversations/${first!.id}`)
    await ana.locator('.prose').click()
    await ana.keyboard.press('ControlOrMeta+a')
    await ana.keyboard.type(
      'Dear Bartholomew, thank you for your letter about the boiler. You should have read the manual.',
    )
    await ana.locator('.care .hint').waitFor()
    await ana.keyboard.press('ControlOrMeta+Enter')
    await ana.locator('.stopped').waitFor()
    await ana.getByRole('button', { name: t('care.goBack') }).click()
    await ana.locator('.stopped').waitFor({ state: 'detached' })
    await ana.keyboard.press('ControlOrMeta+Enter')
    const anyway = ana.getByRole('button', { name: t('care.allTheSame') })
    expect(await anyway.isDisabled()).toBe(true)
    const because = 'She signs as Bartholomew in her last letter.'
    await ana.getByLabel(t('care.allTheSameWhy')).fill(because)
    await anyway.click()
    await ana
      .locator('.toast')
      .filter({ hasText: t('composer.sent') })
      .waitFor()
    await ana.goto(`${house.url}/conversations/${first!.id}`)
    await ana.locator('.items .line').filter({ hasText: because }).waitFor()
    await Promise.all([ana.context().close(), rosa.context().close()])
  }, 300_000)
})
