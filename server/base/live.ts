import { setImmediate as pause } from 'node:timers/promises'
import type { LiveEvent } from '#contract/house.ts'
import type { Database } from '#server/database/database.ts'
import { type EventCursor, newestCursor, type RecordedEvent, readEvents } from './events.ts'
import { paced } from './paced.ts'

export type Heard = RecordedEvent & { cursor: EventCursor }
export type Listener = (event: Heard) => void

export interface Live {
  /** Hears every event committed from now on; `afterSome` whenever there is a pause. Returns how to stop. */
  hear(listener: Listener, afterSome?: () => void): () => void
  /** Is told at once that something was recorded, before it is read. Returns how to stop. */
  noticed(wake: () => void): () => void
  /** The place up to which listeners have heard. */
  cursor(): EventCursor
  close(): Promise<void>
}

/** While much is written, what was committed within so many milliseconds is read in one go. */
const readEvery = 20
const lookAgainAfter = 40
/** After so many everybody else in this process has their turn. */
const inOneGo = 50

/** Tails the events table from this process's own cursor; NOTIFY only wakes it, a slow poll catches what a lost notice missed. */
export async function openLive(
  database: Database,
  log: (message: string, error: unknown) => void,
): Promise<Live> {
  const listeners = new Set<{ hears: Listener; afterSome: (() => void) | undefined }>()
  let cursor = await newestCursor(database.db)
  /** Whether there was anything to read: a look in vain is no reason for the next event to wait. */
  const read = async () => {
    for (let hasRead = false; ; hasRead = true) {
      const { events, isHeld } = await readEvents(database.db, cursor)
      for (let from = 0; from < events.length; from += inOneGo) {
        if (from > 0) await pause()
        const some = events.slice(from, from + inOneGo)
        for (const event of some) for (const { hears } of listeners) hears(event)
        for (const { afterSome } of listeners) afterSome?.()
        cursor = some.at(-1)!.cursor
      }
      if (events.length === 500) continue
      // A transaction that was open while we read may end without a notice of its own; look once more.
      if (isHeld) setTimeout(() => reading.wake(), lookAgainAfter).unref()
      return hasRead || isHeld || events.length > 0
    }
  }
  const reading = paced(readEvery, () => read().catch((error) => log('reading live events', error)))
  const wakes = new Set<() => void>([reading.wake])
  const listening = await database.listen('events', () => {
    for (const wake of wakes) wake()
  })
  const poll = setInterval(reading.wake, 1000)
  return {
    hear(hears, afterSome) {
      const listener = { hears, afterSome }
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    noticed(wake) {
      wakes.add(wake)
      return () => wakes.delete(wake)
    },
    cursor: () => cursor,
    async close() {
      clearInterval(poll)
      await listening.close()
      await reading.stop()
    },
  }
}

/** The thin form that goes to a browser: what changed, never the content. */
export function thin(event: RecordedEvent): LiveEvent {
  const pick = (value: string | null | undefined) => value ?? undefined
  return {
    type: event.type,
    at: event.at,
    conversationId: pick(event.conversationId),
    customerId: pick(event.customerId),
    promiseId: pick(event.promiseId),
    messageId: pick(event.messageId),
    inboxId: pick(event.inboxId),
    teammateId: pick(event.teammateId),
    byId: pick(event.byId),
  }
}
