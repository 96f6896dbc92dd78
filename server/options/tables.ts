import type { Generated } from '#server/database/database.ts'

export interface OffersTable {
  conversationId: string
  id: string
  customerId: string
  inboxId: string
  messageId: string
  question: string
  ownIdea: boolean
  madeBy: string | null
  madeAt: Generated<Date>
  withdrawnAt: Date | null
  chosen: number | null
  chosenAt: Date | null
  chosenOn: 'page' | 'reply' | null
  promiseId: string | null
  proposed: number | null
  proposedIn: string | null
  proposedWords: string | null
}

export interface OfferChoicesTable {
  conversationId: string
  offerId: string
  position: number
  text: string
  due: Date | null
  theirs: Generated<boolean>
}

declare module '#server/database/database.ts' {
  interface Tables {
    offers: OffersTable
    offerChoices: OfferChoicesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'options.offered': { choices: number }
    'options.withdrawn': Record<string, never>
    'option.proposed': { position: number }
    'option.refused': Record<string, never>
    /** `own`: an idea of theirs, which becomes our word only when we agree. */
    'option.chosen': { position: number; text: string; own: boolean; again: boolean }
    'option.agreed': { due: string | null }
  }
}
