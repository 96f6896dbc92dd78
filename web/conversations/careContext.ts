import type { DraftContext } from '#care/draft.ts'
import type { Conversation } from '#contract/conversations.ts'
import type { Me } from '#contract/team.ts'
import { wallClock } from '#web/ui/time.ts'

/** What care language must know beside the draft: who they are, what we owe them an answer to, who we are, and when it is. */
export function contextOf(
  conversation: Conversation,
  me: Me,
  frameworks: DraftContext['frameworks'],
): DraftContext {
  const weFailed = conversation.moods.some((mood) => mood.signal === 'failure' || mood.signal === 'repeat')
  return {
    channel: 'email',
    customer: {
      name: conversation.person.name,
      preferredName: conversation.person.preferredName,
      message: unanswered(conversation),
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

/** Their words since we last answered, and older ones with a question that is still open: the ticks of the brief and the care line are the same. */
function unanswered({ messages, asks }: Conversation): string {
  const theirs = messages.filter(
    ({ direction, flags, held }) => direction === 'in' && !flags.autoReply && !held,
  )
  const open = new Set(asks.filter((ask) => !ask.answered).map((ask) => ask.messageId))
  const ours = messages.findLastIndex(({ direction }) => direction === 'out')
  const owed = theirs.filter((message) => open.has(message.id) || messages.indexOf(message) > ours)
  return (owed.length ? owed : theirs.slice(-1)).map(({ text }) => text).join('\n\n')
}
