import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#server/base/actor.ts'
import { sees } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import {
  cursorText,
  type EventCursor,
  eventsAfter,
  newestCursor,
  parseCursor,
  type RecordedEvent,
} from '#server/base/events.ts'
import { type Heard, thin } from '#server/base/live.ts'

/** What a reader may hear: events of inboxes they see, and those that belong to no inbox. */
const mayHear = (by: Actor, event: RecordedEvent): boolean => !event.inboxId || sees(by, event.inboxId)

/** Numbers of transactions are longer than a number of JavaScript is exact, and as text without leading noughts: the longer is the greater. */
const isBehind = (one: EventCursor, other: EventCursor): boolean =>
  one.xid === other.xid
    ? one.seq > other.seq
    : one.xid.length === other.xid.length
      ? one.xid > other.xid
      : one.xid.length > other.xid.length

/** After these a reader may see more or less than before; they are looked up again before it is told. */
const changesRights = new Set([
  'inbox.added',
  'inbox.changed',
  'teammate.changed',
  'teammate.joined',
  'teammate.left',
])

/** So much may wait for a reader who does not read; then the line is cut, and their browser comes back for the rest. */
const mostWaiting = 4 * 2 ** 20

/**
 * Live events. Goes on behind `Last-Event-ID`; rights are looked up again all the time, so that within two seconds a revoked
 * sign-in hears nothing more. Thin events only: what changed, never what it says.
 */
export async function streamEvents(
  house: House,
  whoAsks: (request: FastifyRequest) => Promise<Actor | null>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let by = (await whoAsks(request))!
  const asked = parseCursor(request.headers['last-event-id'] as string | undefined)
  // A place that does not exist yet is one of another database, before a restore.
  const from = asked && !isBehind(asked, { xid: (await newestCursor(house.db)).xid, seq: 0 }) ? asked : null
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  let sent = from
  const send = (event: Heard) => {
    // What came both while catching up and live is said once.
    if (sent && !isBehind(event.cursor, sent)) return
    sent = event.cursor
    if (mayHear(by, event)) unsaid += lineOf(event)
  }
  // Many at once are one write: with thousands of streams the writes are what takes long.
  let unsaid = ''
  const say = () => {
    const lines = unsaid
    unsaid = ''
    if (!lines || out.writableEnded) return
    out.write(lines)
    if (out.writableLength > mostWaiting) end()
  }
  // Listen first, then read what was missed: nothing falls between the two.
  const early: Heard[] = []
  let caughtUp = false
  let line = Promise.resolve()
  let inLine = 0
  const tell = (event: Heard) => {
    if (inLine === 0 && !changesRights.has(event.type)) return send(event)
    inLine++
    line = line.then(async () => {
      if (changesRights.has(event.type)) await lookAgain(cursorText(event.cursor))
      inLine--
      send(event)
      say()
    })
  }
  const unhear = house.live.hear((event) => (caughtUp ? tell(event) : void early.push(event)), say)
  const beat = setInterval(() => out.write(': here\n\n'), 15_000)
  const take = (again: Actor | null) => {
    if (again) by = again
    else end()
  }
  const lookAgain = (since: string) => lookUp(whoAsks, request, since).then(take, () => end())
  const end = () => {
    clearInterval(beat)
    unwatch()
    unhear()
    closers.delete(end)
    out.end()
  }
  const unwatch = watchRights(whoAsks, request, take)
  out.once('close', end)
  closers.add(end)
  // Who was here before keeps their place until they have heard what they missed.
  out.write(`retry: 1000\nid: ${cursorText(from ?? house.live.cursor())}\nevent: hello\ndata: {}\n\n`)
  try {
    for (let cursor = from; cursor && !out.writableEnded; ) {
      const batch = await eventsAfter(house.db, cursor)
      // What was added since they knocked is theirs to hear as well: the rights are looked up behind what is told.
      const changed = batch.findLast((event) => changesRights.has(event.type))
      if (changed) await lookAgain(cursorText(changed.cursor))
      for (const event of batch) send(event as Heard)
      say()
      cursor = batch.length < 500 ? null : batch.at(-1)!.cursor
    }
    caughtUp = true
    for (const event of early) tell(event)
    say()
  } catch (error) {
    house.log.warn({ err: error }, 'catching up with events')
    end()
  }
  return reply
}

/** What tells sign-ins apart. Null: what comes by the folder is known by its socket, not by what it says. */
function signInOf({ headers }: FastifyRequest): string | null {
  const { cookie, authorization, 'tend-as': as, 'x-tend-cli': cli } = headers
  return cli === undefined ? [cookie, authorization, as].join('\n') : null
}

interface Watch {
  takers: Set<(again: Actor | null) => void>
  timer: NodeJS.Timeout
}
const watches = new Map<string, Watch>()

/** Looks every second and a half who asks, once for all streams of one sign-in, and tells each. Returns how to stop. */
function watchRights(
  whoAsks: (request: FastifyRequest) => Promise<Actor | null>,
  request: FastifyRequest,
  take: (again: Actor | null) => void,
): () => void {
  const key = signInOf(request)
  let watch = key === null ? undefined : watches.get(key)
  if (!watch) {
    const takers: Watch['takers'] = new Set()
    const tell = (again: Actor | null) => {
      for (const one of takers) one(again)
    }
    const look = () => whoAsks(request).then(tell, () => tell(null))
    watch = { takers, timer: setInterval(() => void look(), 1500) }
    if (key !== null) watches.set(key, watch)
  }
  const { takers, timer } = watch
  takers.add(take)
  return () => {
    takers.delete(take)
    if (takers.size) return
    clearInterval(timer)
    if (key !== null && watches.get(key)?.takers === takers) watches.delete(key)
  }
}

const looks = new Map<string, Promise<Actor | null>>()

/** Who asks behind an event, looked up once for all streams of one sign-in. */
function lookUp(
  whoAsks: (request: FastifyRequest) => Promise<Actor | null>,
  request: FastifyRequest,
  since: string,
): Promise<Actor | null> {
  const signIn = signInOf(request)
  if (signIn === null) return whoAsks(request)
  const key = `${since}\n${signIn}`
  const before = looks.get(key)
  if (before) return before
  const look = whoAsks(request)
  looks.set(key, look)
  setTimeout(() => looks.delete(key), 2000).unref()
  return look
}

/** An event is put into words once, however many hear it. */
const lines = new WeakMap<Heard, string>()
function lineOf(event: Heard): string {
  const before = lines.get(event)
  if (before) return before
  const line = `id: ${cursorText(event.cursor)}\nevent: change\ndata: ${JSON.stringify(thin(event))}\n\n`
  lines.set(event, line)
  return line
}

const closers = new Set<() => void>()
/** How many listen to this process now. */
export const openStreams = (): number => closers.size

/** Ends all streams; browsers come back by themselves. */
export const endStreams = (): void => {
  for (const close of closers) close()
}
