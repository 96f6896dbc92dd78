import { access, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { openFiles } from '#server/base/files/files.ts'
import { dataFolder, prepareFolder } from '#server/database/dataFolder.ts'
import { startEmbedded } from '#server/database/embedded/embedded.ts'
import { lockFolder } from '#server/database/lock.ts'
import { migrateToLatest } from '#server/database/migrate.ts'
import { loadArchive, verifyArchive } from '#server/exchange/archive.ts'
import { talk } from './say.ts'

/** Restores an archive with the server stopped. The database that was there is set aside, never deleted. */
export async function restore(
  file: string,
  yes: boolean,
): Promise<{ rows: number; files: number; setAside: string | null }> {
  talk('Reading the backup through …')
  await verifyArchive(file)
  const folder = dataFolder()
  await prepareFolder(folder)
  const lock = await lockFolder(folder)
  try {
    if (process.env.DATABASE_URL) {
      if (!yes)
        throw new Error(
          'This would replace everything in the database of DATABASE_URL. Nothing was changed. Say --yes if you mean it.',
        )
      const config = { connectionString: process.env.DATABASE_URL }
      await migrateToLatest(config)
      return {
        ...(await loadArchive(
          { config, files: await openFiles(process.env.TEND_FILES ?? join(folder, 'files')) },
          file,
        )),
        setAside: null,
      }
    }
    const old = join(folder, 'postgres')
    const there = await access(old).then(
      () => true,
      () => false,
    )
    if (there && !yes)
      throw new Error(
        `There are data in ${folder} already. Nothing was changed. Say --yes to set them aside and restore.`,
      )
    const setAside = there
      ? join(folder, `postgres-before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}`)
      : null
    if (setAside) await rename(old, setAside)
    const embedded = await startEmbedded({ folder, log: talk })
    try {
      await migrateToLatest(embedded.connection)
      talk('Restoring …')
      return {
        ...(await loadArchive(
          {
            config: embedded.connection,
            files: await openFiles(process.env.TEND_FILES ?? join(folder, 'files')),
          },
          file,
        )),
        setAside,
      }
    } finally {
      await embedded.stop()
    }
  } finally {
    await lock.release()
  }
}
