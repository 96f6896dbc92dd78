import { type Span, sentences } from '../sentences.ts'
import { isOffer, isRequest, isRhetorical, looksAsked, startsQuestion } from './askForms.ts'

/** Every question and request of a text, in order, each once; spans into the text. */
export function asksIn(text: string): Span[] {
  const found: Span[] = []
  let listed = false
  for (const sentence of sentences(text).slice(0, 400)) {
    const item = /^(?:[-*•–]|\d{1,2}[.)]|[a-z][.)])\s/.test(sentence.text)
    if (item && listed) {
      found.push(trimmed(sentence, 0, sentence.text.length))
      continue
    }
    listed = asksList.test(sentence.text)
    found.push(...(listed ? itemsAfterColon(sentence) : clauseAsks(sentence)))
    if (found.length > 60) break
  }
  const asks = withoutRepeats(found)
  const plain = asks.filter(({ text: said }) => !puzzled.test(said))
  return plain.length > 0 ? plain : asks
}

/** "I don't understand this bill" asks by itself; beside a question it only says why that is asked. */
const puzzled =
  /^(?:(?:but|and|so) )?(?:i|we) (?:really |still |just |simply )?(?:don['’]t|do not|can['’]t|cannot) (?:really |quite |fully )?(?:understand|follow) (?:the|this|that|these|those|my|our|your|it)\b/i

const asksList =
  /\b(?:questions?|request(?:ing)?|ask(?:ing)? for|need (?:the following|from you)|want(?: the following)?|wish(?:es)?|demands?|please)\b[^:\n]{0,40}:\s*(?=\S|$)/i

/** "I request: a refund, an apology, and an answer" is three; a colon at the end of a line opens a list. */
function itemsAfterColon(sentence: Span): Span[] {
  const colon = sentence.text.search(/:\s*(?=\S|$)/)
  const rest = sentence.text.slice(colon + 1)
  if (!rest.trim()) return []
  if (/\?/.test(rest) || !/,|\band\b/.test(rest)) return clauseAsks(sentence)
  const cuts = [colon + 1]
  for (const match of rest.matchAll(/,\s*(?:and\s+)?|\s+and\s+(?=(?:a|an|the|answer|my|your|to)\b)/gi)) {
    const inBrackets =
      (rest.slice(0, match.index).match(/\(/g)?.length ?? 0) >
      (rest.slice(0, match.index).match(/\)/g)?.length ?? 0)
    if (!inBrackets) cuts.push(colon + 1 + match.index + match[0].length)
  }
  cuts.push(sentence.text.length)
  return cuts.slice(0, -1).flatMap((from, at) => {
    const one = trimmed(sentence, from, cuts[at + 1]!)
    return one.text.length > 2 ? [one] : []
  })
}

const opener =
  "(?:(?:also|then|please|pls|maybe|perhaps|if so|more|most of all|above all|mostly|rather),? )?(?:(?:what|when|where|how|why|can|could|would|will|do|does|did|is|are|am|was|were|have|has|had|must|may|might|shall|should)(?:n['’]t)? (?:(?:much|many|long|far|soon|often|time|day|kind|else|exactly) )?(?:(?:is|are|do|does|did|can|could|will|would|should|shall|must|have|has|was|were) )?(?:i|you|u|we|he|she|it|they|there|this|that|these|those|the|a|an|any|anyone|anybody|someone|somebody|my|your|our|his|her|their|one|to)\\b|(?:what|why|how|when|where) (?:is|are|do|does|did|can|could|will|would|should|shall|must|you|we|i|happens?|about|went)\\b|(?:please|pls|kindly)\\b|(?:send|call|ring|phone|tell|pay|take|put|stop|add|move|resend|credit|collect|deliver|reopen|issue|forward|delete|update|refund|replace|cancel|change|confirm|let (?:me|us)|give (?:me|us|back)|check|explain|book|arrange|return|remove|correct|repair|fix|answer|reply|email|write) (?:it|me|us|my|our|the|this|that|them|a|an|to|back|why|when|what|how|if|whether)\\b|let (?:me|us|him|her|them) (?!tell|explain|say|be|just|start|add|assure)[a-z]+|(?:from|until|till|by|at) (?:what|when|which)\\b|(?:which|who) (?:of|one|is|are|do|does|can|will|would|pays?|decides?|should)\\b|(?:i|we) (?:would like|want|need|request|ask|also want|['’]d like|wonder|am wondering)\\b|(?:i|we)['’]d like\\b|(?:i |we )?(?:was |am |were )?(?:just )?(?:wondering|wondered)\\b|if (?:i|we|you|it|there|they) (?:can|could|will|is|are|have|may|must|should)\\b)"
