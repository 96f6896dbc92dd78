import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import { type FolderWatch, watchFolder } from './watch.ts'
import '../tables.ts'

/** Keeps one watcher per connected mailbox, over all processes: whoever holds the mailbox's advisory lock watches it. */
export async function startFetching(house: House): Promise<{ stop(): Promise<void> }> {
  const watches = new Map<string, { watch: FolderWatch; version: string; release(): Promise<void> }>()
  let stopping = false
  let running: Promise<void> = Promise.resolve()

  const look = async () => {
    const rows = await house.db
      .selectFrom('mailboxes')
      .selectAll()
      .where('removedAt', 'is', null)
      .where('paused', '=', false)
      .where('imap', 'is not', null)
      .execute()
    for (const [id, held] of watches) {
      const row = rows.find((one) => one.id === id)
      if (row && held.version === versionOf(row)) continue
      watches.delete(id)
      await held.watch.stop()
      await held.release()
    }
    for (const row of rows) {
      if (stopping || watches.has(row.id)) continue
      const release = await holdMailbox(house, row.id)
      if (release) watches.set(row.id, { watch: watchFolder(house, row), version: versionOf(row), release })
    }
  }
  const tick = () => {
    running = running.then(look).catch((error) => house.log.error({ err: error }, 'mailboxes'))
  }
  const unhear = house.live.hear((event) => event.type === 'mailbox.changed' && tick())
  const timer = setInterval(tick, 15_000)
  tick()
  return {
    async stop() {
      stopping = true
      unhear()
      clearInterval(timer)
      await running
      await Promise.all(
        [...watches.values()].map(async ({ watch, release }) => {
          await watch.stop()
          await release()
        }),
      )
    },
  }
}

const versionOf = (row: { imap: unknown; secrets: Buffer | null }) =>
  JSON.stringify(row.imap) + (row.secrets?.toString('base64') ?? '')

/** A session lock on a connection of its own: gone by itself when this process dies. */
async function holdMailbox(house: House, id: string): Promise<(() => Promise<void>) | null> {
  const client = await house.database.pool.connect()
  try {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as held',
      [`mailbox ${id}`],
    )
    if (rows[0]?.held) {
      client.on('error', () => {})
      return async () => {
        await client
          .query('select pg_advisory_unlock(hashtextextended($1, 0))', [`mailbox ${id}`])
          .catch(() => {})
        client.release()
      }
    }
  } catch (error) {
    house.log.warn({ err: error }, 'mailbox lock')
  }
  client.release()
  return null
}

/** How the last comparison of a mailbox with our rows went, for the health page. */
export async function mailboxFigures(house: Pick<House, 'db'>) {
  return house.db
    .selectFrom('mailboxes')
    .leftJoin('mailboxFolders', 'mailboxFolders.mailboxId', 'mailboxes.id')
    .select(['mailboxes.address', 'mailboxes.state', 'mailboxes.says', 'mailboxes.paused'])
    .select([
      sql<number>`coalesce(sum(missing), 0)`.as('missing'),
      sql<Date | null>`max(compared_at)`.as('comparedAt'),
    ])
    .where('removedAt', 'is', null)
    .groupBy(['mailboxes.id'])
    .execute()
}
