import { z } from 'zod'
import { id, instant } from './common.ts'
import { dealingKind } from './dealings.ts'

/**
 * Several people are hit by one thing (F1–F5): what each route gives. The routes: incidents.ts (the incident, its end, surge),
 * affected.ts (who is hit, who knows), incidentLetters.ts (who tells, and the letters).
 *
 * For the public status page: `incidentFacts(db, id)` of server/incidents/facts.ts, and the events `incident.opened`,
 * `incident.changed`, `incident.told` (an update has reached everybody it could), `incident.closed`, `incident.reopened`, `incident.merged`.
 */

export const words = (most: number) => z.string().trim().min(1).max(most)
export const position = z.coerce.number().int().min(1).max(10_000)
export const byId = z.object({ id: id('incident') })
export const customerIds = z.array(id('customer')).min(1).max(10_000)

// ── who is hit ───────────────────────────────────────────────────────────────────────────────────

/** What somebody is found by. All but `list`, `people` and `conversations` go on looking: whoever writes in and fits is proposed. */
export const clueIn = z.discriminatedUnion('by', [
  /** All the words in a letter of theirs; several ways to say it stand in lines of their own. */
  z.strictObject({ by: z.literal('words'), words: words(500), since: instant.optional() }),
  /** What they bought, booked or use; a part of its name is enough. */
  z.strictObject({
    by: z.literal('dealing'),
    what: words(200),
    kind: dealingKind.optional(),
    from: instant.optional(),
    to: instant.optional(),
  }),
  z.strictObject({ by: z.literal('company'), names: z.array(words(200)).min(1).max(50) }),
  /** A street, a place, a postcode: in what your own fields keep about them or their household, or as it stands in their letters. */
  z.strictObject({
    by: z.literal('area'),
    places: z.array(words(200)).min(1).max(50),
    since: instant.optional(),
  }),
  z.strictObject({ by: z.literal('tag'), tagId: id('tag') }),
  /** A supplier, and everything that is known to depend on it (`/reaches`): found by what they bought. */
  z.strictObject({ by: z.literal('reach'), from: words(200), since: instant.optional() }),
  /** Who belongs to those on the list: their household, their company, their relations. */
  z.strictObject({ by: z.literal('around') }),
  /** Addresses and phone numbers, pasted; one a line or between commas. */
  z.strictObject({
    by: z.literal('list'),
    text: z.string().min(1).max(600_000),
    /** Make people of addresses nobody knows. */
    addUnknown: z.boolean().default(false),
  }),
  z.strictObject({ by: z.literal('people'), customerIds: z.array(id('customer')).min(1).max(10_000) }),
  /** Chosen in a list of conversations. */
  z.strictObject({
    by: z.literal('conversations'),
    conversationIds: z.array(id('conversation')).min(1).max(500),
  }),
])
export type ClueIn = z.infer<typeof clueIn>
export const clueKind = z.enum([
  'words',
  'dealing',
  'company',
  'area',
  'tag',
  'reach',
  'around',
  'list',
  'people',
  'conversations',
])
export type ClueKind = z.infer<typeof clueKind>

/** What could not be taken as it stands, a sentence each. */
export const listProblem = z.object({
  kind: z.enum(['unknown', 'twice', 'not-an-address', 'several', 'asked-not', 'refused']),
  /** The line of the pasted list; null where there was none. */
  line: z.number().int().nullable(),
  given: z.string(),
  customerId: z.string().nullable(),
  says: z.string(),
})

export const found = z.object({
  /** Everybody it finds, and how many of them are not on the list yet. */
  people: z.number().int(),
  fresh: z.number().int(),
  /** Without an e-mail address: to be told otherwise. */
  noAddress: z.number().int(),
  /** The first of those who are not on the list yet, each with the reason. */
  sample: z.array(z.object({ customerId: z.string(), name: z.string(), because: z.string() })),
  /** The first 200. */
  problems: z.array(listProblem),
  problemsInAll: z.number().int(),
})
export type Found = z.infer<typeof found>

export const clue = z.object({
  position: z.number().int(),
  kind: clueKind,
  /** What it looks for, in a sentence. */
  says: z.string(),
  /** How many are on the list by it. */
  people: z.number().int(),
  /** New letters are still held against it. */
  watches: z.boolean(),
  at: instant,
  by: z.string().nullable(),
})

