import { z } from 'zod'

/** Prefixes of ids. The rest is a UUIDv7 in base 62, so ids sort by the time they were made. */
export const idPrefixes = {
  teammate: 'tm',
  inbox: 'inb',
  key: 'key',
  customer: 'cus',
  fact: 'fct',
  circle: 'cir',
  relation: 'rel',
  dealing: 'dea',
  personMerge: 'pmg',
  conversation: 'cnv',
  message: 'msg',
  ask: 'ask',
  act: 'act',
  offer: 'ofr',
  scheduled: 'sch',
  signature: 'sig',
  file: 'fil',
  promise: 'prm',
  leave: 'lve',
  handover: 'hnd',
  goal: 'gol',
  matter: 'mat',
  hook: 'hok',
  framework: 'frw',
  word: 'wrd',
  mailbox: 'mbx',
  letter: 'let',
  outbox: 'out',
  link: 'lnk',
  merge: 'mrg',
  block: 'blk',
  look: 'lok',
  comment: 'cmt',
  audit: 'aud',
  session: 'ses',
  passkey: 'pky',
  invite: 'inv',
  personKey: 'pnk',
  erasure: 'ers',
  device: 'dev',
  rule: 'rul',
  urgent: 'urg',
  swap: 'swp',
  recovery: 'rcv',
  reading: 'rdg',
  decision: 'dcs',
  extra: 'ext',
  given: 'gvn',
  relief: 'rlf',
  policyStep: 'pst',
  delivery: 'dlv',
  incident: 'inc',
  reach: 'rch',
  tag: 'tag',
  view: 'viw',
  bulk: 'bul',
  field: 'fld',
  team: 'tem',
  statusComponent: 'stc',
  statusReport: 'str',
  statusUpdate: 'stu',
  subscriber: 'sub',
  statement: 'stm',
  translation: 'trl',
} as const
export type IdKind = keyof typeof idPrefixes

export const id = (kind: IdKind) =>
  z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_[0-9A-Za-z]{22}$`), `must be an id like ${idPrefixes[kind]}_…`)

/** An instant, RFC 3339; always UTC (`Z`) in responses. */
export const instant = z.iso.datetime({ offset: true })

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .regex(/^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+$/, 'must be an e-mail address')

export const person = z.strictObject({ name: z.string().nullable(), email: z.string() })
export type Person = z.infer<typeof person>

export const pageQuery = {
  after: z.string().max(200).optional().describe('the `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
}

/** A page of a list; `next` goes into `after` for the page behind, null at the end. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

export const timeZone = z.string().min(1).max(64).describe('IANA name such as Europe/Lisbon')
export const ok = z.object({})
/** Nothing needs to be said; what is said all the same is a mistake worth knowing of. */
export const nothing = z.strictObject({}).optional()

/** RFC 9457. `id` is what a person can quote; it finds the log line. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  id: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>
