import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
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
  const isReady = () => isInstalled(root, dev) && !(web && webIsStale(root))
  try {
    if (isReady()) return
    await oneAtATime(root, async () => {
      if (!isInstalled(root, dev)) await install(root, dev)
      if (web && webIsStale(root)) await buildWeb(root)
    })
  } catch (error) {
    say(`\n  ${asTrouble(error, root)}\n`)
    process.exitCode = 1
  }
}
