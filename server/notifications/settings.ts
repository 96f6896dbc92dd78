import type { Selectable } from 'kysely'
import type { NoticeSettings } from '#contract/notifications.ts'
import type { Actor } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { newId } from '#server/base/ids.ts'
import { text as say } from '#server/base/text.ts'
import { leavesOf } from '#server/calendar/queries.ts'
import { dayOf, endOfDay, startOf } from '#server/calendar/workingTime.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { seatOf, type TeammateRow } from '#server/team/queries.ts'
import type { QuietTime } from './pacing.ts'
import { bringTo, serverKeys } from './push.ts'
import { demandPushKeys } from './pushCrypto.ts'
import type { PushDevicesTable } from './tables.ts'
import './tables.ts'

export interface Ways extends QuietTime {
  mail: NoticeSettings['mail']
  holdUntil: Date | null
  phone: string | null
}

/** Nights are nobody's, without asking. */
const byDefault: Ways = {
  mail: 'instead',
  quiet: { from: '20:00', to: '07:00' },
  daysOff: [],
  holdUntil: null,
  phone: null,
}

export async function waysOf(db: Db | Trx, teammateId: string): Promise<Ways> {
  const row = await db
    .selectFrom('noticeSettings')
    .selectAll()
    .where('teammateId', '=', teammateId)
    .executeTakeFirst()
  if (!row) return byDefault
  const { quietFrom: from, quietTo: to, daysOff, holdUntil, phone } = row
  return { mail: row.byMail, quiet: from && to ? { from, to } : null, daysOff, holdUntil, phone }
}

/** The end of the leave somebody is on, and of those that follow it without a day between; null where they are here. */
export async function awayUntil(db: Db | Trx, teammateId: string, now: Date): Promise<Date | null> {
  const { timeZone } = await readCompany(db)
  let until: Date | null = null
  for (const { fromDay, toDay } of await leavesOf(db, teammateId)) {
    const day = dayOf(until ?? now, timeZone)
    if (fromDay <= day && day <= toDay) until = endOfDay(startOf(toDay, timeZone), timeZone)
  }
  return until
}

export const devicesOf = (db: Db | Trx, teammateId: string) =>
  db.selectFrom('pushDevices').selectAll().where('teammateId', '=', teammateId).orderBy('id').execute()

export async function readNoticeSettings(house: House, by: Actor): Promise<NoticeSettings> {
  const me = await seatOf(house.db, by)
  const now = await clockNow(house.db)
  const ways = await waysOf(house.db, me.id)
  const { publicKey } = await serverKeys(house)
  return {
    mail: ways.mail,
    quiet: ways.quiet,
    daysOff: [...ways.daysOff],
    holdUntil: ways.holdUntil && ways.holdUntil > now ? ways.holdUntil.toISOString() : null,
    awayUntil: (await awayUntil(house.db, me.id, now))?.toISOString() ?? null,
    phone: ways.phone,
    pushKey: publicKey,
    devices: (await devicesOf(house.db, me.id)).map(deviceShape),
  }
}

export async function changeNoticeSettings(
  house: House,
  by: Actor,
  change: Partial<Pick<NoticeSettings, 'mail' | 'quiet' | 'daysOff' | 'phone'>>,
): Promise<NoticeSettings> {
  if (change.quiet && change.quiet.from === change.quiet.to)
    throw invalid('/quiet/to', say('notifications.quietAllDay'))
  if (new Set(change.daysOff).size > 6) throw invalid('/daysOff', say('notifications.noDayLeft'))
  const me = await seatOf(house.db, by)
  await write(house.db, by, me, { ...(await waysOf(house.db, me.id)), ...change })
  return readNoticeSettings(house, by)
}

/** "Hold all 25 min." */
export async function holdAll(house: House, by: Actor, minutes: number): Promise<NoticeSettings> {
  const me = await seatOf(house.db, by)
  const holdUntil = minutes ? new Date((await clockNow(house.db)).getTime() + minutes * 60_000) : null
  await write(house.db, by, me, { ...(await waysOf(house.db, me.id)), holdUntil })
  return readNoticeSettings(house, by)
}

async function write(db: Db, by: Actor, me: TeammateRow, ways: Ways): Promise<void> {
  const row = {
    byMail: ways.mail,
    quietFrom: ways.quiet?.from ?? null,
    quietTo: ways.quiet?.to ?? null,
    daysOff: JSON.stringify([...new Set(ways.daysOff)].sort()),
    holdUntil: ways.holdUntil,
    phone: ways.phone,
  }
  await transaction(db, async (trx) => {
    await trx
      .insertInto('noticeSettings')
      .values({ teammateId: me.id, ...row })
      .onConflict((c) => c.column('teammateId').doUpdateSet(row))
      .execute()
    await recordEvent(trx, by, 'notices.settings-changed', { teammateId: me.id }, {})
  })
}

export async function addDevice(
  house: House,
  by: Actor,
  given: { endpoint: string; keys: { p256dh: string; auth: string }; device: string },
): Promise<NoticeSettings['devices'][number]> {
  const me = await seatOf(house.db, by)
  try {
    demandPushKeys(given.keys)
  } catch {
    throw invalid('/keys', say('notifications.pushKeys'))
  }
  const { protocol } = new URL(given.endpoint)
  if (protocol !== 'https:' && !house.config.testClock)
    throw invalid('/endpoint', say('notifications.pushEndpoint'))
  return transaction(house.db, async (trx) => {
    const sessionId = by.kind === 'teammate' ? (by.sessionId ?? null) : null
    const row = { teammateId: me.id, ...given.keys, device: given.device, sessionId }
    const device = await trx
      .insertInto('pushDevices')
      .values({ id: newId('device'), endpoint: given.endpoint, ...row, lastUsedAt: null })
      // The same browser again, or another person in it: it shows what concerns whoever asked last.
      .onConflict((c) => c.column('endpoint').doUpdateSet(row))
      .returningAll()
      .executeTakeFirstOrThrow()
    await audit(trx, by, 'push-device.added', { kind: 'teammate', id: me.id }, { device: given.device })
    return deviceShape(device)
  })
}

export async function removeDevice(house: House, by: Actor, id: string): Promise<void> {
  const device = await myDevice(house, by, id)
  await transaction(house.db, async (trx) => {
    await trx.deleteFrom('pushDevices').where('id', '=', id).execute()
    await audit(trx, by, 'push-device.removed', { kind: 'teammate', id: device.teammateId })
  })
}

/** A word to see that it comes; not counted, and not held by quiet hours. */
export async function tryDevice(house: House, by: Actor, id: string): Promise<void> {
  const { id: device } = await myDevice(house, by, id)
  const came = await bringTo(house, device, {
    title: say('notifications.trial.title'),
    body: say('notifications.trial.body'),
    url: `${house.url}/settings/me`,
    tag: 'trial',
    urgent: false,
  }).catch((error: Error) => {
    throw invalid('', say('notifications.trial.failed', { why: error.message }))
  })
  if (!came) throw notFound(say('notifications.trial.gone'))
}

async function myDevice(house: House, by: Actor, id: string) {
  const me = await seatOf(house.db, by)
  const device = (await devicesOf(house.db, me.id)).find((one) => one.id === id)
  if (!device) throw notFound(say('notifications.thisDevice'))
  return device
}

const deviceShape = (row: Selectable<PushDevicesTable>) => ({
  id: row.id,
  device: row.device,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
})