/** Where the newest update that is on its way stands for somebody. `refused`: their mail server would not take it, or it came back. */
export const tellingState = z.enum(['untold', 'written', 'told', 'refused'])
export type TellingState = z.infer<typeof tellingState>

export const affected = z.object({
  customerId: id('customer'),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  /** Why they are on the list. */
  because: z.string(),
  clue: z.number().int().nullable(),
  group: z.number().int().nullable(),
  conversationId: z.string().nullable(),
  /** They wrote before we did. */
  toldUs: z.boolean(),
  /** Since when they ask not to be written to when we write to many; they are told otherwise. */
  askedNotAt: instant.nullable(),
  state: tellingState,
  /** The newest update they know of; 0: none. */
  heard: z.number().int(),
  toldAt: instant.nullable(),
  how: z.enum(['letter', 'aloud', 'not-needed']).nullable(),
  /** They answered after we wrote, and whether they wait for us. */
  answeredAt: instant.nullable(),
  waiting: z.boolean(),
  madeRightAt: instant.nullable(),
  contentAt: instant.nullable(),
})
export type Affected = z.infer<typeof affected>

export const incidentProposal = z.object({
  incidentId: id('incident'),
  what: z.string(),
  conversationId: id('conversation'),
  subject: z.string(),
  customerId: z.string(),
  customerName: z.string(),
  /** Why it may belong to it. */
  because: z.string(),
  /** Already on the list: only the conversation is new. */
  listed: z.boolean(),
  at: instant,
})
export type IncidentProposal = z.infer<typeof incidentProposal>

export const reach = z.object({ id: id('reach'), from: z.string(), to: z.string() })

// ── who tells ────────────────────────────────────────────────────────────────────────────────────

export const incidentGroup = z.object({
  position: z.number().int(),
  name: z.string(),
  /** Null: nobody yet. */
  conciergeId: z.string().nullable(),
  conciergeName: z.string().nullable(),
  /** Who writes while the concierge is away. */
  standIn: z.object({ id: z.string(), name: z.string(), until: z.string().nullable() }).nullable(),
  people: z.number().int(),
  untold: z.number().int(),
  /** They answered and wait for us. */
  waiting: z.number().int(),
})
export type IncidentGroup = z.infer<typeof incidentGroup>

/** Groups by what people have in common; `evenly`: as many groups as concierges, of one size. */
export const groupingBy = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('evenly') }),
  z.strictObject({ by: z.literal('company') }),
  z.strictObject({ by: z.literal('language') }),
  /** Whose customer they are; that teammate is the concierge, where they see the inbox. */
  z.strictObject({ by: z.literal('person') }),
  z.strictObject({ by: z.literal('clue') }),
  z.strictObject({ by: z.literal('field'), fieldId: id('field') }),
])

// ── the letters ──────────────────────────────────────────────────────────────────────────────────

/** What stops the sending: an empty slot, one whose value looks wrong, one text to many, a sentence that hurts. */
export const stopKind = z.enum(['empty', 'suspicious', 'identical', 'care'])
export type StopKind = z.infer<typeof stopKind>
export const letterStop = z.object({
  kind: stopKind,
  /** The slot, or the check of the care language. */
  what: z.string(),
  says: z.string(),
  /** The words it is about. */
  quote: z.string().nullable(),
  reviewed: z.boolean(),
})

/**
 * `draft`: may be edited; `waiting`: its turn in the sending comes; `written`: in the outbox; `told`: their mail server took it;
 * `refused`: it would not, or it came back; `otherwise`: no e-mail address, or they asked us not to write.
 */
export const letterState = z.enum(['draft', 'waiting', 'written', 'told', 'refused', 'otherwise'])

export const incidentLetter = z.object({
  customerId: id('customer'),
  name: z.string(),
  email: z.string().nullable(),
  group: z.number().int().nullable(),
  from: z.string().nullable(),
  subject: z.string(),
  text: z.string(),
  /** Written by hand: a change of the common text leaves it as it is. */
  edited: z.boolean(),
  state: letterState,
  /** Why it did not leave when it was its turn; or why they need not be told. */
  because: z.string().nullable(),
  stops: z.array(letterStop),
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
})
export type IncidentLetter = z.infer<typeof incidentLetter>

