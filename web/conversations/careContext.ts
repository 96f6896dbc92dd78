import type { DraftContext } from '#care/draft.ts'
import type { Conversation } from '#contract/conversations.ts'
import type { Me } from '#contract/team.ts'
import { wallClock } from '#web/ui/time.ts'

/** What care language must know beside the draft: who they are, what they wrote last, who we are, and when it is. */
export function contextOf(
  conversation: Conversation,
  me: Me,
  frameworks: DraftContext['frameworks'],
): DraftContext {
  const theirs = conversation.messages.findLast(
    (message) => message.direction === 'in' && !message.flags.autoReply && !message.held,
  )
  const weFailed = conversation.moods.some((mood) => mood.signal === 'failure' || mood.signal === 'repeat')
  return {
    channel: 'email',
    customer: {
      name: conversation.person.name,
      preferredName: conversation.person.preferredName,
      message: theirs?.text ?? '',
    },
    ours: {
      writer: me.teammate.name,
      role: me.teammate.title ?? '',
      firstReply: !conversation.messages.some((message) => message.direction === 'out'),
      fault: weFailed ? 'ours' : 'unknown',
    },
    ref: wallClock(),
    tz: Intl.DateTimeFormat().resolvedOptions().timeZone,
    frameworks,
    checksOff: me.preferences.checksOff,
  }
}
