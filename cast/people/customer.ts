import type { InboxName } from '../company.ts'

/** Something they told us, and where: nothing guessed, nothing from the web. */
export interface Fact {
  text: string
  source: 'mail' | 'call' | 'visit' | 'letter' | 'counter'
  /** Workdays before "now" on which it was learnt. */
  ago: number
}

export interface CustomerCard {
  name: string
  email: string
  /** Where they first wrote to, and are known. */
  inbox: InboxName
  preferredName: string
  sayIt?: string
  pronouns?: string
  /** What they would rather read, when it is not English. */
  language?: string
  formality?: 'formal' | 'informal'
  company?: string
  household?: string
  accessNeeds?: string
  phone?: string
  timeZone?: string
  facts?: Fact[]
}

const from = (source: Fact['source']) => (ago: number, text: string) => ({ text, source, ago })

export const mailed = from('mail')
export const called = from('call')
export const visited = from('visit')
export const posted = from('letter')
export const atCounter = from('counter')
