import type { ClueIn, ClueKind, StopKind } from '#contract/incident.ts'
import type { ColumnType, Generated } from '#server/database/database.ts'

type Json<T> = ColumnType<T, string | undefined, string>

export interface IncidentsTable {
  id: string
  inboxId: string
  what: string
  impact: string | null
  doing: string | null
  cause: string | null
  since: Date
  openedAt: Generated<Date>
  openedById: string | null
  openedByName: string | null
  nextUpdate: Date | null
  mergedInto: Generated<string | null>
  closedAt: Generated<Date | null>
  closedByName: Generated<string | null>
  closedAsItIs: Generated<string | null>
  demo: Generated<boolean>
}

interface IncidentCluesTable {
  incidentId: string
  position: number
  kind: ClueKind
  looks: Json<ClueIn>
  says: string
  watches: boolean
  at: Generated<Date>
  byName: string | null
}

interface IncidentGroupsTable {
  incidentId: string
  position: number
  name: string
  conciergeId: string | null
}

export interface IncidentPeopleTable {
  incidentId: string
  customerId: string
  because: string
  clue: number | null
  groupPosition: Generated<number | null>
  conversationId: string | null
  toldUs: Generated<boolean>
  addedAt: Generated<Date>
  addedByName: string | null
  answeredAt: Generated<Date | null>
  madeRightAt: Generated<Date | null>
  contentAt: Generated<Date | null>
  offAt: Generated<Date | null>
  fromId: Generated<string | null>
}

interface IncidentProposalsTable {
  incidentId: string
  conversationId: string
  customerId: string
  because: string
  at: Generated<Date>
  answeredAt: Generated<Date | null>
  added: Generated<boolean | null>
  byName: Generated<string | null>
}

export interface IncidentUpdatesTable {
  incidentId: string
  position: number
  kind: 'update' | 'closing'
  subject: string
  text: string
  nextUpdate: Date | null
  state: Generated<'draft' | 'sending' | 'stopped' | 'sent'>
  perMinute: Generated<number>
  madeAt: Generated<Date>
  byName: string | null
  sendingSince: Generated<Date | null>
  sendingByName: Generated<string | null>
  leavesAt: Generated<Date | null>
  nextBatchAt: Generated<Date | null>
  doneAt: Generated<Date | null>
  toldAt: Generated<Date | null>
}

interface IncidentVoicesTable {
  incidentId: string
  updatePosition: number
  groupPosition: number
  text: string
}

/** What stops a letter; `why` is a key of the catalogue or the sentence of the care language. */
export interface Stop {
  kind: StopKind
  what: string
  why: string
  quote: string | null
}

export interface IncidentLettersTable {
  incidentId: string
  customerId: string
  updatePosition: number
  subject: Generated<string>
  text: Generated<string>
  sameAs: Generated<string | null>
  edited: Generated<boolean>
  version: Generated<number>
  read: Generated<boolean>
  stops: Json<Stop[]>
  reviewed: Generated<string[]>
  stopped: Generated<StopKind[]>
  state: 'draft' | 'waiting' | 'written' | 'told' | 'refused' | 'otherwise'
  how: 'letter' | 'aloud' | 'not-needed' | null
  because: string | null
  conversationId: string | null
  messageId: string | null
  writtenAt: Date | null
  toldAt: Date | null
  byId: string | null
  byName: string | null
}

interface IncidentPromisesTable {
  incidentId: string
  updatePosition: number
  groupPosition: number
  promiseId: string
  conversationId: string
  settledAt: Generated<Date | null>
}

interface IncidentAmendsTable {
  incidentId: string
  position: number
  kind: string | null
  unit: string | null
  /** PostgreSQL's numeric, as text: money is never a float here. */
  amount: string | null
  because: string
  at: Generated<Date>
  byId: string | null
  byName: string | null
}

interface IncidentGiftsTable {
  incidentId: string
  position: number
  customerId: string
  decisionId: string | null
  conversationId: string | null
  problem: string | null
}

interface ReachesTable {
  id: string
  fromName: string
  toName: string
  byId: string | null
  madeAt: Generated<Date>
}

declare module '#server/database/database.ts' {
  interface Tables {
    incidents: IncidentsTable
    incidentClues: IncidentCluesTable
    incidentGroups: IncidentGroupsTable
    incidentPeople: IncidentPeopleTable
    incidentProposals: IncidentProposalsTable
    incidentUpdates: IncidentUpdatesTable
    incidentVoices: IncidentVoicesTable
    incidentLetters: IncidentLettersTable
    incidentPromises: IncidentPromisesTable
    incidentAmends: IncidentAmendsTable
    incidentGifts: IncidentGiftsTable
    reaches: ReachesTable
  }
}

declare module '#server/base/events.ts' {
  interface Events {
    'incident.opened': { incidentId: string; what: string }
    'incident.changed': { incidentId: string }
    /** Who is on the list, or in which group. */
    'incident.people': { incidentId: string; added: number }
    'incident.proposed': { incidentId: string }
    /** Groups have other concierges: their conversations follow. */
    'incident.handed': { incidentId: string }
    'incident.drafted': { incidentId: string; update: number }
    'incident.sending': { incidentId: string; update: number }
    /** Letters have gone a step further. */
    'incident.ledger': { incidentId: string }
    /** An update has reached everybody it could. */
    'incident.told': { incidentId: string; update: number }
    /** What is made good is decided, and to be written down for each of them. */
    'incident.amends': { incidentId: string; position: number }
    'incident.closed': { incidentId: string }
    'incident.reopened': { incidentId: string }
    'incident.merged': { incidentId: string; from: string }
    'incident.parted': { incidentId: string; from: string }
    'surge.changed': { on: boolean }
  }
}
