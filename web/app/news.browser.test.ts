import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '#journeys/browser.ts'
import { leaveNothing, type RunningTend, startTend } from '#journeys/house.ts'
import { movable } from '#web/app/movable.ts'
import { rowsOf, signInHere, visit } from '#web/app/visiting.testing.ts'
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

it('says that Tend was updated once the stream is back from another version, and loads anew on request', async () => {
  const page = await visit(house, browser, 'ana')
  let version: string | null = null
  await page.route('**/api/v1/welcome', async (route) => {
    const answer = await route.fetch()
    const told = (await answer.json()) as { version: string }
    await route.fulfill({ response: answer, json: { ...told, version: version ?? told.version } })
  })
  await page.goto(`${house.url}/today`)
  await page.locator('.greeting').waitFor()
  const banner = page.locator('.banner').filter({ hasText: t('app.updated') })
  // Away and back with the same Tend is no news.
  const away = async () => {
    await page.context().setOffline(true)
    await page.locator('.banner.offline').waitFor()
    const asked = page.waitForResponse('**/api/v1/welcome')
    await page.context().setOffline(false)
    await page.locator('.banner.offline').waitFor({ state: 'detached' })
    await asked
  }
  await away()
  expect(await banner.count()).toBe(0)
  version = 'another'
  await away()
  await banner.waitFor()
  const loaded = page.waitForEvent('load')
  await banner.getByRole('button', { name: t('app.loadAgain') }).click()
  await loaded
  await page.locator('.greeting').waitFor()
  expect(await banner.count()).toBe(0)
  await page.context().close()
}, 300_000)

