import { z } from 'zod'
import { api } from '#contract/api.ts'
import { problem } from '#contract/common.ts'
import type { RouteSpec } from '#contract/route.ts'

const schema = (shape: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return rest
}

/** The contract as OpenAPI 3.1. */
export function openapi(url: string, version: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [key, spec] of Object.entries(api) as [string, RouteSpec][]) {
    const [method, path] = key.split(' ') as [string, string]
    const parameters = [...fields(spec.params, 'path'), ...fields(spec.query, 'query')]
    paths[path] ??= {}
    paths[path][method.toLowerCase()] = {
      operationId: key
        .replace(/[{}]/g, '')
        .replace(/[^a-zA-Z]+(.)?/g, (_, letter?: string) => letter?.toUpperCase() ?? ''),
      summary: spec.summary,
      ...(spec.access !== 'anyone' && { description: `Needs the role ${spec.access} or higher.` }),
      ...(spec.access === 'anyone' && { security: [] }),
      ...((parameters.length > 0 || method === 'POST') && {
        parameters: [
          ...parameters,
          ...(method === 'POST'
            ? [
                {
                  name: 'Idempotency-Key',
                  in: 'header',
                  required: false,
                  schema: { type: 'string', maxLength: 200 },
                },
              ]
            : []),
        ],
      }),
      ...((spec.body || spec.takes) && {
        requestBody: {
          required: !spec.body?.safeParse(undefined).success,
          content: {
            [spec.takes ?? 'application/json']: {
              schema: spec.body ? schema(spec.body, 'input') : { type: 'string', format: 'binary' },
            },
          },
        },
      }),
      responses: {
        [spec.status ?? 200]: {
          description: 'Done',
          ...((spec.response || spec.gives) && {
            content: {
              [spec.gives ?? 'application/json']: {
                schema: spec.response ? schema(spec.response, 'output') : { type: 'string' },
              },
            },
          }),
        },
        default: {
          description: 'A problem: what happened, and what to do',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tend',
      version,
      description:
        'The API that the Tend web app itself uses. Every POST takes an Idempotency-Key; lists are read with `limit` and `after`.',
    },
    servers: [{ url: `${url}/api/v1` }],
    security: [{ key: [] }, { session: [] }],
    components: {
      schemas: { Problem: schema(problem, 'output') },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'tend_session' },
      },
    },
    paths,
  }
}

function fields(shape: z.ZodObject | undefined, place: 'path' | 'query'): object[] {
  if (!shape) return []
  return Object.entries(shape.shape).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: schema(field as z.ZodType, 'input'),
  }))
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** The same for people to read. */
export function readableApi(): string {
  const rows = (Object.entries(api) as [string, RouteSpec][]).map(([key, spec]) => {
    const [method, path] = key.split(' ')
    return `<tr><td><code>${method}</code></td><td><code>/api/v1${escapeHtml(path!)}</code></td><td>${escapeHtml(spec.summary)}</td><td>${spec.access}</td></tr>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tend API</title><style>body{font:1rem/1.6 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#2b2622;background:#fbf8f3}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem .6rem;border-top:1px solid #e2d9cc;vertical-align:top}code{font-family:"IBM Plex Mono",monospace;font-size:.9em;overflow-wrap:anywhere}a{color:#1f6b5e}</style><h1>The Tend API</h1><p>Sign in with a key: <code>Authorization: Bearer tend_…</code> (made by an admin, or by <code>npm run -s tend -- keys create</code>). The exact shapes are in <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). Errors are <code>application/problem+json</code>; every POST takes an <code>Idempotency-Key</code>; lists are read with <code>limit</code> and <code>after</code>.</p><table><thead><tr><th>Method</th><th>Path</th><th>What it does</th><th>Role</th></tr></thead><tbody>${rows.join('')}</tbody></table></html>`
}
