import type { Selectable } from 'kysely'
import type { CheckRule, Voice, WordKind } from '#contract/guide.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

interface FrameworksTable {
  id: string
  name: string
  text: string
  used: Generated<number>
  lastUsedAt: Date | null
  demo: Generated<boolean>
  updatedAt: Generated<Date>
  updatedBy: string | null
  removedAt: Date | null
  /** Whose own it is; the team's else. */
  ownerId: string | null
}

interface GuideRulesTable {
  inboxId: string | null
  checkId: string
  rule: CheckRule
  at: Generated<Date>
  byId: string | null
  demo: Generated<boolean>
}
export type GuideRuleRow = Selectable<GuideRulesTable>

interface GuideVoicesTable {
  inboxId: string | null
  voice: ColumnType<Voice, string, string>
  at: Generated<Date>
  byId: string | null
  demo: Generated<boolean>
}
export type GuideVoiceRow = Selectable<GuideVoicesTable>

interface GuideWordsTable {
  id: string
  inboxId: string | null
  kind: WordKind
  word: string
  plain: string | null
  at: Generated<Date>
  byId: string | null
  demo: Generated<boolean>
}
export type GuideWordRow = Selectable<GuideWordsTable>

declare module '#server/database/database.ts' {
  interface Tables {
    frameworks: FrameworksTable
    guideRules: GuideRulesTable
    guideVoices: GuideVoicesTable
    guideWords: GuideWordsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'framework.changed': Record<string, never>
    'guide.changed': Record<string, never>
  }
}
