import type { FoundPromise } from '../promises.ts'
import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'

const number = '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}|couple of|half an?|the)'
const timed = new RegExp(
  `\\b(?:today|tonight|tomorrow|yesterday|(?<!from )now|at once|immediately|straight ?away|right away|instantly|this (?:morning|afternoon|evening|week|weekend|minute|month|year)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekend|\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm|h|o['’]?clock)|\\d{1,2}[:.]\\d\\d|noon|midnight|lunch(?:time)?|(?:within|in|after|for|takes?|less than|up to|about) ${number}(?:[ -](?:\\w+ ){0,2}(?:minutes?|hours?|days?|weeks?|months?|seconds?)|\\b(?= (?:hour|day|week|minute)))|${number} (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?) (?:away|later|from now|at (?:most|the latest))|(?:next|the following|the same|that|each|every) (?:day|week|month|morning|afternoon|evening|hour|year|mon|tue|wed|thu|fri|sat|sun)\\w*|by (?:the end|noon|\\d)|before (?:noon|the|\\d|you|lunch|he|she|it)|until|till|(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.? ?\\d{0,2}|\\d{1,2}(?:st|nd|rd|th)|end of (?:the )?(?:day|week|month)|while you wait|as we speak|(?:at|by|around|from|after) \\d{1,2}\\b|first thing|overnight|per return|heute|sofort|gleich|soeben|morgen|übermorgen|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|\\d{1,2}\\.\\d{1,2}\\.|\\d{1,2} uhr|am (?:selben|gleichen|nächsten|folgenden) (?:tag|werktag|abend|morgen|vormittag)|noch heute|(?:in|innerhalb von|binnen|nach) (?:einer|einem|zwei|drei|vier|fünf|zehn|\\d{1,3}) (?:minuten?|stunden?|tage?n?|wochen?|werktagen?))\\b`,
  'i',
)
const someday =
  /\b(?:soon|shortly|as soon as (?:possible|we can|I can|it is|we have|there)|asap|in due course|in the near future|at the earliest|at (?:our|the) earliest (?:convenience|opportunity)|when (?:I|we) can|in a (?:few|couple of) days|some time|in time|as quickly as|promptly|at some point|eventually|in (?:the )?(?:coming|next) (?:days|weeks)|bald(?:igst|möglichst)?|demnächst|in kürze|so schnell wie möglich|schnellstmöglich|schnellstens|zeitnah|umgehend|in den nächsten tagen|baldmöglichst)\b/i

export const saysWhen = remember((text) => timed.test(text))
export const saysSomeday = remember((text) => someday.test(text))

