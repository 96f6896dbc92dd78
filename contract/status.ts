import { z } from 'zod'
import { id, instant, ok } from './common.ts'
import { routes } from './route.ts'

/** What the public page speaks; a team writes in one of them or in both. */
export const statusLanguages = ['en', 'de'] as const
export type StatusLanguage = (typeof statusLanguages)[number]

/** The same words in the languages of the page. Who reads another one gets those that are there. */
const said = (most: number) => {
  const words = z.string().trim().min(1).max(most).optional()
  return z
    .strictObject({ en: words, de: words })
    .refine((one) => one.en || one.de, 'needs words in at least one language')
}
export type Said = { en?: string | undefined; de?: string | undefined }

/** How a part of what we offer stands: it works, works in part, does not work. */
export const statusLevels = ['works', 'partly', 'down'] as const
export type StatusLevel = (typeof statusLevels)[number]
/** How far we are: we look for the cause, have found it, watch whether it holds, it is over. */
export const statusStages = ['looking', 'found', 'watching', 'over'] as const
export type StatusStage = (typeof statusStages)[number]

const level = z.enum(statusLevels)
const stage = z.enum(statusStages)

export const statusComponent = z.object({
  id: id('statusComponent'),
  name: said(80),
  /** What it is for, where the name alone does not say it. */
  about: said(200).nullable(),
  /** The worst that an open report says of it. */
  level,
})
export type StatusComponent = z.infer<typeof statusComponent>

const newComponent = { name: said(80), about: said(200).nullable().default(null) }

/** A picture of at most 24 kB, as it stands in a page. */
const logo = z
  .string()
  .max(33_000, 'is larger than 24 kB')
  .regex(
    /^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]+=*$/,
    'must be a PNG, JPEG, WebP or SVG picture',
  )

export const statusPage = z.object({
  /** Where everybody reads it. */
  url: z.string(),
  languages: z.array(z.enum(statusLanguages)).min(1),
  /** A sentence under the name, such as whom to ring. */
  intro: said(300).nullable(),
  logo: z.string().nullable(),
  /** The inbox in whose name its letters go out; null: the first. */
  inboxId: z.string().nullable(),
  components: z.array(statusComponent),
  /** How many have asked to hear by mail, and said so twice. */
  readers: z.number().int(),
})
export type StatusPage = z.infer<typeof statusPage>

const levels = z.record(id('statusComponent'), level)

const update = {
  stage,
  /** For whom, and what it means for them. */
  impact: said(1000),
  /** What we do about it. */
  doing: said(2000),
  /** When they hear next, even without news. May be missing only where it is over and the cause is told. */
  nextAt: instant.nullable(),
  levels,
}
export const statusUpdate = z.object({
  id: id('statusUpdate'),
  ...update,
  at: instant,
  by: z.string().nullable(),
})
export type StatusUpdate = z.infer<typeof statusUpdate>

export const statusReport = z.object({
  id: id('statusReport'),
  title: said(140),
  stage,
  /** The worst of its parts just now. */
  level,
  begunAt: instant,
  overAt: instant.nullable(),
  /** Why it happened, in plain words; told when it is known. */
  cause: said(2000).nullable(),
  nextAt: instant.nullable(),
  /** The hour we said has passed. */
  isLate: z.boolean(),
  /** An incident of the desk that it tells of. */
  incidentId: z.string().nullable(),
  url: z.string(),
  /** Newest first. */
  updates: z.array(statusUpdate),
})
export type StatusReport = z.infer<typeof statusReport>

const newUpdate = z.strictObject({
  ...update,
  nextAt: instant.nullable().default(null),
  levels: levels.default({}),
  /** How many updates the writer has seen: where a colleague was faster, nothing is said twice. */
  seen: z.number().int().min(0).optional(),
  cause: said(2000).optional(),
})

const byComponent = z.object({ id: id('statusComponent') })
const byReport = z.object({ id: id('statusReport') })
const incidentId = z.string().trim().min(1).max(60)

