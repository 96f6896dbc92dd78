import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'

const openers = new Set(
  'if once when whenever after until till til before unless provided providing'.split(' '),
)

/** "I'll let you know when it arrives": what they are told waits on it; "when we can come" is what they are told. */
const lets = (line: Line, at: number): boolean =>
  wordAt(line, at - 1) === 'know' &&
  [2, 3, 4, 5, 6].some((back) => wordAt(line, at - back) === 'let') &&
  /^(?:it|they|he|she|that|this|the|your)$/.test(wordAt(line, at + 1)) &&
  !/^(?:will|'ll|can|could|might|would)$/.test(wordAt(line, at + 2))

/** Where a condition opens here: the index of its first own word, else -1. */
export function opensAt(line: Line, at: number): { word: string; from: number } | null {
  if (line.times[at] !== -1) return null
  const word = wordAt(line, at)
  if (
    word === 'as' &&
    /^(?:soon|long)$/.test(wordAt(line, at + 1)) &&
    wordAt(line, at + 2) === 'as' &&
    !/^(?:possible|we|i|humanly)$/.test(wordAt(line, at + 3))
  )
    return { word: 'once', from: at + 3 }
  if (
    word === 'as' &&
    wordAt(line, at + 1) === 'soon' &&
    wordAt(line, at + 2) === 'as' &&
    /^(?:we|i)$/.test(wordAt(line, at + 3)) &&
    !/^(?:can|possibly|could)$/.test(wordAt(line, at + 4))
  )
    return { word: 'once', from: at + 3 }
  // "Soon as it's on the shelf I'll ring you"
  if (
    word === 'soon' &&
    wordAt(line, at + 1) === 'as' &&
    (at === 0 || isHardBreak(line, at - 1)) &&
    !/^(?:possible|humanly)$/.test(wordAt(line, at + 2))
  )
    return { word: 'once', from: at + 2 }
  if (word === 'should' && wordAt(line, at + 1) === 'you') return { word: 'should', from: at + 1 }
  if (
    word === 'should' &&
    (at === 0 || /^(?:,|and|but)$/.test(wordAt(line, at - 1)) || isHardBreak(line, at - 1)) &&
    /^(?:they|he|she|it|the|this|that|any|anything|there|your)$/.test(wordAt(line, at + 1))
  )
    return { word: 'if', from: at + 1 }
  if (
    wordAt(line, at) === 'the' &&
    /^(?:moment|minute|second|instant|day)$/.test(wordAt(line, at + 1)) &&
    (wordAt(line, at + 1) !== 'day' || /^(?:it|they|we|you|i|your|she|he)$/.test(wordAt(line, at + 2))) &&
    !/^(?:to|of|is|one|time|in)$/.test(wordAt(line, at + 2))
  )
    return { word: 'once', from: at + 2 }
  if (startsWith(line, at, ['by', 'the', 'time'])) return { word: 'once', from: at + 3 }
  if (startsWith(line, at, ['in', 'the', 'event'])) return { word: 'if', from: at + 3 }
  if (word === 'upon' || (word === 'on' && /^(?:receipt|receiving)$/.test(wordAt(line, at + 1))))
    return { word: 'once', from: at + 1 }
  if (!openers.has(word)) return null
  if (/^(?:then|now|further|recently)$/.test(wordAt(line, at + 1)) && /^(?:un)?till?$/.test(word)) return null
  // "behind the till"
  if (word === 'till' && /^(?:the|our|a|this)$/.test(wordAt(line, at - 1))) return null
  if (
    word === 'once' &&
    (/^(?:more|again|and|for)$/.test(wordAt(line, at + 1)) ||
      /^(?:at|this|just)$/.test(wordAt(line, at - 1)) ||
      /^(?:[.!]|)$/.test(wordAt(line, at + 1)))
  )
    return null
  if (
    word === 'when' &&
    at > 0 &&
    !lets(line, at) &&
    /^(?:know|tell|ask|say|see|sure|wonder|check|confirm)$/.test(wordAt(line, at - 1))
  )
    return null
  if (
    word === 'if' &&
    at > 0 &&
    /^(?:know|ask|see|wonder|check|confirm|find|even)$/.test(wordAt(line, at - 1))
  )
    return null
  return { word, from: at + 1 }
}
