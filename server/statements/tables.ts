import type { Said, StatusLanguage } from '#contract/status.ts'
import type { Generated } from '#server/database/database.ts'

export interface StatementsTable {
  id: string
  incidentId: string | null
  version: Generated<number>
  byId: string | null
  byName: string | null
  madeAt: Generated<Date>
  publicVersion: Generated<number | null>
  publishedAt: Generated<Date | null>
  publishedBy: Generated<string | null>
  told: Generated<'personally' | 'nobody-hurt' | 'not-yet' | null>
  toldBecause: Generated<string | null>
  withdrawnAt: Generated<Date | null>
  withdrawnBecause: Generated<string | null>
  demo: Generated<boolean>
}

export interface StatementVersionsTable {
  statementId: string
  version: number
  title: Said
  words: Said
  at: Generated<Date>
  byId: string | null
  byName: string | null
}

export interface StatementSignersTable {
  statementId: string
  teammateId: string
}

export interface StatementSignaturesTable {
  statementId: string
  version: number
  teammateId: string
  name: string
  at: Generated<Date>
}

export interface StatementCommentsTable {
  id: string
  statementId: string
  version: number
  language: StatusLanguage
  quote: string
  text: string
  at: Generated<Date>
  byId: string | null
  byName: string | null
  settledAt: Generated<Date | null>
  settledBy: Generated<string | null>
}

declare module '#server/database/database.ts' {
  interface Tables {
    statements: StatementsTable
    statementVersions: StatementVersionsTable
    statementSigners: StatementSignersTable
    statementSignatures: StatementSignaturesTable
    statementComments: StatementCommentsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'statement.changed': { statementId: string }
    'statement.signed': { statementId: string; version: number }
    'statement.published': { statementId: string; version: number }
    'statement.withdrawn': { statementId: string }
  }
}
