import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { checkOf } from '#care/checks.ts'
import { launchBrowser } from '#journeys/browser.ts'

/*
 * node tools/run.mjs bench/care/browser.ts
 * What a keystroke costs in the browser: the built worker in a real Chromium reads a draft of 150 words while one letter after
 * the other is typed, at its end and in its middle. Needs `npm run web`. Times are from question to answer on the page, so
 * messaging is in them; the row "nothing to read" says how much.
 */
const dist = new URL('../../web/dist/', import.meta.url)
const names = readdirSync(new URL('assets/', dist))
const read = (name: string) => readFileSync(new URL(`assets/${name}`, dist))
const scripts = names.filter((name) => name.endsWith('.js')).map((name) => read(name).toString())
const worker = names.find(
  (name) => /^care\.worker-.*\.js$/.test(name) && scripts.some((script) => script.includes(name)),
)
if (!worker) throw new Error('The web app is not built: npm run web')

const server = createServer((request, reply) => {
  const name = request.url!.slice(1)
  if (names.includes(name))
    reply
      .setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream')
      .end(read(name))
  else reply.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>')
})
await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
const { port } = server.address() as AddressInfo

const example = checkOf('empathy.late')!.example
if (example.kind !== 'draft') throw new Error('a draft is needed')
let draft = ''
while (draft.split(/\s+/).length < 150) draft += `${example.good.replace(/\n+/g, ' ')}\n\n`
const typed =
  ' And then I will write to you again by Friday noon, with what Ben has found under the floor of the hall.'

const browser = await launchBrowser()
try {
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${port}/`)
  const times = await page.evaluate(
    async ({ worker, draft, context, typed }) => {
      const reader = new Worker(`/${worker}`, { type: 'module' })
      let id = 0
      const ask = (text: string) =>
        new Promise<number>((told, failed) => {
          const start = performance.now()
          reader.onmessage = ({ data }) =>
            'failed' in data ? failed(new Error(data.failed)) : told(performance.now() - start)
          reader.onerror = (event) => failed(new Error(event.message))
          reader.postMessage({ id: ++id, task: 'draft', draft: text, context })
        })
      const start = performance.now()
      await ask('')
      const begin = performance.now() - start
      const first = await ask(draft)
      const measure = async (texts: string[]) => {
        const all: number[] = []
        for (const text of texts) all.push(await ask(text))
        return all
      }
      const letters = [...typed].map((_, at) => typed.slice(0, at + 1))
      const middle = draft.indexOf('\n\n', draft.length / 2)
      // Twice: the engine compiles what is hot during the first.
      await measure(letters.map((some) => draft + some))
      return {
        begin: [begin],
        first: [first],
        nothing: await measure(Array.from({ length: 200 }, () => '')),
        end: await measure(letters.map((some) => draft + some.toUpperCase())),
        middle: await measure(letters.map((some) => draft.slice(0, middle) + some + draft.slice(middle))),
      }
    },
    { worker, draft, context: example.context, typed },
  )
  const words = {
    begin: 'worker, first answer',
    first: '150 words, first time',
    nothing: 'nothing to read',
    end: 'a letter at the end',
    middle: 'a letter in the middle',
  }
  for (const [name, all] of Object.entries(times)) {
    const sorted = all.toSorted((a, b) => a - b)
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(2)
    const mean = (all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(2)
    console.log(
      `${words[name as keyof typeof words].padEnd(24)} n ${String(all.length).padStart(3)}  mean ${mean}  p10 ${at(0.1)}  p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)} ms`,
    )
  }
} finally {
  await browser.close()
  server.close()
}
