import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtFrom, fingerprint } from './fingerprint.mjs'
import { watch } from './progress.mjs'
import { pinnedNode } from './run.mjs'
import { runQuietly } from './runQuietly.mjs'

/** Everything that ends up in the web app, or decides how it is built. */
const sources = ['web', 'docs/guides', 'contract', 'care-language', 'package-lock.json', 'tsconfig.json']

/** Whether `web/dist` was built from other sources than those that lie here now. */
export function webIsStale(root) {
  if (!existsSync(join(root, 'web/index.html'))) return false
  return builtFrom(join(root, 'web/dist')) !== fingerprint(root, sources)
}

/** Builds beside `web/dist` and swaps: a running Tend never serves half an app. */
export async function buildWeb(root) {
  const built = fingerprint(root, sources)
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
