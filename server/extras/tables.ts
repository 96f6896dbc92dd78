import type { Generated } from '#server/database/database.ts'

export interface ExtrasTable {
  id: string
  inboxId: string | null
  name: string
  words: string
  cost: Generated<number>
  unit: string | null
  stock: number | null
  countedAt: Generated<Date>
  makerId: string | null
  retiredAt: Date | null
  byId: string | null
  at: Generated<Date>
  demo: Generated<boolean>
}

export interface GivenExtrasTable {
  conversationId: string
  id: string
  customerId: string
  inboxId: string
  extraId: string
  name: string
  words: string
  cost: number
  unit: string | null
  because: string | null
  decisionId: string | null
  byId: string | null
  byName: string | null
  at: Generated<Date>
  makerId: string | null
  possibleAt: Date | null
  possibleByName: string | null
  due: Date | null
  deliveredAt: Date | null
  deliveredByName: string | null
  answer: string | null
  answerMessageId: string | null
  isGlad: boolean | null
  answeredAt: Date | null
  answeredByName: string | null
  cancelledAt: Date | null
  cancelledByName: string | null
  demo: Generated<boolean>
}

declare module '#server/database/database.ts' {
  interface Tables {
    extras: ExtrasTable
    givenExtras: GivenExtrasTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    /** The catalogue. */
    'extras.changed': Record<string, never>
    /** `made`: somebody else has to make it first. */
    'extra.given': { givenId: string; name: string; made: boolean }
    /** Its maker said yes: from now on it may be told. */
    'extra.possible': { givenId: string; name: string }
    'extra.delivered': { givenId: string; name: string }
    'extra.answered': { givenId: string; name: string; words: string; glad: boolean }
    'extra.off': { givenId: string; name: string }
  }
}
