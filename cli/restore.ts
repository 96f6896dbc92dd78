import { dataFolder } from '#server/database/dataFolder.ts'
import { type RestoredFolder, restoreFolder } from '#server/exchange/restoreFolder.ts'
import { version } from '#server/app/version.ts'
import { talk } from './say.ts'

/** Restores an archive with the server stopped: the one command that does not talk to a running Tend. */
export const restore = (file: string, yes: boolean): Promise<RestoredFolder> =>
  restoreFolder({
    file,
    folder: dataFolder(process.env.TEND_DATA ?? null),
    files: process.env.TEND_FILES ?? null,
    databaseUrl: process.env.DATABASE_URL ?? null,
    yes,
    version,
    log: talk,
  })
