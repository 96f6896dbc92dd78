import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { builtFrom, fingerprint } from './fingerprint.mjs'
import { pinnedNode } from './run.mjs'
import { runQuietly } from './runQuietly.mjs'

const first = 'score-lines.mjs'
const sources = [
  'care-language',
  'package.json',
  'package-lock.json',
  'tools/careBundle.config.mjs',
  'tools/buildCare.mjs',
]
/** Where the bundle of the care line lies; `tools/care.mjs` reads it from there. */
const careBundle = (root) => join(root, '.cache', 'care')
const aDay = 86_400_000

export const careIsStale = (root) => builtFrom(careBundle(root)) !== fingerprint(root, sources)

/**
 * Builds the care line into the place of the old one. Its parts have their hash in their names and the first file comes last,
 * so that a line that is running meanwhile still finds its own parts; yesterday's are thrown away.
 */
export async function buildCare(root) {
  const built = fingerprint(root, sources)
  const bundle = careBundle(root)
  const next = join(root, '.cache', 'care-next')
  // Where this fails, the sources are read rather than what was built from others.
  rmSync(join(bundle, first), { force: true })
  rmSync(next, { recursive: true, force: true })
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const config = join(root, 'tools/careBundle.config.mjs')
  await runQuietly(pinnedNode(), [vite, 'build', '--config', config, '--outDir', next, '--emptyOutDir'], {
    cwd: root,
  })
  const parts = readdirSync(next, { recursive: true }).filter((name) => name.endsWith('.mjs'))
  for (const part of parts) inAscii(join(next, part))
  for (const folder of ['weights', 'loading']) mkdirSync(join(bundle, folder), { recursive: true })
  for (const old of readdirSync(bundle))
    if (old.endsWith('.mjs') && Date.now() - statSync(join(bundle, old)).mtimeMs > aDay)
      rmSync(join(bundle, old))
  copyFileSync(join(root, 'care-language/weights/heads.bin'), join(bundle, 'weights/heads.bin'))
  for (const part of parts.sort((a, b) => Number(a === first) - Number(b === first)))
    renameSync(join(next, part), join(bundle, part))
  writeFileSync(join(bundle, '.built'), built)
  rmSync(next, { recursive: true, force: true })
}

/** Node reads a file of plain ASCII faster and keeps it in half the memory. */
function inAscii(file) {
  const text = readFileSync(file, 'utf8')
  const escaped = text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  writeFileSync(file, escaped)
}
