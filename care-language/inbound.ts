import { type Span, sentences } from './sentences.ts'
import { ownWords } from './zones.ts'

export type Signal =
  | 'failure'
  | 'repeat'
  | 'urgent'
  | 'leaving'
  | 'thanks'
  | 'praise'
  | 'upset'
  | 'chase'
  | 'vulnerable'

export interface Inbound {
  /** Each question and request, in order; spans into the given text. */
  asks: Span[]
  /** 0 … 1 each. */
  signals: Record<Signal, number>
  /** The words that showed a signal. */
  evidence: { signal: Signal; start: number; end: number; words: string }[]
  /** Teammates named with thanks or praise. */
  praised: string[]
}

const patterns: Record<Signal, [RegExp, number][]> = {
  failure: [
    [
      /\b(?:has|have|did|does|do|was|were|is|are)(?:n['’]t| not|n['’]t ever| never)\s+(?:yet )?(?:arrived?|come|turned? up|work(?:ed|ing)?|been (?:delivered|fixed|refunded|repaired)|received?|deliver(?:ed)?|start(?:ed)?|sent|here)\b/i,
      0.9,
    ],
    [
      /\b(?:broken|broke|cracked|leak(?:s|ing|ed)?|faulty|damaged|defective|stopped working|went (?:out|dead|cold)|no (?:heating|hot water|power|answer)|wrong (?:one|item|size|colou?r|address|name|day|date|cake|order|part|person)|missing|double[- ]charged|charged (?:me )?twice|charged two times|lost (?:my|the|our)|never (?:arrived|came|showed|turned up|called|got)|nobody (?:came|called|showed|turned up)|no one (?:came|called|showed|turned up)|doesn['’]t (?:fit|match|work)|error|gone (?:off|out|cold) again|shows? as delivered)\b/i,
      0.8,
    ],
  ],
  repeat: [
    [
      /\b(?:again|still|third time|second time|twice (?:now|already)|once more|for the (?:second|third|fourth|\d(?:nd|rd|th)) time|keeps? (?:happening|going|breaking)|same (?:problem|thing|fault)|as (?:I|we) (?:said|wrote|told)|already (?:told|wrote|written|called|said|asked))\b/i,
      0.7,
    ],
  ],
  urgent: [
    [
      /\b(?:urgent(?:ly)?|asap|as soon as possible|emergency|right away|immediately|today please|by (?:tonight|tomorrow|noon|this evening)|can['’]?t wait|before (?:tomorrow|tonight|the (?:wedding|party|funeral|flight|holiday)))\b/i,
      0.8,
    ],
    [
      /\b(?:wedding|funeral|flight|exam|interview|birthday|party|guests|baby|newborn)\b[^.!?]{0,60}\b(?:is |are )?(?:today|tonight|tomorrow|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:weekend|week|afternoon|evening)|in (?:an?|two|three|\d) (?:hours?|days?))\b/i,
      0.9,
    ],
    [
      /\b(?:gas smell|smell(?:s|ing)? (?:of )?gas|flood(?:ing|ed)?|water (?:is )?(?:coming|pouring|running)|sparks?|smoke|burning smell|carbon monoxide|no heating[^.!?]{0,60}(?:baby|child|old|elderly|\d\d))\b/i,
      1,
    ],
  ],
  leaving: [
    [
      /\b(?:cancel (?:my|our|the|everything)|close (?:my|our) account|last time (?:I|we)|never (?:again|order|use|come back|buy)|go(?:ing)? (?:elsewhere|to (?:someone|somebody) else)|find (?:someone|somebody) else|another (?:company|firm|plumber|bakery|supplier)|your competitor|taking (?:my|our) (?:business|custom)|had enough|done with you|switch(?:ing)? to)\b/i,
      0.85,
    ],
  ],
  thanks: [
    [
      /\b(?:thanks?(?: you)?(?: so much| very much| a lot| again| for)|thank you|many thanks|much appreciated|I (?:really )?appreciate|grateful|obrigad[oa]|cheers)\b/i,
      0.9,
    ],
  ],
  praise: [
    [
      /\b(?:wonderful|fantastic|amazing|brilliant|excellent|superb|lovely|delightful|perfect(?:ly)?|so (?:kind|helpful|patient|friendly)|went out of (?:his|her|their|your) way|could not have been (?:kinder|nicer|better)|couldn['’]t have been (?:kinder|nicer|better)|best (?:\w+ )?(?:I|we)(?:['’]ve| have) ever|a (?:star|gem|credit|treasure)|impressed|made (?:my|our) day)\b/i,
      0.85,
    ],
  ],
  upset: [
    [
      /\b(?:angry|furious|upset|disappointed|disappointing|frustrat(?:ed|ing)|fed up|unacceptable|ridiculous|appalling|disgrace(?:ful)?|terrible|awful|shocking|outrageous|joke|useless|sick of|tired of|let down|ashamed|embarrass(?:ed|ing)|in tears|cried|crying|not good enough|had enough|what a (?:mess|shame)|worst)\b/i,
      0.9,
    ],
    [
      /\b(?:I (?:took|had to take) (?:a|the) (?:day|morning|afternoon) off|waited (?:all day|in all|the whole|for hours|\w+ (?:hours|days|weeks))|(?:two|three|four|five|six|\d+) (?:days|nights|evenings|weeks) without|spent (?:hours|my|the whole|two|three))\b/i,
      0.65,
    ],
    [/!{2,}|\b[A-Z]{4,}(?:\s+[A-Z]{3,}){2,}\b/, 0.5],
  ],
  chase: [
    [
      /\b(?:any (?:news|update|word|progress)|have(?:n['’]t| not) heard (?:back|anything|from)|still waiting|did you (?:get|receive|see) my|following up|follow up on|just checking|chas(?:e|ing)|when will (?:I|we|someone|somebody) hear|what(?:['’]s| is) happening with|no (?:reply|answer|response)|(?:wrote|asked|called|rang|emailed) (?:you )?(?:last week|\w+ days ago|twice|on \w+day)|I(?:['’]ve| have) (?:written|asked|called|emailed) (?:already|twice|before))\b/i,
      0.85,
    ],
  ],
  vulnerable: [
    [
      /\b(?:(?:my|our) (?:husband|wife|partner|mother|father|mum|dad|son|daughter|brother|sister|nan|grandmother|grandfather|baby)[^.!?]{0,40}\b(?:died|passed away|is dying|has died|funeral)|passed away|funeral|bereave\w*|widow(?:er|ed)?|terminal(?:ly)? (?:ill|illness)?|hospice|cancer|chemo\w*|in hospital|intensive care|lost (?:my|our) (?:job|home|husband|wife|mother|father|baby|son|daughter)|can['’]?t afford|cannot afford|afraid to|scared to|dementia|suicid\w*|miscarr\w*)\b/i,
      0.95,
    ],
  ],
}

const requestStart =
  /^(?:(?:hi|hello|dear)[^,]{0,30},\s*)?(?:and |but |so |also,? |then |oh,? |ps:? |p\.s\.:? )?(?:please|pls|kindly|could (?:you|someone|somebody|I|we)|can (?:you|someone|somebody|I|we)|would you|will you|may I|might I|do you (?:have|know|think|still|offer|take|do|sell|also|ever|need)|send (?:me|us)|call (?:me|us)|let (?:me|us) know|tell (?:me|us)|give (?:me|us)|refund|replace|cancel|change|confirm|book|put (?:me|us)|explain|advise|arrange|get (?:someone|somebody))\b/i
const requestInside =
  /\b(?:(?:could|can|would|will) (?:you|someone|somebody)(?: please| kindly| possibly| perhaps)? (?!imagine|believe)\w+|please (?:\w+ )?(?:send|call|ring|tell|let|confirm|cancel|change|refund|replace|arrange|explain|advise|check|make|give|fix|come|book|add|remove|update|reply|get|do|put|forward|look|see)\w*|I(?:['’]d| would) (?:like|love|be grateful|appreciate)(?: it)?(?: to| if| you| a| an| my| the)|I want (?:my|a|the|to|you)|we(?:['’]d| would) (?:like|love|be grateful)|I need (?:you|to know|a|an|my|the|someone|somebody)|let (?:me|us) know|I(?: was| am|['’]m)? wonder(?:ed|ing)? (?:if|whether|what|when|how|why)|is it possible|would it be possible|I should be grateful if|want to know|like to know|tell me (?:if|whether|what|when|how|why|who)|I ask (?:you|that)|asking (?:for|if|whether))\b/i
const rhetorical =
  /^(?:how are you|what (?:kind|sort) of (?:company|place|people)|are you (?:serious|kidding|joking)|is this a joke|who runs|really\?|seriously\?|you know what|how (?:hard|difficult) can|do you (?:even|really) (?:care|read)|what (?:is|are) you (?:even )?thinking|can you (?:believe|imagine)|isn['’]t it|right\?|ok\?|okay\?|what do I know|why (?:do I|should I) (?:even )?bother|how was your|hope you|what['’]s (?:the )?point)/i
const offerToUs =
  /\b(?:let (?:me|us) know if (?:you need|there['’]s anything|I can)|if you need (?:anything|more|any)|do you (?:need|want) (?:me|anything|the|a photo|more)|shall I (?:send|bring)|I can send)\b/i

/** Reads one inbound message. */
export function readInbound(text: string, context: { teammates?: readonly string[] } = {}): Inbound {
  const own = ownWords(text.slice(0, 60_000))
  const spans = sentences(own)
  const signals = Object.fromEntries(Object.keys(patterns).map((name) => [name, 0])) as Record<Signal, number>
  const evidence: Inbound['evidence'] = []
  for (const [name, rules] of Object.entries(patterns) as [Signal, [RegExp, number][]][])
    for (const [pattern, weight] of rules) {
      const match = pattern.exec(own)
      if (
        !match ||
        (name === 'thanks' && /thanks? (?:you )?in advance/i.test(own.slice(match.index, match.index + 30)))
      )
        continue
      if (signals[name] < weight) signals[name] = weight
      evidence.push({
        signal: name,
        start: match.index,
        end: match.index + match[0].length,
        words: text.slice(match.index, match.index + match[0].length),
      })
    }
  if (signals.chase && !/\?|wait|heard|reply|answer|response/i.test(own)) signals.chase = 0.5
  return {
    asks: spans.flatMap(asksIn),
    signals,
    evidence: evidence.sort((a, b) => a.start - b.start),
    praised: signals.praise || signals.thanks ? praisedIn(spans, context.teammates ?? []) : [],
  }
}

function asksIn(sentence: Span): Span[] {
  const parts = split(sentence)
  const found = parts.filter((part) => isAsk(part, sentence))
  return found.length ? found : isAsk(sentence, sentence) ? [sentence] : []
}

/** Two asks in one sentence that need two answers are two. */
function split(sentence: Span): Span[] {
  const pattern =
    /(?:,\s*|\s)(?:and|or)\s+(?=(?:also |please |then )?(?:could|can|would|will|when|where|what|how|why|who|which|is|are|do|does|did|may|should|send|call|tell|let|refund|replace|cancel|change|confirm)\b[^,.!?]{6,})|(?<=\?)\s+/gi
  const cuts = [
    0,
    ...[...sentence.text.matchAll(pattern)].map((match) => match.index + match[0].length),
    sentence.text.length,
  ]
  if (cuts.length === 2) return [sentence]
  return cuts.slice(0, -1).map((from, index) => {
    const raw = sentence.text.slice(from, cuts[index + 1]).replace(/[,\s]*(?:and|or)?\s*$/i, '')
    return { text: raw, start: sentence.start + from, end: sentence.start + from + raw.length }
  })
}

function isAsk(part: Span, sentence: Span): boolean {
  const text = part.text.trim()
  if (text.split(/\s+/).length < 2 || rhetorical.test(text) || offerToUs.test(text)) return false
  if (/\b(?:please (?:find|see|note|accept)|thank(?:s| you))\b/i.test(text) && !/\?/.test(text)) return false
  if (/\?["'”’)]*\s*$/.test(text)) return true
  if (
    /\?["'”’)]*\s*$/.test(sentence.text) &&
    /^(?:and |or )?(?:when|where|what|how|why|who|which|could|can|would|will|is|are|do|does|did|may|should|have|has)\b/i.test(
      text,
    )
  )
    return true
  return requestStart.test(text) || requestInside.test(text)
}

/** A teammate named in a sentence of thanks or praise, or beside one. */
function praisedIn(spans: readonly Span[], teammates: readonly string[]): string[] {
  const warm = (text: string) => patterns.praise[0]![0].test(text) || patterns.thanks[0]![0].test(text)
  return teammates.filter((name) => {
    const first = name.split(/\s+/)[0]!
    if (first.length < 2) return false
    const pattern = new RegExp(
      `(?<![\\p{L}])${first.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`,
      'u',
    )
    return spans.some(
      (span, index) =>
        pattern.test(span.text) &&
        !/^(?:hi|hello|dear|hey)\b/i.test(span.text) &&
        (warm(span.text) || warm(spans[index + 1]?.text ?? '')),
    )
  })
}
