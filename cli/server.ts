import { type IncomingMessage, request } from 'node:http'
import { dataFolder } from '#server/database/dataFolder.ts'
import { lockPath } from '#server/database/lock.ts'

export class NotRunning extends Error {
  constructor(folder: string) {
    super(
      `No Tend is running on ${folder}. Start it with "npm start", or set TEND_DATA to the folder of the one you mean.`,
    )
  }
}

export class Refused extends Error {}

interface Payload {
  type: string
  bytes: Buffer
}

/** Asks the running server of the data folder over its socket; whoever may open the socket may do this. */
export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  return JSON.parse((await textOf(await openStream(method, path, body))) || '{}') as T
}

/** The same with a body that is no JSON. */
export async function send<T>(method: string, path: string, payload: Payload): Promise<T> {
  return JSON.parse((await textOf(await accepted(await speak(method, path, payload)))) || '{}') as T
}

/** The same for an answer that is no JSON. Throws Refused with the server's own sentence. */
export async function openStream(method: string, path: string, body?: object): Promise<IncomingMessage> {
  const payload = body && { type: 'application/json', bytes: Buffer.from(JSON.stringify(body)) }
  return accepted(await speak(method, path, payload))
}

async function accepted(response: IncomingMessage): Promise<IncomingMessage> {
  const status = response.statusCode ?? 500
  if (status < 400) return response
  const text = await textOf(response)
  const { title } = isJson(response) ? (JSON.parse(text) as { title?: string }) : {}
  if (status === 503 && !title)
    throw new Refused('Tend is still starting. Nothing was changed; try again in a moment.')
  throw new Refused(title ?? `The server answered ${status}.`)
}

const isJson = (response: IncomingMessage) => /json/.test(response.headers['content-type'] ?? '')

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

async function speak(method: string, path: string, payload?: Payload): Promise<IncomingMessage> {
  const folder = dataFolder()
  const socketPath = await lockPath(folder).catch(() => null)
  if (!socketPath) throw new NotRunning(folder)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        socketPath,
        method,
        path: `/api/v1${path}`,
        headers: {
          host: 'localhost',
          'x-tend-cli': '1',
          ...(payload && { 'content-type': payload.type, 'content-length': payload.bytes.length }),
        },
      },
      resolve,
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        ['ENOENT', 'ECONNREFUSED', 'EACCES'].includes(error.code ?? '') ? new NotRunning(folder) : error,
      ),
    )
    outgoing.end(payload?.bytes)
  })
}
