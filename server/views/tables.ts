import type { Filter, Sort } from '#contract/filters.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

export interface ViewsTable {
  id: string
  name: string
  filter: ColumnType<Filter, string, string>
  sort: Sort
  makerId: string | null
  shared: boolean
  inboxId: string | null
  version: Generated<number>
  demo: Generated<boolean>
  madeAt: Generated<Date>
  changedAt: Generated<Date>
  removedAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    views: ViewsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'view.changed': { viewId: string }
  }
}
