import {
  type CastTeammate,
  company,
  type InboxName,
  inboxes,
  type TeammateName,
  teammates,
} from './company.ts'
import { frameworks } from './frameworks.ts'
import type { CustomerCard, Fact } from './people/customer.ts'
import { type CustomerName, customers } from './people.ts'
import type { Step } from './steps.ts'
import { tales } from './stories/all.ts'
import { retell, type Story } from './story.ts'
import { handFor } from './telling.ts'
import { type Instant, whenFrom } from './when.ts'

export { company, inboxes, teammates } from './company.ts'
export { frameworks } from './frameworks.ts'
export { customers, people } from './people.ts'

export const { rosa, ana, ben, ines, tomas, lena } = teammates
export const { maria, edith, paul, samuel, grace, amara, jo, clara, viktor, kenji, wei, helen } = customers

export interface Customer extends Omit<CustomerCard, 'facts'> {
  key: CustomerName
  facts: { text: string; source: Fact['source']; at: Instant }[]
}

/** One matter of one person, with everything that happened in it so far, in order. */
export interface Conversation {
  /** Its lasting name, such as `boiler-again`. */
  id: string
  customer: CustomerName
  inbox: InboxName
  subject: string
  steps: Step[]
}

export interface Cast {
  now: Instant
  timeZone: string
  company: typeof company
  inboxes: { key: InboxName; name: string; address: string }[]
  teammates: (CastTeammate & { key: TeammateName })[]
  customers: Customer[]
  frameworks: typeof frameworks
  /** Oldest matter first. */
  conversations: Conversation[]
  /** Every step of every conversation in the order of time, ready to be played. */
  steps: { conversation: string; step: Step }[]
}

/**
 * The whole company as it stands at `now`: people, conversations and promises, every time an absolute instant. Pure:
 * the same `now` and zone give the same cast, and the state it ends in (who waits, what is due today) is the same at
 * every "now", on Sundays and holidays too.
 *
 * @param now a date or an RFC 3339 instant
 * @param timeZone IANA name; days and hours in the letters are told in it
 */
export function cast(now: Date | string, timeZone: string = company.timeZone): Cast {
  const when = whenFrom(new Date(now).toISOString(), timeZone)
  const conversations = tales
    .map((tale): Conversation => {
      const hand = handFor(when, tale, customers[tale.who], inboxes[tale.inbox].address)
      return {
        id: tale.id,
        customer: tale.who,
        inbox: tale.inbox,
        subject: tale.subject,
        steps: tale.tell(hand),
      }
    })
    .sort((a, b) => inTime(a.steps[0]!, b.steps[0]!))
  return {
    now: when.now,
    timeZone,
    company,
    inboxes: keyed(inboxes),
    teammates: keyed<TeammateName, CastTeammate>(teammates),
    customers: keyed<CustomerName, CustomerCard>(customers).map((card) => ({
      ...card,
      facts: (card.facts ?? []).map(({ ago, ...fact }) => ({ ...fact, at: when.ago(ago, '17:30') })),
    })),
    frameworks,
    conversations,
    steps: conversations
      .flatMap(({ id, steps }) => steps.map((step) => ({ conversation: id, step })))
      .sort((a, b) => inTime(a.step, b.step)),
  }
}

/** The same in the shape `server/app/demo.ts` plays. */
export const stories = (now: Date): Story[] => retell(cast(now))

const inTime = (a: Step, b: Step) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)

const keyed = <K extends string, V extends object>(record: Record<K, V>): (V & { key: K })[] =>
  Object.entries<V>(record).map(([key, value]) => ({ ...value, key: key as K }))
