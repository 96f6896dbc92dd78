import pg from 'pg'
import type { Database } from '#server/database/database.ts'

/** Who reads which mailbox, over all processes: session locks on one connection of its own, gone by themselves when this process dies. */
export interface MailboxLocks {
  /** False while another process reads it. */
  take(mailboxId: string): Promise<boolean>
  give(mailboxId: string): Promise<void>
  close(): Promise<void>
}

/** `onLost` is called when the connection went, and every lock with it. */
export function mailboxLocks(
  database: Pick<Database, 'pool'>,
  onLost: () => void,
  log: (error: unknown) => void,
): MailboxLocks {
  let client: pg.Client | null = null
  let closed = false

  const open = async (): Promise<pg.Client> => {
    if (client) return client
    // The pool hides its password from whoever lists its options.
    const { password } = database.pool.options
    const next = new pg.Client({ ...database.pool.options, password, keepAlive: true })
    next.on('error', log)
    next.on('end', () => {
      if (client !== next) return
      client = null
      if (!closed) onLost()
    })
    await next.connect()
    client = next
    return next
  }
  const ask = async (verb: string, mailboxId: string): Promise<boolean> => {
    const { rows } = await (await open()).query<{ yes: boolean }>(
      `select ${verb}(hashtextextended($1, 0)) as yes`,
      [`mailbox ${mailboxId}`],
    )
    return rows[0]!.yes
  }
  return {
    take: (mailboxId) => ask('pg_try_advisory_lock', mailboxId),
    async give(mailboxId) {
      if (client) await ask('pg_advisory_unlock', mailboxId).catch(log)
    },
    async close() {
      closed = true
      await client?.end().catch(() => {})
    },
  }
}
