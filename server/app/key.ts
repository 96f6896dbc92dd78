import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '#server/base/config.ts'
import { fingerprintOf, fingerprintOfKey } from '#server/base/fingerprint.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { type Db, transaction } from '#server/database/database.ts'
import { FolderProblem } from '#server/database/dataFolder.ts'
import '#server/channels/email/tables.ts'

/**
 * The key for links, tokens and passwords at rest; never in the database. TEND_KEY (base64, 32 bytes), or a file beside the
 * letters, where several processes of one installation find the same. The database keeps its fingerprint: with another key
 * nothing starts that would then fail to read what the first one sealed, or sign links that a neighbour refuses.
 */
export async function readKey(
  db: Db,
  config: Pick<Config, 'files' | 'databaseUrl' | 'keyLost'>,
  data: string,
  given: string | undefined,
): Promise<Buffer> {
  const onS3 = config.files?.startsWith('s3://') ?? false
  const file = join(onS3 ? data : (config.files ?? join(data, 'files')), 'tend.key')
  const known = await readSetting<string>(db, fingerprintOfKey)
  // A folder of one's own cannot be mistaken; processes that share a database but no folder can.
  const mustFit =
    known !== null && !config.keyLost && ((await isNeeded(db)) || (onS3 && !!config.databaseUrl))
  // The form of a given one was looked at when the settings were read.
  const key = given ? Buffer.from(given, 'base64') : await fromFile(file, !mustFit)
  if (!key)
    throw new FolderProblem(
      `The key ${file} is missing, and without it passwords and links of this installation cannot be read. Nothing was changed. Put it back from where you keep your backups, or give it as TEND_KEY. If it is lost for good, start once with TEND_KEY_LOST=1: links that were sent stop working, and passwords of mailboxes must be typed again.`,
    )
  const fingerprint = fingerprintOf(key)
  if (mustFit && known !== fingerprint)
    throw new FolderProblem(
      `${given ? 'TEND_KEY' : `The key ${file}`} is not the one that passwords and links of this installation were made with. Nothing was changed. Put the right one back. If it is lost for good, start once with TEND_KEY_LOST=1: links that were sent stop working, and passwords of mailboxes must be typed again.`,
    )
  if (known !== fingerprint) await transaction(db, (trx) => writeSetting(trx, fingerprintOfKey, fingerprint))
  return key
}

/** Whether something lies in the database that only the key opens. */
const isNeeded = async (db: Db): Promise<boolean> =>
  (await db
    .selectFrom('mailboxes')
    .select('id')
    .where('secrets', 'is not', null)
    .limit(1)
    .executeTakeFirst()) !== undefined

async function fromFile(file: string, mayMake: boolean): Promise<Buffer | null> {
  const found = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new FolderProblem(
      `The key ${file} cannot be read (${error.code}). Nothing was changed. Give this user the right to read it.`,
    )
  })
  if (found && found.length >= 32) return found
  if (!mayMake) return null
  // Whole or not at all, also when two start at once: whoever links first has made it.
  const partial = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(partial, 'wx', 0o600)
  await handle.writeFile(randomBytes(32))
  await handle.sync()
  await handle.close()
  if (found) await rm(file)
  await link(partial, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(partial)
  return readFile(file)
}
