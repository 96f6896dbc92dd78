import type { InboxName } from './company.ts'
import { celebrations } from './people/celebrations.ts'
import type { CustomerCard } from './people/customer.ts'
import { families } from './people/families.ts'
import { houses } from './people/houses.ts'
import { neighbours } from './people/neighbours.ts'

/** Everybody Casa Amaral cares for, by the short name the stories call them. */
export const customers = { ...families, ...neighbours, ...houses, ...celebrations } satisfies Record<
  string,
  CustomerCard
>
export type CustomerName = keyof typeof customers

/** The part of a card that the server's rooms keep today; facts are their bare sentences. */
export interface CastCustomer {
  name: string
  email: string
  inbox: InboxName
  preferredName?: string
  sayIt?: string
  pronouns?: string
  language?: string
  formality?: 'formal' | 'informal'
  company?: string
  accessNeeds?: string
  phone?: string
  timeZone?: string
  facts?: string[]
}

/** The same people in the shape that `server/app/demo.ts` takes. */
export const people = Object.fromEntries(
  Object.entries<CustomerCard>(customers).map(([key, { household: _, facts, ...card }]) => [
    key,
    { ...card, ...(facts && { facts: facts.map((fact) => fact.text) }) },
  ]),
) as Record<CustomerName, CastCustomer>
