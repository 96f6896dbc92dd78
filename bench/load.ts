import { Agent, request } from 'node:http'

export interface Ask {
  method?: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: unknown
}
export interface Side {
  name: string
  port: number
  /** The next thing to ask; several are one action of a person, asked one after the other. */
  next(n: number): Ask | Ask[]
}
export interface Ran {
  /** Actions a second. */
  rate: number
  /** Milliseconds of each, in order. */
  times: number[]
  bytes: number
}

const agents = new Map<number, Agent>()

function ask(port: number, { method = 'GET', path, headers, body }: Ask): Promise<number> {
  let agent = agents.get(port)
  if (!agent) agents.set(port, (agent = new Agent({ keepAlive: true, maxSockets: 64 })))
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: {
          ...headers,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(text),
          }),
        },
      },
      (response) => {
        let bytes = 0
        let said = ''
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
          if (response.statusCode! >= 300) said += chunk
        })
        response.on('end', () =>
          response.statusCode! < 300
            ? resolve(bytes)
            : reject(new Error(`${method} ${path}: ${response.statusCode} ${said}`)),
        )
        response.on('error', reject)
      },
    )
    // A line that was kept open and is closed just now by the other side: Node's own documentation asks for a second try.
    asked.on('error', (error: NodeJS.ErrnoException) =>
      asked.reusedSocket && error.code === 'ECONNRESET'
        ? resolve(ask(port, { method, path, headers, body }))
        : reject(error),
    )
    asked.end(text)
  })
}

let asked = 0
/** So many people at once, each asking again as soon as they have their answer. Whatever is not a 2xx ends the bench: a refusal is no speed. */
export async function run(side: Side, seconds: number, atOnce = 16): Promise<Ran> {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  let bytes = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < until) {
        const all = [side.next(asked++)].flat()
        const start = performance.now()
        for (const one of all) bytes += await ask(side.port, one)
        times.push(performance.now() - start)
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  return { rate: times.length / took, times: times.sort((a, b) => a - b), bytes: bytes / times.length }
}

export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
export const median = (values: readonly number[]): number =>
  at(
    [...values].sort((a, b) => a - b),
    0.5,
  )

/** A, B, A, B …: what else the machine does meets both. */
export async function alternate(a: Side, b: Side, rounds: number, seconds: number) {
  // Plans, caches and compiled code first.
  await run(a, Math.min(2, seconds))
  await run(b, Math.min(2, seconds))
  const ran = { a: [] as Ran[], b: [] as Ran[] }
  for (let n = 0; n < rounds; n++) {
    ran.a.push(await run(a, seconds))
    ran.b.push(await run(b, seconds))
  }
  return ran
}
