import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where a page begins: the frame, and Today as its first screen. */
const beginnings = ['web/app/main.tsx', 'web/today/Today.tsx']

function nextTo(file: string, name: string): string | null {
  if (name.startsWith('#web/')) return `web/${name.slice(5)}`
  return name.startsWith('.') ? normalize(join(dirname(file), name)).replaceAll('\\', '/') : null
}

/** The sources that are loaded before anything is pressed, by their imports; what is imported later is not among them. */
export function firstSources(): { path: string; code: string }[] {
  const found = new Map<string, string>()
  const waiting = [...beginnings]
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (found.has(path) || !/\.tsx?$/.test(path) || !existsSync(join(root, path))) continue
    const code = readFileSync(join(root, path), 'utf8')
    found.set(path, code)
    for (const [, from, bare] of code.matchAll(
      /^(?:import|export)(?! type\b)[^;']*?from '([^']+)'|^import '([^']+)'/gm,
    )) {
      const next = nextTo(path, (from ?? bare)!)
      if (next) waiting.push(next)
    }
  }
  return [...found].map(([path, code]) => ({ path, code }))
}

/** Keys of the texts those sources ask for: by name, or by the beginning of a family. */
export function firstKeys(keys: readonly string[]): Set<string> {
  const code = firstSources()
    .map((source) => source.code)
    .join('\n')
  const named = new Set([...code.matchAll(/'([a-zA-Z]\w*(?:\.[\w-]+)+)'/g)].map((match) => match[1]!))
  const families = [...code.matchAll(/`([a-zA-Z]\w*(?:\.\w+)*\.)\$\{/g)].map((match) => match[1]!)
  return new Set(keys.filter((key) => named.has(key) || families.some((start) => key.startsWith(start))))
}
