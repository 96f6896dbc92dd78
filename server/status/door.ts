import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A finished answer: nothing of it is made while somebody waits. */
export interface Finished {
  type: string
  body: string
  /** Further headers, such as what its page may load. */
  headers?: Record<string, string>
}
/** By name: `page.en`, `past.de`, `feed.en`, `status`. Null: there is no such page, because the team does not work this way. */
export type Pages = Readonly<Record<string, Finished>>

/**
 * The door of the status page. It knows no database and no room: it stands in front of everything else, holds finished pages in memory and on
 * disk, and answers from the first moment of the program on, whatever the rest does.
 */
export interface Door {
  /** True where it was ours to answer. */
  answers(request: IncomingMessage, response: ServerResponse): boolean
  /** New pages; written to disk too, and only where they differ. */
  put(pages: Pages | null): Promise<void>
}

interface Held extends Finished {
  plain: Buffer
  zipped: Buffer
  tag: string
}

const names: Readonly<Record<string, string>> = {
  '/status': 'page',
  '/status/': 'page',
  '/status/past': 'past',
  '/status/feed.atom': 'feed',
  '/status.json': 'status',
}
const endings: Readonly<Record<string, string>> = { page: 'html', past: 'html', feed: 'atom', status: 'json' }
const languages = ['en', 'de'] as const

export async function openDoor(dataFolder: string): Promise<Door> {
  const folder = join(dataFolder, 'status')
  let held = await readHeld(folder)
  let isWritten = true
  let writing = Promise.resolve()
  return {
    answers: (request, response) => answer(held, request, response),
    put(pages) {
      const next = pages && holdAll(pages)
      if (sameTags(held, next) && isWritten) return writing
      held = next
      // One after the other, so that the newest is what stays.
      writing = writing
        .catch(() => {})
        .then(() => (next ? writeAll(folder, next) : rm(folder, { recursive: true, force: true })))
        .then(
          () => void (isWritten = true),
          (error: unknown) => {
            // A full disk, say: the next time it is put it is written, whether or not it has changed.
            isWritten = false
            throw error
          },
        )
      return writing
    },
  }
}

function answer(
  held: ReadonlyMap<string, Held> | null,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const name = names[path]
  if (!held || !name || (request.method !== 'GET' && request.method !== 'HEAD')) return false
  const language = asked(query) ?? preferred(request.headers['accept-language'])
  const page = held.get(name) ?? held.get(`${name}.${language}`)
  if (!page) return false
  const headers: Record<string, string> = {
    'content-type': page.type,
    etag: page.tag,
    vary: 'accept-language, accept-encoding',
    // A cache before us may show it for a moment, and go on showing it while we are away.
    'cache-control': 'public, max-age=15, stale-while-revalidate=60, stale-if-error=86400',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...page.headers,
  }
  if (request.headers['if-none-match']?.includes(page.tag)) {
    response.writeHead(304, headers).end()
    return true
  }
  const zips = page.plain.length > 1000 && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const body = zips ? page.zipped : page.plain
  if (zips) headers['content-encoding'] = 'gzip'
  headers['content-length'] = String(body.length)
  response.writeHead(200, headers)
  response.end(request.method === 'HEAD' ? undefined : body)
  return true
}

const asked = (query: string) =>
  languages.find((one) => new URLSearchParams(query).get('lang')?.toLowerCase() === one)

/** The first of our languages in the order of the reader's; English where none of them is theirs. */
function preferred(header: string | undefined): string {
  const wishes = (header ?? '').split(',', 20).map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const weight = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1)
    return { language: tag.split('-')[0], weight }
  })
  const known = wishes.filter((one) => one.weight > 0 && languages.some((own) => own === one.language))
  return known.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'en'
}

function hold(finished: Finished): Held {
  const plain = Buffer.from(finished.body)
  const hash = createHash('sha256')
    .update(plain)
    .update(JSON.stringify(finished.headers ?? {}))
  return { ...finished, plain, zipped: gzipSync(plain), tag: `W/"${hash.digest('base64url').slice(0, 22)}"` }
}
const holdAll = (pages: Pages): Map<string, Held> =>
  new Map(Object.entries(pages).map(([name, one]) => [name, hold(one)]))

const sameTags = (one: ReadonlyMap<string, Held> | null, other: ReadonlyMap<string, Held> | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.size === other.size &&
    [...one].every(([name, { tag }]) => other.get(name)?.tag === tag))

const fileOf = (name: string) => `${name}.${endings[name.split('.')[0]!] ?? 'txt'}`
const list = 'pages.json'

/** Each page as a file of its own, so that a web server in front can show them while Tend itself is away; the list comes last. */
async function writeAll(folder: string, pages: ReadonlyMap<string, Held>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  for (const [name, page] of pages) await writeWhole(join(folder, fileOf(name)), page.plain)
  const entries = [...pages].map(([name, { type, headers }]) => ({ name, type, headers }))
  await writeWhole(join(folder, list), Buffer.from(JSON.stringify(entries)))
  const known = new Set([...pages.keys()].map(fileOf).concat(list))
  for (const file of await readdir(folder))
    if (!known.has(file) && !(await isBeingWritten(join(folder, file))))
      await rm(join(folder, file), { force: true })
}

/** Another process writes the same pages now; what one that was killed has left is old. */
async function isBeingWritten(path: string): Promise<boolean> {
  const found = /\.[0-9a-f]{12}$/.test(path) ? await stat(path).catch(() => null) : null
  return found !== null && Date.now() - found.mtimeMs < 60_000
}

/** There whole or not at all, whenever the power goes. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(temporary, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

async function readHeld(folder: string): Promise<Map<string, Held> | null> {
  try {
    const entries = JSON.parse(await readFile(join(folder, list), 'utf8')) as (Finished & { name: string })[]
    const read = entries.map(async ({ name, type, headers }) => {
      const body = await readFile(join(folder, fileOf(name)), 'utf8')
      return [name, { type, body, ...(headers && { headers }) }] as const
    })
    return holdAll(Object.fromEntries(await Promise.all(read)))
  } catch {
    // Not written yet, or half of it is gone: the house makes them anew in a moment.
    return null
  }
}
