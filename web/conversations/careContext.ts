import type { DraftContext } from '#care/draft.ts'
import type { Conversation } from '#contract/conversations.ts'
import type { GuideInForce } from '#contract/guide.ts'
import type { ReaderContext } from '#contract/readings.ts'
import type { Me } from '#contract/team.ts'
import { wallClockIn } from '#web/ui/zone.ts'

/** What care language must know beside the draft: who they are, what we owe them, who we are and how this team speaks, and when it is. */
export function contextOf(
  conversation: Conversation,
  me: Me,
  frameworks: DraftContext['frameworks'],
  guide: GuideInForce | undefined,
  reader: ReaderContext | undefined,
  now = new Date(),
): DraftContext {
  // "By five" is five where the house is, wherever it is written.
  const tz = me.company.timeZone
  const owed = unanswered(conversation)
  const weFailed = conversation.moods.some((mood) => mood.signal === 'failure' || mood.signal === 'repeat')
  return {
    channel: 'email',
    customer: {
      name: conversation.person.name,
      preferredName: conversation.person.preferredName,
      message: owed.map(({ text }) => text).join('\n\n'),
      earlier: theirs(conversation)
        .filter((message) => !owed.includes(message))
        .slice(-lately)
        .map(({ text }) => text),
    },
    ours: {
      writer: me.teammate.name,
      role: me.teammate.title ?? '',
      firstReply: !conversation.messages.some((message) => message.direction === 'out'),
      fault: weFailed ? 'ours' : 'unknown',
    },
    ref: wallClockIn(tz, now),
    tz,
    ...reader,
    frameworks,
    checksOff: [...me.preferences.checksOff, ...(guide?.checksOff ?? [])],
    ...(guide && { voice: guide.words }),
    promised: conversation.promises.flatMap(({ state, due, quote, what }) =>
      due && (state === 'open' || state === 'late' || state === 'broken')
        ? [{ quote: quote ?? what, due: wallClockIn(tz, new Date(due)) }]
        : [],
    ),
  }
}

/** So many of their earlier letters are remembered: what they gave us long ago may have changed. */
const lately = 10

const theirs = ({ messages }: Conversation) =>
  messages.filter(({ direction, flags, held }) => direction === 'in' && !flags.autoReply && !held)

/** Their words since we last answered, and older ones with a question that is still open: the ticks of the brief and the care line are the same. */
function unanswered(conversation: Conversation) {
  const { messages, asks } = conversation
  const open = new Set(asks.filter((ask) => !ask.answered).map((ask) => ask.messageId))
  const ours = messages.findLastIndex(({ direction }) => direction === 'out')
  const all = theirs(conversation)
  const owed = all.filter((message) => open.has(message.id) || messages.indexOf(message) > ours)
  return owed.length ? owed : all.slice(-1)
}
