import { readHeaderBlock } from './headerBlock.ts'
import { messageWords } from './languages.ts'
import { bare, isBlank, isRule } from './signs.ts'

const between =
  /^[-_=*~\u2014\u2013\u2500]{2,}\s*([^-_=*~].{0,70}?[^-_=*~\s]|\S)\s*[-_=*~\u2014\u2013\u2500]{2,}\s*:?$/u

/** What help desks put above their letters, for those who answer. */
const answerAbove =
  /(?:repl(?:y|ies)|respon[ds]\w*|answer|type|write|antwort\w*|répon\w+|respuesta|rispo\w+|antwoord\w*|odpow\w+|ответ\w*)[^\n]{0,40}(?:above|over|oberhalb|über|au-dessus|encima|arriba|sopra|acima|boven|powyżej|выше)[^\n]{0,40}(?:line|linie|zeile|ligne|línea|linea|linha|regel|lijn|lini|черт|лини)/iu

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
