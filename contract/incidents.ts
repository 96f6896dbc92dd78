import { z } from 'zod'
import { email, id, instant, ok, pageOf, pageQuery } from './common.ts'
import { dealingKind } from './dealings.ts'
import { routes } from './route.ts'

/**
 * Several people are hit by one thing (F1–F5). The routes:
 *
 *   the incident   GET /incidents · POST /incidents · GET, PATCH /incidents/{id} · POST, DELETE /incidents/{id}/merging
 *   who is hit     POST /incidents/{id}/finding (look only) · POST /incidents/{id}/clues (take, and keep looking) · PATCH /incidents/{id}/clues/{position}
 *                  GET /incidents/{id}/people · POST /incidents/{id}/people · DELETE /incidents/{id}/people/{customerId}
 *                  GET /incidents/{id}/proposals · POST /incidents/{id}/proposals/{conversationId} · GET, POST /conversations/{id}/incidents
 *                  GET, POST /reaches · DELETE /reaches/{id} (suppliers and what they reach, F4)
 *   who tells      POST /incidents/{id}/grouping · POST /incidents/{id}/groups · PATCH, DELETE /incidents/{id}/groups/{position}
 *                  PUT /incidents/{id}/people/group
 *   the letters    GET /incidents/{id}/slots · GET /incidents/{id}/wording · POST /incidents/{id}/updates · GET, PATCH, DELETE /incidents/{id}/updates/{update}
 *                  PUT /incidents/{id}/updates/{update}/groups/{position} · GET /incidents/{id}/updates/{update}/letters
 *                  GET, PUT, DELETE /incidents/{id}/updates/{update}/letters/{customerId} · POST /incidents/{id}/updates/{update}/reviews
 *                  POST, DELETE /incidents/{id}/updates/{update}/sending
 *   the ledger     POST /incidents/{id}/people/{customerId}/telling · PUT /incidents/{id}/people/marks
 *   the end        GET, POST, DELETE /incidents/{id}/closing · POST /incidents/{id}/make-good
 *   surge          GET, PUT /surge
 *
 * For the public status page: `incidentFacts(db, id)` of server/incidents/facts.ts, and the events `incident.opened`,
 * `incident.changed`, `incident.told` (an update has reached everybody it could), `incident.closed`, `incident.reopened`, `incident.merged`.
 */

const words = (most: number) => z.string().trim().min(1).max(most)
const position = z.coerce.number().int().min(1).max(10_000)
const byId = z.object({ id: id('incident') })
const byGroup = byId.extend({ position })
const byUpdate = byId.extend({ update: position })
const byPerson = byId.extend({ customerId: id('customer') })
const byLetter = byUpdate.extend({ customerId: id('customer') })

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

const customerIds = z.array(id('customer')).min(1).max(10_000)
const letterText = words(20_000)
const updateIn = {
  subject: words(300),
  text: letterText,
  nextUpdate: instant.nullable().default(null),
}

