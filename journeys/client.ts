import type { Api } from '#contract/api.ts'
import type { Problem } from '#contract/common.ts'

type Input<K extends keyof Api> = (Api[K]['params'] extends undefined
  ? { params?: undefined }
  : { params: Api[K]['params'] }) &
  (Api[K]['query'] extends undefined ? { query?: undefined } : { query?: Partial<Api[K]['query']> }) &
  (Api[K]['body'] extends undefined ? { body?: undefined } : { body?: Api[K]['body'] }) & {
    headers?: Record<string, string>
  }

/** What the server said instead of yes. */
export class Refused extends Error {
  readonly status: number
  readonly problem: Problem & Record<string, unknown>
  constructor(route: string, status: number, problem: Problem & Record<string, unknown>) {
    super(`${route}: ${status} ${problem.title ?? JSON.stringify(problem)}`)
    this.status = status
    this.problem = problem
  }
}

export interface Client {
  url: string
  key: string
  /** Calls one route of the contract; throws Refused for everything but a 2xx. */
  call<K extends keyof Api & string>(
    route: K,
    ...input: object extends Input<K> ? [Input<K>?] : [Input<K>]
  ): Promise<Api[K]['response']>
  /** Hands in one letter, byte for byte. On a busy machine it is first only kept (202); asking again tells where it went. */
  handIn(raw: Buffer, headers?: Record<string, string>): Promise<Api['POST /intake/email']['response']>
  /** The plain request, for what is not JSON. `path` begins behind `/api/v1`. */
  send(method: string, path: string, more?: RequestInit): Promise<Response>
}

/** A client of the public API, as somebody outside would write it. */
export function clientOf(url: string, key: string): Client {
  const send: Client['send'] = (method, path, more = {}) =>
    fetch(`${url}/api/v1${path}`, {
      ...more,
      method,
      headers: { authorization: `Bearer ${key}`, ...(more.headers as Record<string, string>) },
    })
  const read = async (route: string, response: Response) => {
    const text = await response.text()
    const value = text === '' ? undefined : JSON.parse(text)
    if (!response.ok) throw new Refused(route, response.status, value)
    return value
  }
  return {
    url,
    key,
    send,
    async call(route, ...[given]) {
      const input = given as
        | { params?: object; query?: object; body?: unknown; headers?: Record<string, string> }
        | undefined
      const [method, path] = route.split(' ') as [string, string]
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(String((input?.params as Record<string, unknown>)?.[name])),
      )
      const query = new URLSearchParams(
        Object.entries(input?.query ?? {}).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)]],
        ),
      )
      const response = await send(method, query.size ? `${filled}?${query}` : filled, {
        headers: {
          ...(input?.body !== undefined && { 'content-type': 'application/json' }),
          ...input?.headers,
        },
        ...(input?.body !== undefined && { body: JSON.stringify(input.body) }),
      })
      return read(route, response)
    },
    async handIn(raw, headers = {}) {
      for (;;) {
        const response = await send('POST', '/intake/email', {
          headers: { 'content-type': 'message/rfc822', ...headers },
          body: new Uint8Array(raw),
        })
        const taken = await read('POST /intake/email', response)
        if (response.status !== 202) return taken
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
    },
  }
}
