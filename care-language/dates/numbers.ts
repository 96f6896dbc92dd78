import type { Token } from '../tokens.ts'
import { cardinals, ordinals, tens } from './english.ts'

/** What a small grammar found, and where the next one may go on. */
export interface Parsed<T> {
  value: T
  next: number
}

export const at = (tokens: readonly Token[], index: number): string => tokens[index]?.text ?? ''
/** Whether these words stand here in a row. */
export const is = (
  tokens: readonly Token[],
  index: number,
  a: string,
  b?: string,
  c?: string,
  d?: string,
): boolean =>
  tokens[index]?.text === a &&
  (b === undefined || tokens[index + 1]?.text === b) &&
  (c === undefined || tokens[index + 2]?.text === c) &&
  (d === undefined || tokens[index + 3]?.text === d)
const glued = (tokens: readonly Token[], index: number) => tokens[index]?.gap === false

/** `3`, `three`, `twenty-four`: a whole number below 10,000. */
export function cardinalAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index]
  if (!token) return null
  if (token.kind === 'number')
    return token.text.length <= 4 ? { value: Number(token.text), next: index + 1 } : null
  const ten = tens.get(token.text)
  if (ten !== undefined) {
    const joined = at(tokens, index + 1) === '-' || at(tokens, index + 1) === 'and' ? index + 2 : index + 1
    const unit = cardinals.get(at(tokens, joined))
    return unit !== undefined && unit < 10
      ? { value: ten + unit, next: joined + 1 }
      : { value: ten, next: index + 1 }
  }
  const unit = cardinals.get(token.text)
  return unit === undefined ? null : { value: unit, next: index + 1 }
}

/** `3rd`, `third`, `twenty-third`, `twenty third`. */
export function ordinalAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index]
  if (!token) return null
  if (token.kind === 'number')
    return token.text.length <= 2 &&
      glued(tokens, index + 1) &&
      /^(?:st|nd|rd|th)$/.test(at(tokens, index + 1))
      ? { value: Number(token.text), next: index + 2 }
      : null
  const ten = tens.get(token.text)
  if (ten !== undefined) {
    const joined = at(tokens, index + 1) === '-' ? index + 2 : index + 1
    const unit = ordinals.get(at(tokens, joined))
    return unit !== undefined && unit < 10 ? { value: ten + unit, next: joined + 1 } : null
  }
  const value = ordinals.get(token.text)
  return value === undefined ? null : { value, next: index + 1 }
}

/** A year: `2026`, `nineteen ninety three`, `nineteen hundred ninety three`; `'26` is left to the dates that carry it. */
export function yearAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const token = tokens[index]
  if (!token) return null
  if (token.kind === 'number') {
    const value = Number(token.text)
    return token.text.length === 4 && value >= 1900 && value < 2200 ? { value, next: index + 1 } : null
  }
  const century = token.text === 'nineteen' ? 1900 : token.text === 'twenty' ? 2000 : 0
  if (!century) return null
  const next = at(tokens, index + 1) === 'hundred' ? index + 2 : index + 1
  const rest = cardinalAt(tokens, at(tokens, next) === 'and' ? next + 1 : next)
  return rest && rest.value >= 10 && rest.value < 100 && tokens[next]?.kind === 'word'
    ? { value: century + rest.value, next: rest.next }
    : null
}

/** How many: `3`, `a`, `an`, `a couple of`, `half an`, `one and a half`. Null for "a few" and "several": they fix nothing. */
export function amountAt(tokens: readonly Token[], index: number): Parsed<number> | null {
  const text = at(tokens, index)
  if (text === 'half' && /^(?:hour|day)$/.test(at(tokens, index + 1))) return { value: 0.5, next: index + 1 }
  if (text === 'half' && at(tokens, index + 1) === '-' && at(tokens, index + 2) === 'hour')
    return { value: 0.5, next: index + 2 }
  if (text === 'half' && /^an?$/.test(at(tokens, index + 1))) return { value: 0.5, next: index + 2 }
  if (/^an?$/.test(text)) {
    if (at(tokens, index + 1) === 'couple')
      return { value: 2, next: at(tokens, index + 2) === 'of' ? index + 3 : index + 2 }
    if (at(tokens, index + 1) === 'half') return { value: 0.5, next: index + 2 }
    return { value: 1, next: at(tokens, index + 1) === 'further' ? index + 2 : index + 1 }
  }
  if (text === 'couple') return { value: 2, next: at(tokens, index + 1) === 'of' ? index + 2 : index + 1 }
  if (text === 'another') return { value: 1, next: index + 1 }
  const count = cardinalAt(tokens, index)
  if (!count) return null
  if (at(tokens, count.next) === '.' && glued(tokens, count.next) && glued(tokens, count.next + 1)) {
    const decimals = at(tokens, count.next + 1)
    if (/^\d{1,2}$/.test(decimals))
      return { value: Number(`${count.value}.${decimals}`), next: count.next + 2 }
  }
  if (
    at(tokens, count.next) === 'and' &&
    at(tokens, count.next + 1) === 'a' &&
    at(tokens, count.next + 2) === 'half'
  )
    return { value: count.value + 0.5, next: count.next + 3 }
  return count
}
