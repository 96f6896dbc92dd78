import type { Database, Db } from '#server/database/database.ts'
import type { Config } from './config.ts'
import type { Files } from './files/files.ts'
import type { Live } from './live.ts'

/** What the parts of one running process share. Made once in `server/app`; rooms take what they need from it. */
export interface House {
  config: Config
  database: Database
  db: Db
  files: Files
  live: Live
  /** Public address, such as https://care.example; no slash at the end. */
  url: string
  /** Key for signing links and tokens, and for secrets at rest; kept outside the database. */
  key: Buffer
  log: {
    info(detail: object | string, message?: string): void
    warn(detail: object | string, message?: string): void
    error(detail: object | string, message?: string): void
  }
}
