import type { DraftContext, DraftReading } from '../../draft.ts'

/** A draft of our own, with what a wise colleague sees in it. What is not named is not judged. */
export interface Case {
  to: string
  /** As they like to be called, where it is not the first word of the name. */
  called?: string
  channel?: string
  fault: DraftContext['ours']['fault']
  /** Not the first reply of the thread. */
  later?: true
  writer?: string
  message: string
  drafts: {
    draft: string
    is?: Partial<DraftReading['labels']>
    /** Asks of the message by a piece of each, and whether this draft answers it. */
    asks?: Record<string, boolean>
    /** What must be said about it. */
    says?: string[]
    /** What would annoy a coach to hear about it. */
    annoys?: string[]
    /** Good enough to send: nothing is said above a note. */
    sends?: true
  }[]
}
