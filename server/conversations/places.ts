import type { ConversationRow } from './conversation.ts'

/** Where a conversation lies and whose it is, as it was when it was last read here. */
export type Place = Pick<ConversationRow, 'id' | 'inboxId' | 'customerId'>

const atMost = 1000
const places = new Map<string, Place>()

/** Remembers it. It decides nothing: it only says what may be asked together with the conversation itself, and is compared with that. */
export function notePlace({ id, inboxId, customerId }: Place): void {
  places.delete(id)
  places.set(id, { id, inboxId, customerId })
  if (places.size > atMost) places.delete(places.keys().next().value!)
}

/** Where it lay; it may have moved since. */
export const lastPlaceOf = (id: string): Place | undefined => places.get(id)
