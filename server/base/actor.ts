import type { Role } from '#contract/team.ts'
import { forbidden } from './errors.ts'

/** Who acts. Every action takes one, explicitly. */
export type Actor = TeammateActor | InstallationActor | CustomerActor | SystemActor

export interface TeammateActor {
  kind: 'teammate'
  id: string
  name: string
  role: Role
  /** Inboxes this person may see; admins: all of them at the time of the request. */
  inboxIds: readonly string[]
  via: 'session' | 'key' | 'mail'
  sessionId?: string
}

/** A key that belongs to the installation, before the first person exists or for machines. */
export interface InstallationActor {
  kind: 'installation'
  id: string
  name: string
  role: Role
  inboxIds: readonly string[]
  via: 'key' | 'socket'
}

/** A customer on the page of one conversation, and nothing else; or, without one, on the page of all that is theirs. */
export interface CustomerActor {
  kind: 'customer'
  id: string
  name: string
  conversationId: string | null
  inboxIds: readonly string[]
  via: 'page' | 'mail'
}

/** Tend itself: reactions, timers, the sweep. Sees all inboxes. */
export interface SystemActor {
  kind: 'system'
  id: null
  name: string
  inboxIds: 'all'
  via: 'system'
}

export const tend: SystemActor = { kind: 'system', id: null, name: 'Tend', inboxIds: 'all', via: 'system' }

const ranks: Record<Role, number> = { observer: 0, teammate: 1, lead: 2, admin: 3 }

export const atLeast = (by: Actor, role: Role): boolean =>
  by.kind === 'system' || ('role' in by && ranks[by.role] >= ranks[role])

/** Throws `forbidden` unless the actor has the role or a higher one. */
export function requireRole(by: Actor, role: Role): void {
  if (!atLeast(by, role)) throw forbidden()
}

export const sees = (by: Actor, inboxId: string): boolean =>
  by.inboxIds === 'all' || by.inboxIds.includes(inboxId)

/** The teammate's id where a teammate acts; null for keys of the installation, customers and Tend itself. */
export const teammateId = (by: Actor): string | null => (by.kind === 'teammate' ? by.id : null)
