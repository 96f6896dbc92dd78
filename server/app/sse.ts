import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#server/base/actor.ts'
import { sees } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { cursorText, eventsAfter, parseCursor, type RecordedEvent } from '#server/base/events.ts'
import { type Heard, thin } from '#server/base/live.ts'

/** What a reader may hear: events of inboxes they see; private ones only when they are about them. */
const mayHear = (by: Actor, event: RecordedEvent): boolean => !event.inboxId || sees(by, event.inboxId)

/**
 * Live events. Goes on behind `Last-Event-ID`; rights are looked up again every two seconds, so that a revoked sign-in
 * hears nothing more. Thin events only: what changed, never what it says.
 */
export async function streamEvents(
  house: House,
  whoAsks: (request: FastifyRequest) => Promise<Actor | null>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  let by = (await whoAsks(request))!
  const from = parseCursor(request.headers['last-event-id'] as string | undefined)
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  })
  const send = (event: Heard) => {
    if (mayHear(by, event))
      out.write(`id: ${cursorText(event.cursor)}\nevent: change\ndata: ${JSON.stringify(thin(event))}\n\n`)
  }
  // Listen first, then read what was missed: nothing falls between the two.
  const early: Heard[] = []
  let caughtUp = false
  const unhear = house.live.hear((event) => (caughtUp ? send(event) : void early.push(event)))
  out.write(`retry: 1000\nid: ${cursorText(house.live.cursor())}\nevent: hello\ndata: {}\n\n`)
  if (from) {
    let cursor = from
    for (;;) {
      const batch = await eventsAfter(house.db, cursor)
      for (const event of batch) send(event as Heard)
      if (batch.length < 500) break
      cursor = batch.at(-1)!.cursor
    }
  }
  caughtUp = true
  for (const event of early) send(event)
  const beat = setInterval(() => out.write(': here\n\n'), 15_000)
  const recheck = setInterval(() => {
    whoAsks(request).then(
      (again) => (again ? (by = again) : end()),
      () => end(),
    )
  }, 2000)
  const end = () => {
    clearInterval(beat)
    clearInterval(recheck)
    unhear()
    out.end()
  }
  request.raw.once('close', end)
  closers.add(end)
  request.raw.once('close', () => closers.delete(end))
  return reply
}

const closers = new Set<() => void>()
/** Ends all streams; browsers come back by themselves. */
export const endStreams = (): void => {
  for (const close of closers) close()
}
