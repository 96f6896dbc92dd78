import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import type { Doing } from './acts.ts'
import { owns } from './apology.ts'
import { sameErrand } from './errands.ts'
import { saysSomeday, saysWhen } from './times.ts'
import { meaning, ownMeaning, shared, stem } from './words.ts'

export interface Answered {
  answered: boolean
  /** Not answered as far as can be seen, but so close that nobody should be interrupted for it. */
  nearly: boolean
  answeredBy: { start: number; end: number } | null
}

type Kind = 'when' | 'where' | 'price' | 'why' | 'who' | 'how' | 'which' | 'yesno' | 'deed' | 'what'

/** So far below the mark a reading may be wrong about a reply in somebody's own words. */
const doubt = 0.1

/** Which asks the draft answers, and by which sentence. `open` says how much the draft says of its own: a drawer answers nothing. */
export function answersTo(
  asks: readonly Span[],
  doings: readonly Doing[],
  personal: number,
  message: string,
): Answered[] {
  const all =
    /\b(?:yes|no|gladly|of course|happily) (?:to|on) (?:both|all|everything|each)|(?:^|[.!:] )(?:both|all three|all four)\b|\b(?:to all (?:your|three|four)|yes,? (?:and|twice)|yes and (?:yes|no)|no and no|in (?:your )?order)\b/i.test(
      doings.map((one) => one.span.text).join(' '),
    )
  const opened = openings(asks, doings)
  const choices = asks.filter((_, at) => isChoice(asks, at, message)).length
  const chosen = bestPairs(asks, doings)
  const isEmpty =
    !doings.some((one) => one.deed === 'act' || one.deed === 'guide' || one.deed === 'ask') &&
    !/\b(?:no|not|cannot|can['’]t|unfortunately|yes|gladly)\b/i.test(
      doings.map((one) => one.span.text).join(' '),
    )
  // Who writes in their own words answers what they touch; a drawer must say it outright.
  const need =
    (asks.length - choices <= 1 ? 0.5 - 0.38 * personal : 0.56 - 0.3 * personal) - (all ? 0.45 : 0) - 0.005
  const found = asks.map((ask, number): Answered => {
    const yes = opened.get(number)
    if (yes) return { answered: true, nearly: false, answeredBy: { start: yes.start, end: yes.end } }
    const best = chosen[number]!
    const idle = kindAsked(ask.text) === 'deed' && isEmpty
    const answered = !idle && (best.at >= 0 ? best.score >= need : need <= 0)
    const by = answered ? doings[Math.max(best.at, 0)] : undefined
    return {
      answered,
      nearly: !answered && !idle && personal >= 0.7 && best.score >= need - doubt,
      answeredBy: by ? { start: by.span.start, end: by.span.end } : null,
    }
  })
  // "Will they be repeated, or do I get the recordings?" is one choice: who answers one side has answered.
  return found.map((one, at) => {
    const other = isChoice(asks, at, message)
      ? found[at + 1]
      : isChoice(asks, at - 1, message)
        ? found[at - 1]
        : undefined
    return !one.answered && other?.answered ? other : one
  })
}

/**
 * The best sentence for each ask, surest first: a sentence that has answered one ask is less of an answer to the next, and
 * people answer in the order in which they were asked.
 */
function bestPairs(asks: readonly Span[], doings: readonly Doing[]): { at: number; score: number }[] {
  const scores = asks.map((ask, number) => {
    const about = new Set(meaning(ask.text))
    const named = new Set(ownMeaning(ask.text))
    const kind = kindAsked(ask.text)
    // The only one that asks for an hour or a price: a sentence that begins with one answers it ("Nine to twelve days by air").
    const alone =
      /^(?:when|price)$/.test(kind) && asks.filter((one) => kindAsked(one.text) === kind).length === 1
    return doings.map((doing, at) => {
      const plain = likeness(ask.text, kind, about, named, doing, doings, at)
      const score = alone && plain >= 0.3 && measured.test(doing.span.text) ? plain + 0.12 : plain
      const inOrder = Math.abs((at + 0.5) / doings.length - (number + 0.5) / asks.length) < 0.5 / asks.length
      return score > 0.1 && asks.length > 1 && inOrder ? score + 0.05 : score
    })
  })
  const used = new Array<number>(doings.length).fill(0)
  const chosen = asks.map(() => ({ at: -1, score: 0 }))
  const open = new Set(asks.keys())
  while (open.size > 0) {
    let best = { ask: -1, at: -1, score: 0 }
    for (const ask of open)
      for (const [at, score] of scores[ask]!.entries()) {
        const left = score - used[at]! * 0.12
        if (left > best.score) best = { ask, at, score: left }
      }
    if (best.ask < 0) break
    chosen[best.ask] = { at: best.at, score: best.score }
    used[best.at]!++
    open.delete(best.ask)
  }
  return chosen
}

/** Two asks with nothing but "or" between them. */
function isChoice(asks: readonly Span[], at: number, message: string): boolean {
  const [one, two] = [asks[at], asks[at + 1]]
  return (
    one !== undefined &&
    two !== undefined &&
    /^[,?]?\s*or\b|\bor\s*$/i.test(message.slice(one.end, two.start + 3))
  )
}

const opens =
  /^(?:(?:and )?(?:yes|no|of course|certainly|sure|surely|gladly|happily|absolutely|indeed|sadly(?:,)? (?:no|not)|unfortunately(?:,)? (?:no|not)|not (?:today|yet|any ?more|this|quite|at the moment|really|in)|it (?:does|is|can|will)(?:n['’]t| not)?(?=[.,!])|they (?:do|are|can)(?=[.,!])|(?:I|we) (?:do|can|have)(?=[.,!])|you (?:can|may|do)(?=[.,!])|both|neither|with pleasure|no problem))\b/i
const yesNo =
  /^(?:\W*)(?:(?:hi|hello|hey|and|or|also|so|then|but|ok|please|one more thing|thanks)\W+)*(?:can|could|do|does|did|is|are|will|would|may|must|should|have|has|am|was|were|shall|any|u|you)\b|^(?:they|it|this|that|there|we|he|she) (?:is|are|was|were|has|have|can|will)\b.*\?|\b(?:if|whether)\b/i

/** "Are the boats …?" – "The wide ones are: …": the helping verb of the question alone, as its answer. */
const helpers: readonly RegExp[] = [
  /\b(?:is|are|am|was|were)\b/i,
  /\b(?:do|does|did|u)\b/i,
  /\b(?:can|could|may)\b/i,
  /\b(?:has|have|had)\b/i,
  /\b(?:will|would|shall)\b/i,
]
const echoing =
  /^(?:(?:and|but|oh|well),? )?(?!(?:how|what|where|who|why|which|as|if|so|such|that['’]s)\b)(?:[\w'’-]+ ){1,4}?(is|are|am|was|were|do|does|did|can|could|may|has|have|had|will|would)(?:n['’]t| not)?(?: (?:indeed|still|too|both))?(?=[.,:;!–—])/i
const echoedHelper = (text: string): RegExp | undefined => {
  const helper = echoing.exec(text)?.[1]
  return helper === undefined ? undefined : helpers.find((one) => one.test(helper))
}

/** "Boxing Day yes, from ten", "they are cut, yes, but not sewn". */
const saysYes = /^[\p{L}\p{N}' ]{2,40}?,? (?:yes|no)(?=[,.;:!–—])/iu

/** "Yes, …" answers the first question that can be answered so; the next "And yes, …" the next. */
function openings(asks: readonly Span[], doings: readonly Doing[]): Map<number, Span> {
  const taken = new Map<number, Span>()
  for (const { span, deed } of doings) {
    if (deed === 'vague' || deed === 'stock') continue
    const echoed = echoedHelper(span.text)
    if (!echoed && !opens.test(span.text) && !saysYes.test(span.text)) continue
    const open = asks.flatMap((ask, at) =>
      yesNo.test(ask.text) && !taken.has(at) && (!echoed || echoed.test(ask.text)) ? [at] : [],
    )
    // Where its words point to one of them, it is that one.
    const said = meaning(span.text)
    const named = open.find((at) => shared(ownMeaning(asks[at]!.text), said).length > 0)
    const at = named ?? open[0]
    if (at !== undefined) taken.set(at, span)
  }
  return taken
}

function likeness(
  ask: string,
  kind: Kind,
  about: ReadonlySet<string>,
  named: ReadonlySet<string>,
  { span, deed }: Doing,
  doings: readonly Doing[],
  at: number,
): number {
  if (deed === 'vague' || deed === 'stock' || deed === 'nothing') return 0
  const words = meaning(span.text)
  const overlap = shared(words, about)
  // A figure of theirs names the thing as well as a word does; "boards" speaks of the surfboard.
  const rare = overlap.filter((word) => named.has(word) || /^\d{2,}$/.test(word)).length
  const joined = overlap.length === 0 && compounds(words, named) ? 1 : 0
  const weight = about.size ? (rare + joined + (overlap.length - rare) * 0.5) / Math.min(4, about.size) : 0
  let score = Math.min(0.5, weight * 0.8)
  if (sameErrand(ask, span.text)) score += 0.3
  // What was named a sentence before is still the subject.
  const before = doings[at - 1]
  if (before && overlap.length === 0 && shared(meaning(before.span.text), named).length > 0) score += 0.12
  const fit = fits(`${kind}\0${deed}\0${ask}\0${span.text}`)
  score += fit
  if ((kind === 'when' || kind === 'where') && saysSomeday(span.text) && !saysWhen(span.text)) score -= 0.3
  // "Is there a plug?" is not answered by whatever else names the phone.
  const thing = /\b(?:is|are) there (?:a|an|any) (?:\w+-)?(\w{3,})/i.exec(ask)?.[1]
  if (
    thing &&
    !words.has(stem(thing.toLowerCase())) &&
    !/^(?:discount|reduction|concession)/i.test(thing) &&
    !/^(?:yes|no|there|it(?:['’]s| is) (?!not\b))\b/i.test(span.text)
  )
    score = Math.min(score, 0.2)
  // Money back is given, refused or promised; a word about the flour gives none of it.
  if (kind === 'deed' && deed === 'tell' && fit <= 0.05 && !sameErrand(ask, span.text))
    score = Math.min(score, 0.3)
  // "When comes the brake?" wants an hour, not the brake.
  if (kind === 'when' && score > 0.1 && fit === 0) score = 0.1
  if (deed === 'ask') score -= kind === 'deed' && rare > 0 ? 0.1 : 0.25
  return score
}

/** Is one of these the end of one of theirs, or the other way round? */
function compounds(words: ReadonlySet<string>, named: ReadonlySet<string>): boolean {
  for (const one of words)
    if (one.length > 4)
      for (const other of named)
        if (other.length > 4 && other !== one && (other.endsWith(one) || one.endsWith(other))) return true
  return false
}

const plainNo =
  /\b(?:not possible|impossible|(?:I|we) (?:cannot|can['’]t|don['’]t|do not|are unable to|no longer) (?:offer|do|make|provide|sell|deliver|ship|accept|allow|change|send|give|refund|take|repair|stock|have|write)\w*)\b/i

/** A measure at the head of a sentence. */
const measured =
  /^(?:(?:about|around|roughly|usually|from|between|at|on|by|only|just|hi|hello|[\p{Lu}]\p{Ll}+,) )*(?:[€£$]?\d[\d.,:]*|an? |one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu

const kindAsked = remember(kindOf)

/** "Could you tell me what it is called": the question is inside. */
const asksToTell =
  /^.*?\b(?:(?:can|could|would|will) you (?:please |kindly |just )*(?:tell|let|explain|say|confirm|advise|check|find out)|(?:please )?(?:tell|let) (?:me|us)|(?:i|we)(?:['’]d| would)? (?:like|want|love) to know|do you know|any idea|i wonder|wondering)\b(?: to)?(?: me| us)?(?: know)?,? (?=(?:what|when|where|who|which|how|why|if|whether)\b)/i

function kindOf(ask: string): Kind {
  const text = ask.toLowerCase().replace(asksToTell, '')
  if (
    /\b(?:when|what time|how (?:long|soon|late)|by when|which (?:day|date|week)|until when|what day|how often|how frequently)\b/.test(
      text,
    )
  )
    return 'when'
  // "Can I pay in two parts" asks whether, not how much.
  if (
    /^\W*(?:and |or |also )?(?:can|may|could|must|do) (?:i|we)\b.*\bpay\b/.test(text) &&
    !/how much|cost|price/.test(text)
  )
    return 'yesno'
  if (/\b(?:how much|price|cost|costs|fee|charge for|expensive|pay)\b/.test(text)) return 'price'
  if (/\b(?:where|which (?:address|place|entrance|platform)|what address)\b/.test(text)) return 'where'
  if (
    /\b(?:what (?:did|have) (?:you|he|she|they)(?: guys)? (?:do|done)|how (?:did|does) (?:this|that|it))\b/.test(
      text,
    )
  )
    return 'why'
  if (
    /\b(?:why|how (?:could|can|did|is it possible)[\w ]{0,20}happen|how (?:is )?(?:this|that|it|such|something)\b[\w ]{0,20}(?:possible|happen\w*|come about|can be|could be)|what (?:happened|went wrong)|reason|explanation|explain (?:why|how|what|this|that|yourselves))\b/.test(
      text,
    )
  )
    return 'why'
  if (
    /^(?:\W*)(?:and |or |also )?(?:can|could|do|does|did|is|are|will|would|may|must|should|have|has|am|was|were|shall)\b/.test(
      text,
    ) ||
    /\b(?:if|whether|possible|allowed)\b/.test(text)
  )
    return /\b(?:can|could|would|will|may) (?:you|someone|somebody|anyone)\b|\bany (?:way|chance)\b|\bpossible to\b/.test(
      text,
    )
      ? 'deed'
      : 'yesno'
  if (/\b(?:which|what kind|what sort|better|recommend|prefer)\b/.test(text)) return 'which'
  if (/\bwho\b/.test(text)) return 'who'
  if (/\bhow\b/.test(text)) return 'how'
  if (/^\W*(?:and |so )?what\b|\bany (?:idea|advice|chance|news|tips?)\b/.test(text)) return 'what'
  return 'deed'
}

/** `kindFit`, remembered: a keystroke changes one sentence of many. */
const fits = remember((key) => {
  const [kind, deed, ask, answer] = key.split('\0')
  return kindFit(kind as Kind, ask!, answer!, deed as Doing['deed'])
})

function kindFit(kind: Kind, ask: string, answer: string, deed: Doing['deed']): number {
  switch (kind) {
    case 'when':
      if (
        /\bhow (?:often|frequently)\b/i.test(ask) &&
        /\b(?:once|twice|times|every|daily|weekly|monthly|yearly|each)\b/i.test(answer)
      )
        return 0.45
      return saysWhen(answer) || /\b(?:years?|months?|weeks?|days?|hours?|minutes?)\b/i.test(answer)
        ? 0.36
        : /\b(?:always|every|open|mo|tu|we|th|fr|sa|su|mon|tue|wed|thu|fri|sat|sun)\b/i.test(answer)
          ? 0.3
          : 0
    case 'price':
      return /[€$£¥]\s?\d|\b\d+ instead of \d|\b(?:is|are|comes? to|makes?) \d+\b(?! (?:min|hour|day|week|month|year|met|cm|kg|km|people|of))|\d+(?:[.,]\d\d)? ?(?:eur|euros?|pounds?|dollars?|usd|gbp|chf|francs?|crowns?|kr|zł|cents?|p)\b|\b\d+[.,]\d\d\b|\b(?:free(?! (?:on|in|from|at|that|this|next|until|for (?:your|the|that|those))\b)|no (?:charge|cost|fee)|nothing|costs?|each|\d+ extra|per (?:night|person|month|day|week|\w+))\b/i.test(
        answer,
      )
        ? 0.4
        : 0
    case 'where':
      if (
        /\b(?:get off|gate|platform|entrance|way in|stop\b|station|exit|corner|floor|door|street|road|square|opposite|next to|behind|beside)\b|\bat (?:the )?\p{Lu}/u.test(
          answer,
        )
      )
        return 0.34
      return /\b(?:at|in|on|near|behind|next to|opposite|beside|under|left|right|street|road|square|gate|platform|entrance|floor|door|corner|map|address|between|with (?:me|us)|here)\b/i.test(
        answer,
      )
        ? 0.14
        : 0
    case 'why':
      if (deed === 'account' || (owns(answer) && answer.length > 40 && !/\b(?:sorry|apolog)/i.test(answer)))
        return 0.4
      return /\b(?:because(?! of (?:us|me|you)\b)|since|the reason|due to|so that|caused|which is why|that is why|that['’]s why|as (?:we|the|it)|for the (?:reason|sake|simple)|happened|(?:my|our) mistake[:;,]|sold|had been|was (?:left|set|held|entered|closed|full|broken)|(?:I|we|our \w+|the \w+) (?:forgot|failed|put|left|took|held|sent|mixed|missed|read|set|started|did(?:n['’]t| not)))\b/i.test(
        answer,
      )
        ? 0.4
        : 0
    case 'who':
      return /\b(?:I|we|my|\p{Lu}\p{Ll}+)\b/u.test(answer) ? 0.2 : 0
    case 'yesno':
      // "May I prolong?" – "your book is now due on the 27th": done is allowed.
      if (deed === 'act' && /\b(?:may|can|could) (?:i|we)\b/i.test(ask)) return 0.34
      if (deed === 'act' && /^\W*(?:is (?:that|this|it) )?possible\W*$/i.test(ask)) return 0.5
      // "Do you sell …?" – "14.90, brown or white" is a yes.
      if (
        /\b(?:sell|have|stock|carry|offer)\b/i.test(ask) &&
        /\b\d+[.,]\d\d\b|[€$£]\s?\d|\d ?(?:euros?|eur|pounds|dollars)\b|\bleft\b/i.test(answer)
      )
        return 0.3
      if (
        /\b(?:allowed|may|can|ok|okay|possible)\b/i.test(ask) &&
        /\b(?:welcome|allowed|fine|possible|no problem|gladly|free|costs? \d|is \d+)\b/i.test(answer)
      )
        return 0.32
      if (
        /\b(?:need|have to|must|necessary|required)\b/i.test(ask) &&
        /\b(?:(?:is|are) enough|will do|suffices?|no need|need(?:n['’]t| not)|not necessary|optional|by itself)\b/i.test(
          answer,
        )
      )
        return 0.42
      return /^(?:yes|no|of course|certainly|sadly|unfortunately|absolutely|gladly|sure|not (?:yet|quite|at all|any)|indeed|it (?:is|does|can|will)(?: not|n['’]t)?\b|they (?:are|do|can)|both|neither|you (?:can|may|must|need|do|don['’]t|needn)|there (?:is|are)|we (?:do|have|can|are)|I (?:can|do|have|am|'m))\b/i.test(
        answer.trim(),
      )
        ? 0.34
        : /\b(?:yes|no,|of course|(?:may|must|can)(?: not|not)? (?:go|come|be|stay|enter|travel|sit|eat|use)|you (?:can|may|need not|needn['’]t|must|don['’]t (?:need|have) to)|(?:is|are) (?:fine|the best|good|better|bad|safe|perfect|not|allowed|possible|included|waterproof)|(?:there['’]s|there (?:is|are)|we have)|can(?:not|['’]t)?|fine|welcome|allowed)\b/i.test(
              answer,
            )
          ? 0.2
          : 0
    case 'which':
      if (
        /\bdefinitely\b|\b(?:I(?:['’]d| would) (?:take|choose|go|pick|get|buy)|(?:I|we) recommend|take the|go for the|better|best)\b/i.test(
          answer,
        )
      )
        return 0.42
      return /\b(?:the|take|choose|go for|would|better|best|suits?|recommend|I(?:['’]d| would)|pick|first|second)\b/i.test(
        answer,
      )
        ? deed === 'guide'
          ? 0.4
          : 0.2
        : 0
    case 'how':
      return deed === 'guide' ? 0.45 : deed === 'act' ? 0.15 : 0.05
    case 'what':
      // "What are you going to do?": every act is an answer.
      if (deed === 'act' && /\bwhat (?:are|will|do|can) (?:you|we|i)\b.*\b(?:do|happen)\b/i.test(ask))
        return 0.45
      return deed === 'guide' || deed === 'act' ? 0.26 : 0.16
    case 'deed':
      // "Please do something": whatever is done, or helps them do it.
      if ((deed === 'act' || deed === 'guide') && /\b(?:do something|help(?: me| us)?)\W*$/i.test(ask))
        return 0.5
      return deed === 'act'
        ? 0.26
        : deed === 'guide'
          ? 0.12
          : plainNo.test(answer)
            ? 0.52
            : /^(?:no\b|unfortunately|sadly|I(?:['’]m| am) afraid|(?:I|we) can(?:not|['’]t))/i.test(answer)
              ? 0.3
              : 0.05
  }
}
