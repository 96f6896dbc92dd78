import { adverbs, irregular, notDone } from '../englishWords.ts'
import { type Line, startsWith, wordAt } from '../line.ts'
import type { Predicate } from './predicate.ts'

/** A participle that says we did it. */
export function participleAt(line: Line, index: number): Predicate | null {
  let at = index
  while (
    adverbs.has(wordAt(line, at)) ||
    /^(?:fully|completely|properly|being|automatically|carefully|securely)$/.test(wordAt(line, at))
  ) {
    if (wordAt(line, at) === 'automatically') return null
    at++
  }
  const word = wordAt(line, at)
  if (startsWith(line, at, ['re', '-']) && participleWord(wordAt(line, at + 2)))
    return { verb: at + 2, form: 'passive' }
  // "The invoice will be send to you": so say many who learnt English late.
  if (word === 'send' && wordAt(line, at - 1) === 'be') return { verb: at, form: 'passive' }
  // "left at reception for you", not "will be left"
  if (word === 'left' && /^(?:at|with|in|by|on|outside|behind|for)$/.test(wordAt(line, at + 1)))
    return { verb: at, form: 'passive' }
  // "Your comments will be considered by the case officer"
  if (word === 'considered' && /^(?:by|at)$/.test(wordAt(line, at + 1))) return { verb: at, form: 'passive' }
  // "Your discount will be honoured", "the nest will be treated on Tuesday"
  if (
    /^(?:honou?red|treated)$/.test(word) &&
    !/^(?:to|if|that|as|like|under|fairly|equally|the)$/.test(wordAt(line, at + 1))
  )
    return { verb: at, form: 'passive' }
  // "The trustees will be asked to look at your case"
  if (
    word === 'asked' &&
    wordAt(line, at - 1) === 'be' &&
    wordAt(line, at + 1) === 'to' &&
    !/^(?:pay|sign|leave|provide|show|confirm|bring|log|enter|verify|give|complete|fill)$/.test(
      wordAt(line, at + 2),
    )
  )
    return { verb: at, form: 'passive' }
  // "deep-cleaned"
  if (
    wordAt(line, at + 1) === '-' &&
    participleWord(wordAt(line, at + 2)) &&
    line.tokens[at + 1]!.gap === false
  )
    return { verb: at + 2, form: 'passive' }
  return participleWord(word) && !notDone.has(word) ? { verb: at, form: 'passive' } : null
}

export const participleWord = (word: string): boolean =>
  (word.length > 3 && word.endsWith('ed') && !/^(?:need|feed|speed|indeed|seed|red)$/.test(word)) ||
  (Object.hasOwn(irregular, word) && word !== 'left' && word !== 'read' && word !== 'let') ||
  // "redone", "rehung", "rewritten"
  (/^re[a-z]{3,}$/.test(word) && Object.hasOwn(irregular, word.slice(2)) && word !== 'reread')
