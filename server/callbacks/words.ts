import type { Actor } from '#server/base/actor.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { moment } from '#server/base/text.ts'
import { pageUrl } from '#server/conversations/links.ts'
import { conversationById } from '#server/conversations/queries.ts'
import { spokenTo } from '#server/conversations/spokenTo.ts'
import type { Callback } from './queries.ts'

/** What to tell whoever was not there when we rang, in their language: when we tried, when we try again, where they pick another time. */
export async function wordsAfterMissing(
  house: House,
  by: Actor,
  call: Callback,
  next: Date | null,
): Promise<string> {
  const conversation = await conversationById(house.db, by, call.conversationId)
  const now = await clockNow(house.db)
  const { say, language } = await spokenTo(house.db, conversation)
  // On the clock by which the call was picked.
  const when = (at: Date) => moment(at, call.timeZone, language)
  return [
    say('callbacks.missed', { name: call.customerName, when: when(now), phone: call.phone }),
    next
      ? say('callbacks.missed.next', { next: when(next), place: placeOf(call.timeZone) })
      : say('callbacks.missed.pick'),
    say('callbacks.missed.link', { url: callUrl(house, conversation, now) }),
    by.name.split(' ')[0]!,
  ].join('\n\n')
}

/** Where a customer picks a time: their own page, at the calls. */
export const callUrl = (house: House, conversation: { id: string; pageKey: string }, now: Date): string =>
  `${pageUrl(house, conversation, now)}#call`

/** "Lisbon" for Europe/Lisbon. */
export const placeOf = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ')
