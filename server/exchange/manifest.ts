/** Raised when an older Tend could not read the archive any more. */
export const format = 1

/** `tend.json`, the first file of an archive: what it is and what will come. */
export interface Head {
  format: number
  version: string
  madeAt: string
  migrations: string[]
  tables: { name: string; columns: string[] }[]
}

/** `manifest.json`, the last file: what came, so that a torn archive shows. */
export interface Manifest {
  tables: Record<string, { rows: number; sha256: string }>
  files: { count: number; bytes: number }
  /** Files whose bytes on disk were not those of their name any more, or gone; they are not in the archive. */
  damaged: string[]
  /** Over names and bytes of every file before this one. */
  sha256: string
}

/** The archive is not whole, or not one of ours. */
export class TornArchive extends Error {
  constructor(why: string) {
    super(`This backup cannot be used: ${why}. Nothing was changed. Take another one.`)
  }
}

/** The archive was made by a newer Tend. */
export class NewerArchive extends Error {
  constructor(version: string) {
    super(`This backup was made by a newer Tend (${version}). Nothing was changed. Update Tend first.`)
  }
}
