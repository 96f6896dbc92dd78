import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildCare, careIsStale } from './buildCare.mjs'
import { buildWeb, webIsStale } from './buildWeb.mjs'
import { install, isInstalled } from './install.mjs'
import { oneAtATime } from './oneAtATime.mjs'
import { say } from './progress.mjs'
import { asTrouble } from './trouble.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Installs and builds what is missing; ends the process with 1 and a sentence where that cannot be done. */
export async function getReady(flags) {
  const dev = flags.includes('--test') || process.env.NODE_ENV !== 'production'
  const web = !flags.includes('--quiet')
  const care = web || flags.includes('--care')
  const isReady = () => isInstalled(root, dev) && !(web && webIsStale(root))
  try {
    if (!isReady())
      await oneAtATime(root, async () => {
        if (!isInstalled(root, dev)) await install(root, dev)
        if (web && webIsStale(root)) await buildWeb(root)
      })
    if (care && careIsStale(root)) await oneAtATime(root, () => buildCare(root)).catch(sayWhatRuns)
  } catch (error) {
    say(`\n  ${asTrouble(error, root)}\n`)
    process.exitCode = 1
  }
}

/** Without a bundle the care line only starts more slowly, and a folder that may not be written in still reads. */
const sayWhatRuns = (error) =>
  say(`  The care line could not be bundled and runs from its sources: ${error.message}`)
