import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const here = (path: string) => new URL(path, import.meta.url)
/** Letters that hardly anybody's customers write with, and a language for tests, come when they are asked for. */
const isNeeded = (file: string) => /\.(js|css|woff2)$/.test(file) && !/vietnamese|pseudo-/.test(file)

/** First words of the addresses that the app answers; what else lies on this server is not its page to open. */
const places = (): string[] => [
  '',
  ...new Set(
    [...readFileSync(here('app/App.tsx'), 'utf8').matchAll(/path="\/([\w-]+)/g)].map((match) => match[1]!),
  ),
]

/** The service worker, with what the shell is made of (`assets`: names of files) and a version that is the hash of it. */
export function workerOf(assets: readonly string[], page: string): string {
  const files = [
    ...assets.filter(isNeeded).map((file) => `/assets/${file}`),
    ...readdirSync(here('public')).map((file) => `/${file}`),
  ]
  const entry = /src="\/(assets\/index-[^"]+)"/.exec(page)![1]!
  const worker = readFileSync(here('app/worker.js'), 'utf8')
  const version = createHash('sha256')
    .update([worker, page, ...files].join('\n'))
    .digest('hex')
    .slice(0, 12)
  return worker.replace('__SHELL__', () => JSON.stringify({ version, entry, files, places: places() }))
}

/** Writes the service worker beside what was built, once it lies there: what a bundle names is not always written. */
export const shell = {
  name: 'shell',
  apply: 'build' as const,
  writeBundle({ dir }: { dir?: string }) {
    const page = readFileSync(join(dir!, 'index.html'), 'utf8')
    writeFileSync(join(dir!, 'sw.js'), workerOf(readdirSync(join(dir!, 'assets')).sort(), page))
  },
}
