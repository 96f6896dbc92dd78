import type { InboxName, TeammateName } from './company.ts'
import type { CustomerName } from './people.ts'

export interface StoryPromise {
  what: string
  quote: string
  due: Date
  /** When it was kept; absent while it is open or late. */
  keptAt?: Date
}

export type Step =
  | { kind: 'mail'; at: Date; text: string; autoReply?: boolean }
  | { kind: 'reply'; at: Date; by: TeammateName; text: string; promises?: StoryPromise[] }
  | { kind: 'note'; at: Date; by: TeammateName; text: string }
  | { kind: 'later'; at: Date; by: TeammateName; until: Date; reason: string }
  | { kind: 'done'; at: Date; by: TeammateName; goodbye: 'next-step' | 'thanks' | 'nothing-more' }
  | { kind: 'handover'; at: Date; by: TeammateName; to: TeammateName }

/** One matter of one person, told in order. */
export interface Story {
  who: CustomerName
  inbox: InboxName
  subject: string
  assignee: TeammateName | null
  steps: Step[]
}