it('moves a key where somebody wants it, refuses one that is taken, and puts all back', async () => {
  const page = await visit(house, browser, 'ben')
  await page.goto(`${house.url}/settings/look`)
  await page.getByText(t('look.move')).click()
  const button = (key: string) =>
    page.getByRole('button', { name: t('look.moveOne', { what: t('keys.sheet'), key }), exact: true })
  await button('?').click()
  await page.keyboard.press('j')
  await page
    .getByRole('alert')
    .filter({ hasText: t('look.taken', { key: 'j', what: t('keys.next') }) })
    .waitFor()
  const free = [...'dmvabcefhijklnopqrstuwxyz'].find((key) => !movable.some(([one]) => one === key))!
  await page.keyboard.press(free)
  await button(free).waitFor()
  await page.goto(`${house.url}/today`)
  await page.locator('.greeting').waitFor()
  await page.keyboard.press('?')
  expect(await page.locator('.key-grid').count()).toBe(0)
  await page.keyboard.press(free)
  await page.locator('.key-grid').waitFor()
  // The sheet says where it lies now.
  await page.locator('.key-grid').getByText(free, { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.goto(`${house.url}/settings/look`)
  await page.getByText(t('look.move')).click()
  await page.getByRole('button', { name: t('look.moveBack') }).click()
  await button('?').waitFor()
  await page.context().close()
}, 300_000)

it('reads and works on without a line, sends each thing once when it is back, and leaves nothing behind', async () => {
  const page = await visit(house, browser, 'ana', undefined, { serviceWorkers: 'allow' })
  const rosa = await visit(house, browser, 'rosa')
  const [first, second, third] = await rowsOf(page, house, 'for-me')
  const mine = (await (await page.request.get(`${house.url}/api/v1/me`)).json()) as {
    teammate: { id: string }
  }
  const ana = mine.teammate.id
  await page.goto(`${house.url}/settings/me`)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js')
    await navigator.serviceWorker.ready
  })
  await page.getByRole('button', { name: t('device.now') }).click()
  const all = await rowsOf(page, house, 'all')
  await page.getByText(t('device.kept', { n: all.length })).waitFor()
  await page.reload()
  await page.getByRole('button', { name: t('device.now') }).waitFor()

  await page.context().setOffline(true)
  const answer = async (id: string, words: string) => {
    await page.goto(`${house.url}/conversations/${id}`)
    await page.locator('.timeline .message').first().waitFor()
    await page.locator('.prose').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(words)
    await page.keyboard.press('ControlOrMeta+Enter')
    await page
      .locator('.toast')
      .filter({ hasText: t('composer.waits') })
      .waitFor()
  }
  // One try got no answer, and is taken back: nobody can say yet whether it had arrived.
  await answer(third!.id, 'This was too quick.')
  await page
    .locator('.banner.offline')
    .filter({ hasText: t('offline.waits', { n: 1 }) })
    .waitFor()
  await page.goto(`${house.url}/conversations/${third!.id}`)
  await page
    .locator('.waiting-here')
    .getByRole('button', { name: t('offline.takeBack') })
    .click()
  await page
    .locator('.waiting-here')
    .filter({ hasText: t('offline.asksWords') })
    .waitFor()
  await answer(first!.id, 'The part is on the train with me.')
  // What is begun behind one that waits is another letter, and stays.
  await page.goto(`${house.url}/conversations/${first!.id}`)
  await page.locator('.prose').click()
  await page.keyboard.type('And the heater comes on Monday.')
  await answer(second!.id, 'These words meet those of Rosa.')
  await page.goto(`${house.url}/conversations/${second!.id}`)
  await page.locator('.waiting-here').filter({ hasText: 'These words meet' }).waitFor()
  await page.locator('.timeline').press('e')
  await page
    .locator('.panel')
    .getByRole('button', { name: t('thread.done') })
    .click()
  await page
    .locator('.banner.offline')
    .filter({ hasText: t('offline.waits', { n: 4 }) })
    .waitFor()
  // Somebody else is quicker where the second was meant to go.
  const answered = await rosa.request.post(`${house.url}/api/v1/conversations/${second!.id}/replies`, {
    data: { text: 'Rosa had the line.' },
  })
  expect(answered.status()).toBe(201)

  await page.context().setOffline(false)
  await page
    .locator('.banner')
    .filter({ hasText: t('offline.stopped', { n: 2 }) })
    .waitFor()
  const textsOf = async (id: string) => {
    const whole = await (await page.request.get(`${house.url}/api/v1/conversations/${id}`)).json()
    return { ...whole, texts: whole.messages.map((message: { text: string }) => message.text) }
  }
  const sent = await textsOf(first!.id)
  expect(sent.texts.filter((text: string) => text.includes('on the train'))).toHaveLength(1)
  const crossed = await textsOf(second!.id)
  expect(crossed.texts.filter((text: string) => text.includes('meet those of Rosa'))).toEqual([])
  expect(crossed.status).not.toBe('closed')
  await page.goto(`${house.url}/conversations/${second!.id}`)
  await page.locator('.waiting-here blockquote').filter({ hasText: 'Rosa had the line.' }).waitFor()
  await page.locator('.prose').filter({ hasText: 'These words meet those of Rosa.' }).waitFor()
  await page.goto(`${house.url}/conversations/${first!.id}`)
  await page.locator('.prose').filter({ hasText: 'And the heater comes on Monday.' }).waitFor()
  const back = await textsOf(third!.id)
  expect(back.texts.filter((text: string) => text.includes('too quick'))).toEqual([])
  await page.goto(`${house.url}/conversations/${third!.id}`)
  await page.locator('.prose').filter({ hasText: 'This was too quick.' }).waitFor()

  // Ben signs in in the same browser: what Ana's window still says is not said by him.
  await signInHere(house, page, 'ben')
  await page.locator('.prose').click()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page
    .locator('.toast')
    .filter({ hasText: t('app.somebodyElse') })
    .waitFor()
  const whose = (await (await page.request.get(`${house.url}/api/v1/me`)).json()) as {
    teammate: { name: string }
  }
  expect(whose.teammate.name).toContain('Ben')
  const quiet = await textsOf(third!.id)
  expect(quiet.texts.filter((text: string) => text.includes('too quick'))).toEqual([])

  // Closed in the middle of forgetting what Ana had read: the next page forgets the rest.
  await page.evaluate(async (who) => {
    const shelf = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open(`tend.${who}`, 1)
      asked.onsuccess = () => resolve(asked.result)
    })
    const writing = shelf.transaction('conversations', 'readwrite')
    writing.objectStore('conversations').put({ at: Date.now(), value: {} }, 'left')
    await new Promise((resolve) => {
      writing.oncomplete = resolve
    })
    shelf.close()
    localStorage.setItem(`tend.forget.${who}`, '')
  }, ana)
  // Left without a line: what was read goes at once, and the sign-in when the line is back.
  await page.goto(`${house.url}/settings/me`)
  await page.getByRole('button', { name: t('me.signOut') }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: t('me.signOut') }).click()
  await page.getByText(t('signin.leaving')).waitFor()
  const left = await page.evaluate(async () => {
    const found: number[] = []
    for (const { name } of await indexedDB.databases()) {
      const shelf = await new Promise<IDBDatabase>((resolve) => {
        const asked = indexedDB.open(name!)
        asked.onsuccess = () => resolve(asked.result)
      })
      // One that was being taken away as a whole is opened here anew, with nothing in it.
      for (const store of ['answers', 'conversations'].filter((one) => shelf.objectStoreNames.contains(one)))
        found.push(
          await new Promise((resolve) => {
            const asked = shelf.transaction(store).objectStore(store).count()
            asked.onsuccess = () => resolve(asked.result)
          }),
        )
      shelf.close()
    }
    return { found, here: localStorage.getItem('tend.here'), caches: await caches.keys() }
  })
  expect(left.found.filter((n) => n > 0)).toEqual([])
  expect(left.here).toBeNull()
  // What stays is the shell: nothing that anybody wrote.
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys()
    return (await (await caches.open(name!)).keys()).map((one) => new URL(one.url).pathname)
  })
  expect(kept.filter((path) => path.startsWith('/api'))).toEqual([])
  expect((await page.request.get(`${house.url}/api/v1/me`)).status()).toBe(200)
  await page.context().setOffline(false)
  await page.getByText(t('signin.leaving')).waitFor({ state: 'detached' })
  expect((await page.request.get(`${house.url}/api/v1/me`)).status()).toBe(401)
  await Promise.all([page.context().close(), rosa.context().close()])
}, 600_000)
