import { isIn } from '../german/pattern.ts'
import { englishTraits } from './english.ts'
import { germanTraits } from './german.ts'
import { type Weights, weights } from './weights.ts'

export type Language = keyof typeof weights

const traitsIn: Record<Language, () => Readonly<Record<string, RegExp>>> = {
  en: englishTraits,
  de: germanTraits,
}

/** Which traits a sentence shows, by name. */
export function traitsOf(sentence: string, language: Language): string[] {
  return Object.entries(traitsIn[language]()).flatMap(([name, trait]) =>
    isIn(trait, sentence) ? [name] : [],
  )
}

/** How likely it is, 0 … 1, that a sentence which asks nothing tells of something that went wrong, and not of how things are. */
export function amiss(sentence: string, language: Language): number {
  const learnt: Weights = weights[language]
  let sum = learnt.bias
  // Whole numbers are added, so that every engine gets the same.
  for (const name of traitsOf(sentence, language)) sum += learnt.of[name] ?? 0
  return 1 / (1 + Math.exp(-sum / 100))
}
