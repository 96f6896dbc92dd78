import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { AwsV4Signer } from 'aws4fetch'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '#server/app/testing.ts'
import { openFiles } from './files.ts'

const keys = { accessKeyId: 'marlow', secretAccessKey: 'a secret of the store' }

/** As much of S3 as a store must speak: PUT, GET, HEAD, DELETE, ListObjectsV2 in pages of two. It checks every signature. */
async function store() {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  let moods: number[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const url = new URL(request.url!, `http://${request.headers.host}`)
    asked.push(`${request.method} ${url.pathname}`)
    const mood = moods.shift()
    if (mood) return void response.writeHead(mood).end()
    if (!(await isSigned(request.method!, url, request.headers as Record<string, string>, body)))
      return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const [, bucket, ...rest] = url.pathname.split('/')
    const name = decodeURIComponent(rest.join('/'))
    if (bucket !== 'letters') return void response.writeHead(404).end()
    if (request.method === 'GET' && !name) {
      const all = [...objects.keys()]
        .filter((key) => key.startsWith(url.searchParams.get('prefix') ?? ''))
        .sort()
      const from = Number(url.searchParams.get('continuation-token') ?? 0)
      const page = all.slice(from, from + 2)
      const isMore = from + 2 < all.length
      return void response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(
          `<ListBucketResult>${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}` +
            `<IsTruncated>${isMore}</IsTruncated>${isMore ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''}</ListBucketResult>`,
        )
    }
    if (request.method === 'PUT') {
      objects.set(name, body)
      return void response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(name)
      return void response.writeHead(204).end()
    }
    const found = objects.get(name)
    if (!found) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-length': found.length })
    response.end(request.method === 'HEAD' ? undefined : found)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    place: `s3://letters/marlow?endpoint=${encodeURIComponent(endpoint)}&region=eu-west-1`,
    objects,
    asked,
    refuse: (...statuses: number[]) => {
      moods = statuses
    },
  }
}

async function isSigned(
  method: string,
  url: URL,
  headers: Record<string, string>,
  body: Buffer,
): Promise<boolean> {
  const signer = new AwsV4Signer({
    ...keys,
    method,
    url: url.href,
    headers: { 'x-amz-content-sha256': headers['x-amz-content-sha256']! },
    body: body.length ? new Uint8Array(body) : undefined,
    datetime: headers['x-amz-date'],
    region: 'eu-west-1',
    service: 's3',
  })
  return (await signer.sign()).headers.get('authorization') === headers.authorization
}

const before = { ...process.env }
beforeEach(() => {
  process.env.AWS_ACCESS_KEY_ID = keys.accessKeyId
  process.env.AWS_SECRET_ACCESS_KEY = keys.secretAccessKey
})
afterEach(() => {
  process.env.AWS_ACCESS_KEY_ID = before.AWS_ACCESS_KEY_ID
  process.env.AWS_SECRET_ACCESS_KEY = before.AWS_SECRET_ACCESS_KEY
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
    if (!before[name]) delete process.env[name]
})

const nameOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('keeps bytes under their own checksum, once, below the folder of the address', async () => {
  const s3 = await store()
  const files = await openFiles(s3.place)
  const letter = randomBytes(100_000)
  expect(await files.keep(letter)).toBe(nameOf(letter))
  expect(await files.keep(letter)).toBe(nameOf(letter))
  expect([...s3.objects.keys()]).toEqual([`marlow/${nameOf(letter)}`])
  expect(s3.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1)
  expect((await files.read(nameOf(letter))).equals(letter)).toBe(true)
  const chunks: Buffer[] = []
  for await (const chunk of await files.stream(nameOf(letter))) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).equals(letter)).toBe(true)
})

test('keeps a file of this machine', async () => {
  const files = await openFiles((await store()).place)
  const path = join(await tempFolder(), 'plan.txt')
  await writeFile(path, 'cellar, second door')
  const { name, size } = await files.keepFile(path)
  expect(size).toBe(19)
  expect((await files.read(name)).toString()).toBe('cellar, second door')
})

test('names everything, page by page, and forgets what is removed', async () => {
  const files = await openFiles((await store()).place)
  const names: string[] = []
  for (const text of ['one', 'two', 'three', 'four', 'five']) names.push(await files.keep(Buffer.from(text)))
  const listed = async () => {
    const found: string[] = []
    for await (const name of files.names()) found.push(name)
    return found.sort()
  }
  expect(await listed()).toEqual(names.toSorted())
  await files.remove(names[2]!)
  expect(await files.has(names[2]!)).toBe(false)
  expect(await listed()).toEqual(names.filter((name) => name !== names[2]).sort())
  await files.remove(names[2]!)
})

test('what is not there, or not given, is an error and never an empty file', async () => {
  const s3 = await store()
  const files = await openFiles(s3.place)
  await expect(files.read('0'.repeat(64))).rejects.toThrow(/404/)
  s3.refuse(403, 403)
  await expect(files.keep(Buffer.from('a letter'))).rejects.toThrow(/403/)
  expect(s3.objects.size).toBe(0)
})

test('a store that stumbles is asked again', async () => {
  const s3 = await store()
  const files = await openFiles(s3.place)
  s3.refuse(503, 500)
  const name = await files.keep(Buffer.from('a letter'))
  expect((await files.read(name)).toString()).toBe('a letter')
})

test('a wrong key is refused by the store, and said', async () => {
  const s3 = await store()
  process.env.AWS_SECRET_ACCESS_KEY = 'another secret'
  const files = await openFiles(s3.place)
  await expect(files.keep(Buffer.from('a letter'))).rejects.toThrow(/refused .*403/)
})
