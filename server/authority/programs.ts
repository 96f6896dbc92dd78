import { sql } from 'kysely'
import type { AuthorityHook } from '#contract/authority.ts'
import { type Actor, requireRole } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { sealText, unsealText } from '#server/base/sealing.ts'
import { readSetting, writeSetting } from '#server/base/settings.ts'
import { newHookSecret } from '#server/base/webhooks.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import { howItGoes } from './deliveries.ts'

/** By kind of decision: where it goes, and the sealed secret. */
type Hooks = Record<string, { url: string; inside: boolean; sealed: string }>

const setting = 'authority-hooks'

const readHooks = async (db: Db | Trx): Promise<Hooks> => (await readSetting<Hooks>(db, setting)) ?? {}

/** All of them are one setting: two admins at once would lose the program of one. */
const holdHooks = (trx: Trx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${setting}, 0))`.execute(trx)

export const hasHook = async (db: Db | Trx, kind: string): Promise<boolean> =>
  Object.hasOwn(await readHooks(db), kind)

export interface Program {
  url: string
  secret: string
  /** It lies in our own network. */
  inside: boolean
}

export async function programFor(house: House, kind: string): Promise<Program | null> {
  const hook = (await readHooks(house.db))[kind]
  const secret = hook && unsealText(house, setting, hook.sealed)
  return hook && secret ? { url: hook.url, inside: hook.inside, secret } : null
}

export async function listHooks(db: Db, by: Actor): Promise<{ items: AuthorityHook[] }> {
  requireRole(by, 'admin')
  const items = []
  for (const [kind, { url, inside }] of Object.entries(await readHooks(db)))
    items.push({ kind, url, inside, ...(await howItGoes(db, kind)) })
  return { items }
}

/** A new address has a new secret, which is shown this once. */
export async function setHook(
  house: House,
  by: Actor,
  given: { kind: string; url: string; inside: boolean },
) {
  requireRole(by, 'admin')
  const secret = newHookSecret()
  const { kind, url, inside } = given
  await transaction(house.db, async (trx) => {
    await holdHooks(trx)
    const sealed = sealText(house, setting, secret)
    await writeSetting(trx, setting, { ...(await readHooks(trx)), [kind]: { url, inside, sealed } })
    await audit(trx, by, 'authority-hook.set', null, { kind, url: new URL(url).origin })
  })
  return { kind, url, secret }
}

/** Takes a program out. False where there was none. */
export async function forgetProgram(trx: Trx, kind: string): Promise<boolean> {
  await holdHooks(trx)
  const { [kind]: gone, ...rest } = await readHooks(trx)
  if (gone) await writeSetting(trx, setting, rest)
  return gone !== undefined
}
