import type { CustomerActor } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import type { Db, Trx } from '#server/database/database.ts'
import type { RequestPage } from './page.ts'
import type { Voice } from './voice.ts'

/** Who looks at the page, and in what words it speaks to them. */
export interface Visitor {
  house: House
  /** They act in their own name: for events and actions. */
  by: CustomerActor
  customerId: string
  inboxId: string
  /** Texts of the catalogue in their language, times in their zone. */
  voice: Voice
  /** What the page tells altogether; read once. */
  page: RequestPage
  /** What stood in the form of a press that was refused: nobody writes it twice. */
  given?: Readonly<Record<string, string>>
  /** The address of the page. */
  action: string
  /** A form of a section: `inner` is its HTML, with its own buttons. What is pressed arrives in that section's `press`, once. */
  form(section: string, inner: string): string
}

/** What became of a press: both are whole keys of the catalogue, shown at the section. Nothing was changed where it is `wrong`. */
export type Pressed =
  | { said: string }
  | { wrong: string }
  /** A path of ours to go on to. */
  | { go: string }

/** One part of the customer's page. The order of all stands in `sections.ts`. */
export interface Section {
  /** The id of its element, and the last part of the address its forms post to. Letters only. */
  name: string
  /** Its change is shown, and not announced as news: an hour that moves by itself. */
  quiet?: true
  /** Stands bare: no card around it. */
  bare?: true
  /** Escaped HTML that begins with its `<h2>`; null where there is nothing to show. */
  html(db: Db | Trx, conversation: ConversationRow, visitor: Visitor): Promise<string | null> | string | null
  /**
   * A form of this section was sent: plain fields. In one transaction with the note that this form was taken, so that pressing
   * twice acts once. The caller has checked the link and how often they press.
   */
  press?(
    trx: Trx,
    conversation: ConversationRow,
    visitor: Visitor,
    fields: Readonly<Record<string, string>>,
  ): Promise<Pressed>
}