/** Where a clause may end. What begins behind it is judged on its own, so that the long list of openers is compiled once. */
const joint =
  /(?:[,;:–—(]\s*|\s+)(?:and|but|also|plus|n|&|so|then|as well as)\s+(?:also\s+)?|(?:,\s*|\s+)or\s+|[,;:–—]\s+|\s-\s+|\?\s+(?=\S)/gi
const opensAsk = new RegExp(opener, 'iy')
/** "and to send it back", "and that you call": they hang on the asking before them. */
const hangs =
  /to [a-z]+ |that (?:you|we|i)\b|(?:roughly |approximately |about |exactly |by |for |until |from )?(?:whether|what|when|where|how|who|why|which|if (?=(?:it|there|you|we|i|they|that|this)\b))\b/iy
/** "Kindly do the needful and revert": a second thing asked for by the same please. */
const alsoDo =
  /(?:do(?: not|n['’]t) (?:take|send|charge|debit|call|cancel|ring|deliver)\b|confirm|send|call|ring|revert|advise|let|refund|cancel|reply|tell|explain|return|arrange|check|update|email|post|correct|issue|respond|get back|come back)\b/iy
/** Where the sentence ends in a question mark, "and would some of you" and "and who brings it" begin another question. */
const opensQuestion =
  /(?:can|could|would|will|do|does|did|may|must|should|shall|is|are)\s+(?!not\b)\w+\s|(?:who|what|when|where|how|why|which)\s+\w+/iy

/** "or do I buy one": the helper and its subject turned round, not "or is it" after a choice of words. */
const orAsks = /^(?:do|does|did|can|could|will|would|should|shall|must) (?:i|we|you|they|it|he|she)\b/i

const opens = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at
  return pattern.test(text)
}

const asking =
  /\b(?:know|[ei]nquir(?:e|ing|y)|ask(?:s|ed|ing)?|tell|explain|wonder(?:ing)?|say|answer|understand|clarify|look|see|check|confirm|find out|idea)\b/i

/** The places a sentence is cut at: begin and end of what stands between two clauses. */
function cutsOf(text: string): { from: number; to: number }[] {
  const marked = /\?[?!"'”’)]*\s*$/.test(text)
  const cuts: { from: number; to: number }[] = []
  let last = 0
  joint.lastIndex = 0
  for (let match = joint.exec(text); match; match = joint.exec(text)) {
    const to = match.index + match[0].length
    // "Please could you also remove …": inside the asking.
    if (
      /^\s+also\s+$/i.test(match[0]) &&
      /\b(?:you|we|i|please|could|can|would|to)$/i.test(text.slice(last, match.index))
    ) {
      joint.lastIndex = match.index + 1
      continue
    }
    const joins = /\band\s+(?:also\s+)?$/i.test(match[0])
    const either = /\bor\s+$/i.test(match[0])
    const fits =
      match[0].startsWith('?') ||
      (opens(opensAsk, text, to) &&
        (!either || match[0].startsWith(',') || orAsks.test(text.slice(to, to + 24)))) ||
      (joins &&
        (marked || startsQuestion(text.slice(last, match.index).trim())) &&
        opens(opensQuestion, text, to)) ||
      (joins &&
        marked &&
        /^(?:by|for|from|until|to|with|at) (?:when|whom|what|how)\b/i.test(text.slice(to, to + 12))) ||
      (joins &&
        /^(?:(?:hi|hello|also|and|so|but)[, ]+)?(?:please|pls|kindly|(?:can|could|would|will) you)\b/i.test(
          text.slice(last, match.index).trim(),
        ) &&
        opens(alsoDo, text, to)) ||
      ((joins || /\bor\s+$/i.test(match[0])) &&
        (joins || /^(?:whether|if)\b/i.test(text.slice(to, to + 8))) &&
        opens(hangs, text, to) &&
        (/^(?:to|that) /i.test(text.slice(to, to + 5)) || asking.test(text.slice(last, match.index))))
    if (!fits) {
      joint.lastIndex = match.index + 1
      continue
    }
    cuts.push({ from: match.index, to })
    last = to
  }
  return cuts
}

/** "Refund?", "Parking?": a word that is a whole question. */
const oneWord =
  /^(?:why|when|where|how|who|which|what|refund|replacement|exchange|updates?|news|price|prices|cost|costs|discount|compensation|parking|wifi|eta|progress|invoice|receipt|tracking|delivery|collection|availability|deposit|ideas?|options|suggestions|help|thoughts|possible|doable|available|allowed|feasible)\b/i

const leadIn =
  /^(?:so |and |please |just |also |quick question|one question|question)*(?:tell (?:me|us)|let me ask|may i ask|can i ask|can you tell me|i have a question|quick question|one question|question)?[,:]?$/i

const unsure = /\b(?:not|no idea|unsure|unclear)\b|n['’]t\b/i
const helps =
  /^(?:can|could|would) (?:you|someone|anyone) (?:please )?(?:tell|help|explain|advise)(?: me| us)?(?: please)?\?*$/i

function clauseAsks(sentence: Span): Span[] {
  const text = sentence.text
  if (text.length > 1_200) return looksAsked(text) ? [sentence] : []
  const parts: Span[] = []
  let from = 0
  for (const cut of cutsOf(text)) {
    if (
      /^to /.test(text.slice(cut.to)) &&
      !/\b(?:ask|want|like|request|need|beg|urge|expect)\b[^,]{0,20}\b(?:you|to)\b/i.test(
        text.slice(from, cut.from),
      )
    )
      continue
    parts.push(trimmed(sentence, from, cut.from + (text[cut.from] === '?' ? 1 : 0)))
    from = cut.to
  }
  parts.push(trimmed(sentence, from, text.length))
  const asked = parts.map((part, at) => isAsk(part, at, parts, text))
  // "Tell me, is the blue one waterproof?" and "I do not know how to close it, can you tell me?" ask once.
  const found = parts.filter((part, at) => {
    const next = asked[at + 1] ? parts[at + 1]!.text : null
    return (
      asked[at] &&
      !(next !== null && (leadIn.test(part.text) || (unsure.test(part.text) && helps.test(next))))
    )
  })
  if (found.length === 0 && isAsk(sentence, 0, [sentence], text)) return [sentence]
  return found
}

function isAsk(part: Span, at: number, parts: readonly Span[], whole: string): boolean {
  const text = part.text.replace(
    /^(?:and|or|but|so|also|either|then|plus|oh|ok|okay|ps|p\.s\.|hi|hello|hey|dear [^,]{1,30}|good (?:day|morning|afternoon|evening))[,:.!]?\s+/i,
    '',
  )
  if (!text || isRhetorical(text) || isOffer(text)) return false
  const marked = /\?[?!"'”’)]*\s*$/.test(text)
  const count = text.split(/\s+/).length
  if (marked) return count >= 2 || oneWord.test(text) || /^or \p{Ll}{3,}/u.test(part.text)
  // "Are dogs allowed, is there a tour, …?": the mark at the end is for all.
  if (
    /\?[?!"'”’)]*\s*$/.test(whole) &&
    /^(?:(?:from|until|till|by|at) (?=what|when|which)|is\b|are\b|was|were|do|does|did|has|have|can|could|will|would|may|must|should|what|when|where|why|how|which|who)\b/i.test(
      text,
    ) &&
    count >= 3
  )
    return true
  // "The tuner you sent, Mr Abara, was a joy": behind a comma it goes on with the sentence.
  if (at > 0 && /^(?:was|were|had|has|have|did) (?:an?|the|one|to)\b/i.test(text)) return false
  // "And by what day must I order"
  if (
    /^(?:by|from|until|till|at|on|in|for|with) (?:what|which|when|whom)\b.* (?:i|we|you|they|it|he|she|the|my|your)\b/i.test(
      text,
    )
  )
    return true
  // "My mother, who is 84, lives there": told of her.
  if (
    at > 0 &&
    /^(?:who|which|whose|where)\b/i.test(text) &&
    whole.includes(`, ${part.text}`) &&
    !/\?[?!"'”’)]*\s*$/.test(whole) &&
    !asking.test(parts[at - 1]!.text)
  )
    return false
  if (startsQuestion(text)) return at === 0 || count >= 3
  if (isRequest(text)) return true
  // "Tell me who signed it and when it was sent": what follows hangs on the asking before it.
  const before = parts[at - 1]
  if (!before || at === 0) return false
  return (
    (opens(alsoDo, text, 0) && /\b(?:please|pls|kindly|(?:can|could|would|will) you)\b/i.test(before.text)) ||
    ((asking.test(before.text) ||
      startsQuestion(before.text) ||
      /^(?:whether|if|what|when|how|who|where|which)\b/i.test(before.text)) &&
      /^(?:roughly |approximately |about |exactly |at |by |for |until |till |from |since )?(?:who|what|why|when|where|how|which|if|whether)\b/i.test(
        text,
      )) ||
    (/^to [a-z]+ /i.test(text) && /\b(?:ask|want|like|request|need|expect)\b/i.test(before.text)) ||
    (/^that (?:you|we|i)\b/i.test(text) && /\b(?:ask|want|request|expect)\b/i.test(before.text))
  )
}

function trimmed(sentence: Span, from: number, to: number): Span {
  const raw = sentence.text.slice(from, to)
  const lead = raw.length - raw.trimStart().length
  const text = raw.trim().replace(/(?:[,;:]|\s+(?:and|or))+$/i, '')
  return { text, start: sentence.start + from + lead, end: sentence.start + from + lead + text.length }
}

/** The same ask said twice is one. */
function withoutRepeats(asks: readonly Span[]): Span[] {
  const kept: { ask: Span; words: Set<string> }[] = []
  for (const ask of asks) {
    const words = new Set(ask.text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    const repeated = kept.some(({ words: others }) => {
      const shared = [...words].filter((word) => others.has(word)).length
      return shared > 0 && shared / Math.max(words.size, others.size) >= 0.8
    })
    if (!repeated) kept.push({ ask, words })
  }
  return kept.map(({ ask }) => ask)
}
