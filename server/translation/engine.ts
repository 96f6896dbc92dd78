import { sql } from 'kysely'
import type { EngineKind, TranslationSetting } from '#contract/translation.ts'
import { type Actor, atLeast, requireRole, sees } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import type { House } from '#server/base/context.ts'
import { conflict, invalid } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { sealText, unsealText } from '#server/base/sealing.ts'
import { forgetSetting, readSetting, writeSetting } from '#server/base/settings.ts'
import { text as say } from '#server/base/text.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import './tables.ts'

const setting = 'translation'

interface Kept {
  kind: EngineKind
  url: string
  model: string | null
  sealed: string | null
  inside: boolean
  byItself: boolean
  off: string[]
}

/** The engine with its key, ready to be asked. */
export interface Engine extends Omit<Kept, 'sealed'> {
  key: string | null
  name: string
}

const kinds: Readonly<Record<EngineKind, string>> = {
  libretranslate: 'LibreTranslate',
  deepl: 'DeepL',
  openai: '',
}

/** As it is named beside what it made: what it is, and where. */
const nameOf = ({ kind, model, url }: Pick<Kept, 'kind' | 'model' | 'url'>): string =>
  `${kind === 'openai' ? model : kinds[kind]} (${new URL(url).host})`

/** What everybody may know of it; the address and what hangs on it is for admins. */
export async function readTranslation(db: Db | Trx, by: Actor): Promise<TranslationSetting> {
  const kept = await readSetting<Kept>(db, setting)
  const isAdmin = atLeast(by, 'admin')
  const { rows } = await sql<{ kept: boolean }>`select exists (select 1 from translations)
    or exists (select 1 from translated_replies where message_id is not null) as kept`.execute(db)
  return {
    engine: kept && {
      kind: kept.kind,
      name: nameOf(kept),
      inside: kept.inside,
      url: isAdmin ? kept.url : null,
      model: isAdmin ? kept.model : null,
      hasKey: isAdmin && kept.sealed !== null,
    },
    byItself: kept?.byItself ?? false,
    off: (kept?.off ?? []).filter((id) => isAdmin || sees(by, id)),
    kept: rows[0]?.kept ?? false,
  }
}

/** The engine, where one is connected and that inbox's letters may be handed to it. */
export async function engineFor(house: Pick<House, 'db' | 'key'>, inboxId: string | null): Promise<Engine> {
  const kept = await readSetting<Kept>(house.db, setting)
  if (!kept) throw conflict('no-engine', say('translation.none'))
  if (inboxId && kept.off.includes(inboxId)) throw conflict('translation-off', say('translation.off'))
  const { sealed, ...rest } = kept
  const key = sealed && unsealText(house, setting, sealed)
  // The house's own key has changed: asking without ours would only be refused.
  if (sealed && key === null) throw conflict('translation-key', say('translation.keyLost'))
  return { ...rest, key, name: nameOf(kept) }
}

/** Connects an engine, or changes how it is used. A key is only kept on where the address stays: no other host is ever shown it. */
export async function connectEngine(
  house: House,
  by: Actor,
  given: Omit<Kept, 'sealed'> & { key?: string | null | undefined },
): Promise<TranslationSetting> {
  requireRole(by, 'admin')
  const { key, ...rest } = given
  const address = new URL(given.url)
  if (address.username || address.password || address.search || address.hash)
    throw invalid('/url', say('translation.plainAddress'))
  if (given.kind === 'openai' && !given.model) throw invalid('/model', say('translation.noModel'))
  return transaction(house.db, async (trx) => {
    const before = await readSetting<Kept>(trx, setting)
    const stays = before?.kind === given.kind && new URL(before.url).origin === address.origin
    const sealed =
      key === undefined ? (stays ? before.sealed : null) : key === null ? null : sealText(house, setting, key)
    await writeSetting(trx, setting, {
      ...rest,
      model: given.kind === 'openai' ? given.model : null,
      sealed,
    } satisfies Kept)
    await recordEvent(trx, by, 'translation.changed', {}, {})
    const { kind, inside, byItself, off } = given
    await audit(trx, by, 'translation.set', null, { kind, url: address.origin, inside, byItself, off })
    return readTranslation(trx, by)
  })
}

export async function disconnectEngine(db: Db, by: Actor): Promise<TranslationSetting> {
  requireRole(by, 'admin')
  return transaction(db, async (trx) => {
    await forgetSetting(trx, setting)
    await recordEvent(trx, by, 'translation.changed', {}, {})
    await audit(trx, by, 'translation.removed', null)
    return readTranslation(trx, by)
  })
}
