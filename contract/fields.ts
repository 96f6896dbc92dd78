import { z } from 'zod'
import { id } from './common.ts'
import { routes } from './route.ts'

export const fieldKind = z.enum(['text', 'number', 'date', 'choice', 'yes-no'])
export type FieldKind = z.infer<typeof fieldKind>
/** What a field is about: one matter, a person, or the company or household they belong to. */
export const fieldSubject = z.enum(['conversation', 'customer', 'circle'])
export type FieldSubject = z.infer<typeof fieldSubject>

const name = z.string().trim().min(1).max(60)
const choice = z.string().trim().min(1).max(80)

export const field = z.object({
  id: id('field'),
  subject: fieldSubject,
  name: z.string(),
  kind: fieldKind,
  /** Of a choice: what may be chosen, in this order. */
  choices: z.array(z.string()),
})
export type Field = z.infer<typeof field>

/**
 * A value as the API speaks it: text and a choice as they are, a number as "12.5", a day as "2026-11-26", "yes" or "no". Null: nothing
 * is known. No field can ever be demanded: an answer goes out with all of them empty (C15).
 */
export const fieldValue = z.string().trim().max(2000).nullable()

export const filledField = field.extend({ value: z.string().nullable() })
export type FilledField = z.infer<typeof filledField>

const filled = z.object({ items: z.array(filledField) })
const byId = z.object({ id: id('field') })
const values = z.strictObject({ values: z.record(id('field'), fieldValue) })

export const fieldsRoutes = routes({
  'GET /fields': {
    summary: 'The fields this team has added, in its order',
    access: 'observer',
    query: z.strictObject({ subject: fieldSubject.optional() }),
    response: z.object({ items: z.array(field) }),
  },
  'POST /fields': {
    summary: 'Add a field; its kind and what it is about stay what they are',
    access: 'lead',
    body: z.strictObject({
      subject: fieldSubject,
      name,
      kind: fieldKind,
      choices: z.array(choice).max(50).default([]),
    }),
    response: field,
    status: 201,
  },
  'PATCH /fields/{id}': {
    summary: 'Reword a field, its choices or its place',
    access: 'lead',
    params: byId,
    body: z.strictObject({
      name: name.optional(),
      choices: z.array(choice).max(50).optional(),
      position: z.number().int().min(0).max(500).optional(),
    }),
    response: field,
  },
  'DELETE /fields/{id}': {
    summary: 'Take a field out of use; what was filled in is kept, and comes back with it',
    access: 'lead',
    params: byId,
    status: 204,
  },
  'POST /fields/{id}/restoring': {
    summary: 'A field comes back with everything that was filled in',
    access: 'lead',
    params: byId,
    response: field,
    status: 201,
  },
  'GET /conversations/{id}/fields': {
    summary: 'The fields of a matter and what they hold',
    access: 'observer',
    params: z.object({ id: id('conversation') }),
    response: filled,
  },
  'PUT /conversations/{id}/fields': {
    summary: 'Fill in fields of a matter; those not named stay as they are',
    access: 'teammate',
    params: z.object({ id: id('conversation') }),
    body: values,
    response: filled,
  },
  'GET /customers/{id}/fields': {
    summary: 'The fields of a person and what they hold',
    access: 'observer',
    params: z.object({ id: id('customer') }),
    response: filled,
  },
  'PUT /customers/{id}/fields': {
    summary: 'Fill in fields of a person; those not named stay as they are',
    access: 'teammate',
    params: z.object({ id: id('customer') }),
    body: values,
    response: filled,
  },
  'GET /circles/{id}/fields': {
    summary: 'The fields of a company or household and what they hold',
    access: 'observer',
    params: z.object({ id: id('circle') }),
    response: filled,
  },
  'PUT /circles/{id}/fields': {
    summary: 'Fill in fields of a company or household; those not named stay as they are',
    access: 'teammate',
    params: z.object({ id: id('circle') }),
    body: values,
    response: filled,
  },
})
