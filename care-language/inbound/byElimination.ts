import type { Span } from '../sentences.ts'
import type { Signal } from './signal.ts'

/** Somebody who is glad, tells a plan, or passes something on. */
const glad =
  /\b(?:happy|glad|pleased|love[ds]?|lovely|enjoy\w*|great|good|fine|well|works|perfect\w*|nice|wonderful|beautiful|best|delicious|congrat\w*|success\w*|fun|laughed|smil\w+|welcome|sorted|solved|found (?:it|them|him|her|us)|arrived safely|nothing (?:is |was )?(?:missing|wrong|broken|amiss|to add)|no (?:problem|worries|complaints?))\b|[:;]-?\)|[\u{1F600}-\u{1F64F}\u2764\u{1F44D}]/iu
const passesOn =
  /\b(?:do(?:es)?(?:n['’]t| not) know|just (?:so you know|to let you know|for your)|for your information|fyi|(?:here|attached|enclosed|below) (?:is|are|you)|(?:find|see) (?:attached|enclosed|below)|as (?:requested|agreed|discussed|promised)|(?:my|our) (?:new )?(?:address|number|name|e-?mail) is|(?:i|we)(?:['’]ve| have)? (?:just |now |already )?(?:paid|sent|signed|posted|transferred|attached|moved|forgot|filled|booked|ordered)|(?:i|we)(?:['’]ll| will| shall| am going to| are going to)|see you|happy|greetings|(?:i|we|and) need (?:an?|some|more|two|three|\d)|i(?:['’]m| am) (?:writing|looking|interested))\b/i
const supposes = /\b(?:if|would|should|may|might|perhaps|maybe)\b/i
/** What they are and have, which nobody has done to them. */
const ofThemselves =
  /^(?:i|we)(?:['’](?:m|re|ve)| am| are| have| live| work| own| keep) (?:an?|two|three|four|\d+) /i
const finite =
  /['’]ve\b|^(?:once again |again |still )?no \w+|\b(?:is|are|was|were|has|have|had|do|does|did|came|got|went|made|took|heard|saw|found|lost|left|told|said|wrote|sat|stood|slept|broke|fell|flew|rang|paid|sold|sent|spent|felt|kept|held|gave|drove|woke|smelt|cost|put|cut|let|stays?|shows?|says?|gives?|turns?|[a-z]{3,}ed|[a-z]{3,}s)\b/i

/** Asked for only where something is wrong: put right, paid back, explained. */
const putRight =
  /\b(?:refund|money back|replace\w*|right one|new one|another one|repair|fix(?:ed)?|mend|correct(?:ed|ion)?|put (?:it |this |that )?right|sort (?:it|this|that) out|compensat\w*|what (?:went wrong|happened|now|shall (?:i|we) do|should (?:i|we) do|do (?:i|we) do now)|how (?:could|can|did) (?:this|that|it|such)\b[\w ]{0,16}(?:happen|be)|how (?:this|that|it) (?:is|was|could be) possible|why (?:did|was|were|has|have|is|are|does|do|nobody|no one|am) |who pays?|never happens? again|not happen again|(?:send|come) (?:somebody|someone|the (?:right|missing)))\b/i

/**
 * Nobody writes to a shop to say that the wardrobe has two left doors, unless it should not have: a letter that tells
 * something, asks nothing, thanks nobody and takes no leave reports a failure; so does one that asks for what only a failure
 * needs. Null where neither is so; else the words it rests on.
 */
export function toldTrouble(
  told: readonly Span[],
  asks: readonly Span[],
  signals: Readonly<Record<Signal, number>>,
  text: string,
): Span | null {
  if (signals.failure >= 0.5 || signals.leaving >= 0.4 || signals.chase >= 0.5) return null
  const right = asks.find(
    (ask) => putRight.test(ask.text) && !(inGeneral.test(ask.text) && !happened.test(ask.text)),
  )
  if (right && !/\b(?:if|in case|would you|do you (?:offer|do|sell|repair))\b/i.test(right.text)) return right
  if (asks.length > 0 || signals.thanks >= 0.35 || signals.praise >= 0.3) return null
  if (glad.test(text) || passesOn.test(text) || told.length > 6) return null
  const telling = told.filter(
    (one) =>
      finite.test(one.text) &&
      !supposes.test(one.text) &&
      !ofThemselves.test(one.text) &&
      one.text.split(/\s+/).length >= 4,
  )
  // One sentence that is all hurry or all hurt has said what it is.
  if ((signals.upset >= 0.55 || signals.urgent >= 0.5) && telling.length < 2) return null
  return telling[0] ?? null
}

/** "Can the battery be replaced when it is empty?": asked of a thing in general, it has not happened. */
const inGeneral =
  /^(?:(?:and|or|also|hi|hello)[, ]+)*(?:can|could|do|does|is|are|would|will|what (?:do|does|would|happens)|how (?:do|does|would|much|late|long))\b/i
const happened =
  /\b(?:my|our|mine|still|again|yesterday|today|last|since|already|this (?:morning|week)|you (?:sent|charged|took|delivered|sold|promised))\b/i

/** Whether all that sounds like a failure stands inside questions about things in general. */
export const onlyInGeneral = (
  asks: readonly Span[],
  evidence: readonly { signal: Signal; start: number; end: number }[],
): boolean =>
  evidence.some((one) => one.signal === 'failure') &&
  evidence.every(
    (one) =>
      one.signal !== 'failure' ||
      asks.some(
        (ask) =>
          ask.start <= one.start &&
          one.end <= ask.end &&
          inGeneral.test(ask.text) &&
          !happened.test(ask.text),
      ),
  )
