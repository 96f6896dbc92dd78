import type { When } from '../dates/when.ts'
import { whensIn } from '../dates.ts'
import type { Span } from '../sentences.ts'
import { type Token, tokens } from '../tokens.ts'
import { type Memory, recall } from './memory.ts'

/** One sentence as the promise reader sees it: its tokens, and the times in it as units that no rule cuts. */
export interface Line {
  /** The sentence; tokens point into it. */
  source: string
  /** Tells it from every other line of its memory. */
  number: number
  tokens: readonly Token[]
  whens: readonly { when: When; from: number; to: number }[]
  /** Per token the index of the time it belongs to, -1 outside. */
  times: readonly number[]
  question: boolean
  /** Parts of the names of who works here, as `plain` writes them. */
  names: ReadonlySet<string>
}

/** The lines of a text, and where the sentence of each begins in it. */
export interface Page {
  lines: readonly Line[]
  starts: readonly number[]
}

/** A sentence longer than any sentence is is cut: each rule looks over its line, and the time must not grow with its square. */
const longest = 200

/** What is read of a text: a letter of eight thousand characters has some 1,900 tokens. */
const most = 2_500

/** How a language is read. */
export interface Grammar {
  language: 'en' | 'de'
  whenAt?: Parameters<typeof whensIn>[1]
  names: ReadonlySet<string>
}

/** The lines of a text whose sentences in order are `spans`. */
export function pageOf(text: string, spans: readonly Span[], grammar: Grammar, memory: Memory): Page {
  const lines: Line[] = []
  const starts: number[] = []
  let read = 0
  let before = 0
  for (const { start, end } of spans) {
    const anew = text.slice(before, start).includes('\n')
    const sentence = text.slice(start, end)
    const key = `${grammar.language}${anew ? '\n' : ' '}${sentence}`
    const own = recall(memory.lines, key, () => linesOf(sentence, anew, grammar, memory))
    for (const line of own) {
      lines.push(line)
      starts.push(start)
      read += line.tokens.length
    }
    if (read > most) break
    before = end
  }
  return { lines, starts }
}

function linesOf(sentence: string, anew: boolean, grammar: Grammar, memory: Memory): readonly Line[] {
  const all = tokens(sentence, grammar.language === 'en')
  // A sentence in a new line begins one.
  if (all[0]) all[0] = { ...all[0], line: anew }
  const lines: Line[] = []
  for (let first = 0; first < all.length; first += longest)
    lines.push(lineOf(sentence, ++memory.given, all.slice(first, first + longest), grammar))
  return lines
}

function lineOf(source: string, number: number, tokens: readonly Token[], { whenAt, names }: Grammar): Line {
  const whens = whensIn(tokens, whenAt)
  const times = new Array<number>(tokens.length).fill(-1)
  for (const [index, { from, to }] of whens.entries()) times.fill(index, from, to)
  let last = tokens.length - 1
  while (last >= 0 && /^["'”’)*_]$/.test(tokens[last]!.text)) last--
  return { source, number, tokens, whens, times, question: tokens[last]?.text === '?', names }
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
