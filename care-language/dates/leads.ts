import type { Token } from '../tokens.ts'
import { at, is, type Parsed } from './numbers.ts'

const leads =
  /^(?:by|before|at|on|in|within|until|till|til|from|after|around|about|over|during|between|since|for|approx|approximately|circa|starting|effective|past|to|as|@|this|these|~|towards|round)$/

/** The preposition a time begins with, as one word. */
export function leadAt(tokens: readonly Token[], index: number): Parsed<string> | null {
  if (
    /^(?:no|not)$/.test(at(tokens, index)) &&
    /^(?:later|sooner|earlier)$/.test(at(tokens, index + 1)) &&
    is(tokens, index + 2, 'than')
  )
    return { value: at(tokens, index + 1) === 'later' ? 'by' : 'after', next: index + 3 }
  if (/^(?:earlier|sooner)$/.test(at(tokens, index)) && is(tokens, index + 1, 'than'))
    return { value: 'before', next: index + 2 }
  if (/^(?:in|during|over)$/.test(at(tokens, index)) && is(tokens, index + 1, 'the', 'course', 'of'))
    return { value: 'by', next: index + 4 }
  if (is(tokens, index, 'prior', 'to') || is(tokens, index, 'ahead', 'of'))
    return { value: 'before', next: index + 2 }
  if (is(tokens, index, 'up', 'to') || is(tokens, index, 'up', 'until') || is(tokens, index, 'up', 'till'))
    return { value: 'until', next: index + 2 }
  if (is(tokens, index, 'as', 'of') || is(tokens, index, 'as', 'from'))
    return { value: 'from', next: index + 2 }
  if (
    is(tokens, index, 'at', 'the', 'latest') ||
    is(tokens, index, 'at', 'latest') ||
    is(tokens, index, 'latest')
  ) {
    const skip = at(tokens, index) === 'latest' ? 1 : at(tokens, index + 1) === 'the' ? 3 : 2
    return {
      value: 'by',
      next: /^(?:by|at|on)$/.test(at(tokens, index + skip)) ? index + skip + 1 : index + skip,
    }
  }
  if (is(tokens, index, 'say') && tokens[index + 1]?.kind === 'number')
    return { value: 'at', next: index + 2 - 1 }
  const word = at(tokens, index)
  if (!leads.test(word) || word === 'this' || word === 'these' || word === 'as') return null
  const second = at(tokens, index + 1)
  // "by around 4", "from about 9", "on or before Friday"
  if (is(tokens, index + 1, 'or', 'before')) return { value: 'by', next: index + 3 }
  if (/^(?:around|about|approximately|roughly|approx|~|exactly|say)$/.test(second))
    return { value: word, next: index + 2 }
  if (word === 'by' && /^(?:on|at|no|the)$/.test(second) && second !== 'the' && second !== 'no')
    return { value: 'by', next: index + 2 }
  return { value: word === 'till' || word === 'til' ? 'until' : word === '@' ? 'at' : word, next: index + 1 }
}
