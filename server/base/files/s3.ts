import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { Files } from './files.ts'

/** An S3-compatible store. `s3://bucket/prefix?endpoint=https://…&region=…`. */
export async function openS3(place: string): Promise<Files> {
  const url = new URL(place)
  const region = url.searchParams.get('region') ?? process.env.AWS_REGION ?? 'us-east-1'
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`
  const accessKeyId = process.env.AWS_ACCESS_KEY_ID
  const secretAccessKey = process.env.AWS_SECRET_ACCESS_KEY
  if (!accessKeyId || !secretAccessKey)
    throw new Error('TEND_FILES is an S3 store, but AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set.')
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 5 })
  const bucket = `${endpoint}/${url.host}`
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '')
  const keyOf = (name: string) => (prefix ? `${prefix}/${name}` : name)
  const at = (name: string) => `${bucket}/${keyOf(name)}`

  const demand = async (response: Response, what: string) => {
    if (!response.ok) throw new Error(`The file store refused to ${what} (${response.status}).`)
    return response
  }
  const keep = async (bytes: Uint8Array) => {
    const name = createHash('sha256').update(bytes).digest('hex')
    if (!(await has(name)))
      await demand(await client.fetch(at(name), { method: 'PUT', body: bytes as BodyInit }), 'keep a file')
    return name
  }
  const has = async (name: string) => {
    const response = await client.fetch(at(name), { method: 'HEAD' })
    if (response.status === 404) return false
    await demand(response, 'look for a file')
    return true
  }

  return {
    keep,
    async keepFile(path) {
      const bytes = await readFile(path)
      return { name: await keep(bytes), size: bytes.length }
    },
    async read(name) {
      return Buffer.from(await (await demand(await client.fetch(at(name)), 'give a file')).arrayBuffer())
    },
    async stream(name) {
      const response = await demand(await client.fetch(at(name)), 'give a file')
      return Readable.fromWeb(response.body as ReadableStream)
    },
    has,
    async remove(name) {
      const response = await client.fetch(at(name), { method: 'DELETE' })
      if (response.status !== 404) await demand(response, 'remove a file')
    },
    async *names() {
      let token: string | undefined
      do {
        const query = new URLSearchParams({
          'list-type': '2',
          ...(prefix && { prefix: `${prefix}/` }),
          ...(token && { 'continuation-token': token }),
        })
        const text = await (await demand(await client.fetch(`${bucket}?${query}`), 'list files')).text()
        for (const match of text.matchAll(/<Key>([^<]+)<\/Key>/g))
          yield match[1]!.slice(prefix ? prefix.length + 1 : 0)
        token = /<NextContinuationToken>([^<]+)</.exec(text)?.[1]
      } while (token)
    },
  }
}
