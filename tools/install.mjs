import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { isAlive } from './oneAtATime.mjs'
import { watch } from './progress.mjs'
import { pinnedNode } from './run.mjs'
import { runQuietly } from './runQuietly.mjs'
import { Trouble } from './trouble.mjs'

const platform = `${process.platform}-${process.arch}`
/** What an installation takes on disk, with room for npm's own cache. */
const roomNeeded = 1_000_000_000
const stampOf = (modules) => join(modules, '.tend-ready.json')

/** Whether node_modules is what the lock file says, for this machine. */
export function isInstalled(root, dev) {
  const lock = lockHash(root)
  const modules = join(root, 'node_modules')
  const stamp = readJson(stampOf(modules))
  if (stamp?.lock === lock && stamp.platform === platform) return stamp.dev || !dev
  if (!existsSync(pinnedNode()) || !fits(root, modules, dev)) return false
  // Installed by hand with npm: as good as by us.
  try {
    writeStamp(modules, lock, dev)
  } catch {
    // A folder we may not write in needs no stamp; it is only compared again next time.
  }
  return true
}

/**
 * Installs beside node_modules and moves the finished folder into place, so that a broken network, a full disk or Ctrl-C
 * leaves what was there before. Without install scripts: nothing that comes from the registry runs.
 */
export async function install(root, dev) {
  const disk = statfsSync(root)
  const free = disk.bavail * disk.bsize
  if (free < roomNeeded)
    throw new Trouble(
      `Installing needs about 1 GB of disk space, and ${root} has ${Math.round(free / 1e6)} MB left. Nothing was changed. Make room, then run the same command again.`,
    )
  const stage = join(root, '.cache', `install-${process.pid}`)
  clearStages(root)
  mkdirSync(stage, { recursive: true })
  for (const file of ['package.json', 'package-lock.json', '.npmrc'])
    if (existsSync(join(root, file))) copyFileSync(join(root, file), join(stage, file))

  const wanted = packagesFor(root, dev)
  const isThere = (path) => existsSync(join(stage, path, 'package.json'))
  const watched = watch(`Installing ${wanted.length} packages (only when they changed)`, () => {
    const count = wanted.filter(isThere).length
    return count === wanted.length ? 'unpacking the last ones' : `${count} of ${wanted.length}`
  })
  try {
    await npmCi(stage, dev)
    writeStamp(join(stage, 'node_modules'), lockHash(root), dev)
    moveInto(root, stage)
  } catch (error) {
    watched.failed()
    throw error
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
  watched.done('Installed')
  assertNodeRuns()
}

async function npmCi(stage, dev) {
  const { file, first, shell } = npm()
  const args = [
    ...first,
    'ci',
    '--ignore-scripts',
    '--include=optional',
    dev ? '--include=dev' : '--omit=dev',
    '--no-audit',
    '--no-fund',
    '--no-update-notifier',
    '--no-progress',
    '--loglevel=http',
    '--fetch-retries=3',
    '--fetch-retry-mintimeout=1000',
    '--fetch-retry-maxtimeout=8000',
  ]
  // What the npm that started us knows about its own run would mislead this one; settings of the person stay.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(package|lifecycle|command|node_execpath|config_(local_prefix|prefix|global))/i.test(name),
    ),
  )
  const began = performance.now()
  // npm goes on asking for five minutes where names cannot be resolved at all.
  const isHopeless = (output) =>
    performance.now() - began > 15_000 &&
    /attempt \d+ failed/.test(output) &&
    !/fetch GET [23]\d\d/.test(output)
  await runQuietly(file, args, { cwd: stage, env, shell }, isHopeless)
}

/** The npm that started us, or the one on the path. */
function npm() {
  const own = process.env.npm_execpath
  if (own && /^npm(-cli)?\.c?js$/.test(basename(own)) && existsSync(own))
    return { file: process.execPath, first: [own], shell: false }
  if (process.platform === 'win32') return { file: 'npm.cmd', first: [], shell: true }
  if (spawnSync('npm', ['--version']).status !== 0)
    throw new Trouble(
      'Tend needs npm to install its packages, and it was not found. Nothing was changed. Install npm (it comes with Node from https://nodejs.org), then run "npm start".',
    )
  return { file: 'npm', first: [], shell: false }
}

function moveInto(root, stage) {
  const modules = join(root, 'node_modules')
  const before = join(root, '.cache', `before-${process.pid}`)
  try {
    if (existsSync(modules)) renameSync(modules, before)
    renameSync(join(stage, 'node_modules'), modules)
  } catch (error) {
    if (!existsSync(modules) && existsSync(before)) renameSync(before, modules)
    if (!['EBUSY', 'EXDEV', 'EPERM', 'ENOTEMPTY'].includes(error.code)) throw error
    throw new Trouble(
      `The folder ${modules} cannot be replaced (${error.code}): a program uses it, or it is a disk of its own. What was installed before still stands. Stop the Tend that runs from this clone (or take the mount away), then run the same command again.`,
    )
  }
  rmSync(before, { recursive: true, force: true })
}

/** Half-made installations of commands that were killed. */
function clearStages(root) {
  for (const name of readdirSync(join(root, '.cache'))) {
    const [, pid] = /^(?:install|before)-(\d+)$/.exec(name) ?? []
    if (pid && !isAlive(Number(pid))) rmSync(join(root, '.cache', name), { recursive: true, force: true })
  }
}

function assertNodeRuns() {
  if (spawnSync(pinnedNode(), ['--version']).status === 0) return
  throw new Trouble(
    'Everything is installed, but the Node that Tend brings does not run on this machine: it needs a Linux with glibc 2.28 or newer (Debian, Ubuntu, Fedora, not Alpine), macOS or Windows. Nothing else was changed. Start Tend on such a machine or in such a container.',
  )
}

const writeStamp = (modules, lock, dev) =>
  writeFileSync(stampOf(modules), `${JSON.stringify({ lock, platform, dev })}\n`)

const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Compares npm's own record of node_modules with the lock file. */
function fits(root, modules, dev) {
  const there = readJson(join(modules, '.package-lock.json'))?.packages
  const locked = readJson(join(root, 'package-lock.json'))?.packages
  if (!there || !locked) return false
  const isSame = ([path, { version, integrity }]) =>
    locked[path]?.version === version && locked[path]?.integrity === integrity
  return Object.entries(there).every(isSame) && packagesFor(root, dev).every((path) => there[path])
}

/** Paths of the packages that the lock file wants on this machine. Optional ones that name no machine are npm's choice. */
function packagesFor(root, dev) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const allows = (list, own) => !list || list.includes(own)
  const libc = process.platform === 'linux' ? libcOf() : undefined
  return Object.entries(packages)
    .filter(
      ([path, entry]) =>
        path &&
        (dev || !(entry.dev || entry.devOptional)) &&
        (!entry.optional || entry.os || entry.cpu) &&
        allows(entry.os, process.platform) &&
        allows(entry.cpu, process.arch) &&
        (!entry.libc || allows(entry.libc, libc)),
    )
    .map(([path]) => path)
}

const libcOf = () => (process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')
