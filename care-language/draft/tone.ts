import type { Voice } from '../draft.ts'
import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import { words } from '../sentences.ts'
import { insideWords, knownAcronyms } from '../words/acronyms.ts'
import { placeOf } from './phrases.ts'

const blame =
  /\b(?:you (?:failed to|should have|should['’]ve|ought to have|must have (?!been (?:worried|frightened|tired|cold|hard|awful|waiting|so|a|very|terr|horr|through))|neglected|omitted|did(?:n['’]t| not) (?:read|follow|check|bother|provide|supply|inform|tell us|notice|comply|observe|respond|even)|(?:have )?obviously|have (?:clearly |apparently )?(?:not (?:read|followed|provided|understood)|misread|misunderstood|ignored|overlooked|failed)|(?:clearly|apparently|evidently) (?:did|have|were|misread|forgot|ignored|chose)|need to (?:learn|understand that|read|pay (?:more )?attention|be more|plan)|chose to ignore|are (?:mistaken|wrong|confused|responsible for)|could have (?:avoided|prevented|checked|read|called|told)|(?:might|may) want to (?:read|check|be more))|as (?:I|we)(?:['’]ve| have)? (?:already |previously |clearly |repeatedly )?(?:said|stated|mentioned|explained|told|written|informed|advised|pointed out)(?! (?:on the phone|by phone|yesterday, I))|as (?:already|previously|clearly|repeatedly) (?:stated|mentioned|explained|noted|advised|communicated|informed|said)|as (?:stated|explained|mentioned|noted|advised) (?:in|on|above|before|earlier|previously|clearly)|(?:I|we)(?:['’]ve| have| had)?(?: already)? told you (?:(?:so|this|that) )?(?:before|already|more than once|many times|several times|repeatedly|twice(?! (?:that|it|he|she|they|to|there|a|the|we))|again)|have you (?:\w+ ){0,2}(?:read|checked|followed|stored|used|cleaned|installed|kept|handled)\b[^.!?]{0,40}\b(?:correctly|properly|carefully|as (?:described|instructed|recommended|stated))|had you (?:read|checked|followed|told|called|informed|bothered|looked|asked|paid|used)|if you had (?:only |just |actually |bothered to |simply )?(?:read|checked|followed|told|called|informed|looked|asked|listened|paid attention|used)|(?:it |this |which |page |website |manual |sign |ticket |confirmation )?(?:clearly|explicitly|plainly) (?:states?|stated|says?|said|shows?|visible|marked|written|printed|explained|communicated|told)|your (?:own )?(?:mistake|error|fault|negligence|carelessness|failure|responsibility to|oversight|misuse|misunderstanding)|(?:due to|because of|caused by|result of) (?:your|user|customer|improper|incorrect) (?:\w+ )?(?:error|mistake|use|handling|failure|misuse|negligence|delay|input)|user error|our (?:records|system|logs?) (?:clearly )?(?:shows?|indicates?|proves?|confirms?) (?:that )?(?:you|\d|the|your|it|no|delivery|this)|per (?:our )?policy|(?:customers?|parents?|guests?|passengers?|users?|people|everyone|tenants?|members?|others?) (?:need|have|are (?:expected|required|supposed|responsible)|should|must|ought|usually|normally|who)(?: to)? (?:plan|read|check|know|make sure|ensure|be aware|take care|be more|pay attention|understand|remember|follow|respect)|no (?:other|one else) (?:customer|has|ever|complain)|nobody else (?:has )?(?:complain|had)|we have never had|it is (?:not our|your) (?:fault|responsibility|problem)|not our (?:fault|problem|responsibility|job)|(?:more|very|better) careful(?:ly)? (?:next time|in (?:the )?future)|(?:customers?|passengers?|guests?|users?|tenants?|members?|parents?|owners?|travell?ers?) are (?:kindly |always )?(?:advised|reminded|asked|requested|urged) to|(?:customers?|passengers?|guests?|users?|tenants?|members?|parents?|owners?|travell?ers?) are (?:themselves |solely |always )?responsible for|next time,? (?:please )?(?:set|use|arrive|remember|order|read|check|be|make sure|plan|think|pay|try reading|call)|(?:please )?(?:calm down|be reasonable|read (?:the|our|your) (?:\w+ )?(?:carefully|properly|again|manual|terms|e-?mail|instructions|contract|conditions|small print|faq))|as you (?:can|could|will|may) (?:also )?(?:read|see|find) (?:in|on|from) (?:our|the)|(?:may|might|must) have (?:been )?(?:misheard|misunderstood|misread|imagined)|surely you|you people|unfortunately for you|(?:the|this|our) \w+ (?:is|are) not (?:responsible|liable) for|you claim|you allege|alleged(?:ly)?|(?:frankly|honestly|to be honest),? (?:you|this is)|I (?:find|would) (?:it )?(?:hard|difficult|find it hard) to believe|with all due respect|we are not (?:responsible|mind readers|magicians)|common sense|should (?:\w+ )?be \w+(?: \w+)? by the (?:owner|customer|user|guest|tenant|member|passenger|parents?|client)|it(?:['’]s| is) (?:not (?:that|so) (?:hard|difficult)|really not|quite simple|obvious))\b/i

/** Words that make the customer the guilty one; null or their place. A kind denial ("not your fault") is none. */
export const blameIn = remember(readBlame)

function readBlame(text: string): { start: number; end: number } | null {
  const match = blame.exec(text)
  if (!match) return null
  const before = text.slice(Math.max(0, match.index - 40), match.index)
  // "Nobody read the packets again" tells of us; only a command lectures.
  if (
    /^read\b/i.test(match[0]) &&
    /\p{L}\s+$/u.test(before) &&
    !/\b(?:to|must|should|and|please|just|then)\s+$/i.test(before)
  )
    return null
  if (
    /\b(?:not|never|n['’]t|nobody says|hardly|no,|nothing to do with|isn['’]t|wasn['’]t)\s+(?:\w+\s+){0,2}$/i.test(
      before,
    ) &&
    /your/i.test(match[0])
  )
    return null
  if (
    /\byou should have (?:it|this|them|the|your|a|an|received|got|been (?:told|able|asked|called|given|informed|offered|warned|sent)|known(?! better)|had (?:a|an|the|your)|not had|heard)\b/i.test(
      text.slice(match.index, match.index + 60),
    )
  )
    return null
  if (
    /\byou (?:must|could) have\b/i.test(match[0]) &&
    !/\b(?:avoided|prevented|checked|read|called|told|entered|typed|clicked|done|deleted|forgotten|dropped|used|misread|pressed|made|left|lost)\b/i.test(
      text.slice(match.index, match.index + 60),
    )
  )
    return null
  return { start: match.index, end: match.index + match[0].length }
}

const acronym =
  /(?<![\p{L}\p{N}&])(?:[A-Z]{2,6}\d{0,4}(?:[-/][A-Z0-9]{2,6})?|[A-Z]{1,3}\d{2,6}(?:\/\d{2,4})?)(?![\p{L}\p{N}])/gu

const insideIn = remember((text) => insideWords.exec(text))

/** Inside words and short forms the customer did not use; their places. */
export function jargonIn(
  body: readonly Span[],
  message: string,
  { known = [], jargon = [] }: Voice = {},
): { start: number; end: number; text: string }[] {
  const theirs = message.toLowerCase()
  const ours = new Set(known.map((word) => word.toLowerCase()))
  const found: { start: number; end: number; text: string }[] = []
  for (const span of body) {
    for (const word of jargon) {
      const at = placeOf(span.text, word)
      if (at < 0 || placeOf(theirs, word) >= 0) continue
      const end = at + word.trim().length
      found.push({ start: span.start + at, end: span.start + end, text: span.text.slice(at, end) })
    }
    for (const match of span.text.matchAll(acronym)) {
      const bare = match[0].replace(/[\d/-].*$/, '')
      if (bare.length < 2 || (bare.length === 2 && match[0].length < 5)) continue
      if (
        knownAcronyms.has(bare) ||
        knownAcronyms.has(match[0]) ||
        theirs.includes(match[0].toLowerCase()) ||
        theirs.includes(bare.toLowerCase()) ||
        ours.has(match[0].toLowerCase())
      )
        continue
      // A code to type, a row or a seat is not a word of ours.
      if (
        /\b(?:code|voucher|coupon|flight|train|bus|seat|row|platform|gate|room|block|hall|stand|number|no\.|tracking|reference|called|model|size|type|level|zone|door|licen[cs]e|plate)\s*:?\s*["“]?$/i.test(
          span.text.slice(Math.max(0, match.index - 18), match.index),
        )
      )
        continue
      found.push({
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
        text: match[0],
      })
    }
    const inside = insideIn(span.text)
    if (inside && !theirs.includes(inside[0].toLowerCase()) && !ours.has(inside[0].toLowerCase()))
      found.push({
        start: span.start + inside.index,
        end: span.start + inside.index + inside[0].length,
        text: inside[0],
      })
  }
  return found
}

/** Too few words for the case: somebody would feel brushed off. Short and friendly to something short is not. */
export function isCurt(
  body: readonly Span[],
  message: string,
  hurt: boolean,
  asks: number,
  warmth: boolean,
  chat: boolean,
  open: number,
): boolean {
  const said = body.reduce((sum, span) => sum + words(span.text).length, 0)
  const wrote = words(message).length
  if (said === 0) return false
  // A chat is quick: there only a bare word or two brushes off.
  if (chat && !hurt) return !warmth && asks > 0 && (said <= 3 || (said < 10 && open > 0 && wrote >= 14))
  if (said <= 6) return wrote > 14 || (hurt && said <= 5) || (said <= 3 && asks > 0)
  if (warmth && said >= 10) return false
  if (said < 10 && wrote >= 18 && !warmth && asks > 0) return true
  // Several things asked, none answered, and sent away in a line.
  if (said < 20 && asks > 1 && open === asks && wrote > 20 && !warmth) return true
  const polite = body.some((span) =>
    /\b(?:please|sorry(?! (?:if|for any))|thank|thanks|apolog\w+|yes|can|glad\w*|happy)\b/i.test(span.text),
  )
  if (said < 13)
    return (
      ((hurt && wrote > 10) || wrote > 25 || (asks > 1 && open === asks && wrote > 15)) &&
      !(polite && said > 9)
    )
  return said < 19 && ((hurt && wrote > 24) || (asks > 2 && open > 1)) && !warmth && !polite
}
