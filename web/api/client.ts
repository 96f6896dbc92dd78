import type { Api } from '#contract/api.ts'
import type { Problem as ProblemShape } from '#contract/common.ts'

/** What the server said instead of yes: a sentence for people, and where in the form. */
export class Problem extends Error {
  readonly status: number
  readonly type: string
  readonly document: ProblemShape & Record<string, unknown>
  constructor(document: ProblemShape & Record<string, unknown>) {
    super(document.title)
    this.status = document.status
    this.type = document.type
    this.document = document
  }
}

type Input<K extends keyof Api> = (Api[K]['params'] extends undefined
  ? { params?: undefined }
  : { params: Api[K]['params'] }) &
  (Api[K]['query'] extends undefined ? { query?: undefined } : { query?: Api[K]['query'] }) &
  (Api[K]['body'] extends undefined ? { body?: undefined } : { body?: Api[K]['body'] })
export type Answer<K extends keyof Api> = Api[K]['response']

/** Calls one route of the contract. Types only come from there, so that its validators stay out of the bundle. */
export async function api<K extends keyof Api & string>(
  key: K,
  input?: Partial<Input<K>> & { idempotencyKey?: string; keepalive?: boolean; signal?: AbortSignal },
): Promise<Answer<K>> {
  const [method, path] = key.split(' ') as [string, string]
  const params = (input?.params ?? {}) as Record<string, string>
  const query = new URLSearchParams(
    Object.entries((input?.query ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, String(value)]],
    ),
  )
  const url = `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}${query.size ? `?${query}` : ''}`
  const headers: Record<string, string> = {}
  if (input?.body !== undefined) headers['content-type'] = 'application/json'
  if (method === 'POST') headers['idempotency-key'] = input?.idempotencyKey ?? crypto.randomUUID()
  let response: Response
  try {
    response = await fetch(url, {
      method,
      headers,
      body: input?.body === undefined ? undefined : JSON.stringify(input.body),
      credentials: 'same-origin',
      keepalive: input?.keepalive,
      signal: input?.signal,
    })
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    throw new Problem({
      type: 'offline',
      title:
        'There is no connection at the moment. What you wrote is safe here; it goes out when you are back.',
      status: 0,
    })
  }
  if (response.status === 204) return undefined as Answer<K>
  const value = response.headers.get('content-type')?.includes('json')
    ? await response.json()
    : await response.text()
  if (!response.ok)
    throw new Problem(
      typeof value === 'object'
        ? value
        : {
            type: 'broken',
            title: 'The server gave an answer that cannot be read. Nothing was changed.',
            status: response.status,
          },
    )
  return value as Answer<K>
}

/** One file, with progress 0 … 1. */
export function uploadFile(
  file: File,
  inline: boolean,
  onProgress: (share: number) => void,
): Promise<Answer<'POST /files'>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/files')
    if (inline) request.setRequestHeader('x-inline', '1')
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () => {
      const value = JSON.parse(request.responseText || '{}')
      if (request.status < 300) resolve(value)
      else reject(new Problem(value))
    }
    request.onerror = () =>
      reject(
        new Problem({
          type: 'offline',
          title: 'The file could not be sent: there is no connection. Try again when you are back.',
          status: 0,
        }),
      )
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
