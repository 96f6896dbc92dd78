import { type Inbound, readInbound } from './inbound.ts'
import { type FoundPromise, findPromises } from './promises.ts'
import { type Span, sentences, words } from './sentences.ts'
import { ownWords } from './zones.ts'

export interface DraftContext {
  channel: string
  customer: { name: string; preferredName: string | null; message: string }
  ours: {
    writer: string
    role?: string
    firstReply: boolean
    fault: 'ours' | 'customer' | 'nobody' | 'unknown'
  }
  /** Local wall clock `YYYY-MM-DDTHH:MM` and zone at which the reply is read. */
  ref: string
  tz: string
  frameworks?: readonly { id: string; name: string; text: string }[]
  recentReplies?: readonly string[]
  checksOff?: readonly string[]
}

export type Severity = 'note' | 'hint' | 'important'
export interface Observation {
  id: string
  start: number
  end: number
  severity: Severity
  /** One sentence: what, and why it matters. */
  reason: string
  source: string
  /** The customer's own words it rests on. */
  words?: string
}

export type MarkName = 'warm' | 'who' | 'clear' | 'heard' | 'answered' | 'next' | 'sorry'

export interface DraftReading {
  asks: (Span & { answered: boolean; answeredBy: { start: number; end: number } | null })[]
  /** The six CICARE marks; `sorry` is null unless we failed or they are hurt. */
  marks: Record<Exclude<MarkName, 'sorry'>, boolean> & { sorry: boolean | null }
  promises: FoundPromise[]
  /** Most important first. */
  observations: Observation[]
  labels: {
    name: 'ok' | 'missing' | 'wrong' | 'placeholder'
    echo: boolean
    empathy: 'none' | 'formula' | 'specific'
    apology: 'none' | 'real' | 'conditional' | 'passive' | 'legal'
    order: 'empathy-first' | 'fix-first' | 'n/a'
    remedy: boolean
    when: boolean
    blame: boolean
    curt: boolean
    jargon: boolean
    canned: boolean
    close: 'warm' | 'plain' | 'none'
  }
}

const stop = new Set(
  'the a an and or but if then so of to in on at by for with from as is are was were be been being am do does did have has had i you he she it we they me him her us them my your his its our their this that these those there here what which who when where why how not no yes can could will would shall should may might must just very also more most some any all please thank thanks hello hi dear kind regards best order number email mail message reply about into over after before again still now today tomorrow week day time get got one two out up down than too only own same such each other'.split(
    ' ',
  ),
)
const stem = (word: string) =>
  word
    .replace(/['’]s$/, '')
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:ing|ed|es|s|ly)$/, '')
const content = (text: string) =>
  new Set(
    words(text)
      .filter((word) => word.length > 2 && !stop.has(word))
      .map(stem)
      .filter((word) => word.length > 2),
  )

const placeholder =
  /\{\{[^}]{0,60}\}\}|\[[A-Z][A-Za-z_ ]{1,30}\]|<[A-Z_ ]{3,30}>|\b(?:FNAME|LNAME|XXX+|undefined|null)\b/
const greeting =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|olá|hallo|bonjour|hola)\b([^\n]{0,80})/i
const generic =
  /^(?:there|all|customer|client|sir|madam|sir or madam|sir\/madam|team|valued customer|friend|everyone|guest|user|patron|mate)\b/i

const formula =
  /\b(?:sorry (?:to hear|for (?:the|any|your) (?:inconvenience|trouble|confusion|frustration))|(?:I|we) (?:fully |completely |totally |can )?(?:understand|appreciate) (?:your|how|that|the) (?:frustrat\w*|concern|disappoint\w*|situation|position|feeling|you)|apologi[sz]e for (?:the|any) inconvenience|my (?:sympathies|condolences)|deepest sympathy)\b/i
