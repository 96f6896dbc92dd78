import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoViolations, launchBrowser, looks, openPage } from './browser.ts'

const pages: Record<string, string> = {
  '/good': `<!doctype html><html lang="en"><title>Marlow Boilers</title><main><h1>Your repair</h1>
    <p>Ines calls you by Friday, 3 pm.</p></main></html>`,
  '/bad': `<!doctype html><html lang="en"><title>Marlow Boilers</title><main><h1>Your repair</h1>
    <img src="/boiler.png"><p style="color:#ccc;background:#fff">Ines calls you by Friday.</p></main></html>`,
}

let browser: Browser
let ours: Server
let theirs: Server

const listen = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

beforeAll(async () => {
  ours = await listen(
    createServer((request, response) =>
      response.setHeader('content-type', 'text/html').end(pages[request.url ?? ''] ?? ''),
    ),
  )
  theirs = await listen(
    createServer((_request, response) => response.setHeader('content-type', 'text/plain').end('private')),
  )
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  ours?.close()
  theirs?.close()
})

test('the browser keeps origins apart, so that tests of inert mail mean something', async () => {
  const page = await openPage(browser)
  await page.goto(`${originOf(ours)}/good`)
  const read = await page.evaluate(
    (url) =>
      fetch(url).then(
        (answer) => answer.text(),
        () => 'refused',
      ),
    originOf(theirs),
  )
  expect(read).toBe('refused')
})

test('a sandboxed frame cannot run scripts', async () => {
  const page = await openPage(browser)
  await page.goto(`${originOf(ours)}/good`)
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.setAttribute('sandbox', 'allow-same-origin')
    frame.srcdoc = '<p>letter</p><script>parent.document.title = "ran"</script>'
    return new Promise((resolve) => {
      frame.onload = resolve
      document.body.append(frame)
    })
  })
  expect(await page.title()).toBe('Marlow Boilers')
})

test.each(looks)(
  'axe passes a sound page and names what is wrong on another ($width, $scheme)',
  async (look) => {
    const page = await openPage(browser, look)
    await page.goto(`${originOf(ours)}/good`)
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(
      look.scheme === 'dark',
    )
    expect(page.viewportSize()?.width).toBe(look.width)
    await expectNoViolations(page)
    await page.goto(`${originOf(ours)}/bad`)
    await expect(expectNoViolations(page)).rejects.toThrow(
      /color-contrast[\s\S]*image-alt|image-alt[\s\S]*color-contrast/,
    )
  },
)
