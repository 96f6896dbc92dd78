import type { InboxName } from '#cast/company.ts'
import type { CustomerCard } from '#cast/people/customer.ts'
import { type CustomerName, customers as cards } from '#cast/people.ts'
import { tend } from '#server/base/actor.ts'
import { joinCircle, relate } from '#server/customers/circles.ts'
import type { NewFact } from '#server/customers/facts.ts'
import type { Trx } from '#server/database/database.ts'
import { takeDealings } from '#server/dealings/actions.ts'
import { practicesOn } from '#server/team/practices.ts'

/** What the cast told is held as a careful teammate would hold it. */
export function heldAs(text: string): Pick<NewFact, 'kind' | 'privacy' | 'mention'> {
  if (/\b(allergic|asthma|pregnan|diabet|hospital|ill\b)/i.test(text)) return { privacy: 'sensitive' }
  if (/\b(sister|grandmother|wedding|marr|baby|naming day|retire|moving)\b/i.test(text))
    return { kind: 'life', mention: /naming day|wedding/i.test(text) ? 'yes' : 'ask' }
  return /^(likes|loves|prefers|buys)\b/i.test(text) ? { kind: 'like' } : {}
}

interface Stage {
  customers: Record<CustomerName, string>
  inboxIds: Record<InboxName, string>
  now: Date
}

/** Purchases and visits as the till of Casa Amaral would send them: days before now, whose, what, for how much. */
const bought: readonly [CustomerName, 'purchase' | 'visit', number, string, number | null][] = [
  ['maria', 'purchase', 730, 'Gas boiler, 24 kW, fitted', 2140],
  ['maria', 'visit', 64, 'Ignition part changed by Ben', null],
  ['helen', 'purchase', 720, 'Heating pump for the clinic', 890],
  ['helen', 'visit', 180, 'Yearly service', null],
  ['miriam', 'purchase', 7, 'Friday cake, no nuts', 18.5],
  ['miriam', 'purchase', 14, 'Friday cake, no nuts', 18.5],
  ['omar', 'purchase', 400, 'Linen press, repaired', 260],
]

/** Who belongs together, and what they bought. */
export async function bringKnown(trx: Trx, { customers, inboxIds, now }: Stage): Promise<void> {
  const all = Object.entries(cards) as [CustomerName, CustomerCard][]
  for (const [name, card] of all) {
    const join = (kind: 'company' | 'household', circle: string) =>
      joinCircle(trx, tend, customers[name], {
        kind,
        name: circle,
        role: null,
        inboxId: inboxIds[card.inbox],
      })
    if (card.company) await join('company', card.company)
    if (card.household) await join('household', card.household)
  }
  await relate(trx, tend, customers.miriam, {
    otherId: customers.chloe,
    is: 'neighbour',
    back: 'neighbour',
    inboxId: inboxIds.bakery,
  })
  if (!(await practicesOn(trx)).includes('dealings')) return
  for (const inbox of ['repairs', 'bakery'] as const) {
    const items = bought
      .filter(([name]) => cards[name].inbox === inbox)
      .map(([name, kind, ago, what, amount], index) => ({
        externalId: `till-${inbox}-${index}`,
        kind,
        what,
        at: new Date(now.getTime() - ago * 86_400_000).toISOString(),
        amount,
        currency: amount === null ? null : 'EUR',
        who: { email: cards[name].email },
      }))
    if (items.length) await takeDealings(trx, tend, { inboxId: inboxIds[inbox], dryRun: false, items })
  }
}
