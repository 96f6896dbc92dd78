import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { watch } from './progress.mjs'
import { pinnedNode } from './run.mjs'
import { runQuietly } from './runQuietly.mjs'

/** Everything that ends up in the web app, or decides how it is built. */
const sources = ['web', 'contract', 'care-language', 'package-lock.json', 'tsconfig.json']
const isLeftOut = (name) => name === 'dist' || name === 'node_modules' || /\.test\.tsx?$/.test(name)

/** Whether `web/dist` was built from other sources than those that lie here now. */
export function webIsStale(root) {
  if (!existsSync(join(root, 'web/index.html'))) return false
  return readOr(join(root, 'web/dist/.built')) !== fingerprint(root)
}

/** Builds beside `web/dist` and swaps: a running Tend never serves half an app. */
export async function buildWeb(root) {
  const built = fingerprint(root)
  const next = join(root, '.cache', 'web-next')
  const before = join(root, '.cache', 'web-before')
  const dist = join(root, 'web/dist')
  const watched = watch('Building the web app (only when its sources changed)')
  try {
    rmSync(next, { recursive: true, force: true })
    rmSync(before, { recursive: true, force: true })
    mkdirSync(next, { recursive: true })
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    await runQuietly(pinnedNode(), [vite, 'build', 'web', '--outDir', next, '--emptyOutDir'], { cwd: root })
    writeFileSync(join(next, '.built'), built)
    if (existsSync(dist)) renameSync(dist, before)
    renameSync(next, dist)
    rmSync(before, { recursive: true, force: true })
  } catch (error) {
    watched.failed()
    throw error
  }
  watched.done('Built the web app')
}

function fingerprint(root) {
  const hash = createHash('sha256')
  const add = (path) => {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  }
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isLeftOut(entry.name)) continue
      if (entry.isDirectory()) walk(`${folder}/${entry.name}`)
      else add(`${folder}/${entry.name}`)
    }
  }
  for (const source of sources) {
    if (!existsSync(join(root, source))) continue
    if (/\.json$/.test(source)) add(source)
    else walk(source)
  }
  return hash.digest('hex')
}

const readOr = (file) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
