import { failureWords, refusal } from './words.ts'

/** A failed recipient as a notice names it, with what is said of it. */
export interface Failed {
  address: string
  about: string
  weight: number
}

const address =
  /[\w!#$%&'*+/=?^`{|}~.-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|"[^"\n@]{1,64}"@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g
const towards =
  /(?:rcpt\s*to|recipient|recipients?|delivered? to|delivery to|deliver(?:ing)?(?: (?:mail|message|your message))? (?:to|for)|addressed to|address|user|users?|mailbox|account|intended for|undeliverable to|sent to|for|reach|error-for|full|unknown|invalid|failed|empf[äa]nger|an|adresse|destinataire|à|destinatario|para|per|a|al|do|adres|адрес\w*|получател\w*|宛先|收件人|到|to|mail|id|addressee)\s{0,3}(?:is|was|:|=|\(s\)|address|-|\.\.\.|\[|smtp|e-?mail|the)*[\s:='"<«([-]*$/i
const awayFrom =
  /(?:mail\s*from|sender|from|contact|message-?id|return-path|reply(?:ing)? to|reply-to|in-reply-to|references|assistance|questions?|help|write to|forward (?:this|it)[^\n]{0,30}to|please (?:send|e-?mail|contact|write)[^\n]{0,40}|postmaster|report(?:ed)? (?:this )?to|by|with|id|administrator|envelope-from|on behalf of|list)\s*[:=]?[\s:='"<([-]*$/i
const alone =
  /^[\s>*•·\-–|#]*(?:\d{1,3}[.)]\s*)?(?:smtp:|rfc822;|mailto:)?[<["'(]*ADDRESS[>\]"')]*\s*(?:[:;,.]*|\.{2,}.*|:.*|\(.*|-.*|\[.*|;.*|,? on .*|\t.*|\s{2,}.*)$/i
const machineNames =
  /^(?:mailer[-_.]?daemon|post-?master|abuse|support|help(?:desk)?|noreply|no-reply|administrator|admin|hostmaster|webmaster|mail-?admin|security|noc)(?:[+.-]|@)/i

/**
 * Failed recipients in free text, by where an address stands: alone on its line, after a word for a recipient, beside a code or
 * words of failure, under a line that announces failures. Whoever sent the letter, and whom to ask, is none.
 */
export function findFailed(said: string, own: ReadonlySet<string>): Failed[] {
  const lines = said.split('\n').slice(0, 2000)
  const weighed = new Map<string, Failed>()
  let announced = 0
  for (const [at, line] of lines.entries()) {
    if (line.length > 2000) continue
    for (const match of line.matchAll(address)) {
      const found = clean(match[0])
      if (found === null) continue
      const about = lines
        .slice(at, at + 6)
        .join('\n')
        .slice(0, 800)
      const weight = weigh(line, match.index, match[0].length, lines[at + 1] ?? '', announced > 0, found, own)
      const before = weighed.get(found)
      if (!before) weighed.set(found, { address: found, about, weight })
      else if (weight > before.weight)
        weighed.set(found, { address: found, about: `${about}\n${before.about}`, weight: weight + 1 })
    }
    if (line.trim() !== '') announced = announces(line) ? 6 : announced - 1
  }
  const all = [...weighed.values()].filter((one) => one.weight >= 4)
  const best = Math.max(0, ...all.map((one) => one.weight))
  return all.filter((one) => one.weight >= best - 5).slice(0, 100)
}

/** A line that says that what follows failed. */
const announces = (line: string): boolean =>
  failureWords.test(line) ||
  /(?:recipients?|address(?:es)?|users?|empf[äa]nger|destinat\w+)[^\n]{0,20}[:：-]\s*-*$|failed addresses|following/i.test(
    line,
  )

function weigh(
  line: string,
  at: number,
  length: number,
  next: string,
  announced: boolean,
  found: string,
  own: ReadonlySet<string>,
): number {
  const before = line.slice(Math.max(0, at - 60), at)
  const after = line.slice(at + length, at + length + 160)
  let weight = 0
  const shape = `${line.slice(0, at)}ADDRESS${line.slice(at + length)}`
  if (alone.test(shape)) weight += announced ? 6 : 4
  if (towards.test(before) && !awayFrom.test(before)) weight += 4
  if (failureWords.test(after) || refusal.test(after) || /^[>\])"'\s]*(?:\.\.\.|:)\s*\S/.test(after))
    weight += 3
  else if (refusal.test(before) || refusal.test(next) || failureWords.test(next)) weight += 2
  if (failureWords.test(before)) weight += 2
  if (announced) weight += 2
  if (awayFrom.test(before)) weight -= 8
  if (machineNames.test(found)) weight -= 7
  if (own.has(found)) weight -= 9
  if (looksLikeAnId(found)) weight -= 8
  return weight
}

function clean(raw: string): string | null {
  const found = raw
    .toLowerCase()
    .replace(/^(?:smtp|mailto|rfc822|3d)[:=;]/, '')
    .replace(/^[.'`=/-]+|[.'`-]+$/g, '')
  return /^[^@]{1,64}@[^@]+\.[^@.\d]{2,}$|^[^@]{1,64}@[\w.-]+$/.test(found) &&
    !/\.(?:png|jpe?g|gif)$/.test(found)
    ? found
    : null
}

/** Message-IDs look like addresses. */
const looksLikeAnId = (found: string): boolean => {
  const local = found.split('@')[0]!
  return (
    /^[\da-f.$-]{18,}$/i.test(local) ||
    (local.length > 24 && (local.match(/\d/g) ?? []).length > 10) ||
    /javamail|\.esmtp|\$[\da-f]{4,}\$/i.test(local)
  )
}
