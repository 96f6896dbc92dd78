import type { Generated } from './database.ts'

export interface CommitMarksTable {
  session: string
  number: number
  at: Generated<Date>
}

declare module './database.ts' {
  interface Tables {
    commitMarks: CommitMarksTable
  }
}
