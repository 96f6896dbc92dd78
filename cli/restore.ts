import { version } from '#server/app/version.ts'
import { dataFolder } from '#server/database/dataFolder.ts'
import { type RestoredFolder, restoreFolder } from '#server/exchange/restoreFolder.ts'
import { talk } from './say.ts'

/** Restores an archive with the server stopped: the one command that does not talk to a running Tend. */
export const restore = (file: string, yes: boolean): Promise<RestoredFolder> =>
  restoreFolder({
    file,
    folder: dataFolder(process.env.TEND_DATA || null),
    files: process.env.TEND_FILES || null,
    databaseUrl: process.env.DATABASE_URL || null,
    yes,
    version,
    log: talk,
  })

export const restoredLines = ({
  rows,
  files,
  jobs,
  setAside,
  missingKey,
  otherKey,
}: RestoredFolder): string[] => [
  `Restored ${rows} rows and ${files} files${jobs ? `; ${jobs} pieces of work go on at the next start` : ''}.`,
  ...(setAside ? [`What was there before is in ${setAside}.`] : []),
  ...(missingKey
    ? [
        `The key ${missingKey} is not here, and backups do not hold it. Put it back from where you keep it before you start Tend: without it, links that were sent stop working and passwords of mailboxes must be typed again.`,
      ]
    : []),
  ...(otherKey
    ? [
        `The key ${otherKey} is not the one that this backup was made with. Put the right one there from where you keep it before you start Tend: with this one, links that were sent stop working and passwords of mailboxes must be typed again.`,
      ]
    : []),
]
