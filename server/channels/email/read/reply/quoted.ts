import { attributionEndingAt } from './attribution.ts'
import { readHeaderBlock } from './headerBlock.ts'
import { isGroupWise, separatorLength, withOwnLines } from './separator.ts'
import { isBlank, isQuoted, isRule } from './signs.ts'

/** Put by the reading of HTML where a mail program says that an original begins. */
export const originalBegins = '\uE0C7'
/** Put at the head of a line that a mail program marked as an attribution. */
export const attributed = '\uE0C8'

/** Where an original begins, and how: `rest` is everything that came with it. */
interface Found {
  before: string[]
  rest: string[]
  /** The original is set apart only by its header: without `>` it goes to the end. */
  toTheEnd: boolean
}

/**
 * The reply without the quoted history, by structure, for any language. Words between or below quoted lines are the writer's
 * and stay; between them the lines they answer stay too. When nothing would be left, the words of the original are given.
 * `isMarked`: a mail program, not the writer, put the `>`.
 */
export function withoutQuote(text: string, isMarked = false): string {
  const lines = withOwnLines(withWholeAddresses(text.replace(/\r\n?/g, '\n'))).split('\n')
  const kept: string[] = []
  let rest = lines
  for (let round = 0; round < 40; round++) {
    const found = findOriginal(rest)
    if (!found)
      return finish([...kept, ...withoutTail(isMarked && !hasWords(kept) ? withoutMarkedQuote(rest) : rest)])
    kept.push(...found.before)
    if (found.toTheEnd) return hasWords(kept) ? finish(kept) : finish(withoutMarks(found.rest))
    const own = ownWordsIn(found.rest)
    if (own === null) return finish(kept)
    rest = own
    if (!found.rest.some(isQuoted)) return hasWords(kept) ? finish(kept) : finish(withoutMarks(found.rest))
  }
  return finish([...kept, ...rest])
}

/** An address whose closing bracket was wrapped to the next line, where it looks like a mark of quoting. */
const withWholeAddresses = (text: string): string =>
  text.replace(
    /<[ \t]*\n?[ \t]*((?:mailto:)?[^<>\n]{0,120}(?:@[^<>\n]{2,120}|<[^<>\n]{3,200}>))[ \t]*\n[ \t]*>(?=[ \t]*[^\n>]{0,30}[:：])/g,
    '<$1>',
  )

function findOriginal(lines: string[]): Found | null {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (isBlank(line)) continue
    const before = lines.slice(0, at)
    if (line.startsWith(originalBegins) || isGroupWise(line))
      return { before, rest: lines.slice(at + 1), toTheEnd: true }
    if (line.startsWith(attributed)) return { before, rest: lines.slice(at + 1), toTheEnd: false }
    const quoted = isQuoted(line)
    const separator = separatorLength(lines, at)
    if (separator || readHeaderBlock(lines, at)) {
      const block = readHeaderBlock(lines, at + separator, separator > 0)
      // Inside a quote it is the quote's own; that ends where the quote ends.
      if (quoted) continue
      return { before, rest: lines.slice(at + separator + (block?.length ?? 0)), toTheEnd: true }
    }
    const said = quoted ? null : attributionEndingAt(lines, at)
    if (said)
      return {
        before: said.before ? [...lines.slice(0, said.start), said.before] : lines.slice(0, said.start),
        rest: lines.slice(said.end),
        toTheEnd: false,
      }
  }
  return null
}

/**
 * What the writer put between or below the quoted lines; null when there is nothing of theirs. One answer below a quote
 * stands alone; several between quoted lines keep what they answer.
 */
function ownWordsIn(lines: string[]): string[] | null {
  const own = lines.map((line, at) => !isBlank(line) && !isQuoted(line) && !isFragment(lines, at))
  if (!own.some(Boolean)) return null
  const firstQuoted = lines.findIndex(isQuoted)
  const blocks = own.filter((is, at) => is && followsQuote(lines, own, at)).length
  const lastOwn = own.lastIndexOf(true)
  if (blocks < 2 || firstQuoted < 0)
    return lines.filter((line, at) => !isQuoted(line) && !isFragment(lines, at))
  return lines.slice(0, lastOwn + 1)
}

/** The last line with words above `at` is quoted. */
function followsQuote(lines: string[], own: boolean[], at: number): boolean {
  for (let above = at - 1; above >= 0; above--) {
    if (own[above]) return false
    if (isQuoted(lines[above]!)) return true
  }
  return false
}

/** A piece of a quoted line that a mail program broke off without its `>`: between quoted lines, going on in the middle of a sentence. */
function isFragment(lines: string[], at: number): boolean {
  const line = lines[at]!
  if (isBlank(line) || isQuoted(line)) return false
  const above = lines[at - 1] ?? ''
  const below = lines[at + 1] ?? ''
  if (!isQuoted(above) || !(isQuoted(below) || isBlank(below))) return false
  if (/^\s*[(<[]?https?:\/\/\S+[)>\]]?\s*>?\s*$/i.test(line)) return true
  const cut = above.trimEnd()
  if (/^[^\p{L}\p{N}\s"'«„“(¿¡]/u.test(line) && isQuoted(below)) return /\S/.test(cut.replace(/>/g, ''))
  return cut.length >= 50 && !/[?!]$/.test(cut) && /^\s*\p{Ll}/u.test(line) && isQuoted(below)
}

/** What a program marked as quoted, between the reply and a last paragraph (mostly a disclaimer), without an attribution. */
function withoutMarkedQuote(lines: string[]): string[] {
  const first = lines.findIndex(isQuoted)
  if (first < 0) return lines
  const own = ownWordsIn(lines.slice(first))
  if (hasWords(lines.slice(0, first))) return [...lines.slice(0, first), ...(own ?? [])]
  // Apple puts who wrote it inside; what stands below is the answer.
  const saysWho = lines.slice(first, first + 4).some((_, n) => attributionEndingAt(lines, first + n) !== null)
  return own !== null && hasWords(own) && saysWho ? own : lines
}

/** Quoted lines at the end, without an attribution, and the strokes above them. */
function withoutTail(lines: string[]): string[] {
  let end = lines.length
  while (end > 0 && (isBlank(lines[end - 1]!) || isQuoted(lines[end - 1]!))) end--
  return end > 0 ? lines.slice(0, end) : lines
}

const withoutMarks = (lines: string[]) => lines.map((line) => (line.startsWith(attributed) ? '' : line))

const hasWords = (lines: string[]) => lines.some((line) => !isBlank(line) && !isRule(line))

/** Strokes that separated the reply from what is gone are no words. */
function finish(lines: string[]): string {
  let end = lines.length
  while (end > 0 && (isBlank(lines[end - 1]!) || isRule(lines[end - 1]!))) end--
  return lines
    .slice(0, end)
    .join('\n')
    .replaceAll(originalBegins, '')
    .replaceAll(attributed, '')
    .replace(/^(\s*\n)+/, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
}
