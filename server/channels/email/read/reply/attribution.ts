import { onWords } from './languages.ts'
import { bare, dateAt, hasAddress, hasDate, isBlank, isQuoted, isRule, saysWrote } from './signs.ts'

export interface Attribution {
  /** Its first line. */
  start: number
  /** The line after its last one. */
  end: number
  /** Words of the writer's own that stand before it in its first line. */
  before: string
}

const longestSpan = 4
const ends = /[:：]$/
const dashes = /^-{2,}.*-{2,}$/
/** Older Gmail wrote no verb: a time stamp, then who. */
const stamped =
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?: \d{1,2}:\d{2})?(?: (?:GMT|UTC)[+-]\d{1,2}:?\d{2})? +(?:[^:]{1,80}<[^<>]{3,200}>|[^\s:.!?][^:.!?]{0,60})$/u
/** Words that open it: a weekday, "On", "Le", then soon the date. */
const opensWithin = 48

/**
 * "On Tuesday, Ana Costa <ana@…> wrote:" by its shape: within one to four lines a date, an address or a word for writing, and a
 * colon at the end. `at` is the line that ends it. The shortest span that has the shape counts, so no line above it is lost.
 */
export function attributionEndingAt(lines: string[], at: number): Attribution | null {
  const last = bare(lines[at]!)
  if (last === '' || last.length > 400 || isRule(last)) return null
  const nextQuoted = isQuoted(nextWords(lines, at + 1) ?? '')
  if (!ends.test(last) && !dashes.test(last) && !isStamp(lines, at, nextQuoted)) return null
  for (const start of starts(lines, at)) {
    const text = lines
      .slice(start, at + 1)
      .map(bare)
      .filter(Boolean)
      .join(' ')
    if (text.length > 400) return null
    if (isAttribution(text, nextQuoted)) return whole(lines, start, at)
  }
  return null
}

function isAttribution(text: string, nextQuoted: boolean): boolean {
  const day = dateAt(text)
  const wrote = saysWrote(text)
  const who = hasAddress(text)
  if (dashes.test(text)) return day >= 0 && (who || wrote)
  if (!ends.test(text)) return stamped.test(text)
  if (/[.!?…]\s+\p{Lu}\p{L}+\s+\p{L}+\s+\p{L}+/u.test(text) && !nextQuoted && !who) return false
  if (
    !(nextQuoted && (who || day >= 0)) &&
    (tellsOfSelf.test(text.replace(/\S*@\S*/g, ' ')) || !endsLikeOne(text))
  )
    return false
  if (who && (wrote || (day >= 0 && day <= opensWithin))) return true
  if (wrote && day >= 0) return day <= opensWithin || nextQuoted
  return nextQuoted && text.length < 160 && (wrote || (day >= 0 && day <= opensWithin))
}

/** "On Monday I wrote to ann@… and had this answer:" is the writer's own sentence. */
const tellsOfSelf =
  /(?:^|[^\p{L}'’-])(?:i|we|ich|wir|j['’]ai|nous|yo|nosotros|eu|nós|io|noi|ik|wij|jeg|jag|vi|my|our|me|us)(?=$|[^\p{L}.'’-])/iu

/** After the address comes the verb, a word or two, or nothing. */
function endsLikeOne(text: string): boolean {
  const tail = /^.*[\w-]@[^\s<>()]+[>)\]]*(.*)$/u.exec(text)?.[1]
  return tail === undefined || hasDate(tail) || tail.trim().split(/\s+/).length <= 6
}

const isStamp = (lines: string[], at: number, nextQuoted: boolean): boolean => {
  const line = bare(lines[at]!)
  return (
    stamped.test(line) &&
    (nextQuoted || /GMT|UTC|<[^<>]+@[^<>]+>/.test(line)) &&
    /^\s*(?:>|$)/.test(lines[at + 1] ?? '')
  )
}

/** First lines a span ending at `at` may have, nearest first. One blank line may stand inside: some programs set the address apart. */
function* starts(lines: string[], at: number): Generator<number> {
  let blanks = 0
  const quoted = isQuoted(lines[at]!)
  for (let start = at, counted = 0; start >= 0 && counted < longestSpan; start--) {
    if (isBlank(bare(lines[start]!))) {
      if (++blanks > 1 || !/^</.test(bare(lines[start + 1] ?? ''))) return
      continue
    }
    if (isQuoted(lines[start]!) !== quoted || isRule(lines[start]!)) return
    counted++
    yield start
  }
}

/** Takes the date above it in, and gives back the words before it in its first line. */
function whole(lines: string[], start: number, at: number): Attribution {
  let first = start
  const span = lines.slice(start, at + 1).join(' ')
  const isWhole = hasDate(span) && hasAddress(span)
  for (const above of isWhole ? [] : starts(lines, at)) {
    if (above >= start) continue
    const line = bare(lines[above]!)
    if (
      !(isOpening(line) && !hasDate(span)) &&
      !beginsWithWho(line) &&
      !(saysWrote(line) && line.length < 50 && !saysWrote(span))
    )
      break
    first = above
  }
  return { start: first, end: at + 1, before: wordsBefore(lines[first]!) }
}

/** "Ana Costa <ana@…>" and no sentence; where the line is broken, a short month may end it. */
const beginsWithWho = (line: string): boolean =>
  /^[^.!?]{0,60}<[^<>\s]{3,200}@[^<>\s]{3,200}>/u.test(line) &&
  (!/[.!?]$/.test(line) || (saysWrote(line) && /\d.*\s\p{L}{2,5}\.$/u.test(line)))

/** A line that begins with a date, after two short words at most. */
const isOpening = (line: string): boolean => {
  const day = dateAt(line)
  return day >= 0 && day <= 40 && line.slice(0, day).trim().split(/\s+/).length <= 6 && !/[.!?]$/.test(line)
}

const sharedLine = new RegExp(
  `^(.*?\\S)(?:\\s+|\\s*-{2,}\\s*)(?=(?:${onWords})\\s+(?:\\p{L}{2,12}\\.?,?\\s+)?(?:\\d|\\p{L}{3,12}\\.? \\d))`,
  'iu',
)

/** A reply and an attribution in one line: "Yes, please. On Wed, Apr 4, 2012 at 3:59 PM, ann@… wrote:". */
function wordsBefore(line: string): string {
  if (isQuoted(line)) return ''
  const day = dateAt(line)
  if (day < 0) return ''
  const found = sharedLine.exec(line)?.[1]?.replace(/\s*-{2,}\s*$/, '') ?? ''
  return found.length < day &&
    !saysWrote(found) &&
    !hasAddress(found) &&
    !/^[\s-]*$/.test(found) &&
    !/[,;]$/.test(found) &&
    !isWeekday(found)
    ? found
    : ''
}

const isWeekday = (text: string): boolean =>
  /^\p{L}{2,12}[.,]?$/u.test(text) && /^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)

const nextWords = (lines: string[], from: number): string | undefined =>
  lines.slice(from, from + 4).find((line) => !isBlank(line))
