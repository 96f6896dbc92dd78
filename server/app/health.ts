import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { healthLine } from '#contract/house.ts'
import { type Actor, atLeast, sees } from '#server/base/actor.ts'
import type { House } from '#server/base/context.ts'
import { jobFigures } from '#server/base/jobs.ts'
import { moment, text as say } from '#server/base/text.ts'
import { lateTimers } from '#server/base/timers.ts'
import { mailFigures } from '#server/channels/email/figures.ts'
import { mailboxFigures } from '#server/channels/email/imap/fetching.ts'
import { freeSpace, leastRoom } from '#server/database/dataFolder.ts'

type Line = z.input<typeof healthLine>

/** Is everything well? Each line one plain sentence, with its remedy where it is not. */
export async function health(house: House, by: Actor): Promise<{ ok: boolean; lines: Line[] }> {
  const lines = [
    ...(await mail(house)),
    ...(await mailboxLines(house, by)),
    await durability(house),
    await disk(house),
    await work(house),
    await backups(house),
  ]
  return { ok: lines.every((line) => line.state !== 'bad'), lines }
}

async function mail(house: House): Promise<Line[]> {
  const figures = await mailFigures(house.db)
  const lines: Line[] = [
    {
      id: 'mail-in',
      state: figures.waitingToBeRead > 20 ? 'watch' : 'good',
      says: say('app.health.mailIn', {
        received: figures.received,
        stored: figures.stored,
        waiting: figures.waitingToBeRead,
      }),
      remedy: null,
      figures: { ...figures },
    },
    {
      id: 'mail-out',
      state: figures.refused + figures.unknown > 0 ? 'watch' : 'good',
      says: say('app.health.mailOut', {
        accepted: figures.accepted,
        waiting: figures.waiting,
        unknown: figures.unknown,
        refused: figures.refused,
      }),
      remedy: figures.refused + figures.unknown > 0 ? say('app.health.mailOut.remedy') : null,
      figures: { ...figures },
    },
  ]
  const way =
    house.config.outboundSmtp ??
    (await house.db
      .selectFrom('mailboxes')
      .select('id')
      .where('smtp', 'is not', null)
      .where('removedAt', 'is', null)
      .executeTakeFirst())
  if (!way)
    lines.push({
      id: 'way-out',
      state: 'watch',
      says: say('app.health.noWayOut'),
      remedy: say('app.health.noWayOut.remedy'),
      figures: {},
    })
  else if (isOnlyHere(house.url))
    lines.push({
      id: 'address',
      state: 'watch',
      says: say('app.health.onlyHere', { url: house.url }),
      remedy: say('app.health.onlyHere.remedy'),
      figures: {},
    })
  return lines
}

/** Nobody but this machine can open it. */
const isOnlyHere = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(new URL(url).hostname)

/** Those whose inbox `by` may see. */
export async function mailboxLines(house: Pick<House, 'db'>, by: Actor): Promise<Line[]> {
  const all = await mailboxFigures(house)
  const seen = all.filter((row) => atLeast(by, 'admin') || sees(by, row.inboxId))
  return seen.map((row) => ({
    id: `mailbox-${row.address}`,
    state: row.paused ? 'good' : row.state === 'failing' ? 'bad' : Number(row.missing) > 0 ? 'watch' : 'good',
    says: say('app.health.mailbox', {
      address: row.address,
      state: row.paused ? 'paused' : row.state,
      says: row.says ?? '',
      missing: Number(row.missing),
    }),
    remedy: row.state === 'failing' && !row.paused ? say('app.health.mailbox.remedy') : null,
    figures: { missing: Number(row.missing), comparedAt: row.comparedAt?.toISOString() ?? null },
  }))
}

async function durability(house: House): Promise<Line> {
  const { rows } = await sql<{
    fsync: string
    commit: string
    version: string
  }>`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('server_version') as version`.execute(
    house.db,
  )
  const { fsync, commit, version } = rows[0]!
  const good = fsync === 'on' && commit !== 'off'
  return {
    id: 'durability',
    state: good ? 'good' : 'bad',
    says: say(good ? 'app.health.durable' : 'app.health.notDurable', {
      fsync,
      commit,
      engine: `PostgreSQL ${version}`,
    }),
    remedy: good ? null : say('app.health.notDurable.remedy'),
    figures: {
      fsync,
      synchronousCommit: commit,
      postgres: version,
      embedded: house.config.databaseUrl === null,
    },
  }
}

async function disk(house: House): Promise<Line> {
  const { bytes, total, share } = await freeSpace(house.config.dataFolder!)
  const gigabytes = (size: number) => (size / 2 ** 30).toFixed(1)
  return {
    id: 'disk',
    state: bytes < leastRoom || share < 0.05 ? 'bad' : share < 0.1 ? 'watch' : 'good',
    says: say('app.health.disk', { free: gigabytes(bytes), total: gigabytes(total) }),
    remedy:
      bytes < leastRoom ? say('app.health.disk.full') : share < 0.1 ? say('app.health.disk.remedy') : null,
    figures: { freeBytes: bytes, totalBytes: total },
  }
}

async function work(house: House): Promise<Line> {
  const jobs = await jobFigures(house.db)
  const late = await lateTimers(house.db)
  return {
    id: 'work',
    state: jobs.parked > 0 || late > 0 ? 'watch' : 'good',
    says: say('app.health.jobs', { ...jobs, late }),
    remedy: jobs.parked > 0 ? say('app.health.jobs.remedy') : null,
    figures: { ...jobs, late },
  }
}

async function backups(house: House): Promise<Line> {
  const folder = join(house.config.dataFolder!, 'backups')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.tend')).sort()
  const last = names.at(-1)
  if (!last)
    return {
      id: 'backup',
      state: 'watch',
      says: say('app.health.noBackup'),
      remedy: say('app.health.backup.remedy'),
      figures: {},
    }
  const { mtime, size } = await stat(join(folder, last))
  const old = Date.now() - mtime.getTime() > 8 * 86_400_000
  return {
    id: 'backup',
    state: old ? 'watch' : 'good',
    says: say('app.health.backup', { when: moment(mtime, 'UTC') }),
    remedy: old ? say('app.health.backup.remedy') : null,
    figures: { file: last, bytes: size },
  }
}
