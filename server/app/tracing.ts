import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { FastifyInstance } from 'fastify'
import type { House } from '#server/base/context.ts'
import { askedBy } from './slow.ts'
import { version } from './version.ts'

// OpenTelemetry's protocol in its JSON form (OTLP/HTTP 1.x), written by ourselves: its library for Node does not go together with
// the version of its interface that pg-boss brings (docs/decisions/0018), and what we send is one kind of request.

/** So many wait for a collector that is slow or away; then the oldest are let go. */
const mostWaiting = 2000
const sendEvery = 2000

type Value = { stringValue: string } | { intValue: string }
interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  /** 2: a server answers; 3: a client asks. */
  kind: 2 | 3
  startTimeUnixNano: string
  endTimeUnixNano: string
  attributes: { key: string; value: Value }[]
  /** 2: it failed. */
  status: { code?: 2 }
}

interface Context {
  traceId: string
  spanId: string
  parentSpanId: string | null
  began: number
}

const attribute = (key: string, value: string | number) => ({
  key,
  value: typeof value === 'number' ? { intValue: String(Math.round(value)) } : { stringValue: value },
})
const nanos = (milliseconds: number) => String(BigInt(Math.round(milliseconds * 1000)) * 1000n)
const newSpanId = () => randomBytes(8).toString('hex')

/** What somebody before us has begun (W3C Trace Context). Null where they said that it is not recorded. */
export function beginTrace(traceparent: string | undefined): Context | null {
  const found = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '')
  const [, traceId = '', parent = '', flags = '01'] = found ?? []
  const isValid = found !== null && !/^0+$/.test(traceId) && !/^0+$/.test(parent)
  if (isValid && (Number.parseInt(flags, 16) & 1) === 0) return null
  return {
    traceId: isValid ? traceId : randomBytes(16).toString('hex'),
    spanId: newSpanId(),
    parentSpanId: isValid ? parent : null,
    began: Date.now(),
  }
}

/**
 * Tells a collector of every answered request and each question it asked the database: patterns of addresses and words of statements,
 * never values, names or addresses of anybody. Nobody waits for it.
 */
export function traceRequests(app: FastifyInstance, house: House, collector: string): void {
  const contexts = new WeakMap<object, Context>()
  const outgoing = startSending(house, `${collector}/v1/traces`)
  app.addHook('onRequest', async (request) => {
    const context = beginTrace(request.headers.traceparent as string | undefined)
    if (context) contexts.set(request, context)
  })
  app.addHook('onResponse', async (request, reply) => {
    const context = contexts.get(request)
    if (!context || reply.getHeader('content-type') === 'text/event-stream') return
    const route = request.routeOptions.url ?? 'none'
    const { traceId, spanId } = context
    const whole: Span = {
      traceId,
      spanId,
      ...(context.parentSpanId && { parentSpanId: context.parentSpanId }),
      name: `${request.method} ${route}`,
      kind: 2,
      startTimeUnixNano: nanos(context.began),
      endTimeUnixNano: nanos(context.began + reply.elapsedTime),
      attributes: [
        attribute('http.request.method', request.method),
        attribute('http.route', route),
        attribute('http.response.status_code', reply.statusCode),
      ],
      status: reply.statusCode >= 500 ? { code: 2 } : {},
    }
    const queries = (askedBy(request)?.traced ?? []).map(
      ({ sql, took, ended, failed }): Span => ({
        traceId,
        spanId: newSpanId(),
        parentSpanId: spanId,
        name: /^\W*(\w+)/.exec(sql)?.[1]?.toLowerCase() ?? 'query',
        kind: 3,
        startTimeUnixNano: nanos(ended - took),
        endTimeUnixNano: nanos(ended),
        attributes: [
          attribute('db.system.name', 'postgresql'),
          attribute('db.query.text', sql.slice(0, 2000)),
        ],
        status: failed ? { code: 2 } : {},
      }),
    )
    outgoing.add([whole, ...queries])
  })
  app.addHook('onClose', () => outgoing.stop())
}

/** Sends what waits every two seconds. A collector that is away is named once, and once more when it is back. */
function startSending(house: House, url: string): { add(spans: Span[]): void; stop(): Promise<void> } {
  let waiting: Span[] = []
  let isAway = false
  let sending: Promise<void> = Promise.resolve()
  const attributes = [
    attribute('service.name', 'tend'),
    attribute('service.version', version),
    attribute('service.instance.id', `${hostname()}-${process.pid}`),
  ]
  const send = async () => {
    const spans = waiting
    waiting = []
    if (spans.length === 0) return
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          resourceSpans: [{ resource: { attributes }, scopeSpans: [{ scope: { name: 'tend' }, spans }] }],
        }),
        signal: AbortSignal.timeout(5000),
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`it answered ${answer.status}`)
      if (isAway) house.log.info('the collector of traces is back')
      isAway = false
    } catch (error) {
      if (!isAway) house.log.warn({ err: error }, 'the collector of traces is away; nothing waits for it')
      isAway = true
      waiting = [...spans, ...waiting].slice(-mostWaiting)
    }
  }
  const tick = setInterval(() => {
    sending = sending.then(send)
  }, sendEvery)
  tick.unref()
  return {
    add(spans) {
      waiting.push(...spans)
      if (waiting.length > mostWaiting) waiting = waiting.slice(-mostWaiting)
    },
    async stop() {
      clearInterval(tick)
      await sending
      await send()
    },
  }
}
