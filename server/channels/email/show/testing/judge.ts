import type { Browser, Page } from 'playwright-core'

/** What a piece of HTML did in a real browser. */
export interface Verdict {
  /** What ran or tried to: a script, a handler, a javascript: address. */
  ran: string[]
  /** Addresses it asked for, or tried to. */
  asked: string[]
}

const place = 'https://letters.casa-amaral.example/'
/** Nothing is allowed, so that whatever tries is named. Data images are the letter's own bytes. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; report-sample"

/**
 * Shows pieces of HTML one after the other in a page of its own and watches: on load, after a round trip through innerHTML
 * (where parsers change their minds), and on every event a person can cause. The frame and policy that protect a reader are
 * left out or only report: the HTML must be inert by itself.
 */
export async function openJudge(
  browser: Browser,
): Promise<{ judge(html: string): Promise<Verdict>; close(): Promise<void> }> {
  const context = await browser.newContext()
  let page = await context.newPage()
  let body = ''
  const asked: string[] = []
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (url === place && route.request().isNavigationRequest())
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'content-security-policy-report-only': policy },
        body,
      })
    asked.push(url)
    return route.abort()
  })
  await context.addInitScript(watch)
  context.on('dialog', (dialog) => void dialog.dismiss())
  return {
    async judge(html) {
      body = `<!doctype html><meta charset="utf-8"><body>${html}</body>`
      asked.length = 0
      await page.goto(place, { waitUntil: 'load' }).catch(async () => {
        // The letter before is still on its way somewhere: it may go there alone.
        await page.close()
        page = await context.newPage()
        asked.length = 0
        await page.goto(place, { waitUntil: 'load' })
      })
      // A page that went elsewhere was moved by the letter.
      const ran = await provoke(page).catch((error: Error) => [`left: ${error.message.slice(0, 60)}`])
      if (ran[0]?.startsWith('left')) return { ran, asked: [...asked] }
      return {
        ran,
        asked: [...new Set([...asked, ...(await violations(page, 'asked'))])].filter(
          (url) => !url.startsWith('cid'),
        ),
      }
    },
    close: () => context.close(),
  }
}

/** Runs in the page before anything of the letter. */
function watch(): void {
  const seen = { ran: [] as string[], asked: [] as string[] }
  Object.assign(window, { seen })
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    Object.assign(window, { [name]: () => void seen.ran.push(name) })
  document.addEventListener('securitypolicyviolation', (event) => {
    const kind = event.effectiveDirective
    if (kind.startsWith('script-src')) seen.ran.push(`${kind} ${event.sample}`)
    else seen.asked.push(event.blockedURI)
  })
}

const violations = (page: Page, kind: 'ran' | 'asked'): Promise<string[]> =>
  page.evaluate((which) => (window as unknown as { seen: Record<string, string[]> }).seen[which] ?? [], kind)

/** Every event on every element, then the round trip, then every event again. */
async function provoke(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    const kinds =
      'click auxclick dblclick mousedown mouseup mouseover mouseenter mousemove mouseout pointerover pointerdown pointerup focus focusin blur keydown keyup keypress input change submit reset load error toggle scroll wheel copy cut paste drag dragstart drop animationstart animationend transitionend beforetoggle cancel close play canplay loadstart begin end start finish bounce contextmenu touchstart touchend select'.split(
        ' ',
      )
    const provokeAll = () => {
      for (const element of document.querySelectorAll('*')) {
        for (const kind of kinds) element.dispatchEvent(new Event(kind, { bubbles: false, cancelable: true }))
        const href = element.getAttribute('href') ?? element.getAttribute('xlink:href')
        if (href && /^[\u0000-\u0020]*javascript:/i.test(href.replace(/[\t\n\r]/g, '')))
          (window as unknown as { seen: { ran: string[] } }).seen.ran.push(href)
      }
    }
    const settle = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    provokeAll()
    const copy = document.body.innerHTML
    document.body.innerHTML = copy
    await settle()
    provokeAll()
    const inner = document.createElement('div')
    inner.innerHTML = document.body.innerHTML
    document.body.append(inner)
    await settle()
  })
  return violations(page, 'ran')
}
