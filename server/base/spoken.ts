import { AsyncLocalStorage } from 'node:async_hooks'
import type { TextLanguage } from './text.ts'

/** What a house or a teammate can speak; per du or per Sie is a question of customers alone. */
export const houseLanguages = ['en', 'de'] as const
export type HouseLanguage = (typeof houseLanguages)[number]

const asked = new AsyncLocalStorage<TextLanguage>()
let ofHouse: HouseLanguage = 'en'

/** Whatever `work` says without naming a language, it says in this one: that of whoever asks. */
export const speaking = <T>(language: TextLanguage, work: () => T): T => asked.run(language, work)

/** The language of whoever asks; where nobody does, as in a job, the house's own. */
export const spoken = (): TextLanguage => asked.getStore() ?? ofHouse

/** For what is written down and read by everybody: not the language of the one who happened to press. */
export const inHouse = (): HouseLanguage => ofHouse

/** Told when the house opens and whenever its company card changes. */
export const houseSpeaks = (language: HouseLanguage): void => {
  ofHouse = language
}

/** The first language of an `Accept-Language` header that we have, by its weights; the house's where none is named. */
export function languageAsked(header: string | undefined): TextLanguage {
  const wanted = (header ?? '').split(',').map((part, place) => {
    const [tag = '', ...more] = part.split(';').map((piece) => piece.trim())
    const weight = more.find((piece) => piece.startsWith('q='))?.slice(2)
    return {
      language: tag.slice(0, 2).toLowerCase(),
      weight: weight === undefined ? 1 : Number(weight),
      place,
    }
  })
  const known = wanted.filter(
    ({ language, weight }) => houseLanguages.some((one) => one === language) && weight > 0,
  )
  known.sort((one, other) => other.weight - one.weight || one.place - other.place)
  return (known[0]?.language as HouseLanguage | undefined) ?? ofHouse
}
