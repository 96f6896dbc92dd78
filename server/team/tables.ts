import type { Role } from '#contract/team.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

export interface TeammatesTable {
  id: string
  name: string
  email: string
  role: Role
  title: string | null
  timeZone: Generated<string>
  preferences: ColumnType<Record<string, unknown>, string | undefined, string>
  passwordHash: string | null
  demo: Generated<boolean>
  createdAt: Generated<Date>
  joinedAt: Date | null
  leftAt: Date | null
  lastSeenAt: Date | null
}

export interface InboxesTable {
  id: string
  name: string
  address: string
  demo: Generated<boolean>
  createdAt: Generated<Date>
  archivedAt: Date | null
}

interface InboxAccessTable {
  inboxId: string
  teammateId: string
}

interface SessionsTable {
  id: string
  teammateId: string
  tokenHash: string
  device: string
  address: string | null
  createdAt: Generated<Date>
  lastUsedAt: Generated<Date>
  expiresAt: Date
}

interface InvitesTable {
  id: string
  purpose: 'first' | 'join' | 'reset' | 'sign-in'
  teammateId: string | null
  tokenHash: string
  createdAt: Generated<Date>
  expiresAt: Date
  usedAt: Date | null
}

interface PasskeysTable {
  id: string
  teammateId: string
  name: string
  credentialId: string
  publicKey: Buffer
  counter: number
  transports: ColumnType<string[], string, string>
  createdAt: Generated<Date>
  lastUsedAt: Date | null
}

interface PasskeyChallengesTable {
  challenge: string
  teammateId: string | null
  expiresAt: Date
}

interface ApiKeysTable {
  id: string
  teammateId: string | null
  name: string
  role: Role
  tokenHash: string
  createdAt: Generated<Date>
  lastUsedAt: Date | null
  revokedAt: Date | null
}

declare module '#server/database/database.ts' {
  interface Tables {
    teammates: TeammatesTable
    inboxes: InboxesTable
    inboxAccess: InboxAccessTable
    sessions: SessionsTable
    invites: InvitesTable
    passkeys: PasskeysTable
    passkeyChallenges: PasskeyChallengesTable
    apiKeys: ApiKeysTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'teammate.invited': Record<string, never>
    'teammate.joined': Record<string, never>
    'teammate.changed': Record<string, never>
    'teammate.left': { demo: boolean }
    'inbox.added': Record<string, never>
    'inbox.changed': Record<string, never>
    'company.changed': Record<string, never>
    'practice.switched': { name: string; on: boolean }
  }
}
