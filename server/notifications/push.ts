import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { postOutside } from '#server/base/fetchOutside.ts'
import { sealText, unsealText } from '#server/base/sealing.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { transaction } from '#server/database/database.ts'
import { allInboxes } from '#server/team/queries.ts'
import { encryptPush, longestPush, newServerKeys, type ServerKeys, vapidHeader } from './pushCrypto.ts'
import './tables.ts'

/** What a browser shows; kept short, because it is read on a locked screen. */
export interface PushWords {
  title: string
  body: string
  url: string
  /** The same tag replaces what stands there already: a repeat after a crash is not seen twice. */
  tag: string
  urgent: boolean
}

const purpose = 'push key'
/** A word that could not be brought for half a day is none any more. */
const livesSeconds = 12 * 3600

/** The server's own pair, made when it is first needed and kept; its private half is sealed. */
export async function serverKeys(house: House): Promise<ServerKeys> {
  const known = await keptKeys(house)
  if (known) return known
  return transaction(house.db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tend.push-keys'))`.execute(trx)
    const meanwhile = await keptKeys(house)
    if (meanwhile) return meanwhile
    const keys = newServerKeys()
    await writeSetting(trx, 'push', {
      publicKey: keys.publicKey,
      sealed: sealText(house, purpose, keys.privateKey),
    })
    return keys
  })
}

async function keptKeys(house: House): Promise<ServerKeys | null> {
  const kept = await readSetting<{ publicKey: string; sealed: string }>(house.db, 'push')
  const privateKey = kept && unsealText(house, purpose, kept.sealed)
  return kept && privateKey ? { publicKey: kept.publicKey, privateKey } : null
}

/** Brings words to one browser. False where it is gone for good, and forgotten with it; throws where it may work later. */
export async function bringTo(house: House, deviceId: string, words: PushWords): Promise<boolean> {
  const device = await house.db
    .selectFrom('pushDevices')
    .selectAll()
    .where('id', '=', deviceId)
    .executeTakeFirst()
  if (!device) return false
  const keys = await serverKeys(house)
  const { status } = await postOutside(device.endpoint, {
    body: encryptPush(Buffer.from(JSON.stringify(fitting(words))), device, {}),
    headers: {
      authorization: vapidHeader(device.endpoint, await contact(house), keys, new Date()),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(livesSeconds),
      urgency: words.urgent ? 'high' : 'normal',
      topic: createHash('sha256').update(words.tag).digest('base64url').slice(0, 32),
    },
    ms: 15_000,
    mayBeInside: house.config.testClock,
  })
  // 403: it was made for another key, so it will never take ours.
  if (status === 404 || status === 410 || status === 403) {
    await house.db.deleteFrom('pushDevices').where('id', '=', deviceId).execute()
    return false
  }
  if (status < 200 || status >= 300) throw new Error(`push service answered ${status}`)
  await house.db.updateTable('pushDevices').set({ lastUsedAt: sqlNow }).where('id', '=', deviceId).execute()
  return true
}

const fitting = (words: PushWords): PushWords => {
  const over = Buffer.byteLength(JSON.stringify(words)) - longestPush
  return over > 0
    ? { ...words, body: `${words.body.slice(0, Math.max(0, words.body.length - over - 4))}…` }
    : words
}

/** Whom a push service may write to about us. */
async function contact(house: House): Promise<string> {
  if (house.url.startsWith('https:')) return house.url
  const [inbox] = await allInboxes(house.db)
  return `mailto:${inbox?.address ?? 'nobody@localhost'}`
}
