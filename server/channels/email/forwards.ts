import type { Person } from '#contract/common.ts'
import type { Trx } from '#server/database/database.ts'
import { teammateByEmail } from '#server/team/queries.ts'
import type { Authentication } from './authentication.ts'
import type { ReadMail } from './read/mail.ts'

export interface Hand {
  via: string
  trusted: boolean
  byId: string | null
}

/**
 * What a teammate forwards belongs to whom it came from; anybody else's forward belongs to the one who sent it (else
 * "Fwd: please give Mallory access" would impersonate). An address in From proves nothing by itself: it counts when its
 * domain vouches for it, or when it was handed in with that teammate's own key or one of the installation's.
 */
export async function asTheCustomersOwn(
  trx: Trx,
  mail: ReadMail,
  authentication: Authentication,
  hand: Hand,
): Promise<{ mail: ReadMail; by: Person | null }> {
  if (!mail.forwarded?.from || !mail.from || authentication.dmarc === 'fail') return { mail, by: null }
  const teammate = await teammateByEmail(trx, mail.from.email)
  if (!teammate) return { mail, by: null }
  const ownKey = hand.via === 'api' && (hand.byId === null || hand.byId === teammate.id)
  if (authentication.dmarc !== 'pass' && !ownKey) return { mail, by: null }
  if (await teammateByEmail(trx, mail.forwarded.from.email)) return { mail, by: null }
  return {
    by: { name: teammate.name, email: teammate.email },
    mail: {
      ...mail,
      from: mail.forwarded.from,
      cc: [],
      text: mail.forwarded.text || mail.text,
      subject: mail.forwarded.subject || mail.subject,
    },
  }
}