export const incidentUpdate = z.object({
  position: z.number().int(),
  kind: z.enum(['update', 'closing']),
  subject: z.string(),
  text: z.string(),
  /** When they hear from us again; with the letters it becomes a promise to all of them. */
  nextUpdate: instant.nullable(),
  state: z.enum(['draft', 'sending', 'stopped', 'sent']),
  /** Letters in each state. */
  letters: z.record(letterState, z.number().int()),
  /** Letters that are stopped by this, and not reviewed. */
  stops: z.record(stopKind, z.number().int()),
  /** People whose group has no concierge: nobody writes to them. */
  nobodys: z.number().int(),
  /** Every letter has been read by the care language. */
  read: z.boolean(),
  /** Own words of a group. */
  groups: z.array(z.object({ position: z.number().int(), text: z.string() })),
  perMinute: z.number().int(),
  madeAt: instant,
  by: z.string().nullable(),
  sendingSince: instant.nullable(),
  sendingBy: z.string().nullable(),
  /** Nothing leaves before; until then sending can be taken back whole. */
  leavesAt: instant.nullable(),
  doneAt: instant.nullable(),
})
export type IncidentUpdate = z.infer<typeof incidentUpdate>

export const incidentSlot = z.object({
  /** As it is written: `{{name}}`; `{{street|your street}}` says what stands there where we do not know. */
  slot: z.string(),
  says: z.string(),
  /** For how many of the list it is known. */
  filled: z.number().int(),
  of: z.number().int(),
})

// ── the incident ─────────────────────────────────────────────────────────────────────────────────

export const incidentCounts = z.object({
  people: z.number().int(),
  untold: z.number().int(),
  written: z.number().int(),
  told: z.number().int(),
  refused: z.number().int(),
  /** No e-mail address, or they asked us not to write; untold until somebody has told them. */
  otherwise: z.number().int(),
  answered: z.number().int(),
  waiting: z.number().int(),
  madeRight: z.number().int(),
  content: z.number().int(),
  proposals: z.number().int(),
})

export const incident = z.object({
  id: id('incident'),
  inboxId: id('inbox'),
  /** What happened, in one sentence. */
  what: z.string(),
  /** What it means for them; what we do; at the end the cause, in plain words. */
  impact: z.string().nullable(),
  doing: z.string().nullable(),
  cause: z.string().nullable(),
  since: instant,
  openedAt: instant,
  openedBy: z.string().nullable(),
  openedById: z.string().nullable(),
  nextUpdate: instant.nullable(),
  nextUpdateLate: z.boolean(),
  counts: incidentCounts,
  mergedInto: z.string().nullable(),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  /** Closed with something open, and why. */
  closedAsItIs: z.string().nullable(),
  demo: z.boolean(),
})
export type Incident = z.infer<typeof incident>

export const wholeIncident = incident.extend({
  clues: z.array(clue),
  groups: z.array(incidentGroup),
  /** People in no group. */
  ungrouped: z.number().int(),
  updates: z.array(incidentUpdate),
})
export type WholeIncident = z.infer<typeof wholeIncident>

/** What closing needs, each done or with how many are left. */
export const closingItem = z.object({
  kind: z.enum(['told', 'cause', 'make-good', 'thanks', 'answers', 'promises', 'proposals']),
  done: z.boolean(),
  /** Closing is refused while it is open; the others are only shown. */
  needed: z.boolean(),
  left: z.number().int(),
  says: z.string(),
})
export const closing = z.object({
  ready: z.boolean(),
  items: z.array(closingItem),
  /** What was decided to be made good, and for how many. */
  makeGood: z.array(
    z.object({
      kind: z.string().nullable(),
      unit: z.string().nullable(),
      amount: z.number().nullable(),
      because: z.string(),
      decided: z.number().int(),
      asked: z.number().int(),
      left: z.number().int(),
      at: instant,
      by: z.string().nullable(),
    }),
  ),
})

export const surge = z.object({
  on: z.boolean(),
  since: instant.nullable(),
  by: z.string().nullable(),
  /** Why, for everybody on the team. */
  because: z.string().nullable(),
  /** Who is looked at first, and why; the worst hit first, then who has waited longest. */
  order: z.array(
    z.object({
      conversationId: z.string(),
      subject: z.string(),
      customerName: z.string(),
      assigneeId: z.string().nullable(),
      because: z.string(),
      waitingSince: instant.nullable(),
    }),
  ),
  /** What stays as it is, also now. */
  standards: z.object({ waiting: z.number().int(), longest: instant.nullable(), late: z.number().int() }),
})