export const incidentsRoutes = routes({
  'GET /incidents': {
    summary: 'What hits several people, newest first',
    access: 'observer',
    query: z.strictObject({ ...pageQuery, state: z.enum(['open', 'closed']).default('open') }),
    response: pageOf(incident),
  },
  'POST /incidents': {
    summary: 'Several people are hit: open it in one sentence, perhaps with whom you know of already',
    access: 'teammate',
    body: z.strictObject({
      inboxId: id('inbox'),
      what: words(300),
      since: instant.optional(),
      clues: z.array(clueIn).max(20).default([]),
    }),
    response: wholeIncident,
    status: 201,
  },
  'GET /incidents/{id}': {
    summary: 'One incident with its ways of finding people, groups and updates',
    access: 'observer',
    params: byId,
    response: wholeIncident,
  },
  'PATCH /incidents/{id}': {
    summary: 'What happened, what it means for them, what we do, and the cause',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      what: words(300).optional(),
      impact: words(2000).nullable().optional(),
      doing: words(2000).nullable().optional(),
      cause: words(2000).nullable().optional(),
      since: instant.optional(),
      nextUpdate: instant.nullable().optional(),
    }),
    response: wholeIncident,
  },
  'POST /incidents/{id}/merging': {
    summary: 'Another one is the same as this: everybody on it comes here, each once',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ incidentId: id('incident') }),
    response: wholeIncident,
    status: 201,
  },
  'DELETE /incidents/{id}/merging': {
    summary: 'It was another one after all: it stands for itself again',
    access: 'teammate',
    params: byId,
    response: wholeIncident,
  },
  'POST /incidents/{id}/finding': {
    summary: 'Who would be found, with the reasons; nothing is changed',
    access: 'teammate',
    params: byId,
    body: clueIn,
    response: found,
  },
  'POST /incidents/{id}/clues': {
    summary: 'Take everybody it finds onto the list, and propose whoever fits it from now on',
    access: 'teammate',
    params: byId,
    body: clueIn,
    response: z.object({ added: z.number().int(), found, incident: wholeIncident }),
    status: 201,
  },
  'PATCH /incidents/{id}/clues/{position}': {
    summary: 'Stop looking by it, or go on',
    access: 'teammate',
    params: byGroup,
    body: z.strictObject({ watches: z.boolean() }),
    response: wholeIncident,
  },
  'GET /incidents/{id}/people': {
    summary: 'Everybody who is hit, the untold first',
    access: 'observer',
    params: byId,
    query: z.strictObject({
      ...pageQuery,
      state: z
        .enum([...tellingState.options, 'otherwise', 'answered', 'waiting', 'made-right', 'content'])
        .optional(),
      group: z.union([position, z.literal('none')]).optional(),
      q: z.string().trim().max(200).optional(),
    }),
    response: pageOf(affected),
  },
  'POST /incidents/{id}/people': {
    summary: 'They are hit too, by hand; also who was taken off before',
    access: 'teammate',
    params: byId,
    body: z.union([
      z.strictObject({ customerIds, because: words(300).optional() }),
      z.strictObject({ email, name: z.string().trim().max(200).optional(), because: words(300).optional() }),
    ]),
    response: z.object({ added: z.number().int(), incident: wholeIncident }),
    status: 201,
  },
  'DELETE /incidents/{id}/people/{customerId}': {
    summary: 'They are not hit; they are not proposed again',
    access: 'teammate',
    params: byPerson,
    status: 204,
  },
  'PUT /incidents/{id}/people/group': {
    summary: 'Put people into a group by hand; null: into none',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ customerIds, group: position.nullable() }),
    response: wholeIncident,
  },
  'PUT /incidents/{id}/people/marks': {
    summary: 'It is made right for them, or they are content again; or not yet',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ customerIds, mark: z.enum(['made-right', 'content']), on: z.boolean() }),
    response: wholeIncident,
  },
  'POST /incidents/{id}/people/{customerId}/telling': {
    summary: 'Told on the phone or at the door, or need not be told, with the reason',
    access: 'teammate',
    params: byPerson,
    body: z.strictObject({
      how: z.enum(['aloud', 'not-needed']),
      /** The newest update they know of by that; 0: what there was to say before any letter. */
      update: z.number().int().min(0),
      because: z.string().trim().max(500).optional(),
    }),
    response: affected,
    status: 201,
  },
  'GET /incidents/{id}/proposals': {
    summary: 'Who wrote and may be hit too, newest first, each with the reason',
    access: 'observer',
    params: byId,
    query: z.strictObject({ ...pageQuery }),
    response: pageOf(incidentProposal),
  },
  'POST /incidents/{id}/proposals/{conversationId}': {
    summary: 'Yes, they are hit too; or no',
    access: 'teammate',
    params: byId.extend({ conversationId: id('conversation') }),
    body: z.strictObject({ add: z.boolean() }),
    response: ok,
    status: 201,
  },
  'GET /conversations/{id}/incidents': {
    summary: 'The incidents this person is hit by, and those it is proposed for',
    access: 'observer',
    params: z.object({ id: id('conversation') }),
    response: z.object({
      items: z.array(
        z.object({
          incidentId: id('incident'),
          what: z.string(),
          nextUpdate: instant.nullable(),
          closedAt: instant.nullable(),
          conciergeId: z.string().nullable(),
          conciergeName: z.string().nullable(),
          state: tellingState,
        }),
      ),
      proposals: z.array(incidentProposal),
    }),
  },
  'POST /conversations/{id}/incidents': {
    summary: 'This belongs to an incident: its person is on the list, and is told here',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: z.strictObject({ incidentId: id('incident') }),
    response: ok,
    status: 201,
  },
  'GET /reaches': {
    summary: 'Suppliers, and what depends on them',
    access: 'observer',
    response: z.object({ items: z.array(reach) }),
  },
  'POST /reaches': {
    summary: 'What goes wrong there reaches this too: a product, a service, another supplier',
    access: 'teammate',
    body: z.strictObject({ from: words(200), to: words(200) }),
    response: reach,
    status: 201,
  },
  'DELETE /reaches/{id}': {
    summary: 'It does not depend on it',
    access: 'teammate',
    params: z.object({ id: id('reach') }),
    status: 204,
  },
  'POST /incidents/{id}/grouping': {
    summary: 'Part everybody into groups, each with one concierge, as evenly as it can be',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      how: groupingBy,
      concierges: z.array(id('teammate')).min(1).max(50),
      /** Only those in no group; the others stay where they are. */
      onlyUngrouped: z.boolean().default(false),
    }),
    response: wholeIncident,
    status: 201,
  },
  'POST /incidents/{id}/groups': {
    summary: 'A group by hand',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      name: words(100),
      conciergeId: id('teammate').nullable().default(null),
      customerIds: z.array(id('customer')).max(10_000).default([]),
    }),
    response: wholeIncident,
    status: 201,
  },
  'PATCH /incidents/{id}/groups/{position}': {
    summary: 'Another name, or another concierge: they take over everybody in it, with their conversations',
    access: 'teammate',
    params: byGroup,
    body: z.strictObject({
      name: words(100).optional(),
      conciergeId: id('teammate').nullable().optional(),
    }),
    response: wholeIncident,
  },
  'DELETE /incidents/{id}/groups/{position}': {
    summary: 'Dissolve a group; its people are in none',
    access: 'teammate',
    params: byGroup,
    response: wholeIncident,
  },
  'GET /incidents/{id}/slots': {
    summary: 'What a letter may say of each person, and for how many it is known',
    access: 'observer',
    params: byId,
    response: z.object({ items: z.array(incidentSlot) }),
  },
  'GET /incidents/{id}/wording': {
    summary: 'Words to begin with, from what is written down about the incident',
    access: 'teammate',
    params: byId,
    query: z.strictObject({
      kind: z.enum(['update', 'closing']).default('update'),
      language: z.string().max(20).optional(),
      nextUpdate: instant.optional(),
    }),
    response: z.object({ subject: z.string(), text: z.string() }),
  },
  'POST /incidents/{id}/updates': {
    summary: 'One text with slots: a letter is drafted for everybody',
    access: 'teammate',
    params: byId,
    body: z.strictObject({ ...updateIn, kind: z.enum(['update', 'closing']).default('update') }),
    response: incidentUpdate,
    status: 201,
  },
  'GET /incidents/{id}/updates/{update}': {
    summary: 'One update: its letters, and what stops them',
    access: 'observer',
    params: byUpdate,
    response: incidentUpdate,
  },
  'PATCH /incidents/{id}/updates/{update}': {
    summary: 'Change it before it leaves; letters written by hand stay as they are',
    access: 'teammate',
    params: byUpdate,
    body: z.strictObject({
      subject: words(300).optional(),
      text: letterText.optional(),
      nextUpdate: instant.nullable().optional(),
    }),
    response: incidentUpdate,
  },
  'DELETE /incidents/{id}/updates/{update}': {
    summary: 'Throw away a draft of which nothing has left',
    access: 'teammate',
    params: byUpdate,
    status: 204,
  },
  'PUT /incidents/{id}/updates/{update}/groups/{position}': {
    summary: 'A concierge’s own words for their group; null: the common ones',
    access: 'teammate',
    params: byUpdate.extend({ position }),
    body: z.strictObject({ text: letterText.nullable() }),
    response: incidentUpdate,
  },
  'GET /incidents/{id}/updates/{update}/letters': {
    summary: 'The letters, those that are stopped first',
    access: 'observer',
    params: byUpdate,
    query: z.strictObject({
      ...pageQuery,
      state: letterState.optional(),
      stop: stopKind.optional(),
      group: z.union([position, z.literal('none')]).optional(),
    }),
    response: pageOf(incidentLetter),
  },
  'GET /incidents/{id}/updates/{update}/letters/{customerId}': {
    summary: 'One letter',
    access: 'observer',
    params: byLetter,
    response: incidentLetter,
  },
  'PUT /incidents/{id}/updates/{update}/letters/{customerId}': {
    summary: 'Write this one by hand',
    access: 'teammate',
    params: byLetter,
    body: z.strictObject({ subject: words(300).optional(), text: letterText }),
    response: incidentLetter,
  },
  'DELETE /incidents/{id}/updates/{update}/letters/{customerId}': {
    summary: 'Back to the common words',
    access: 'teammate',
    params: byLetter,
    response: incidentLetter,
  },
  'POST /incidents/{id}/updates/{update}/reviews': {
    summary:
      'I have looked at it and it may go: one letter, or all that are stopped by this. An empty slot can only be filled.',
    access: 'teammate',
    params: byUpdate,
    body: z.strictObject({
      kind: z.enum(['suspicious', 'identical', 'care']),
      /** The slot or the check; all of the kind unless said. */
      what: z.string().max(100).optional(),
      customerIds: customerIds.optional(),
    }),
    response: incidentUpdate,
    status: 201,
  },
  'POST /incidents/{id}/updates/{update}/sending': {
    summary:
      'Send, each in the name of their concierge, at a pace; ordinary answers go first. Refused with what stops it.',
    access: 'teammate',
    params: byUpdate,
    body: z.strictObject({
      perMinute: z.number().int().min(1).max(3000).default(300),
      /** Until then it can be taken back whole. */
      undoSeconds: z.number().int().min(0).max(60).default(10),
    }),
    response: incidentUpdate,
    status: 201,
  },
  'DELETE /incidents/{id}/updates/{update}/sending': {
    summary: 'Stop: what has not been written yet does not leave until it is sent again',
    access: 'teammate',
    params: byUpdate,
    response: incidentUpdate,
  },
  'GET /incidents/{id}/closing': {
    summary: 'What is done and what is still open before it is closed',
    access: 'observer',
    params: byId,
    response: closing,
  },
  'POST /incidents/{id}/closing': {
    summary:
      'It is over: everybody knows, the cause is said, what is made good is decided, those who told us are thanked',
    access: 'teammate',
    params: byId,
    body: z.strictObject({
      /** Close with something open, and why. */
      asItIs: words(500).optional(),
    }),
    response: wholeIncident,
    status: 201,
  },
  'DELETE /incidents/{id}/closing': {
    summary: 'It is not over yet',
    access: 'teammate',
    params: byId,
    response: wholeIncident,
  },
  'POST /incidents/{id}/make-good': {
    summary:
      'What each of them gets, decided in each conversation within your limits; above them it is asked. Or nothing, and why.',
    access: 'teammate',
    params: byId,
    body: z.union([
      z.strictObject({
        kind: words(40),
        unit: z.string().min(1).max(10),
        amount: z.number().positive().max(10_000_000).multipleOf(0.01),
        because: words(500),
        /** A group, or some of them; everybody unless said. */
        group: position.optional(),
        customerIds: customerIds.optional(),
      }),
      z.strictObject({ nothing: z.literal(true), because: words(500) }),
    ]),
    response: closing,
    status: 201,
  },
  'GET /surge': {
    summary: 'Whether many write at once just now, who is looked at first and why',
    access: 'observer',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(25) }),
    response: surge,
  },
  'PUT /surge': {
    summary: 'Many write at once: the worst hit come first until it is over',
    access: 'lead',
    body: z.strictObject({ on: z.boolean(), because: words(300).optional() }),
    response: surge,
  },
})
