import type { Span } from '../sentences.ts'
import type { Signal } from './signal.ts'
import { amiss, type Language } from './told/amiss.ts'

/** Whoever is glad of it, or says that nothing is amiss. */
const glad =
  /\b(?:happy|glad|pleased|love[ds]?|lovely|enjoy\w*|great|good|fine|well|works|perfect\w*|nice|wonderful|beautiful|best|delicious|congrat\w*|success\w*|fun|laughed|smil\w+|welcome|sorted|solved|found (?:it|them|him|her|us)|arrived safely|in one piece|nothing (?:is |was )?(?:missing|wrong|broken|amiss|to add)|no (?:problem|worries|complaints?)|could(?:n['’]t| not) (?:have (?:asked|wished|hoped|been happier)|ask for|wish for|be happier|fault))\b|[:;]-?\)|[\u{1F600}-\u{1F64F}\u2764\u{1F44D}]/iu
const delights =
  /\b(?:a (?:joy|dream|delight|treat)|wonderful|lovely|got the job|just want(?:ed)? to say|so happy|delighted)\b|!!!/i
/** Their own word for the whole letter, not what they were told. */
const nothingAmiss =
  /^(?!.*\b(?:sa(?:id|ys?)|told|claim\w*|insist\w*|but|yet|though|although)\b).*\bnothing(?: is| was|['’]s)? (?:wrong|amiss|the matter)\b/is
const supposes = /\b(?:if|should|may|might|perhaps|maybe)\b/i
/** Grief is no fault of ours, nor what is passed on, nor what they themselves have done or are about to do. */
const grieves =
  /\b(?:died|passed away|death|funeral|dead|buried|(?:is|was|am|been|fell) (?:very |so )?ill)\b/i
const passesOn =
  /\b(?:do(?:es)?(?:n['’]t| not) know|just (?:so you know|to let you know|for your)|for your information|fyi|(?:here|attached|enclosed|below) (?:is|are|you)|(?:find|see) (?:attached|enclosed|below)|as (?:requested|agreed|discussed|promised)|(?:i|we)(?:['’]ve| have)? (?:just |now |already )?(?:sent|signed|posted|transferred|attached|moved|forgot|filled|uploaded)|see you|(?:i|we|and) need (?:an?|some|more|two|three|\d))\b/i

/** Asked for only where something is wrong: put right, paid back, explained. */
const putRight =
  /\b(?:refund|money back|replace\w*|right one|new one|another one|repair|fix(?:ed)?|mend|correct(?:ed|ion)?|put (?:it |this |that )?right|sort (?:it|this|that) out|compensat\w*|what (?:went wrong|happened|now|shall (?:i|we) do|should (?:i|we) do|do (?:i|we) do now)|how (?:could|can|did) (?:this|that|it|such)\b[\w ]{0,16}(?:happen|be)|how (?:this|that|it) (?:is|was|could be) possible|why (?:did|was|were|has|have|is|are|does|do|nobody|no one|am) |who pays?|never happens? again|not happen again|(?:send|come) (?:somebody|someone|the (?:right|missing)))\b/i

/** From here a sentence is taken for trouble: alone in a letter, beside an ask, beside thanks. */
const enough = { alone: 0.5, asking: 0.66, thanking: 0.85 }

/**
 * Nobody writes to a shop to say that the wardrobe has two left doors, unless it should not have: what is told in a letter, and
 * not asked, reports a failure where it sounds like one; so does what is asked for only after a failure. Null where neither is
 * so; else the words it rests on.
 */
export function toldTrouble(
  told: readonly Span[],
  asks: readonly Span[],
  signals: Readonly<Record<Signal, number>>,
  language: Language,
): Span | null {
  if (signals.failure >= 0.5) return null
  const right = asks.find(
    (ask) => putRight.test(ask.text) && !(inGeneral.test(ask.text) && !happened.test(ask.text)),
  )
  if (right && !/\b(?:if|in case|would you|do you (?:offer|do|sell|repair))\b/i.test(right.text)) return right
  if (told.some((one) => nothingAmiss.test(one.text))) return null
  const isGlad =
    signals.thanks >= 0.35 || signals.praise >= 0.3 || told.some((one) => delights.test(one.text))
  const least = isGlad ? enough.thanking : asks.length > 0 ? enough.asking : enough.alone
  let worst: Span | null = null
  let most = least
  for (const one of told.slice(0, 12)) {
    if (asks.some((ask) => ask.start < one.end && one.start < ask.end)) continue
    const said = one.text.replace(greeting, '')
    if (said.split(/\s+/).length < 3) continue
    if (glad.test(said) || supposes.test(said) || grieves.test(said) || passesOn.test(said)) continue
    const likely = amiss(said, language)
    if (likely >= most) [worst, most] = [one, likely]
  }
  return worst
}

const greeting = /^(?:hi|hello|dear|hey|good (?:morning|day|afternoon|evening))\b[^,!.\n]{0,40}[,!.]\s*/i

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
