import type { LiveEvent } from '#contract/house.ts'
import type { Database } from '#server/database/database.ts'
import { type EventCursor, eventsAfter, newestCursor, type RecordedEvent } from './events.ts'

export type Heard = RecordedEvent & { cursor: EventCursor }
export type Listener = (event: Heard) => void

export interface Live {
  /** Hears every event committed from now on. Returns how to stop. */
  hear(listener: Listener): () => void
  /** The place up to which listeners have heard. */
  cursor(): EventCursor
  close(): Promise<void>
}

/** Tails the events table from this process's own cursor; NOTIFY only wakes it, a slow poll catches what a lost notice missed. */
export async function openLive(
  database: Database,
  log: (message: string, error: unknown) => void,
): Promise<Live> {
  const listeners = new Set<Listener>()
  let cursor = await newestCursor(database.db)
  let again = false
  let reading: Promise<void> | null = null

  const read = async () => {
    do {
      again = false
      const batch = await eventsAfter(database.db, cursor)
      for (const event of batch) for (const listener of listeners) listener(event)
      const last = batch.at(-1)
      if (last) cursor = last.cursor
      if (batch.length === 500) again = true
    } while (again)
  }
  const wake = () => {
    again = true
    reading ??= read()
      .catch((error) => log('reading live events', error))
      .finally(() => {
        reading = null
        // A transaction that was open while we read ends without a notice of its own; look once more.
        setTimeout(() => again && wake(), 50).unref()
      })
  }
  const listening = await database.listen('events', wake)
  const poll = setInterval(wake, 1000)
  return {
    hear(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    cursor: () => cursor,
    async close() {
      clearInterval(poll)
      await listening.close()
      await reading
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
