// Asks a Tend through its proxy what a browser would, and says what the proxy does to it:
//   TEND_PASSWORD=… node deploy/proxy/check.mjs https://care.example.com rosa@example.com
const [url, email] = process.argv.slice(2)
const password = process.env.TEND_PASSWORD
if (!url || !email || !password) {
  console.error('  TEND_PASSWORD=… node deploy/proxy/check.mjs https://care.example.com your@address')
  process.exit(2)
}
let failed = 0
const say = (well, what) => {
  if (!well) failed++
  console.log(`  ${well ? '✔' : '✘'} ${what}`)
}
const api = (method, path, more = {}) => fetch(`${url}/api/v1${path}`, { ...more, method })

const health = await fetch(`${url}/healthz`)
say(health.ok, `/healthz answers ${health.status}`)

const entered = await api('POST', '/sessions', {
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ email, password }),
})
say(entered.status === 201, `signing in answers ${entered.status}`)
const [set = ''] = entered.headers.getSetCookie()
if (url.startsWith('https:'))
  say(/; Secure/i.test(set), 'the cookie goes over https only (else TEND_URL is wrong)')
const cookie = set.split(';')[0]
const mine = { headers: { cookie } }

const { items = [] } = await (await api('GET', '/sessions', mine)).json()
const address = items.find((one) => one.current)?.address
say(
  Boolean(address),
  `Tend sees you come from ${address} (the proxy's own address means: set TEND_TRUSTED_PROXIES)`,
)
const claimed = await api('POST', '/sessions', {
  headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.77', cookie },
  body: JSON.stringify({ email, password }),
})
const second = { headers: { cookie: claimed.headers.getSetCookie()[0]?.split(';')[0] ?? '' } }
const again = await (await api('GET', '/sessions', second)).json()
const believed = again.items?.find((one) => one.current)?.address
say(believed === address, `who claims to come from 203.0.113.77 is seen to come from ${believed}`)

// The first words at once, and a beat within fifteen seconds: what is held back would come only when a buffer is full.
const began = performance.now()
const stop = new AbortController()
const events = await api('GET', '/events', {
  ...second,
  signal: AbortSignal.any([stop.signal, AbortSignal.timeout(40_000)]),
})
let text = ''
let hello = 0
try {
  for await (const chunk of events.body) {
    text += Buffer.from(chunk).toString()
    if (!hello && text.includes('hello')) hello = performance.now() - began
    if (text.includes(': here')) break
  }
} catch {}
const beat = performance.now() - began
stop.abort()
say(hello > 0 && hello < 3000, `live events begin after ${Math.round(hello)} ms`)
say(
  text.includes(': here') && beat < 20_000,
  `and go on: the first beat came after ${(beat / 1000).toFixed(1)} s`,
)

const form = new FormData()
form.append(
  'file',
  new Blob([Buffer.alloc(20 * 2 ** 20, 7)], { type: 'application/octet-stream' }),
  'twenty-megabytes.bin',
)
const upload = await api('POST', '/files', { ...second, body: form })
say(upload.status < 300, `an attachment of 20 MB answers ${upload.status}`)

const figures = await fetch(`${url}/metrics`)
say(figures.status === 404 || figures.status === 401, `/metrics answers ${figures.status} to strangers`)
await api('DELETE', '/sessions/current', second)
process.exit(failed ? 1 : 0)
