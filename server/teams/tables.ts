import type { Generated } from '#server/database/database.ts'

interface TeamsTable {
  id: string
  name: string
  demo: Generated<boolean>
  madeAt: Generated<Date>
  byId: string | null
  removedAt: Date | null
}

interface TeamMembersTable {
  teamId: string
  teammateId: string
}

interface RoutingRulesTable {
  inboxId: string
  teamId: string
  way: 'in-turn' | 'least'
  capacity: number | null
  changedAt: Generated<Date>
  byId: string | null
}

interface RoutingTurnsTable {
  inboxId: string
  teammateId: string
  lastAt: Date
}

declare module '#server/database/database.ts' {
  interface Tables {
    teams: TeamsTable
    teamMembers: TeamMembersTable
    routingRules: RoutingRulesTable
    routingTurns: RoutingTurnsTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'team.changed': { teamId: string }
    'routing.changed': Record<string, never>
  }
}
