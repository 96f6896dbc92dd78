import { access, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { openFiles } from '#server/base/files/files.ts'
import { fingerprintOf, fingerprintOfKey } from '#server/base/fingerprint.ts'
import { prepareFolder } from '#server/database/dataFolder.ts'
import { startEmbedded } from '#server/database/embedded/embedded.ts'
import { lockFolder } from '#server/database/lock.ts'
import { migrateToLatest, planMigrations } from '#server/database/migrate.ts'
import { backupFile, makeBackup } from './archive.ts'
import { verifyArchive } from './readArchive.ts'
import { loadArchive, type Restored } from './restore.ts'

export interface RestoreRequest {
  file: string
  folder: string
  /** TEND_FILES; null for the folder's own. */
  files: string | null
  databaseUrl: string | null
  /** There may be data here already; they are set aside. */
  yes: boolean
  version: string
  log(line: string): void
}

export interface RestoredFolder extends Restored {
  /** Where the database that was here before is now: a folder, or a backup of it. */
  setAside: string | null
  /** The key that this place lacks; without it passwords of mailboxes and old links cannot be read. */
  missingKey: string | null
  /** A key that lies here, or `TEND_KEY`, and is not the one that what was restored was made with. */
  otherKey: string | null
}

const there = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
/** Whoever starts a new Tend before they restore has a key already, but not theirs: every link that was sent would be dead. */
async function whichKey(
  path: string,
  fingerprint: string | null,
): Promise<Pick<RestoredFolder, 'missingKey' | 'otherKey'>> {
  const given = process.env.TEND_KEY
  const key = given ? Buffer.from(given, 'base64') : await readFile(path).catch(() => null)
  if (!key) return { missingKey: path, otherKey: null }
  const isOther = fingerprint !== null && fingerprint !== fingerprintOf(key)
  return { missingKey: null, otherKey: isOther ? (given ? 'TEND_KEY' : path) : null }
}

/** Which key the restored links and passwords were made with. */
async function keyOf(config: pg.PoolConfig): Promise<string | null> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query<{ value: string }>('select value from settings where key = $1', [
      fingerprintOfKey,
    ])
    return rows[0]?.value ?? null
  } finally {
    await client.end()
  }
}
const stamp = () => new Date().toISOString().replace(/[:.]/g, '-')

/**
 * Restores an archive into a data folder whose server is stopped. The archive is read through before anything is touched;
 * what was there is set aside, never deleted, and is back in its place when the restore fails.
 */
export async function restoreFolder(request: RestoreRequest): Promise<RestoredFolder> {
  const { file, folder, log } = request
  log('Reading the backup through …')
  await verifyArchive(file)
  await prepareFolder(folder)
  const lock = await lockFolder(folder)
  try {
    const place = request.files ?? join(folder, 'files')
    const files = await openFiles(place)
    const { madeWith, ...done } = request.databaseUrl
      ? await intoServer(request, request.databaseUrl, files)
      : await intoFolder(request, files)
    const key = join(place.startsWith('s3://') ? folder : place, 'tend.key')
    return { ...done, ...(await whichKey(key, madeWith)) }
  } finally {
    await lock.release()
  }
}

async function intoFolder(request: RestoreRequest, files: Awaited<ReturnType<typeof openFiles>>) {
  const { file, folder, log } = request
  const place = join(folder, 'postgres')
  const old = await there(place)
  if (old && !request.yes)
    throw new Error(
      `There are data in ${folder} already. Nothing was changed. Say --yes to set them aside and restore.`,
    )
  if (old) {
    // Ends a database that outlived a killed Tend, and closes this one cleanly. One that is broken may stay broken.
    await startEmbedded({ folder, log: () => {} }).then(
      (embedded) => embedded.stop(),
      () => {},
    )
  }
  const setAside = old ? join(folder, `postgres-before-restore-${stamp()}`) : null
  if (setAside) await rename(place, setAside)
  try {
    const embedded = await startEmbedded({ folder, log })
    try {
      await migrateToLatest(embedded.connection)
      log('Restoring …')
      const restored = await loadArchive({ config: embedded.connection, files }, file)
      return { ...restored, setAside, madeWith: await keyOf(embedded.connection) }
    } finally {
      await embedded.stop()
    }
  } catch (error) {
    await rm(place, { recursive: true, force: true })
    if (setAside) await rename(setAside, place)
    throw error
  }
}

async function intoServer(
  request: RestoreRequest,
  url: string,
  files: Awaited<ReturnType<typeof openFiles>>,
) {
  const { file, folder, log } = request
  const config: pg.PoolConfig = { connectionString: url }
  const { fresh, unknown } = await planMigrations(config)
  if (unknown.length)
    throw new Error(
      `The database of DATABASE_URL was changed by a newer Tend (${unknown.at(-1)}), and this one cannot take that back. Nothing was changed. Make an empty database beside it, set DATABASE_URL to that one, and restore into it.`,
    )
  const lived = !fresh && (await livedIn(config))
  if (lived && !request.yes)
    throw new Error(
      'There are data in the database of DATABASE_URL already. Nothing was changed. Say --yes to back them up and restore.',
    )
  let setAside: string | null = null
  await migrateToLatest(config)
  if (lived) {
    log('Backing up what is there …')
    setAside = backupFile(folder, new Date(), 'before-restore')
    await makeBackup({ config, files, version: request.version }, setAside)
  }
  log('Restoring …')
  return { ...(await loadArchive({ config, files }, file)), setAside, madeWith: await keyOf(config) }
}

async function livedIn(config: pg.PoolConfig): Promise<boolean> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query(
      'select exists (select from teammates) or exists (select from letters) or exists (select from events) as lived',
    )
    return rows[0].lived
  } finally {
    await client.end()
  }
}
