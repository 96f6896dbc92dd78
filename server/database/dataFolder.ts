import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import {
  access,
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const clone = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')
/** Raised when an older Tend could not read the folder any more. */
const layout = 1

export const isRoot = (): boolean => process.getuid?.() === 0

/** Where this clone keeps its data: TEND_DATA, or `./data`; for root a folder that an unprivileged PostgreSQL can reach. */
export function dataFolder(given: string | null | undefined = process.env.TEND_DATA): string {
  if (given) return resolve(given)
  if (!isRoot()) return join(clone, 'data')
  return join('/var/lib/tend', `${basename(clone)}-${hashOf(clone, 6)}`)
}

const hashOf = (text: string, digits: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, digits)

/** Something about the data folder that a person can put right; the message says what. */
export class FolderProblem extends Error {}

/** Makes the folder ready to use. Throws FolderProblem with a sentence: not writable, of a newer Tend, or full. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK | constants.X_OK)
    // Others may pass through (an unprivileged PostgreSQL lives inside) but not look around. A folder with other things in it keeps its rights.
    if ((await readdir(folder)).length === 0) await chmod(folder, isRoot() ? 0o711 : 0o700)
  } catch (error) {
    throw new FolderProblem(
      `Tend cannot use the data folder ${folder} (${(error as Error).message}). Nothing was changed. Give this user the right to write there, or set TEND_DATA to another folder.`,
    )
  }
  await checkLayout(folder)
  const free = await freeSpace(folder)
  if (free.bytes < 100 * 2 ** 20)
    throw new FolderProblem(
      `There is hardly any disk space left for ${folder} (${Math.round(free.bytes / 2 ** 20)} MB). Nothing was changed. Make room, then start again.`,
    )
}

/** With its parents. Not `recursive: true`: where a parent is there but takes no children (/proc), Node asks again for ever. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return
    const parent = dirname(folder)
    if (code !== 'ENOENT' || (await stat(parent).catch(() => null))) throw error
    await makeFolder(parent)
    await mkdir(folder)
  }
}

async function checkLayout(folder: string): Promise<void> {
  const file = join(folder, 'layout')
  const found = await readFile(file, 'utf8').catch(() => '')
  if (Number(found) > layout)
    throw new FolderProblem(
      `The data folder ${folder} was made by a newer Tend (layout ${found.trim()}, this one knows ${layout}). Nothing was changed. Start the newer Tend, or restore a backup into a new folder.`,
    )
  if (found.trim()) return
  try {
    await writeFile(`${file}.partial`, `${layout}\n`)
    await rename(`${file}.partial`, file)
  } catch (error) {
    throw new FolderProblem(
      `Tend cannot write into the data folder ${folder} (${(error as Error).message}). Nothing was changed.`,
    )
  }
}

/** Bytes. With less than this on its disk no letter is taken in: its sender keeps it and comes back. */
export const leastRoom = 20 * 2 ** 20

/** Whether letters are turned away, because there is no room for them. */
export const isFull = async (folder: string | null): Promise<boolean> =>
  folder !== null && (await freeSpace(folder)).bytes < leastRoom

/** Free and total space of the disk that holds a folder, in bytes, and the free share. */
export async function freeSpace(folder: string): Promise<{ bytes: number; total: number; share: number }> {
  const disk = await statfs(folder)
  return {
    bytes: disk.bavail * disk.bsize,
    total: disk.blocks * disk.bsize,
    share: disk.blocks ? disk.bavail / disk.blocks : 1,
  }
}

/** Linux allows a socket's path 107 bytes, macOS 103. */
const longestSocket = 103

/**
 * The folder that holds the sockets of a data folder: that folder itself, or, where its path is too long for a socket, one
 * named by a hash. Only says where; the same for the server and for the CLI, whatever TMPDIR either has.
 */
export function socketHome(folder: string): string {
  const home = resolve(folder)
  if (Buffer.byteLength(join(home, 'sockets', '.s.PGSQL.5432')) <= longestSocket) return home
  return join(isRoot() && process.platform === 'linux' ? '/run' : '/tmp', `tend-${hashOf(home, 16)}`)
}

/** Makes the folder that holds the sockets, safe from others. Throws FolderProblem where somebody else has taken its name. */
export async function makeSocketHome(folder: string): Promise<string> {
  const home = socketHome(folder)
  if (home === resolve(folder)) return home
  await mkdir(home, { mode: 0o711 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const found = await lstat(home)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0)
    throw new FolderProblem(
      `${home} belongs to somebody else, and Tend wanted to put its sockets there since the path of ${folder} is too long for them. Nothing was changed. Set TEND_DATA to a folder with a shorter path.`,
    )
  return home
}

/** Makes the folder for PostgreSQL's own socket; whoever runs PostgreSQL is given it, so nothing else lies in it. */
export async function socketFolder(folder: string): Promise<string> {
  const path = join(await makeSocketHome(folder), 'sockets')
  await mkdir(path, { recursive: true, mode: 0o700 })
  return path
}
