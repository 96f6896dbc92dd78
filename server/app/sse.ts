import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { cursorText, eventsAfter, newestCursor, parseCursor } from '#server/base/events.ts'
import { takeOver } from '#server/base/http/takeOver.ts'
import type { Asking } from '#server/team/whoAsks.ts'
import { changesRights, isBehind, lookBehind, mayHear, openWindow, tell, write } from './windows.ts'

/**
 * Live events. Goes on behind `Last-Event-ID`; rights are looked up again all the time, so that within two seconds a revoked
 * sign-in hears nothing more. Thin events only: what changed, never what it says.
 */
export async function streamEvents(
  house: House,
  whoAsks: (request: Asking) => Promise<Actor | null>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const by = (await whoAsks(request))!
  const asked = parseCursor(request.headers['last-event-id'] as string | undefined)
  // A place that does not exist yet is one of another database, before a restore.
  const from = asked && !isBehind(asked, { xid: (await newestCursor(house.db)).xid, seq: 0 }) ? asked : null
  const head = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }
  if (request.method === 'HEAD') return reply.headers(head).send()
  reply.hijack()
  const line = takeOver(reply.raw, {
    ...head,
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  // Gone, or asked for more before it was answered: whoever knocks again is heard.
  if (!line) {
    request.raw.socket.destroy()
    return reply
  }
  const asking = onlyWhoAsks(request)
  // Listen first, then read what was missed: nothing falls between the two.
  const { reader, window } = openWindow(house.live, line, by, signInOf(asking) ?? line, () => whoAsks(asking))
  window.told = from ?? house.live.cursor()
  // Who was here before keeps their place until they have heard what they missed.
  write(window, `retry: 1000\nid: ${cursorText(window.told)}\nevent: hello\ndata: {}\n\n`)
  try {
    for (let cursor = from; cursor && !line.writableEnded; ) {
      const batch = await eventsAfter(house.db, cursor)
      // What was added since they knocked is theirs to hear as well: the rights are looked up behind what is told.
      const changed = batch.findLast((event) => changesRights.has(event.type))
      if (changed) await lookBehind(reader, changed.cursor)
      tell(
        window,
        batch.filter((event) => mayHear(reader.by, event)),
      )
      cursor = batch.length < 500 ? null : batch.at(-1)!.cursor
      if (batch.length) window.told = batch.at(-1)!.cursor
    }
    const early = window.early!
    window.early = null
    tell(window, early)
  } catch (error) {
    house.log.warn({ err: error }, 'catching up with events')
    line.destroySoon()
  }
  return reply
}

/** Of a request only what tells who asks: a stream may be open for days, and the rest of it is let go. */
function onlyWhoAsks({ headers, cookies, raw }: FastifyRequest): Asking {
  const { cookie, authorization, 'tend-as': as, 'x-tend-cli': cli } = headers
  const { server } = raw.socket as { server?: unknown }
  return {
    method: 'GET',
    headers: { cookie, authorization, 'tend-as': as, 'x-tend-cli': cli },
    cookies,
    raw: { socket: { server } },
  }
}

/** What tells sign-ins apart. Null: what comes by the folder is known by its socket, not by what it says. */
function signInOf({ headers }: Asking): string | null {
  const { cookie, authorization, 'tend-as': as, 'x-tend-cli': cli } = headers
  return cli === undefined ? [cookie, authorization, as].join('\n') : null
}
