import { request } from 'node:http'
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

/** Asks the running server of the data folder over its socket; whoever may open the socket may do this. */
export async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await open(method, path, body)
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const value = text ? (JSON.parse(text) as { title?: string }) : {}
  if ((response.statusCode ?? 500) >= 400)
    throw new Refused(value.title ?? `The server answered ${response.statusCode}.`)
  return value as T
}

export async function open(
  method: string,
  path: string,
  body?: object,
): Promise<import('node:http').IncomingMessage> {
  const folder = dataFolder()
  const socketPath = await lockPath(folder).catch(() => null)
  if (!socketPath) throw new NotRunning(folder)
  const payload = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        socketPath,
        method,
        path: `/api/v1${path}`,
        headers: {
          host: 'localhost',
          'x-tend-cli': '1',
          ...(payload && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(payload),
          }),
        },
      },
      resolve,
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        ['ENOENT', 'ECONNREFUSED', 'EACCES'].includes(error.code ?? '') ? new NotRunning(folder) : error,
      ),
    )
    outgoing.end(payload)
  })
}
