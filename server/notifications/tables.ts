import type { Generated } from '#server/database/database.ts'

export type NoticeKind =
  | 'nudge'
  | 'late'
  | 'broken'
  | 'handover'
  | 'declined'
  | 'passed-on'
  | 'unhappy'
  | 'quiet'

export interface NoticesTable {
  teammateId: string
  conversationId: string
  kind: NoticeKind
  promiseId: string | null
  occasion: number
  at: Generated<Date>
  toldAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    notices: NoticesTable
  }
}
