import { createHmac, randomBytes } from 'node:crypto'
import { type Actor, requireRole, tend } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { postOutside } from '#server/base/fetchOutside.ts'
import { sealText, unsealText } from '#server/base/sealing.ts'
import { forgetSetting, readSetting, writeSetting } from '#server/base/settings.ts'
import { text as say } from '#server/base/text.ts'
import { transaction } from '#server/database/database.ts'
import { waysOf } from '#server/notifications/settings.ts'
import { languageOfTeammate } from '#server/team/language.ts'
import { findTeammate, seatOf } from '#server/team/queries.ts'
import { urgentById } from './queries.ts'
import { takeUrl } from './taking.ts'

interface Provider {
  url: string
  inside: boolean
  sealed: string
}

const setting = 'call-provider'

export async function readProvider(house: House) {
  const kept = await readSetting<Provider>(house.db, setting)
  return { url: kept?.url ?? null, inside: kept?.inside ?? false }
}

/** A new address has a new secret, which is shown this once. */
export async function setProvider(house: House, by: Actor, given: { url: string; inside: boolean }) {
  requireRole(by, 'admin')
  const secret = `whsec_${randomBytes(24).toString('base64')}`
  await transaction(house.db, async (trx) => {
    await writeSetting(trx, setting, {
      ...given,
      sealed: sealText(house, setting, secret),
    } satisfies Provider)
    await audit(trx, by, 'call-provider.set', null, { url: new URL(given.url).origin })
  })
  return { ...given, secret }
}

export async function dropProvider(house: House, by: Actor): Promise<void> {
  requireRole(by, 'admin')
  await transaction(house.db, async (trx) => {
    await forgetSetting(trx, setting)
    await audit(trx, by, 'call-provider.removed', null)
  })
}

/** The signature of Standard Webhooks: HMAC-SHA256 over id, time and body, under the secret behind `whsec_`. */
export const signHook = (secret: string, id: string, seconds: number, body: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${seconds}.${body}`)
    .digest('base64')}`

/** The job of one call: by SMS or voice, as the provider does it. Nothing where none is connected or there is no number; throws to be tried again. */
export async function callByProvider(
  house: House,
  given: { urgentId: string; teammateId: string },
): Promise<void> {
  const { phone } = await waysOf(house.db, given.teammateId)
  const person = await findTeammate(house.db, given.teammateId)
  const urgent = await urgentById(house.db, tend, given.urgentId)
  if (!phone || !person || person.demo || urgent.state !== 'calling') return
  const { customerName, subject, gist } = urgent
  await hand(house, `${given.urgentId}.${given.teammateId}`, {
    to: { name: person.name, phone },
    text: say('oncall.sms', { customer: customerName, subject }, languageOfTeammate(person)),
    about: { customer: customerName, subject, gist },
    takeUrl: takeUrl(house, given.urgentId, given.teammateId),
  })
}

export async function tryProvider(house: House, by: Actor): Promise<void> {
  const me = await seatOf(house.db, by)
  const { phone } = await waysOf(house.db, me.id)
  if (!phone) throw invalid('', say('oncall.noPhone'))
  if (!(await readProvider(house)).url) throw conflict('no-provider', say('oncall.noProvider'))
  const data = {
    to: { name: me.name, phone },
    text: say('oncall.smsTrial', {}, languageOfTeammate(me)),
    about: null,
    takeUrl: null,
  }
  await hand(house, `trial.${Date.now()}`, data).catch((error: Error) => {
    throw invalid('', say('oncall.providerFailed', { why: error.message }))
  })
}

async function hand(house: House, id: string, data: object): Promise<void> {
  const kept = await readSetting<Provider>(house.db, setting)
  const secret = kept && unsealText(house, setting, kept.sealed)
  if (!kept || !secret) return
  // A repeat has the same id, so that nobody is called twice for one call.
  const seconds = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({ type: 'oncall.call', timestamp: new Date().toISOString(), data })
  const { status } = await postOutside(kept.url, {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': signHook(secret, id, seconds, body),
    },
    ms: 15_000,
    mayBeInside: kept.inside,
  })
  // Gone: it wants nothing from us any more.
  if (status === 410) return dropProvider(house, tend)
  if (status < 200 || status >= 300) throw new Error(`the provider answered ${status}`)
}
