import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

interface Piece {
  type: 'asset' | 'chunk'
  fileName: string
  source?: string | Uint8Array
  isEntry?: boolean
}

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

/** Writes the service worker into the build, with what the shell is made of and a version that is the hash of it. */
export const shell = {
  name: 'shell',
  apply: 'build' as const,
  generateBundle(
    this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown },
    _: unknown,
    bundle: Record<string, Piece>,
  ) {
    const pieces = Object.values(bundle)
    const files = [
      ...pieces.map((one) => one.fileName).filter((file) => file.startsWith('assets/') && isNeeded(file)),
      ...readdirSync(here('public')),
    ].map((file) => `/${file}`)
    const entry = pieces.find((one) => one.isEntry)!.fileName
    const worker = readFileSync(here('app/worker.js'), 'utf8')
    const page = String(bundle['index.html']?.source ?? entry)
    const version = createHash('sha256')
      .update([worker, page, ...files].join('\n'))
      .digest('hex')
      .slice(0, 12)
    this.emitFile({
      type: 'asset',
      fileName: 'sw.js',
      source: worker.replace('__SHELL__', () => JSON.stringify({ version, entry, files, places: places() })),
    })
  },
}
