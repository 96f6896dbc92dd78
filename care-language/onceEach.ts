import { sentences } from './sentences.ts'

/** No sentence goes on longer; what does is a list without marks, a log or a bait. */
const longest = 900

/**
 * The text with each of its sentences once and none without end: what is said again says nothing new, and a letter made of
 * one line ten thousand times is read as that line. Places stay as they are.
 */
export function onceEach(text: string): string {
  if (text.length < longest) return text
  const seen = new Set<string>()
  let kept = ''
  for (const { text: said, start } of sentences(text)) {
    if (seen.has(said)) continue
    seen.add(said)
    kept += gap(text, kept.length, start) + said.slice(0, said.length > longest ? wordEnd(said) : longest)
  }
  return kept
}

/** No word is cut in half, where there are words. */
const wordEnd = (text: string): number => {
  const end = text.lastIndexOf(' ', longest)
  return end > longest - 60 ? end : longest
}

/** What stands between two kept sentences: its line breaks and blanks for all else. */
const gap = (text: string, from: number, to: number): string => text.slice(from, to).replace(/[^\n]/g, ' ')
