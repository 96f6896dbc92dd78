import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { launchBrowser, looks, openPage } from '#journeys/browser.ts'
import { leaveNothing, startTend } from '#journeys/house.ts'

// The customer's page on a slow phone: when its words can be read, over 400 kbit/s with 400 ms to and fro (slow 3G).
//   node tools/run.mjs bench/promises/slowPage.ts [times]
const times = Number(process.argv[2] ?? 5)
const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

const tend = await startTend({ env: { TEND_DEMO: '1' } })
const admin = await tend.admin()
const browser = await launchBrowser()
const { items } = await admin.call('GET /conversations', { query: { view: 'waiting-for-us', limit: 1 } })
const { pageUrl } = await admin.call('GET /conversations/{id}', { params: { id: items[0]!.id } })
const took: { words: number; all: number; bytes: number }[] = []
for (let n = 0; n < times; n++) {
  const page = await openPage(browser, looks[2]!)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', slow)
  let bytes = 0
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const began = performance.now()
  await page.goto(pageUrl, { waitUntil: 'commit' })
  await page.locator('#doing').waitFor()
  // Read where it is painted: there is no paint before the style has come.
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const words = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
  )
  // The network never rests: the page stays live with the house.
  await page.waitForLoadState('load')
  took.push({ words, all: performance.now() - began, bytes })
  await page.context().close()
  await pause(200)
}
took.sort((a, b) => a.words - b.words)
const middle = took[Math.floor(took.length / 2)]!
console.log(
  `first words after ${Math.round(middle.words)} ms (${took.map(({ words }) => Math.round(words)).join(', ')}); all of it, ${Math.round(middle.bytes / 1000)} kB, after ${Math.round(middle.all)} ms; load ${loadavg()[0]!.toFixed(1)}`,
)
await browser.close()
await leaveNothing()
