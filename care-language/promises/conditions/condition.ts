/** What a promise waits on. */
export interface Condition {
  is: 'none' | 'offer' | 'act' | 'event'
  /** Index of the time in the customer's act that is ours too: "bring it on Saturday and we'll mend it". */
  when: number
  /** Where a condition in front of the promise opens. */
  from?: number
}

export const none: Condition = { is: 'none', when: -1 }
