import type { TranslationSetting } from '#contract/translation.ts'
import { useApi } from '#web/api/query.ts'

/** Null where nothing is translated, and never was: then no screen says a word of it. */
export function useTranslating(): TranslationSetting | null {
  const { data } = useApi('GET /translation')
  return data && (data.engine || data.kept) ? data : null
}

/** Whether the letters of an inbox may be handed to the engine. */
export const mayAsk = (setting: TranslationSetting | null, inboxId: string): boolean =>
  setting?.engine != null && !setting.off.includes(inboxId)