export const statusHook = z.object({
  id: id('hook'),
  name: z.string(),
  url: z.string(),
  madeAt: instant,
  /** What became of the newest delivery. */
  last: z
    .object({
      at: instant,
      result: z.enum(['waiting', 'done', 'failed']),
      status: z.number().int().nullable(),
    })
    .nullable(),
})
export type StatusHook = z.infer<typeof statusHook>

export const statusRoutes = routes({
  'GET /status-page': {
    summary: 'The public status page: its parts, how each stands, how many hear by mail',
    access: 'observer',
    response: statusPage,
  },
  'PATCH /status-page': {
    summary: 'Change how the page looks and speaks',
    access: 'lead',
    body: z.strictObject({
      languages: z.array(z.enum(statusLanguages)).min(1).max(2).optional(),
      intro: said(300).nullable().optional(),
      logo: logo.nullable().optional(),
      inboxId: id('inbox').nullable().optional(),
    }),
    response: statusPage,
  },
  'POST /status-components': {
    summary: 'Add a part that customers know, in their words',
    access: 'lead',
    body: z.strictObject(newComponent),
    response: statusComponent,
    status: 201,
  },
  'PATCH /status-components/{id}': {
    summary: 'Name a part differently',
    access: 'lead',
    params: byComponent,
    body: z.strictObject(newComponent).partial(),
    response: statusComponent,
  },
  'DELETE /status-components/{id}': {
    summary: 'Show a part no more; what was said of it stays in the reports',
    access: 'lead',
    params: byComponent,
    response: ok,
  },
  'PUT /status-components': {
    summary: 'In which order the parts stand',
    access: 'lead',
    body: z.strictObject({ order: z.array(id('statusComponent')).max(60) }),
    response: z.object({ items: z.array(statusComponent) }),
  },
  'GET /status-reports': {
    summary: 'What is said on the page: what is open first, then what was, newest first',
    access: 'observer',
    query: z.object({
      incidentId: incidentId.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: z.object({ items: z.array(statusReport) }),
  },
  'POST /status-reports': {
    summary: 'Say on the page that something does not work, with the first update',
    access: 'teammate',
    body: newUpdate.omit({ seen: true, cause: true }).extend({
      title: said(140),
      begunAt: instant.optional(),
      incidentId: incidentId.nullable().default(null),
    }),
    response: statusReport,
    status: 201,
  },
  'GET /status-reports/{id}': {
    summary: 'One report with all its updates',
    access: 'observer',
    params: byReport,
    response: statusReport,
  },
  'PATCH /status-reports/{id}': {
    summary: 'Correct the title, when it began, the incident it belongs to, or tell the cause later',
    access: 'teammate',
    params: byReport,
    body: z.strictObject({
      title: said(140).optional(),
      begunAt: instant.optional(),
      cause: said(2000).optional(),
      incidentId: incidentId.nullable().optional(),
    }),
    response: statusReport,
  },
  'DELETE /status-reports/{id}': {
    summary: 'Take a report off the page that should never have stood there',
    access: 'lead',
    params: byReport,
    response: ok,
  },
  'POST /status-reports/{id}/updates': {
    summary: 'Say how it stands now',
    access: 'teammate',
    params: byReport,
    body: newUpdate,
    response: statusReport,
    status: 201,
  },
  'GET /status-hooks': {
    summary: 'Which programs hear of every change, and what became of the newest word to each',
    access: 'admin',
    response: z.object({ items: z.array(statusHook) }),
  },
  'POST /status-hooks': {
    summary: 'Tell a program of every change, signed (Standard Webhooks); the secret is shown this once',
    access: 'admin',
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      url: z.url({ protocol: /^https?$/ }).max(500),
      /** The address lies in our own network. */
      inside: z.boolean().default(false),
    }),
    response: z.object({ id: id('hook'), name: z.string(), url: z.string(), secret: z.string() }),
    status: 201,
  },
  'DELETE /status-hooks/{id}': {
    summary: 'Tell that program nothing more',
    access: 'admin',
    params: z.object({ id: id('hook') }),
    response: ok,
  },
})
