import type { Generated } from '#server/database/database.ts'

export interface NamedPersonsTable {
  customerId: string
  teammateId: string
  since: Generated<Date>
  /** Null while they still are. */
  until: Date | null
  byId: string | null
}

interface PersonRefusalsTable {
  customerId: string
  teammateId: string
  byId: string | null
  at: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    namedPersons: NamedPersonsTable
    personRefusals: PersonRefusalsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    /** Whose customer they are from now on; null: nobody's. */
    'person.named': { to: string | null; from: string | null }
    /** A letter of theirs went to their person, or to whoever stands in. */
    'person.preferred': { to: string; standsInFor: string | null }
  }
}
