import ForwardParser from 'email-forward-parser'
import type { Person } from '#contract/common.ts'
import { decode, type Letter } from './decode.ts'
import type { ReadMail } from './mail.ts'
import { type HeaderBlock, readHeaderBlock } from './reply/headerBlock.ts'
import { separatorLength, withOwnLines } from './reply/separator.ts'
import { isBlank, isQuoted, isRule } from './reply/signs.ts'

type Forwarded = ReadMail['forwarded']

/** Beyond this a letter's text is not searched for a forwarded one: the search costs, and nobody forwards by hand what is longer. */
const longest = 200_000

/** The letter that this one hands on, whole or attached; null for a letter of one's own. Whether it counts as that person's is decided elsewhere. */
export function readForward(mail: Letter, written: string): Forwarded {
  if (written.length > longest) return null
  const text = withOwnLines(written)
  const known = byLibrary(text, mail.subject)
  if (known?.from) return known
  const shaped = byShape(mail, text)
  if (shaped && (known || shaped.from))
    return {
      ...shaped,
      subject: known?.subject || shaped.subject,
      text: shaped.from ? shaped.text : known?.text || shaped.text,
    }
  return attached(mail, text) ?? known
}

/** Zoho draws its line a second time, below the header lines. */
const drawnTwice = /^\s*(={4,}|-{4,})[^\n=-]{4,60}\1\s*\n/

/** Making it compiles hundreds of patterns; reading changes nothing in it. */
let parser: ForwardParser | undefined

function byLibrary(text: string, subject: string): Forwarded {
  parser ??= new ForwardParser()
  const found = parser.read(text, subject)
  if (!found.forwarded) return null
  const { from, subject: about, body } = found.email
  return {
    from: from?.address ? { name: from.name ?? null, email: from.address.toLowerCase() } : null,
    subject: about ?? '',
    text: (body ?? '').replace(drawnTwice, ''),
  }
}

/** "Fwd:" as mail programs write it in their languages. */
const forwardSubject =
  /^\s*(?:fwd?|fw|wg|tr|rv|enc|i|inoltra\w*|vs|vb|vl|pd|pr|doorst|ilt|ynt|iltr|továbbítás|továbbitva|fs|nf|пересл|переслано|пересылка|fvs|rép|rv|res\. fwd|转发|轉寄|轉發|전달|转|הועבר|إعادة توجيه|προώθ|προωθ|trans)\s*[:：]|^\s*\[fwd?[:：]/iu
const answerSubject =
  /^\s*(?:re|aw|sv|vs|antw|odp|ré|res|rif|r|ynt|atb|回复|回覆|答复|답장|отв|відп|απ)\s*(?:\[\d+\])?[:：]/iu
const forwardWords =
  /forward|weitergeleitet|transf[ée]r|reenviad|reencaminh|encaminhad|inoltrat|doorgestuurd|videresend|vidarebefordrat|vidarebefordra|välitetty|przekazan|přeposlan|preposlan|пересыл|переслан|пересылаем|továbbít|redirecţion|redirec[țt]ion|iletilen|yönlendirilmiş|προωθ|转发|轉寄|轉送|転送|전달|הועבר|محولة|chuyển tiếp/iu

/** A separator or a block of header lines at the head of an original, in a letter that answers nothing. */
function byShape(mail: Letter, text: string): Forwarded {
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    if (isBlank(lines[at]!)) continue
    const separator = separatorLength(lines, at)
    const announced = separator > 0 || isRule(lines[at]!) || forwardWords.test(lines[at]!)
    let first = at + (separator || (announced && !readHeaderBlock(lines, at) ? 1 : 0))
    while (first < lines.length && isBlank(lines[first]!.replace(/^[\s>]+/, ''))) first++
    const block = readHeaderBlock(lines, first, announced) ?? (separator > 0 ? writtenBy(lines, first) : null)
    if (separator > 0 && !block && !forwardWords.test(lines[at]!)) return null
    if (!block || (first !== at && !announced)) continue
    const from = personIn(block.values.from ?? '')
    const about = block.values.subject ?? ''
    if (!isForward(mail, announced ? lines[at]! : '', lines.slice(0, at), { from, about })) return null
    const quoted = isQuoted(lines[first]!)
    const rest = withoutSecond(lines[at]!, lines.slice(first + block.length))
    const body = quoted ? rest.map((line) => line.replace(/^\s{0,3}>\s?/, '')) : rest
    return {
      from: personIn(block.values.from ?? ''),
      subject: block.values.subject ?? '',
      text: body.join('\n').trim(),
    }
  }
  return null
}

/** Yandex writes no header lines below its separator: a date, then who. */
function writtenBy(lines: string[], at: number): HeaderBlock | null {
  const said = /^(.{0,40}\d.{0,40}?),?\s+("?[^"<>]{0,80}"?\s*<[^<>\s]{3,200}@[^<>\s]{3,200}>)\s*[:：]$/u.exec(
    (lines[at] ?? '').trim(),
  )
  return said ? { length: 1, values: { sent: said[1]!, from: said[2]! } } : null
}

/** The same line may stand above and below the header lines. */
function withoutSecond(separator: string, rest: string[]): string[] {
  const first = rest.findIndex((line) => !isBlank(line))
  return first >= 0 && rest[first]!.trim() === separator.trim() ? rest.slice(first + 1) : rest
}

/** What quotes a letter of whom this one goes to answers them. "Re: Fwd: …" answers a forward. */
const isForward = (
  mail: Letter,
  separator: string,
  before: string[],
  original: { from: Person | null; about: string },
): boolean => {
  if (forwardSubject.test(mail.subject)) return true
  if (answerSubject.test(mail.subject)) return false
  if (forwardWords.test(separator)) return true
  if (mail.inReplyTo.length > 0 || mail.references.length > 0) return false
  if ([...mail.to, ...mail.cc].some(({ email }) => email === original.from?.email)) return false
  // No word of forwarding anywhere: then nothing stands above it, or the subject went along.
  return (
    before.every(isBlank) ||
    (original.about !== '' && bareSubject(mail.subject) === bareSubject(original.about))
  )
}

const bareSubject = (subject: string): string =>
  subject
    .toLowerCase()
    .replace(/^\s*(?:\p{L}{1,12}(?:\[\d+\])?\s?[:：]\s*)+/u, '')
    .trim()

/** "Ana Costa <ana@…>", "ana@…", "Ana Costa [mailto:ana@…]", "Ana Costa (ana@…)". */
function personIn(value: string): Person | null {
  const found = /([\w.+'%&=-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/.exec(value)
  if (!found) return null
  const name = value
    .slice(0, found.index)
    .replace(/(?:mailto:|[<[(]|via\s|on behalf of|im auftrag von)+\s*$/i, '')
    .replace(/[<[("'„“”«»\s]+$/g, '')
    .replace(/^[\s"'„“”«]+/g, '')
    .trim()
  return { name: name || null, email: found[1]!.toLowerCase() }
}

/** Forwarded as an attachment: one letter enclosed, and at most a few words to go with it. */
function attached(mail: Letter, text: string): Forwarded {
  const letters = mail.enclosed.filter(({ type }) => type === 'message/rfc822' || type === 'message/global')
  if (letters.length !== 1 || mail.inReplyTo.length > 0 || letters[0]!.content.length > 5_000_000) return null
  if (!forwardSubject.test(mail.subject) && text.length > 2000) return null
  const inner = decode(letters[0]!.content)
  return inner.from?.email ? { from: inner.from, subject: inner.subject, text: inner.text.trim() } : null
}
