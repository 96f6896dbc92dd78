import type { z } from 'zod'
import type { ClueIn, listProblem } from '#contract/incident.ts'
import { spoken } from '#server/base/spoken.ts'
import { locales, text as say } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'

export type Problem = z.infer<typeof listProblem>

const several = (words: readonly string[]): string =>
  new Intl.ListFormat(locales[spoken()], { type: 'disjunction' }).format(words.map((word) => `“${word}”`))

/** Why somebody is on the list, as a person reads it beside the name. */
export function becauseOf(clue: ClueIn, detail: string | null): string {
  switch (clue.by) {
    case 'words':
      return say('incidents.because.words', { subject: detail ?? '' })
    case 'dealing':
      return say('incidents.because.dealing', { what: detail ?? clue.what })
    case 'reach':
      return say('incidents.because.reach', { what: detail ?? '', from: clue.from })
    case 'company':
      return say('incidents.because.company', { name: detail ?? '' })
    case 'area':
      return say('incidents.because.area', { place: detail ?? '' })
    case 'tag':
      return say('incidents.because.tag', { name: detail ?? '' })
    case 'around':
      return say('incidents.because.around', { name: detail ?? '' })
    case 'list':
      return say('incidents.because.list')
    case 'people':
      return say('incidents.because.people')
    case 'conversations':
      return say('incidents.because.conversations', { subject: detail ?? '' })
  }
}

/** What a clue looks for, in a sentence. */
export async function saysOf(db: Db | Trx, clue: ClueIn, people: number): Promise<string> {
  switch (clue.by) {
    case 'words':
      return say('incidents.clue.words', {
        words: several(clue.words.split('\n').filter((one) => one.trim())),
      })
    case 'dealing':
      return say('incidents.clue.dealing', { what: clue.what })
    case 'reach':
      return say('incidents.clue.reach', { from: clue.from })
    case 'company':
      return say('incidents.clue.company', { names: several(clue.names) })
    case 'area':
      return say('incidents.clue.area', { places: several(clue.places) })
    case 'tag': {
      const tag = await db.selectFrom('tags').select('name').where('id', '=', clue.tagId).executeTakeFirst()
      return say('incidents.clue.tag', { name: tag?.name ?? '' })
    }
    case 'around':
      return say('incidents.clue.around')
    case 'list':
      return say('incidents.clue.list', { n: people })
    case 'people':
      return say('incidents.clue.people', { n: people })
    case 'conversations':
      return say('incidents.clue.conversations', { n: people })
  }
}
