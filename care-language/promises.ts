import { findDue } from './dates.ts'
import { type Span, sentences } from './sentences.ts'
import { ownWords } from './zones.ts'

export interface FoundPromise {
  quote: string
  start: number
  end: number
  who: 'writer' | 'firm' | `colleague:${string}`
  /** A short verb phrase in base form. */
  action: string
  /** Local wall-clock time in the given zone, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; null without a time of its own. */
  due: string | null
  dueKind: 'instant' | 'date' | 'range-end' | 'event' | 'none'
  conditional: boolean
  /** "One moment, I'll check": a promise the ledger does not keep. */
  hold: boolean
}

const modal = "(?:will|['’]ll|shall|(?:am|['’]m|are|['’]re|is) going to)"
const us =
  '(?:I|we|our (?:\\w+ )?(?:team|driver|engineer|courier|colleague|technician|office|people|plumber|baker|workshop|warehouse|manager)|the (?:team|driver|engineer|courier|technician|plumber))'
const adverb =
  '(?:also |then |just |personally |certainly |definitely |gladly |be sure to |make sure (?:to |that )?|now |both |still |always |myself |get back and )?'

const ourPromise = new RegExp(
  `(?:^|[\\s,;:(—–-])(${us})(?: \\w+ and I)?\\s*${modal}\\s+(?!not\\b|never\\b)${adverb}([a-z]+)`,
  'i',
)
const subjectless = new RegExp(`^(?:and |then |so )?(?:will|['’]ll|going to)\\s+${adverb}([a-z]+)`, 'i')
const progressive =
  /(?:^|[\s,;:])(I|we)(?:\s+am|['’]m|\s+are|['’]re)\s+(calling|ringing|sending|posting|coming|visiting|delivering|bringing|returning|shipping|dispatching|collecting|emailing|writing|phoning|meeting|replacing|refunding|arranging)\b/i
