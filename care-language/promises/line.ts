import type { When } from '../dates/when.ts'
import { whensIn } from '../dates.ts'
import type { Span } from '../sentences.ts'
import type { Token } from '../tokens.ts'

/** One sentence as the promise reader sees it: its tokens, and the times in it as units that no rule cuts. */
export interface Line {
  /** The whole text; tokens point into it. */
  source: string
  tokens: readonly Token[]
  whens: readonly { when: When; from: number; to: number }[]
  /** Per token the index of the time it belongs to, -1 outside. */
  times: readonly number[]
  question: boolean
}

/** A sentence longer than any sentence is is cut: each rule looks over its line, and the time must not grow with its square. */
const longest = 200

/** The lines of a text: `all` are the tokens of the whole, `spans` its sentences in order. */
export function linesOf(
  source: string,
  all: readonly Token[],
  spans: readonly Span[],
  whenAt?: Parameters<typeof whensIn>[1],
): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const span of spans) {
    while (at < all.length && all[at]!.start < span.start) at++
    let first = at
    while (at < all.length && all[at]!.start < span.end) at++
    for (; at - first > longest; first += longest)
      lines.push(lineOf(source, all.slice(first, first + longest), whenAt))
    lines.push(lineOf(source, all.slice(first, at), whenAt))
  }
  return lines
}

function lineOf(source: string, tokens: readonly Token[], whenAt?: Parameters<typeof whensIn>[1]): Line {
  const whens = whensIn(tokens, whenAt)
  const times = new Array<number>(tokens.length).fill(-1)
  for (const [index, { from, to }] of whens.entries()) times.fill(index, from, to)
  let last = tokens.length - 1
  while (last >= 0 && /^["'”’)*_]$/.test(tokens[last]!.text)) last--
  return { source, tokens, whens, times, question: tokens[last]?.text === '?' }
}

export const wordAt = (line: Line, index: number): string => line.tokens[index]?.text ?? ''

/** Marks that end a clause whatever comes after. */
export function isHardBreak(line: Line, index: number): boolean {
  const token = line.tokens[index]
  if (!token) return true
  if (token.kind !== 'mark') return false
  if (token.text === '-') return token.gap && line.tokens[index + 1]?.gap !== false
  return (
    /^[;:()—–!?…|•*"“”[\]{}]$/.test(token.text) ||
    (token.text === '.' && (line.tokens[index + 1]?.gap ?? true) && !isAbbreviation(line, index)) ||
    token.end - token.start > 1
  )
}

const isAbbreviation = (line: Line, index: number) =>
  index > 0 &&
  /^(?:mr|mrs|ms|dr|prof|st|no|approx|etc|inc|ltd|co|vs|ref|tel|ext|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun|[a-z])$/.test(
    wordAt(line, index - 1),
  ) &&
  index < line.tokens.length - 1

/** The same words from here. */
export function startsWith(line: Line, index: number, words: readonly string[]): boolean {
  for (let ahead = 0; ahead < words.length; ahead++)
    if (wordAt(line, index + ahead) !== words[ahead]) return false
  return true
}

/** A token as written. */
export const rawAt = (line: Line, index: number): string =>
  line.source.slice(line.tokens[index]!.start, line.tokens[index]!.end)
