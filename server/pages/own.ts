import type { CustomerActor } from '#server/base/actor.ts'
import { correctOwnCard, forgetOwnFact } from '#server/customers/own.ts'
import type { Trx } from '#server/database/database.ts'
import type { Voice } from './voice.ts'

type Words = Readonly<Record<string, string>>
type Outcome = { said: string } | { wrong: string }

const filled = (word: string | undefined): string | null => word?.trim() || null

/** They corrected what we know: it counts at once, and everybody who knows them sees it. */
export async function correct(trx: Trx, by: CustomerActor, _voice: Voice, words: Words): Promise<Outcome> {
  if (!filled(words.name)) return { wrong: 'pages.me.nameless' }
  const formality = words.formality
  const language = filled(words.language)
  if (language && !/^[\p{L}\p{M} ()'’-]{2,35}$/u.test(language)) return { wrong: 'pages.me.noLanguage' }
  await correctOwnCard(trx, by, {
    name: words.name!,
    preferredName: filled(words.preferredName),
    sayIt: filled(words.sayIt),
    pronouns: filled(words.pronouns),
    language,
    formality: formality === 'formal' || formality === 'informal' ? formality : null,
    accessNeeds: filled(words.accessNeeds),
    pleaseDont: (words.pleaseDont ?? '').split('\n'),
    noCirculars: words.noCirculars === 'yes',
  })
  return { said: 'pages.me.said.card' }
}

export const forget = async (
  trx: Trx,
  by: CustomerActor,
  _voice: Voice,
  { fact }: Words,
): Promise<Outcome> =>
  (await forgetOwnFact(trx, by, fact ?? ''))
    ? { said: 'pages.me.said.forgotten' }
    : { wrong: 'pages.me.factGone' }