const leading = /^(calling|ringing|sending|posting|coming|delivering|bringing)\b/i
const word = /\b(?:you have my word|I promise|we promise|I give you my word)\b/i
const make = /\bI(?:['’]ll| will) (?:make sure|see to it|ensure)\b/i
const receive = /\byou(?:['’]ll| will| shall) (?:receive|get|have|hear|be hearing|be getting)\b/i
const outcome =
  /\b(?:your|the|it|this|that|they|everything|a|an|one)\s(?:[\w’'-]+\s){0,5}?(?:will|['’]ll|shall)\s+be\s+(?:with you|there|ready|back|on (?:its|the|your) way|in your|at your|yours|\w+ed\b|sent|made|done|paid|built|found|brought|put|kept|shown|given|rung|taken)/i
const itLl =
  /\b(?:it|they|this|that)['’]ll be (?:with you|there|ready|back|on (?:its|the) way|done|fixed|sent|delivered)/i
const expect =
  /\b(?:expect|look out for) (?:a|my|our|an) (?:call|letter|reply|answer|e-?mail|message|visit|parcel|driver)\b/i
const shipsOn =
  /\b(?:your|the) (?:[\w-]+ ){1,3}(?:leaves|ships|arrives|goes out|comes|lands) (?:here |with you )?(?:on|today|tomorrow|by|at|this|next)\b/i
const holdPhrase =
  /\b(?:let me (?:just |quickly )?(?:check|look|see|pull|find|ask|have a look)|(?:one|a|just a) (?:moment|second|minute|sec)[^.!?]{0,20}\bI['’]?(?:ll| will) (?:just )?(?:check|look|see|pull|find|ask|have a look))/i

const hedge =
  /\b(?:should|may|might|could|would|hope|hopes|hoping|try|trying|aim|aiming|expect(?:s|ed)? to|plan(?:s|ning)? to|do (?:my|our) best|estimated|probably|perhaps|maybe|likely|possibly)\b/i
const negated =
  /\b(?:will not|won['’]?t|shall not|shan['’]?t|not be able|never|unable|not going to|no \w+ will|nothing will|nobody will)\b/i
const offer =
  /\b(?:would you like|shall I|shall we|should you|if you(?:['’]d| would)? (?:like|want|wish|prefer)|if you need|happy to|glad to|feel free|can (?:also )?(?:send|call|offer|arrange|do)|be happy to help|be here if|be here for|be glad to)\b/i
const notPromise =
  /\b(?:I|we)(?:['’]ll| will) (?:be honest|admit|say|be here|see you|look forward|be out of|be away|be on leave|be closed|be open|need\b|have to|be able to help|be happy|be glad|be pleased|always be|miss|remember|understand|assume|take that as|be sorry)\b|\bthat(?:['’]ll| will) be (?:all|\S?\d|the)|\bhope this|\bas (?:I|we) said|\bI said I|\bwe had|\b(?:I|we) (?:said|told you|promised|thought|wrote)\b/i
const thirdParty =
  /\b(?:your bank|the bank|royal mail|dhl|ups|fedex|hermes|evri|dpd|gls|usps|the post office|paypal|the manufacturer|your landlord|the landlord|the app store|apple|google|your insurer|the insurance|the system|the app|the machine|the boiler|the card|the lab|the supplier|the council|the airline|the network|your provider|the software|the light|the display|the screen|autosave)\s+(?:itself )?(?:will|['’]ll|should|is going to)/i
const customerOwn =
  /\byou(?:['’]ll| will) (?:see|find|need|be able|notice|want|have to|be asked|know|be charged|be in good|be fine|love|feel|still|also be able)\b/i
const policy =
  /\b(?:usually|normally|always|generally|as a rule|typically|every order|all orders|orders? (?:ship|placed)|refunds? (?:take|usually)|we (?:reply|answer|ship|deliver|close|open) )/i
const moneyOwed = /\b(?:will be|be) (?:collected|charged|taken|debited|deducted|due)\b/i
const states =
  /\b(?:will|['’]ll) be (?:needed|required|available|able|possible|fine|okay|ok|happy|glad|a|an|the|too|very|quite|closed|open|asked)\b/i

const eventWords = /\b(?:once|when|as soon as|after|until|if)\b/i
const customerAct =
  /\b(?:if|once|when|as soon as) (?:you|we (?:have|get|receive|hear)|I (?:have|get|receive|hear)|your)\b|\b(?:send|reply|confirm|pay|bring|return|let (?:me|us) know|DM|message|log in|drop|pop|give|tell|forward|upload|sign|fill|email|e-mail|ring|call) (?:me|us|it|them|the|your|this|that|by|in|on|over|a|to|back|with)\b[^.!?]*?\b(?:and|then|so)\b/i
const customerVerbs =
  /\b(?:if|once|when|as soon as) (?:you (?:send|reply|confirm|pay|bring|return|let|tell|sign|give|give|choose|pick|answer|agree|drop|log|forward|upload|fill|call|ring|write|post|approve|say|have|can (?:send|tell|give|confirm))|(?:I|we) (?:have|get|receive|hear)[^.!?]{0,40}\b(?:from you|your|back from you)|your (?:payment|reply|answer|photo|form|confirmation|letter|details))/i

/** All commitments in a text, in order. Follows the written conventions; precision first. */
export function findPromises(text: string, when: { ref: string; tz?: string }): FoundPromise[] {
  const own = ownWords(text.slice(0, 50_000)).replace(/[“"][^“”"\n]{3,400}[”"]/g, (quoted) =>
    ' '.repeat(quoted.length),
  )
  const found: FoundPromise[] = []
  const spans = sentences(own)
  for (const [index, sentence] of spans.entries()) {
    if (/\?\s*$/.test(sentence.text) || policy.test(sentence.text)) continue
    const parts = clauses(sentence)
    const fronted = frontedTime(sentence.text)
    for (const [at, clause] of parts.entries()) {
      const read = readClause(clause, sentence, parts.slice(0, at))
      if (!read) continue
      found.push(
        finish(text, read, clause, sentence, fronted, spans[index + 1], when, at === parts.length - 1),
      )
    }
  }
  return dropRepeats(found)
}

/** Splits at coordinations where a new verb or subject begins. */
function clauses(sentence: Span): Span[] {
  const cuts = [0]
  const pattern = new RegExp(
    `(?:,\\s*|;\\s*|\\s[–—-]\\s|\\s)(?:and|but|then|so)\\s+(?=(?:${us}\\s*${modal}|${modal}\\s|(?:I|we)['’]|you(?:['’]ll| will)|(?:call|send|ring|write|email|e-mail|let|get back|come|bring|refund|replace|update|tell|post|deliver|arrange|check|confirm|give|phone|text|book|order|put|make|report|return|keep|drop|collect|fix|ship|follow up)\\b))|;\\s+|\\s[–—]\\s`,
    'gi',
  )
  for (const match of sentence.text.matchAll(pattern)) cuts.push(match.index + match[0].length)
  cuts.push(sentence.text.length)
  const parts: Span[] = []
  for (let index = 0; index + 1 < cuts.length; index++) {
    const raw = sentence.text.slice(cuts[index]!, cuts[index + 1]!)
    const trimmed = raw.replace(/(?:,?\s*(?:and|but|then|so)|[,;\s–—-])+$/i, '')
    if (trimmed.trim())
      parts.push({
        text: trimmed,
        start: sentence.start + cuts[index]!,
        end: sentence.start + cuts[index]! + trimmed.length,
      })
  }
  return parts
}

interface Read {
  who: FoundPromise['who']
  from: number
  action: string
  hold: boolean
}

function readClause(clause: Span, sentence: Span, before: Span[]): Read | null {
  const { text } = clause
  const hold = holdPhrase.test(text)
  const vow = word.test(text) || make.test(text)
  if (
    !hold &&
    !vow &&
    (negated.test(text) ||
      offer.test(sentence.text.slice(0, clause.end - sentence.start)) ||
      notPromise.test(text) ||
      thirdParty.test(text) ||
      moneyOwed.test(text))
  )
    return null
  if (!hold && !vow && customerOwn.test(text) && !ourPromise.test(text)) return null
  const direct = ourPromise.exec(text)
  if (
    direct &&
    !hedgeNear(text, direct.index + direct[0].length) &&
    !(
      states.test(text) &&
      !/\bbe (?:in touch|back|with you|there|calling|sending|ringing|writing|coming)/i.test(text)
    )
  )
    return {
      who: whoIs(direct[1]!),
      from: direct.index + direct[0].indexOf(direct[1]!),
      action: actionFrom(text, direct.index + direct[0].length - direct[2]!.length),
      hold,
    }
  if (hold)
    return {
      who: 'writer',
      from: 0,
      action: actionFrom(text, text.search(/check|look|see|pull|find|ask|have/i)),
      hold: true,
    }
  const named =
    /(?:^|[\s,])((?:Dr|Mr|Mrs|Ms)\.? [A-Z]\p{L}+|[A-Z]\p{Ll}+(?: [A-Z]\p{Ll}+)?)(?: from [\w ]{2,20})?(?:\s+will|['’]ll)\s+(?!be (?:able|needed|closed|open|away)\b)([a-z]+)/u.exec(
      text,
    )
  if (
    named &&
    !/^(It|That|This|They|You|He|She|There|What|Which|Who|Your|Once|When|If|Then|And|But|Please|Royal Mail|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|DHL|Evri|Nothing|Everything|Nobody|Someone|Somebody|Delivery|Payment|Our|The|We|I)\b/.test(
      named[1]!,
    ) &&
    !hedgeNear(text, named.index + named[0].length)
  )
    return {
      who: `colleague:${named[1]}`,
      from: named.index + named[0].indexOf(named[1]!),
      action: actionFrom(text, named.index + named[0].length - named[2]!.length),
      hold: false,
    }
  const someone =
    /\b(someone|somebody|one of (?:us|our \w+|the team)|a colleague|he|she)(?: from [\w ]{2,20})?(?:\s+will|['’]ll)\s+([a-z]+)/i.exec(
      text,
    )
  if (someone && !hedgeNear(text, someone.index + someone[0].length))
    return {
      who: 'firm',
      from: someone.index,
      action: actionFrom(text, someone.index + someone[0].length - someone[2]!.length),
      hold: false,
    }
  const started = subjectless.exec(text.trim())
  if (started && !hedge.test(text))
    return { who: 'writer', from: 0, action: actionFrom(text, text.indexOf(started[1]!)), hold: false }
  const going = progressive.exec(text)
  if (
    going &&
    /\b(today|tonight|tomorrow|on|at|by|this|next|in|first thing|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i.test(
      text.slice(going.index + going[0].length),
    ) &&
    !/\bnow\b/i.test(text)
  )
    return {
      who: whoIs(going[1]!),
      from: going.index + going[0].indexOf(going[1]!),
      action: base(going[2]!) + tail(text, going.index + going[0].length),
      hold: false,
    }
  if (leading.test(text.trim()) && findDueQuick(text))
    return { who: 'writer', from: 0, action: text.trim(), hold: false }
  if (vow)
    return {
      who: /\bwe\b/i.test(text) ? 'firm' : 'writer',
      from: text.search(/\b(?:you have my word|I|we)\b/i),
      action: text.trim(),
      hold: false,
    }
  if (receive.test(text) && !hedge.test(text))
    return {
      who: /\bfrom me\b/i.test(text) ? 'writer' : 'firm',
      from: text.search(receive),
      action: 'let them have it',
      hold: false,
    }
  if (
    (outcome.test(text) || itLl.test(text)) &&
    !hedge.test(text) &&
    !states.test(text.replace(/be (ready|back|there)/gi, ''))
  )
    return {
      who: 'firm',
      from: Math.max(0, text.search(outcome.test(text) ? outcome : itLl)),
      action: text.trim(),
      hold: false,
    }
  const expected = expect.exec(text)
  if (expected)
    return {
      who: /\bfrom me|\bmy\b/i.test(text) ? 'writer' : 'firm',
      from: expected.index,
      action: 'call',
      hold: false,
    }
  if (shipsOn.test(text)) return { who: 'firm', from: text.search(shipsOn), action: text.trim(), hold: false }
  // "… and call you back by Friday": the verb shares the subject of the clause before.
  const shared =
    before.length > 0 &&
    /^(call|send|ring|write|email|e-mail|let|get back|come|bring|refund|replace|update|tell|post|deliver|arrange|check|confirm|give|phone|text|book|order|put|make|report|return|keep|drop|collect|fix|ship|follow up)\b/i.test(
      text,
    )
  if (shared) {
    const parent = before
      .toReversed()
      .map((one) => readClause(one, sentence, []))
      .find((one) => one !== null)
    if (parent) return { who: parent.who, from: 0, action: actionFrom(text, 0), hold: false }
  }
  return null
}

const findDueQuick = (text: string) =>
  /\b(today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|at \d|in \d|\d{1,2}(?::\d\d)? ?[ap]m)\b/i.test(
    text,
  )
const hedgeNear = (text: string, end: number) =>
  /\b(?:try|hope|aim|do (?:my|our) best|probably|possibly|be able to|need to|have to|expect)\b/i.test(
    text.slice(Math.max(0, end - 22), end + 6),
  ) || /\b(?:should|might|may|could|would|hope(?:fully)?|probably|perhaps|maybe)\b/i.test(text.slice(0, end))
const whoIs = (subject: string): 'writer' | 'firm' => (/^I$/i.test(subject.trim()) ? 'writer' : 'firm')
const tail = (text: string, from: number) =>
  text
    .slice(from)
    .replace(/[.!?]+$/, '')
    .slice(0, 120)
const base = (verb: string) =>
  verb
    .toLowerCase()
    .replace(/(?:(ll|pp|tt|nn)|([a-z]))ing$/, (_, double: string, single: string) =>
      double ? (double === 'll' ? 'll' : double[0]!) : single,
    )
    .replace(/^(writ|com|arrang|replac|tak|mak|mov)$/, '$1e')

function actionFrom(text: string, from: number): string {
  const words = text
    .slice(Math.max(0, from))
    .replace(/[.!?…]+$/, '')
    .trim()
  const time =
    /\s+(?:by|on|at|before|until|within|in the|in \d|in (?:an?|two|three|the next)|today|tomorrow|tonight|this (?:morning|afternoon|evening|week)|next|first thing|as soon as|when|once|if|later)\b/i.exec(
      words,
    )
  return (time && time.index > 2 ? words.slice(0, time.index) : words).slice(0, 120).trim()
}

/** "By Friday noon, …" belongs to every promise of its sentence. */
const frontedTime = (text: string) =>
  /^(?:(?:and|so|then),? )?((?:by|on|before|at|within|in|tomorrow|today|tonight|this|next|first thing|later)\b[^,]{2,50}),/i.exec(
    text,
  )?.[1] ?? null

function finish(
  text: string,
  read: Read,
  clause: Span,
  sentence: Span,
  fronted: string | null,
  next: Span | undefined,
  when: { ref: string; tz?: string },
  isLast: boolean,
): FoundPromise {
  const start =
    clause.start +
    read.from +
    (clause.text.slice(read.from).length - clause.text.slice(read.from).trimStart().length)
  let end = clause.end
  while (end > start && /[\s.!?,;…]/.test(text[end - 1]!)) end--
  const whole = clause.text.slice(read.from)
  const cut = whole.search(/,?\s+(?:once|when|as soon as|if|because|so that)\s/i)
  const main = cut > 0 && whole.slice(0, cut).trim().split(/\s+/).length >= 3 ? whole.slice(0, cut) : whole
  if (main !== whole) end = start + main.trim().length
  const lead = clause.text.slice(0, read.from)
  const mine =
    findDue(main, when) ??
    (lead.trim() && !eventWords.test(lead) ? findDue(lead, when) : null) ??
    (fronted && !eventWords.test(fronted) ? findDue(fronted, when) : null) ??
    (isLast &&
    next &&
    /^(?:by|that (?:will|should) be|at|on|before|no later than|latest)\b/i.test(next.text) &&
    next.text.length < 60
      ? findDue(next.text, when)
      : null)
  const here = sentence.text
  const conditional =
    customerVerbs.test(here) ||
    (customerAct.test(here.slice(0, clause.start - sentence.start + read.from)) &&
      /\b(?:and|then|so)\b/i.test(here))
  const waits =
    /\b(?:once|when|as soon as|after|if|until)\b/i.test(here.replace(main, '')) || (cut > 0 && main !== whole)
  const due =
    conditional &&
    /\b(?:reply|confirm|pay|tell|send)[^.]{0,20}\bby\b/i.test(here) &&
    mine &&
    here.indexOf(text.slice(start, end)) > 0 &&
    !findDue(main, when)
      ? null
      : mine
  return {
    quote: text.slice(start, end),
    start,
    end,
    who: read.who,
    action: read.action,
    due: due?.due ?? null,
    dueKind: due?.due ? due.kind : conditional || waits ? 'event' : 'none',
    conditional,
    hold: read.hold,
  }
}

/** The same promise said twice in one text is one, the first. */
function dropRepeats(found: FoundPromise[]): FoundPromise[] {
  const kept: FoundPromise[] = []
  for (const promise of found)
    if (
      !kept.some(
        (other) =>
          other.who === promise.who &&
          other.action.toLowerCase() === promise.action.toLowerCase() &&
          (other.due === promise.due || promise.due === null),
      )
    )
      kept.push(promise)
  return kept
}