/** A step of ours in words in which nobody acts: "the claim will be examined". */
const coming =
  /\b(?:will|shall|['’]ll|is going to|is to|are to|wird|werden)\b(?! (?:not|never|you|find|see|need|also find)\b)/i
const underWay =
  /\b(?:goes|leaves|ships|comes|arrives|follows|geht|kommt|folgt|erfolgt|kümmern|melden|melde)\b|\bwird (?:\w+ ){0,3}(?:bearbeitet|geprüft|veranlasst|erledigt|überwiesen|erstattet|verschickt|versandt)\b/i
/** "I send you the footrest." */
const bareStep =
  /^(?:once|after|when|as soon as)\b[^.!?]*\b(?:a|the|your) (?:\w+ )?(?:replacement|refund|new \w+|repair|payment|credit|parcel)\b[^.!?]*\b(?:can|may) be \w+(?:ed|t|n)\b|^(?:I|we)(?: also| then| gladly)? (?:send|post|bring|ship|refund|transfer|replace|repair|fetch|order|deliver) (?:you|it|them|the|your|a|an)\b[^?]*$/i
/** "Once we have seen them we will let you know", "we will then review": what we do afterwards has no hour. */
const thenWe =
  /^(?:once|after|when|as soon as)\b[^.!?]*\b(?:we|I)(?:['’]ll| will| shall) (?!be (?:here|there|glad|happy))\w+|\b(?:we|I)(?:['’]ll| will| shall) then (?!be\b)\w+|^(?:then|afterwards) (?:we|I)(?:['’]ll| will) \w+/i
/** "Die Rückbuchung wird veranlasst", "wir kümmern uns darum", without an hour. */
const comesSometime =
  /(?:^|\s)(?:wird|werden) (?:\p{L}+ ){0,3}(?:bearbeitet|geprüft|veranlasst|erledigt|überwiesen|erstattet|verschickt|versandt)|(?:^|\s)wir (?:prüfen (?:das|es|Ihr)|melden uns|kümmern uns)(?!\p{L})/iu
const theyGet = /\byou(?:['’]ll| will| shall| should)(?: \w+ly)? (?:see|get|have|receive|hear|find|be)\b/i
const notOurs =
  /\b(?:you(?:['’]ll| will)|if|that will be|will (?:need|cost|have to|help|fit|work|do\b|not)|(?:he|she|they|it) will (?:love|like|be (?:glad|happy|fine|pleased)|work|fit|last|need|cost)|will be (?:fine|glad|happy|pleased|there for|here for|enough|needed|a |an |too))\b/i

/** A day in what went wrong is no day for what is to come. */
const lookedBack =
  /\b(?:sorry|apologi[sz]e|(?:I|we) (?:was|were|did|had|knew|should have|forgot|missed|painted|promised|sent|left|took|made|told|put|wanted|let|kept)|(?:was|were)(?:n['’]t| not))\b/i

/** The promises and coming steps of a draft that carry no time of their own, nor have one beside them. */
export function untimedSteps(
  body: readonly Span[],
  promises: readonly FoundPromise[],
): { start: number; end: number }[] {
  const open: { start: number; end: number }[] = []
  for (const [at, span] of body.entries()) {
    const here = promises.filter((one) => !one.hold && one.start >= span.start && one.start < span.end)
    const beside = saysWhen(span.text) && !saysSomeday(span.text)
    const near =
      (body[at - 1] &&
        saysWhen(body[at - 1]!.text) &&
        !lookedBack.test(body[at - 1]!.text) &&
        /^(?:I|we|it|they|he|she|then|and)\b/i.test(span.text)) ||
      (body[at + 1] &&
        saysWhen(body[at + 1]!.text) &&
        /^(?:it|they|that|this|you|both|expect|he|she)\b/i.test(body[at + 1]!.text))
    for (const one of here) {
      if (one.due !== null || beside || (one.conditional && !saysSomeday(span.text))) continue
      // "Nothing with her name will come": refraining has no hour.
      if (
        /\b(?:nothing|nobody|no one|never|no longer|not)\b/i.test(
          span.text.slice(0, Math.max(0, one.end - span.start)),
        )
      )
        continue
      if (one.dueKind === 'event' && !saysSomeday(span.text)) continue
      if (near && !saysSomeday(span.text)) continue
      // "Eine nehmen wir gern zurück" is agreed with the word.
      if (/\b(?:nehme|nehmen) (?:ich|wir)\b[^.!?]*\bzurück/i.test(span.text)) continue
      // "Anbei erhalten Sie" is here with the letter.
      if (/\b(?:anbei|beiliegend|beigelegt|im anhang)\b/i.test(span.text)) continue
      // "Sie warten seit dem 3. Jänner" looks back.
      if (/\bseit\b/i.test(one.quote)) continue
      // Who is driving is coming now.
      if (/^(?:I['’]m|I am|we['’]re|we are) (?:driving|coming|on (?:my|our) way)\W*$/i.test(span.text))
        continue
      // "You will have the record with them": it comes when they come.
      if (/\b(?:with (?:them|it|him|her)|brings? (?:it|them) along|in the same)\b/i.test(span.text)) continue
      open.push({ start: one.start, end: one.end })
    }
    if (
      here.length === 0 &&
      !beside &&
      saysSomeday(span.text) &&
      (coming.test(span.text) || underWay.test(span.text) || theyGet.test(span.text)) &&
      !/\?\s*$/.test(span.text)
    )
      open.push({ start: span.start, end: span.end })
    else if (here.length === 0 && !beside && !near && (bareStep.test(span.text) || thenWe.test(span.text)))
      open.push({ start: span.start, end: span.end })
    else if (
      here.length === 0 &&
      !beside &&
      !near &&
      (/\b(?:will|shall) be \w+(?:ed|t|n)\b/i.test(span.text) || comesSometime.test(span.text)) &&
      !notOurs.test(span.text) &&
      !/\?\s*$/.test(span.text)
    )
      open.push({ start: span.start, end: span.end })
  }
  return open
}
