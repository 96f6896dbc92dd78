import { languageOf } from '../language.ts'
import { type Span, sentences } from '../sentences.ts'
import { germanSignalsIn } from './german/signals.ts'
import { signalsIn } from './signals.ts'
import { order, type Signals, severityOf } from './weigh.ts'

/** Small words that no English text has; one of them may be a name or a quotation, two are a sentence. */
const hint = /\b(?:und|ich|nicht|wir|ist|bitte|schon|mein|meine|danke|das)\b/i
const germanWords =
  /(?<![\p{L}-])(?:und|ich|nicht|wir|ist|das|mir|meine?|meinen|meiner|bitte|danke|dank|schon|noch|keine?|wurde|habe|haben|geht|mit|seit|für|fuer|zum|zur|euch|ihre?|ihnen|sie|auf|dass|aber|immer|wieder|heute|hallo|guten|vielen|lieber?|wie|wann|wo|es|hat|der|die|nur|ihr|den|dem|im|vom|bei|nach|unser\p{L}*|werden|wird|waren|kann|können|mich|sich|eine[nmr]?|von|vor|hatte|hab|sind|gibt|durch|über|vom|uns|dieser?|diese[sm]|jetzt|leider)(?![\p{L}-])/giu
const english = /\b(?:the|you|is|my|and|not|it|of|to|your|we|this|have)\b/i

function hasGerman(text: string): boolean {
  const seen = new Set<string>()
  for (const [word] of text.matchAll(germanWords)) {
    seen.add(word.toLowerCase())
    if (seen.size > 1) return true
  }
  return false
}

/**
 * Which of the two grammars read a letter: the one of its language; both, each its own sentences, where it is mixed. A letter
 * too short to tell is read as German where two small words of German stand in it.
 */
export function languagesOf(text: string): { isGerman: boolean; isEnglish: boolean } {
  const language = languageOf(text)
  if (language === 'de')
    return {
      isGerman: true,
      isEnglish: english.test(text) && sentences(text).some((one) => languageOf(one.text) === 'en'),
    }
  if (language === null || language === 'en') {
    const isGerman = (language === null || hint.test(text)) && hasGerman(text)
    return { isGerman, isEnglish: language === 'en' || !isGerman || english.test(text) }
  }
  return { isGerman: false, isEnglish: true }
}

/** Facts and feelings of a letter, in the language or the languages it is written in. */
export function signalsInTheirLanguage(
  text: string,
  asks: readonly Span[],
  { isGerman, isEnglish }: { isGerman: boolean; isEnglish: boolean },
): Signals {
  if (!isGerman) return signalsIn(text)
  if (!isEnglish) return germanSignalsIn(text, asks)
  const parts = sentences(text)
  const isOf = (one: Span, language: string) => languageOf(one.text) === language
  return both(
    signalsIn(only(text, parts, (one) => isOf(one, 'en') || !(isOf(one, 'de') || hasGerman(one.text)))),
    germanSignalsIn(
      only(text, parts, (one) => !isOf(one, 'en')),
      asks,
    ),
  )
}

/** The text with blanks for all sentences but these, so that every place stays. */
function only(text: string, parts: readonly Span[], isKept: (one: Span) => boolean): string {
  let kept = ''
  for (const one of parts)
    if (isKept(one)) kept += text.slice(kept.length, one.start).replace(/[^\n]/g, ' ') + one.text
  return kept
}

function both(a: Signals, b: Signals): Signals {
  const signals = { ...a.signals }
  for (const name of order) signals[name] = Math.max(a.signals[name], b.signals[name])
  const isWorse = severityOf(a.signals, a.plight) >= severityOf(b.signals, b.plight)
  const [worse, milder] = isWorse ? [a, b] : [b, a]
  return {
    signals,
    evidence: [...a.evidence, ...b.evidence].sort((x, y) => x.start - y.start || x.end - y.end),
    plight: {
      acute: a.plight.acute || b.plight.acute,
      grave: a.plight.grave || b.plight.grave,
      frail: a.plight.frail || b.plight.frail,
      hardship: a.plight.hardship || b.plight.hardship,
    },
    worst: worse.worst ?? milder.worst,
  }
}