const feeling =
  /\b(?:must (?:have|be|feel)|not (?:fair|right|what you|how)|no (?:way|fun)|worr\w+|fright\w+|hard|tiring|exhaust\w+|lost (?:evening|time|day|morning|afternoon)|cold|waiting|waited|let you down|spoil\w*|embarrass\w*|upset\w*|disappoint\w*|frustrat\w*|pleased|glad|happy|delighted|congratulations|lovely|sad|so sorry|heart|difficult|(?:two|three|four|five|\d+) (?:days|nights|evenings|weeks|hours))\b/i
const sorryWord =
  /\b(?:sorry|apologi[sz]e|apolog(?:y|ies)|my (?:mistake|fault)|our (?:mistake|fault|error)|that(?:['’]s| is| was) on (?:us|me)|I (?:got|made|missed|forgot|sent you the wrong|should have)|we (?:got (?:it|this|that) wrong|made a mistake|failed|let you down|missed|forgot|should have))\b/i
const notApology = /\bsorry to hear\b/i
const conditional =
  /\b(?:sorry|apologi[sz]e|apologies)\b[^.!?]{0,30}\b(?:if (?:you|this|that|it|we|any|there)|for any\b|should (?:this|you|it)|that you (?:feel|felt|were|think))/i
const passive =
  /\b(?:mistakes? (?:was|were) made|an? (?:error|mistake|mix-up|misunderstanding|wrong \w+|oversight)(?: has| was| had| were)? (?:been )?(?:occurred|happened|made|entered|sent|taken place)|(?:was|were|has been|had been) (?:mislaid|misplaced|lost|overlooked|delayed|entered wrongly|sent (?:in error|by mistake)|mishandled))\b/i
const legal =
  /\b(?:without (?:admission|prejudice|any admission)|goodwill gesture only|as a gesture of goodwill|regret any inconvenience|we regret (?:that|the|any|to)|as per (?:our|the) (?:terms|policy)|in accordance with our|no liability)\b/i
const fix =
  /\b(?:(?:I|we)(?:['’]ve| have|['’]ll| will| am|['’]m| are|['’]re)? ?(?:just |now |already |also )?(?:refund\w*|replac\w*|sen(?:d|t|ding)|credit\w*|book\w*|order\w*|fix\w*|repair\w*|call\w*|ring\w*|cancel\w*|chang\w*|correct\w*|arrang\w*|check\w*|ask\w*|look\w*|put|post\w*|deliver\w*|com(?:e|ing)|bring\w*|updat\w*|reset\w*|mov\w*|add\w*|remov\w*|found|spoke|write|wrote)|(?:refund|replacement|credit|new \w+) (?:is|was|has|will|leaves|of)|you(?:['’]ll| will) (?:receive|get|have)|could you (?:send|tell|let|give|confirm)|please (?:send|tell|let|give|confirm|reply|try|press|open|click|use|bring))\b/i
const vagueAct =
  /\b(?:look into (?:it|this|that|the|your)|pass(?:ed)? (?:on|this|it|your)|forward(?:ed)? (?:your|this|it)|aware of|under (?:investigation|review)|monitor|take (?:this|it) (?:seriously|on board)|feedback (?:has|is|was))\b/i
const warmClose =
  /\b(?:thank you for (?!contacting|your (?:patience|understanding|message|email|e-mail|business|inquiry|enquiry|feedback|time))\w+|thanks (?:again )?for (?!contacting|your (?:patience|understanding|message))\w+|I(?:['’]m| am) (?:here|at my desk|glad|so glad|happy|around)|my (?:direct )?(?:line|number)|ring me|call me|reach me|look(?:ing)? forward to|enjoy|I hope (?:the|your|she|he|you|that|it|both)|wish(?:ing)? (?:you|her|him|them|your)|give (?:my|our)|all the best (?:for|with|to)|safe (?:travels|journey)|happy (?:birthday|anniversary|baking)|good luck|get well|warm(?:ly|est)?|just reply|write to me|take care)\b/i
const plainClose =
  /\b(?:kind regards|best regards|regards|sincerely|yours|best|cheers|let (?:me|us) know|any (?:further )?questions|have a (?:nice|good|great|lovely) (?:day|one|weekend)|thanks|thank you|all the best|hesitate)\b/i
const blame =
  /\b(?:you (?:failed|should have|should['’]ve|must have|neglected|didn['’]t (?:read|follow|check|bother)|did not (?:read|follow|check|provide))|as (?:I|we) (?:already |previously )?(?:said|stated|mentioned|explained|told)|as (?:already |previously |clearly )?(?:stated|mentioned|explained|noted|advised)|had you (?:read|checked|followed)|if you had (?:read|checked|followed)|clearly (?:states|stated|says)|your (?:own )?(?:mistake|error|fault)|per (?:our )?policy|our records (?:show|indicate) (?:that )?you)\b/i
const jargon =
  /\b(?:RMA|SKU|SLA|KYC|ETA|ACH|API|CRM|ERP|L1|L2|tier[- ](?:one|two|1|2)|escalat\w+|ticket(?:ing)?|backend|back-end|provision(?:ed|ing)|case (?:id|ref(?:erence)?)|ref(?:erence)? no|(?:pursuant|aforementioned|herewith|heretofore)|onboard\w*|deprovision\w*|UAT|NTU|PCN|FOC|POD|stakeholders?)\b/
const cannedPhrase =
  /\b(?:we value your (?:business|feedback|custom)|your (?:call|feedback|satisfaction|opinion) is (?:very )?important|thank you for (?:contacting|reaching out|your (?:patience|understanding|inquiry|enquiry))|(?:sorry|apologi[sz]e) for (?:any|the) inconvenience|do not hesitate|valued customer|we strive|at your earliest convenience|rest assured|we (?:take|appreciate) your (?:feedback|patience)|we are (?:committed|dedicated) to|please be (?:advised|informed|assured)|further assistance)\b/i
const soon =
  /\b(?:soon|shortly|as soon as (?:possible|we can|I can)|asap|in due course|in the near future|at the earliest|when (?:I|we) can|in a (?:few|couple of) days|some time)\b/i
const timeWord =
  /\b(?:today|tonight|tomorrow|now|this (?:morning|afternoon|evening|week|minute)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?::\d\d)? ?(?:am|pm)|\d{1,2}:\d\d|noon|within (?:an?|the|two|three|four|five|\d+)|in (?:an?|two|three|four|five|\d+) (?:minutes?|hours?|days?|weeks?|working)|next (?:week|month|mon|tue|wed|thu|fri|sat|sun)\w*|by (?:the end|noon|\d)|(?:january|february|march|april|may|june|july|august|september|october|november|december)|the \d{1,2}(?:st|nd|rd|th)|same day|end of (?:the )?(?:day|week|month))\b/i

/** Reads a draft in its context, as a caring colleague at the writer's shoulder. Pure; the same input gives the same result. */
export function readDraft(
  draft: string,
  context: DraftContext,
  inbound: Inbound = readInbound(context.customer.message),
): DraftReading {
  const own = ownWords(draft.slice(0, 60_000))
  const spans = sentences(own)
  const body = spans.filter((span) => !greeting.test(span.text) || span.text.length > 60)
  const theirs = content(context.customer.message)
  const hurt =
    inbound.signals.failure > 0.4 ||
    inbound.signals.upset > 0.4 ||
    inbound.signals.vulnerable > 0.4 ||
    inbound.signals.leaving > 0.4
  const ourFault = context.ours.fault === 'ours'
  const promises = findPromises(draft, { ref: context.ref, tz: context.tz })
  const asks = inbound.asks.map((ask) => ({ ...ask, ...answerTo(ask, body, inbound.asks.length) }))
  const name = nameOf(draft, context)
  const echoed = [...content(own)].filter((word) => theirs.has(word))
  const echo = echoed.length >= (theirs.size < 6 ? 1 : 2)
  const empathy = empathyIn(body, theirs)
  const apology = apologyIn(own)
  const firstA = firstOf(
    body,
    (text) =>
      (sorryWord.test(text) && !notApology.test(text)) || formula.test(text) || isSpecific(text, theirs),
  )
  const firstB = firstOf(
    body,
    (text) =>
      fix.test(text) && !(sorryWord.test(text) && !/\b(?:refund|replace|send|credit|book)/i.test(text)),
  )
  const order =
    (hurt || ourFault) && firstA !== null && firstB !== null
      ? firstA <= firstB
        ? 'empathy-first'
        : 'fix-first'
      : 'n/a'
  const acts = body.filter((span) => fix.test(span.text) && !vagueAct.test(span.text))
  const nothingToDo = !hurt && inbound.asks.length === 0
  const remedy =
    acts.length > 0 ||
    promises.some((promise) => !promise.hold && !vagueAct.test(promise.quote)) ||
    nothingToDo ||
    (asks.length > 0 && asks.every((ask) => ask.answered) && !vagueAct.test(own))
  const steps = promises.filter((promise) => !promise.hold)
  const open = steps.filter(
    (promise) =>
      promise.due === null && promise.dueKind !== 'event' && !timeWord.test(sentenceAt(spans, promise.start)),
  )
  const when = remedy && open.length === 0 && !(soon.test(own) && steps.length > 0)
  const total = words(own).length
  const curt = total < 14 && (hurt || words(context.customer.message).length > 40)
  const cannedCount = body.filter((span) => cannedPhrase.test(span.text)).length
  const canned = body.length > 0 && !echo && cannedCount >= Math.max(1, Math.ceil(body.length * 0.5))
  const close = closeOf(spans, context.ours.writer)
  const jargonFound = jargon.exec(own)
  const hasJargon =
    jargonFound !== null && !context.customer.message.toLowerCase().includes(jargonFound[0].toLowerCase())
  const labels: DraftReading['labels'] = {
    name,
    echo,
    empathy,
    apology,
    order,
    remedy,
    when,
    blame: blame.test(own),
    curt,
    jargon: hasJargon,
    canned,
    close,
  }
  const observations =
    total < 3
      ? []
      : observe({
          draft: own,
          spans,
          body,
          labels,
          asks,
          promises,
          open,
          context,
          inbound,
          hurt,
          ourFault,
          total,
        }).filter((one) => !context.checksOff?.includes(one.id))
  return {
    asks,
    marks: {
      warm: name === 'ok' && !labels.blame && !labels.canned,
      who:
        !context.ours.firstReply ||
        new RegExp(escapeRegExp(context.ours.writer.split(' ')[0] || '\u0000'), 'i').test(own) ||
        draft.length === 0
          ? total > 0
          : true,
      clear: remedy && !hasJargon,
      heard: echo,
      answered: asks.length > 0 ? asks.every((ask) => ask.answered) : total > 3,
      next: remedy && when,
      sorry:
        ourFault || hurt
          ? (apology === 'real' || (!ourFault && empathy === 'specific')) && order !== 'fix-first'
          : null,
    },
    promises,
    observations,
    labels,
  }
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const sentenceAt = (spans: readonly Span[], position: number) =>
  spans.find((span) => position >= span.start && position < span.end)?.text ?? ''

/** An ask is answered by a sentence that speaks of the same thing and says something. */
function answerTo(
  ask: Span,
  body: readonly Span[],
  howMany: number,
): { answered: boolean; answeredBy: { start: number; end: number } | null } {
  const about = content(ask.text)
  let best: { span: Span; score: number } | null = null
  for (const [index, span] of body.entries()) {
    if (vagueAct.test(span.text) || (/\?\s*$/.test(span.text) && howMany > 1)) continue
    const shared = [...content(span.text)].filter((word) => about.has(word)).length
    const near =
      index > 0 ? [...content(body[index - 1]!.text)].filter((word) => about.has(word)).length * 0.4 : 0
    const kind = kindFits(ask.text, span.text)
    const score = (about.size ? shared / Math.min(about.size, 5) : 0) + (shared > 0 ? near / 5 : 0) + kind
    if (!best || score > best.score) best = { span, score }
  }
  const enough = best !== null && best.score >= (howMany === 1 ? 0.3 : 0.4)
  return { answered: enough, answeredBy: enough ? { start: best!.span.start, end: best!.span.end } : null }
}

function kindFits(ask: string, answer: string): number {
  let score = 0
  if (/\b(?:when|what time|how long|by when)\b/i.test(ask) && timeWord.test(answer)) score += 0.35
  if (
    /\b(?:how much|price|cost|fee|charge)\b/i.test(ask) &&
    /[€$£]\s?\d|\d+(?:[.,]\d\d)? ?(?:eur|euros?|pounds?|dollars?|usd|gbp)|free|no (?:charge|cost)|nothing/i.test(
      answer,
    )
  )
    score += 0.4
  if (
    /\b(?:where|address)\b/i.test(ask) &&
    /\b(?:at|in|on|near|street|road|shop|office|depot)\b/i.test(answer)
  )
    score += 0.15
  if (
    /^(?:and |so |but )?(?:can|could|do|does|is|are|will|would|may|should|have|has)\b/i.test(ask) &&
    /^(?:yes|no|of course|certainly|sadly|unfortunately|I(?:['’]m| am) afraid|absolutely|gladly|sure)\b/i.test(
      answer,
    )
  )
    score += 0.3
  if (/\b(?:call|ring|phone)\b/i.test(ask) && /\b(?:I|we)(?:['’]ll| will)? (?:call|ring|phone)/i.test(answer))
    score += 0.4
  if (/\b(?:refund|money back)\b/i.test(ask) && /\brefund|credited|paid back\b/i.test(answer)) score += 0.4
  if (/\b(?:send|copy|invoice|receipt)\b/i.test(ask) && /\b(?:attached|enclosed|sent|send)\b/i.test(answer))
    score += 0.25
  if (/\bwhy\b/i.test(ask) && /\b(?:because|reason|since|due to)\b/i.test(answer)) score += 0.4
  return score
}

function nameOf(draft: string, context: DraftContext): DraftReading['labels']['name'] {
  if (placeholder.test(draft)) return 'placeholder'
  const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const { name, preferredName } = context.customer
  const wanted = preferredName || name
  if (!wanted) return 'ok'
  const head = fold(draft)
  const forms = [preferredName, name, name.split(/\s+/)[0], name.split(/\s+/).at(-1)]
    .filter((form): form is string => Boolean(form && form.length > 1))
    .map(fold)
  const greeted = greeting.exec(draft)
  const called = greeted?.[1]?.replace(/[,!.:–-].*$/, '').trim() ?? ''
  const inGreeting = called && !generic.test(called)
  const fits = (text: string) =>
    forms.some((form) => new RegExp(`(?<![\\p{L}])${escapeRegExp(form)}(?![\\p{L}])`, 'u').test(text))
  if (inGreeting && !fits(fold(called)) && /^[\p{Lu}\p{Lo}]/u.test(called)) return 'wrong'
  if (
    preferredName &&
    inGreeting &&
    !new RegExp(`(?<![\\p{L}])${escapeRegExp(fold(preferredName))}`, 'u').test(fold(called)) &&
    !/\b(?:mr|mrs|ms|dr|prof)\b/i.test(called) &&
    fold(called) !== fold(name)
  )
    return fits(fold(called)) ? 'ok' : 'wrong'
  return fits(head) ? 'ok' : 'missing'
}

const isSpecific = (text: string, theirs: ReadonlySet<string>) =>
  feeling.test(text) && [...content(text)].some((word) => theirs.has(word)) && !/\?\s*$/.test(text)

function empathyIn(body: readonly Span[], theirs: ReadonlySet<string>): 'none' | 'formula' | 'specific' {
  if (body.some((span) => isSpecific(span.text, theirs))) return 'specific'
  return body.some((span) => formula.test(span.text)) ? 'formula' : 'none'
}

function apologyIn(text: string): DraftReading['labels']['apology'] {
  if (legal.test(text)) return 'legal'
  const owns =
    /\b(?:I(?:['’]m| am) (?:so |very |truly |really )?sorry (?:that )?(?:I|we)|(?:that|it|this) was (?:my|our) (?:mistake|fault|error)|(?:I|we) (?:made a mistake|got (?:it|this|that) wrong))\b/i.test(
      text,
    )
  if (owns) return 'real'
  if (conditional.test(text)) return 'conditional'
  if (passive.test(text)) return 'passive'
  const plain = sentences(text).some(
    (span) =>
      sorryWord.test(span.text) && !notApology.test(span.text) && !/\bsorry for (?:any)\b/i.test(span.text),
  )
  return plain ? 'real' : 'none'
}

const firstOf = (body: readonly Span[], test: (text: string) => boolean): number | null =>
  body.find((span) => test(span.text))?.start ?? null

function closeOf(spans: readonly Span[], writer: string): 'warm' | 'plain' | 'none' {
  const first = writer.split(/\s+/)[0]?.toLowerCase() ?? ''
  const isSignature = (text: string) =>
    (first && text.toLowerCase().startsWith(first) && text.length < 60) ||
    /^(?:kind |best |warm |yours|sincerely|regards|cheers|with )/i.test(text)
  const rest = spans.filter((span, index) => !(index >= spans.length - 4 && isSignature(span.text)))
  if (rest.slice(-2).some((span) => warmClose.test(span.text))) return 'warm'
  return spans.slice(-3).some((span) => plainClose.test(span.text) || isSignature(span.text))
    ? 'plain'
    : 'none'
}

interface Seen {
  draft: string
  spans: readonly Span[]
  body: readonly Span[]
  labels: DraftReading['labels']
  asks: DraftReading['asks']
  promises: readonly FoundPromise[]
  open: readonly FoundPromise[]
  context: DraftContext
  inbound: Inbound
  hurt: boolean
  ourFault: boolean
  total: number
}

const rank: Record<Severity, number> = { important: 0, hint: 1, note: 2 }

/** What a wise coach would point out; substance before tone, most important first. */
function observe(seen: Seen): Observation[] {
  const { labels, context, hurt, ourFault, draft } = seen
  const found: (Observation & { order: number })[] = []
  const at = (pattern: RegExp) => {
    const match = pattern.exec(draft)
    return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: 0 }
  }
  const add = (
    order: number,
    id: string,
    severity: Severity,
    reason: string,
    source: string,
    span: { start: number; end: number } = { start: 0, end: 0 },
    quoted?: string,
  ) => found.push({ id, severity, reason, source, ...span, ...(quoted && { words: quoted }), order })
  const who = context.customer.preferredName || context.customer.name.split(/\s+/)[0] || 'They'

  if (labels.name === 'placeholder')
    add(0, 'name.wrong', 'important', 'A slot is still empty.', 'C6', at(placeholder))
  else if (labels.name === 'wrong')
    add(
      1,
      'name.wrong',
      'important',
      `The greeting has another name; ${who} is how they like to be called.`,
      'B1',
      at(greeting),
    )
  if (!labels.remedy && labels.empathy !== 'none' && !seen.promises.some((promise) => !promise.hold))
    add(2, 'empathy.only', 'important', 'Kind words, but nothing is done and no next step is named.', 'I2')
  const unanswered = seen.asks.filter((ask) => !ask.answered)
  if (unanswered.length && seen.total > 8)
    add(
      3,
      'questions.unanswered',
      'important',
      `${who} also asked this. Answer it, or say who finds out and by when.`,
      'A2',
      { start: 0, end: 0 },
      unanswered[0]!.text,
    )
  if (!labels.remedy && labels.empathy === 'none' && (hurt || seen.asks.length > 0) && seen.total > 8)
    add(4, 'next.missing', 'important', 'Nothing says yet who does what next.', 'C4')
  if (labels.blame)
    add(
      5,
      'tone.blame',
      'important',
      'This makes it their fault. What could we have made clearer?',
      'C8',
      at(blame),
    )
  if (labels.apology === 'legal' && (hurt || ourFault))
    add(
      6,
      'apology.legal',
      'hint',
      'Regret with terms takes the apology back. Say what happened, and to whom.',
      'C3, E6',
      at(legal),
    )
  else if (labels.apology === 'conditional')
    add(
      6,
      'apology.conditional',
      'hint',
      'A “sorry if” doubts that it happened. Name what we did.',
      'C3, Lewicki 2016',
      at(conditional),
    )
  else if (labels.apology === 'passive' && (hurt || ourFault))
    add(6, 'apology.passive', 'hint', 'Nobody acts in this sentence. Who did it?', 'C3, C5', at(passive))
  else if (labels.apology === 'none' && ourFault && hurt)
    add(
      6,
      'apology.missing',
      'hint',
      'If this was our mistake: nobody has said sorry or owned it yet.',
      'C3, Lewicki 2016',
    )
  if (labels.order === 'fix-first')
    add(
      7,
      'empathy.late',
      'hint',
      'The fix comes before what it cost them. Move your acknowledgement up?',
      'C2',
      at(fix),
    )
  if (
    labels.empathy !== 'specific' &&
    labels.order !== 'fix-first' &&
    hurt &&
    seen.inbound.signals.upset + seen.inbound.signals.vulnerable + seen.inbound.signals.repeat > 0.6 &&
    seen.total > 12
  )
    add(
      8,
      'empathy.missing',
      'hint',
      `What did this cost ${who}? Nothing here says that you saw it.`,
      'C2',
      { start: 0, end: 0 },
      seen.inbound.evidence.find((one) => ['upset', 'vulnerable', 'failure', 'repeat'].includes(one.signal))
        ?.words,
    )
  if (seen.open.length && labels.remedy)
    add(9, 'next.no_time', 'hint', 'A promise without a time. By when?', 'C4, D1, AIDET', {
      start: seen.open[0]!.start,
      end: seen.open[0]!.end,
    })
  if (labels.name === 'missing' && context.ours.firstReply)
    add(10, 'name.missing', 'hint', `The first reply does not use their name: ${who}.`, 'B1, C6')
  if (!labels.echo && seen.total > 15 && words(context.customer.message).length > 12)
    add(
      11,
      'issue.not_named',
      'hint',
      'Nothing here is in their words. What is it about?',
      'C6, Packard 2021',
    )
  if (labels.curt)
    add(12, 'tone.curt', 'hint', 'Few words for what they wrote; it may feel brushed off.', 'C7, C8')
  const near = nearCopy(draft, context)
  if (near) add(13, 'canned.template', 'hint', near, 'C6')
  if (labels.jargon) add(14, 'tone.jargon', 'note', 'An inside word they did not use.', 'C6', at(jargon))
  if (cannedPhrase.test(draft))
    add(
      15,
      'canned.phrase',
      'note',
      'A stock phrase. What would you say to them across the counter?',
      'C6, C7',
      at(cannedPhrase),
    )
  return found
    .sort((a, b) => rank[a.severity] - rank[b.severity] || a.order - b.order)
    .map(({ order: _, ...one }) => one)
}

/** Near copy of a framework reply or of a recent one: most sentences stand there word for word, names and numbers aside. */
function nearCopy(draft: string, context: DraftContext): string | null {
  const mine = shingled(draft)
  if (mine.length < 3) return null
  const share = (other: string) => {
    const theirs = new Set(shingled(other))
    return mine.filter((sentence) => theirs.has(sentence)).length / mine.length
  }
  const framework = context.frameworks?.find((one) => share(one.text) >= 0.85)
  if (framework) return `Nearly word for word “${framework.name}”. One line only this person could get?`
  return context.recentReplies?.some((reply) => share(reply) >= 0.85)
    ? 'Nearly the same as a reply you sent before. One line only this person could get?'
    : null
}

const shingled = (text: string) =>
  sentences(text)
    .map((span) => words(span.text.replace(/\{\{[^}]*\}\}|\d+|\b\p{Lu}\p{Ll}+/gu, ' ')).join(' '))
    .filter((sentence) => sentence.split(' ').length > 3)
