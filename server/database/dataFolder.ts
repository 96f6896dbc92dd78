import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const clone = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')
/** Raised when an older Tend could not read the folder any more. */
const layout = 1

export const isRoot = (): boolean => process.getuid?.() === 0

/** Where this clone keeps its data: TEND_DATA, or `./data`; for root a folder that an unprivileged PostgreSQL can reach. */
export function dataFolder(given: string | null | undefined = process.env.TEND_DATA): string {
  if (given) return resolve(given)
  if (!isRoot()) return join(clone, 'data')
  return join(
    '/var/lib/tend',
    `${basename(clone)}-${createHash('sha256').update(clone).digest('hex').slice(0, 6)}`,
  )
}

export class FolderProblem extends Error {}

/** Makes the folder ready to use. Throws FolderProblem with a sentence: not writable, of a newer Tend, or full. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    // Others may pass through (an unprivileged PostgreSQL lives inside) but not look around.
    await chmod(folder, 0o711)
  } catch (error) {
    throw new FolderProblem(
      `Tend cannot use the data folder ${folder} (${(error as Error).message}). Nothing was changed. Give this user the right to write there, or set TEND_DATA to another folder.`,
    )
  }
  const versionFile = join(folder, 'layout')
  const found = await readFile(versionFile, 'utf8').catch(() => null)
  if (found === null)
    await writeFile(versionFile, `${layout}\n`).catch((error) =>
      Promise.reject(
        new FolderProblem(
          `Tend cannot write into the data folder ${folder} (${(error as Error).message}). Nothing was changed.`,
        ),
      ),
    )
  else if (Number(found) > layout)
    throw new FolderProblem(
      `The data folder ${folder} was made by a newer Tend (layout ${found.trim()}, this one knows ${layout}). Nothing was changed. Start the newer Tend, or restore a backup into a new folder.`,
    )
  const free = await freeSpace(folder)
  if (free.bytes < 100 * 2 ** 20)
    throw new FolderProblem(
      `There is hardly any disk space left for ${folder} (${Math.round(free.bytes / 2 ** 20)} MB). Nothing was changed. Make room, then start again.`,
    )
}

/** Free and total space of the disk that holds a folder, in bytes, and the free share. */
export async function freeSpace(folder: string): Promise<{ bytes: number; total: number; share: number }> {
  const disk = await statfs(folder)
  return {
    bytes: disk.bavail * disk.bsize,
    total: disk.blocks * disk.bsize,
    share: disk.blocks ? disk.bavail / disk.blocks : 1,
  }
}

/** A path for a socket of this folder: inside it, or, where the system's limit of 107 bytes forbids that, in a folder of its own named by a hash. */
export async function socketFolder(folder: string): Promise<string> {
  if (Buffer.byteLength(join(folder, 'sockets', '.s.PGSQL.5432')) <= 100) {
    const inside = join(folder, 'sockets')
    await mkdir(inside, { recursive: true, mode: 0o700 })
    return inside
  }
  const outside = join(
    isRoot() ? '/run' : tmpdir(),
    `tend-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)}`,
  )
  await mkdir(outside, { recursive: true, mode: 0o700 })
  return outside
}
