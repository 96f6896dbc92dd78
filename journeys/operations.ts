/** What we need of JSON Schema, as `openapi.json` has it. */
export interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  minimum?: number
  maximum?: number
}

export interface Operation {
  /** Such as `POST /promises/{id}/keeping`. */
  name: string
  method: string
  path: string
  access: 'anyone' | 'observer' | 'teammate' | 'lead' | 'admin'
  params: string[]
  query: Record<string, Schema>
  body: Schema | null
  bodyRequired: boolean
  /** The media type of a body that is not JSON. */
  takes: string | null
}

interface Document {
  paths: Record<string, Record<string, Described>>
}
interface Described {
  description?: string
  security?: unknown[]
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { required: boolean; content: Record<string, { schema: Schema }> }
}

/** Every operation of the OpenAPI document. */
export function operationsOf(document: unknown): Operation[] {
  return Object.entries((document as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): Operation => {
      const [media, content] = Object.entries(described.requestBody?.content ?? {})[0] ?? []
      const at = (place: string) => (described.parameters ?? []).filter((one) => one.in === place)
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        access: (described.security?.length === 0
          ? 'anyone'
          : /role (\w+)/.exec(described.description ?? '')![1]) as Operation['access'],
        params: at('path').map((one) => one.name),
        query: Object.fromEntries(at('query').map((one) => [one.name, one.schema])),
        body: media === 'application/json' ? content!.schema : null,
        bodyRequired: described.requestBody?.required ?? false,
        takes: media && media !== 'application/json' ? media : null,
      }
    }),
  )
}

export const typesOf = (schema: Schema): string[] =>
  [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) =>
    one.const !== undefined
      ? [typeof one.const]
      : one.enum
        ? one.enum.map((value) => typeof value)
        : (one.type ?? []),
  )

/** A value that fits, as small as can be; `ids` knows one of each kind of id, by its prefix. */
export function sampleOf(schema: Schema, ids: Record<string, string>, name = ''): unknown {
  const inner = schema.anyOf ?? schema.oneOf
  if (inner) return sampleOf(inner.find((one) => one.type !== 'null')!, ids, name)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const type = [schema.type ?? 'object'].flat().find((one) => one !== 'null')
  if (type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([key]) => schema.required?.includes(key))
        .map(([key, value]) => [key, sampleOf(value, ids, key)]),
    )
  if (type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, ids, name))
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  return textFor(schema, ids, name)
}

function textFor(schema: Schema, ids: Record<string, string>, name: string): string {
  const prefix = prefixOf(schema)
  if (prefix) return ids[prefix] ?? missingId(prefix)
  if (schema.format === 'date-time') return new Date(Date.now() + 7 * 86_400_000).toISOString()
  if (schema.format === 'date') return new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
  if (schema.pattern?.includes('#')) return '#1f6b5e'
  if (schema.pattern?.includes('@') || name === 'email' || name === 'to') return 'lucy.arden@mail.example'
  if (/zone/i.test(name)) return 'Europe/Lisbon'
  if (name === 'unit') return 'EUR'
  if (schema.pattern?.startsWith('^[a-z]{2,3}(-')) return 'pt'
  return 'The tap in the yard drips'.padEnd(schema.minLength ?? 0, '.')
}

/** `cnv` for a field that takes ids of conversations. */
export const prefixOf = (schema: Schema): string | null =>
  /^\^([a-z]+)_/.exec(schema.pattern ?? '')?.[1] ?? null

/** Well formed, and of nobody. */
export const missingId = (prefix: string): string => `${prefix}_${'0'.repeat(21)}A`

/** Whatever places of a body or query take an id: their names and prefixes. */
export const idFields = (fields: Record<string, Schema>): IdField[] =>
  Object.entries(fields).flatMap(([name, schema]): IdField[] => {
    const one = [schema, ...(schema.anyOf ?? [])].find((part) => prefixOf(part))
    if (one) return [{ name, prefix: prefixOf(one)!, list: false }]
    const prefix = schema.items && prefixOf(schema.items)
    return prefix ? [{ name, prefix, list: true }] : []
  })

interface IdField {
  name: string
  prefix: string
  list: boolean
}
