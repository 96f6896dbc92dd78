import { readHeaderBlock } from './headerBlock.ts'
import { meaningOf, messageWords } from './languages.ts'
import { bare, hasDate, isBlank, isRule } from './signs.ts'

const between =
  /^[-_=*~\u2014\u2013\u2500]{2,}\s*([^-_=*~].{0,70}?[^-_=*~\s]|\S)\s*[-_=*~\u2014\u2013\u2500]{2,}\s*:?$/u

/** What help desks put above their letters, for those who answer. */
const answerAbove =
  /(?:repl(?:y|ies)|respon[ds]\w*|answer|type|write|antwort\w*|répon\w+|respuesta|rispo\w+|antwoord\w*|odpow\w+|ответ\w*)[^\n]{0,40}(?:above|over|oberhalb|über|au-dessus|encima|arriba|sopra|acima|boven|powyżej|выше)[^\n]{0,40}(?:line|linie|zeile|ligne|línea|linea|linha|regel|lijn|lini|черт|лини)/iu

/** GroupWise: ">>> Ana Costa <ana@…> 25.11.2026 09:12 >>>", and below it the original as it was. */
export const isGroupWise = (line: string): boolean =>
  /^\s{0,3}>>> .{3,200} >>>\s*$/.test(line) && hasDate(line)

/** Samsung runs its line and the header lines below it into one: "-------- Original message --------From: Ana <ana@…> Date: … To: …". */
const runTogether = /^([ \t]*-{6,}[^-\n]{4,40}-{6,})[ \t]*([\p{L}][^\n]{20,600})$/gmu

/** The same lines each by itself. */
export const withOwnLines = (text: string): string =>
  text.replace(runTogether, (whole, line: string, rest: string) => {
    const labels = rest.match(/(?<=^|\s|>)\p{L}[\p{L} ]{0,18}\p{L}\s?[:：](?=\s)/gu) ?? []
    const known = labels.filter((label) => meaningOf(label.replace(/\s?[:：]$/, '')) !== null)
    if (known.length < 3 || !rest.startsWith(known[0]!)) return whole
    let lines = rest
    for (const label of known.slice(1)) lines = lines.replace(label, `\n${label}`)
    return `${line}\n${lines}`
  })

/** How many lines at `at` separate a letter from an original below it: "-----Original Message-----", or a rule above header lines. */
export function separatorLength(lines: string[], at: number): number {
  const line = (lines[at] ?? '').replace(/^[\s>]+/, '').trim()
  if (line.length > 160 || line.length < 3) return 0
  if (answerAbove.test(line) && /[-#=*_<>\u2014\u2013]{2,}/.test(line)) return 1
  const inner = between.exec(line.replace(/^\*(.*)\*$/, '$1'))?.[1]
  const next = nextWords(lines, at + 1)
  if (inner && messageWords.test(inner) && inner.split(/\s+/).length <= 6) return 1
  if ((inner || isRule(line)) && next < lines.length && readHeaderBlock(lines, next, true)) return next - at
  return 0
}

const nextWords = (lines: string[], from: number): number => {
  let at = from
  while (at < lines.length && at < from + 3 && (isBlank(lines[at]!) || bare(lines[at]!) === '')) at++
  return at
}
