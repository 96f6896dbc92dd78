import type { Cast, Conversation } from './cast.ts'
import type { InboxName, TeammateName } from './company.ts'
import type { CustomerName } from './people.ts'
import { type PromiseStanding, standing } from './standing.ts'

/**
 * The story in the shape that `server/app/demo.ts` plays: a promise stands in the last reply that gave its time and
 * carries when it was kept; steps the rooms cannot do yet (a handover's acceptance) are left to the reader.
 */
export interface Story {
  who: CustomerName
  inbox: InboxName
  subject: string
  assignee: TeammateName | null
  steps: Step[]
}

export type Step =
  | { kind: 'mail'; at: Date; text: string; autoReply?: boolean }
  | {
      kind: 'reply'
      at: Date
      by: TeammateName
      text: string
      promises?: { what: string; quote: string; due: Date; keptAt?: Date }[]
    }
  | { kind: 'note'; at: Date; by: TeammateName; text: string }
  | { kind: 'later'; at: Date; by: TeammateName; until: Date; reason: string }
  | { kind: 'done'; at: Date; by: TeammateName; goodbye: 'next-step' | 'thanks' | 'nothing-more' }
  | { kind: 'handover'; at: Date; by: TeammateName; to: TeammateName }

/** The cast's conversations, oldest matter first. */
export const retell = (told: Cast): Story[] =>
  told.conversations.map((conversation) => {
    const { assignee, promises } = standing(conversation, told.now)
    const { customer: who, inbox, subject } = conversation
    return { who, inbox, subject, assignee, steps: play(conversation, promises) }
  })

function play({ steps }: Conversation, promises: PromiseStanding[]): Step[] {
  return steps.flatMap((step): Step[] => {
    const at = new Date(step.at)
    switch (step.kind) {
      case 'mailIn':
        return [{ kind: 'mail', at, text: step.text, ...(step.autoReply && { autoReply: step.autoReply }) }]
      case 'reply':
      case 'renegotiated':
        return [
          {
            kind: 'reply',
            at,
            by: step.by,
            text: step.text,
            promises: promises
              .filter((promise) => step.text.includes(promise.quote))
              .map(({ what, quote, due, keptAt }) => ({
                what,
                quote,
                due: new Date(due),
                ...(keptAt && { keptAt: new Date(keptAt) }),
              })),
          },
        ]
      case 'note':
      case 'later':
      case 'done':
      case 'handover':
        return [{ ...step, at, ...('until' in step && { until: new Date(step.until) }) } as Step]
      default:
        return []
    }
  })
}
