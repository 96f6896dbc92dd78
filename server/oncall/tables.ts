import type { Generated } from '#server/database/database.ts'

interface RotasTable {
  inboxId: string
  startsOn: string
  changesAt: Generated<string>
  escalateMinutes: Generated<number>
}

interface RotaMembersTable {
  inboxId: string
  position: number
  teammateId: string
}

interface RotaSwapsTable {
  id: string
  inboxId: string
  teammateId: string
  fromAt: Date
  toAt: Date
  byId: string | null
  at: Generated<Date>
}

export interface UrgentsTable {
  id: string
  conversationId: string
  inboxId: string
  messageId: string
  state: 'asked' | 'calling' | 'taken' | 'can-wait'
  beganAt: Date
  calledAt: Date | null
  nobodyAt: Date | null
  takenAt: Date | null
  takenById: string | null
  callBy: Date | null
}

interface UrgentCallsTable {
  urgentId: string
  teammateId: string
  at: Date
}

declare module '#server/database/database.ts' {
  interface Tables {
    rotas: RotasTable
    rotaMembers: RotaMembersTable
    rotaSwaps: RotaSwapsTable
    urgents: UrgentsTable
    urgentCalls: UrgentCallsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'rota.changed': Record<string, never>
    'urgent.asked': { urgentId: string }
    /** The teammate of the event is called. */
    'urgent.called': { urgentId: string }
    'urgent.nobody': { urgentId: string }
    'urgent.taken': { urgentId: string; callBy: string | null }
    'urgent.can-wait': { urgentId: string }
  }
}
