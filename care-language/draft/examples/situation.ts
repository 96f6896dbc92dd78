import type { DraftContext } from '../../draft.ts'

/** What an example tells of the situation; the rest is an ordinary Wednesday morning at Casa Amaral. */
export interface Situation extends Pick<DraftContext, 'frameworks' | 'recentReplies' | 'voice' | 'promised'> {
  /** Name on record, and how they like to be called where that is not its first word. */
  to: string
  called?: string
  message: string
  earlier?: readonly string[]
  writer?: string
  fault?: DraftContext['ours']['fault']
  channel?: string
  later?: true
  bad: string
  good: string
}

export interface Situated {
  context: DraftContext
  bad: string
  good: string
}

export function situated(one: Situation): Situated {
  const { frameworks, recentReplies, voice, promised, earlier } = one
  return {
    context: {
      channel: one.channel ?? 'email',
      customer: {
        name: one.to,
        preferredName: one.called ?? one.to.split(' ')[0]!,
        message: one.message,
        ...(earlier && { earlier }),
      },
      ours: { writer: one.writer ?? 'Ana Costa', firstReply: !one.later, fault: one.fault ?? 'nobody' },
      ref: '2026-11-25T09:00',
      tz: 'Europe/Lisbon',
      ...(frameworks && { frameworks }),
      ...(recentReplies && { recentReplies }),
      ...(voice && { voice }),
      ...(promised && { promised }),
    },
    bad: one.bad,
    good: one.good,
  }
}
