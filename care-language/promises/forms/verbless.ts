import type { When } from '../../dates/when.ts'
import type { Anchor } from '../anchor.ts'
import { adverbs, beForms, imperatives, pronouns, will } from '../englishWords.ts'
import { isHardBreak, type Line, wordAt } from '../line.ts'
import type { Subject } from '../subjectKinds.ts'

/** What a person sends or says. */
const words =
  /^(?:answer|reply|response|update|email|e-mail|text|call|news|link|quote|quotation|draft|report|plan|proposal|figures|drawings|proofs|photos|pictures|price|prices|decision|summary|confirmation|copy|details|tracking|invite|feedback)$/
const fromMe = /^(?:answer|reply|response|call|text|email|e-mail|quote|quotation|news|decision|feedback)$/
/** What the firm brings about. */
const goods = /^(?:refund|replacement|delivery|collection|one|ones|parcel|label|cheque|visit|fix|card)$/
const before =
  /^(?:a|an|the|new|another|proper|full|fuller|final|longer|short|further|more|next|first|second|fresh|revised|corrected|written|detailed|last|real|definite|firm|your)$/
const behind = /^(?:to|in|with|from|on|by|about|for|over|back|out|through|,)$/

/** "Proper answer tomorrow", "New link in your inbox in two minutes", "Refund today": what comes and when, without a verb. */
export function verblessAnchor(line: Line, at: number): Anchor | null {
  if (line.question || line.whens.length === 0) return null
  if (at > 0 && !isHardBreak(line, at - 1) && wordAt(line, at - 1) !== ',') return null
  // "More in an hour."
  if (
    wordAt(line, at) === 'more' &&
    (at === 0 || isHardBreak(line, at - 1)) &&
    line.times[at + 1] !== -1 &&
    line.whens[line.times[at + 1] ?? -1]?.to === endOf(line)
  )
    return {
      subject: { kind: 'thing', who: 'firm', from: at, head: 'more', plural: false },
      from: at,
      predicate: { verb: at, form: 'state' },
      end: endOf(line),
      hold: false,
      needsTime: 'any',
      later: false,
      verbless: true,
    }
  let noun = at
  while (noun < at + 4 && before.test(wordAt(line, noun)) && line.times[noun] === -1) noun++
  const head = wordAt(line, noun)
  const said = words.test(head)
  const named = said || goods.test(head)
  if (line.times[noun] !== -1 || line.tokens[noun]?.kind !== 'word') return null
  if (noun === at && (head.startsWith('one') || !named || (imperatives.has(head) && head !== 'quote')))
    return null
  let comes = named
  // "Your email on Friday" lies behind; "your quote tomorrow" does not.
  const promised = noun > at && wordAt(line, at) !== 'your'
  let end = noun + 1
  let when: Line['whens'][number] | null = null
  for (; end < line.tokens.length && !isHardBreak(line, end); end++) {
    const word = wordAt(line, end)
    if (line.times[end] !== -1) {
      when = line.whens[line.times[end]!]!
      end = when.to - 1
      continue
    }
    if (end > noun + 8 || beForms.has(word) || will.has(word) || finite.test(word)) return null
    // "The report on Friday said otherwise", "payment by Friday please"
    // "Next update at 2pm whatever happens"
    if (when && /^(?:whatever|regardless|either)$/.test(word)) break
    if (
      word === 'please' ||
      (when && word !== ',' && !behind.test(word) && !/^(?:then|latest|sharp|promise)$/.test(word))
    )
      return null
    if (pronouns.has(word) && !/^(?:you|it|this|that|one)$/.test(word)) return null
    if (isOnItsWay(line, end)) comes = true
    if (end === noun + 1 && !behind.test(word) && !adverbs.has(word)) return null
    if (word === ',') {
      if (!when) return null
      break
    }
  }
  if (!when || !comes || !ahead(when.when, promised, wordAt(line, when.from))) return null
  const who = fromMe.test(head) ? 'writer' : 'firm'
  const subject: Subject = { kind: 'thing', who, from: at, head, plural: false }
  return {
    subject,
    from: at,
    predicate: { verb: noun, form: 'state' },
    end,
    hold: false,
    needsTime: 'any',
    later: false,
    verbless: true,
  }
}

const endOf = (line: Line): number => {
  let end = line.tokens.length
  while (end > 0 && line.tokens[end - 1]!.kind === 'mark') end--
  return end
}

/** "in the post", "to you", "with you", "in your inbox" */
const isOnItsWay = (line: Line, at: number): boolean =>
  (/^(?:to|with)$/.test(wordAt(line, at)) && wordAt(line, at + 1) === 'you') ||
  (/^(?:in|on|at|through)$/.test(wordAt(line, at)) &&
    /^(?:the|your|yours)$/.test(wordAt(line, at + 1)) &&
    /^(?:post|mail|inbox|van|courier|doorstep|door|account|letterbox)$/.test(wordAt(line, at + 2)))

const finite =
  /^(?:was|were|has|have|had|can|could|should|would|may|might|must|did|does|do|not|n't|no|if|or)$/

/** A time that lies ahead and is no length of days ("delivery 3 to 5 days"). */
function ahead(
  { day, minutes, part, period, by, every, now, window, clock }: When,
  promised: boolean,
  first: string,
) {
  if (every || now || window || by === 'ago' || by === 'since') return false
  if (minutes !== undefined) return by === 'in' || by === 'within'
  if (day?.is === 'shift')
    return !day.working && day.days < 2 && (by === null || by === 'by' || by === 'before')
  if (by === 'by' || by === 'before') return day !== undefined || period !== undefined || clock !== undefined
  if (day) return promised || first !== 'on'
  return (
    part !== undefined || (period !== undefined && period.is === 'week') || (clock !== undefined && promised)
  )
}
