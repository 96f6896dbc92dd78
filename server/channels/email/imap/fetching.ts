import { sql } from 'kysely'
import type { House } from '#server/base/context.ts'
import { mailboxLocks } from './locks.ts'
import { type FolderWatch, usualPace, watchFolder } from './watch.ts'
import '../tables.ts'

interface Watched {
  watch: FolderWatch
  version: string
}

/** Keeps one watcher per connected mailbox, over all processes: whoever holds the mailbox's lock watches it. */
export async function startFetching(house: House, pace = usualPace): Promise<{ stop(): Promise<void> }> {
  const watches = new Map<string, Watched>()
  let stopping = false
  let running: Promise<void> = Promise.resolve()
  const report = (error: unknown) => house.log.error({ err: error }, 'mailboxes')
  const locks = mailboxLocks(
    house.database,
    () => {
      // Without its lock another process may begin to read; taking a letter in twice is safe, reading on for long is not.
      running = running.then(dropAll).catch(report)
      tick()
    },
    report,
  )
  const dropAll = async () => {
    const all = [...watches.values()]
    watches.clear()
    await Promise.all(all.map(({ watch }) => watch.stop()))
  }

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
      await locks.give(id)
    }
    for (const row of rows) {
      if (stopping || watches.has(row.id)) continue
      if (await locks.take(row.id))
        watches.set(row.id, { watch: watchFolder(house, row, pace), version: versionOf(row) })
    }
  }
  const tick = () => {
    if (!stopping) running = running.then(look).catch(report)
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
      await dropAll()
      await locks.close()
    },
  }
}

/** What a watcher begins anew for. */
const versionOf = (row: { imap: unknown; secrets: Buffer | null; oauth: string | null }) =>
  JSON.stringify(row.imap) + row.oauth + (row.secrets?.toString('base64') ?? '')

/** How the last comparison of a mailbox with our rows went, for the health page. */
export async function mailboxFigures(house: Pick<House, 'db'>) {
  return house.db
    .selectFrom('mailboxes')
    .leftJoin('mailboxFolders', 'mailboxFolders.mailboxId', 'mailboxes.id')
    .select([
      'mailboxes.id',
      'mailboxes.inboxId',
      'mailboxes.address',
      'mailboxes.state',
      'mailboxes.says',
      'mailboxes.paused',
    ])
    .select([
      sql<number>`coalesce(sum(missing), 0)`.as('missing'),
      sql<Date | null>`max(compared_at)`.as('comparedAt'),
      sql<number>`(select count(*) from letters where letters.mailbox_id = mailboxes.id)::int`.as('letters'),
    ])
    .where('removedAt', 'is', null)
    .groupBy(['mailboxes.id'])
    .execute()
}
