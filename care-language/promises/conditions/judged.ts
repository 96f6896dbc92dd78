import { adverbs, customerActs, roles, tastes, thirdParties } from '../englishWords.ts'
import { type Line, wordAt } from '../line.ts'
import type { Condition } from './condition.ts'
import { firstWhen, meeting, ownTime } from './theirTime.ts'

/** A clause after if, once, when: an act of the customer, a taste of theirs, or anything else that may happen. */
export function judged(line: Line, opener: string, from: number, to: number, trailing: boolean): Condition {
  const event: Condition = { is: 'event', when: -1 }
  if (opener === 'until' || opener === 'till' || opener === 'til') return event
  if (opener === 'before') {
    const time = firstWhen(line, from, to)
    return { is: 'event', when: trailing ? time : -1 }
  }
  let at = from
  while (adverbs.has(wordAt(line, at)) || /^(?:ever|either)$/.test(wordAt(line, at))) at++
  const word = wordAt(line, at)
  // "Would Monday suit? If so, I'll …": their answer.
  if (opener === 'if' && /^(?:so|yes)$/.test(word)) return { is: 'act', when: -1 }
  // "She'll do so when they open at nine tomorrow": only says at what hour.
  if (
    opener === 'when' &&
    /^(?:open|opens|close|closes|finish|finishes|start|starts)$/.test(wordAt(line, at + 1))
  )
    return { is: 'event', when: firstWhen(line, from, to) }
  if (word === 'you' || word === 'u') return ofYou(line, at + 1, to, opener)
  if (word === 'we' || word === 'i') return ofUs(line, at + 1, to)
  if (word === 'your')
    return /^(?:payment|reply|answer|photo|photos|picture|form|confirmation|letter|details|documents|return|email|message|deposit|application|paperwork|order|response|signature|cheque|approval|money|items?|parcel|package)$/.test(
      headAfter(line, at + 1, to),
    )
      ? { is: 'act', when: -1 }
      : event
  if (/^(?:signed|paid|returned|received|receipt|receiving)$/.test(word)) return { is: 'act', when: -1 }
  if (/^(?:that|this|it|these|those|they|all)$/.test(word)) {
    const rest = wordsOf(line, at + 1, to)
    if (/\bnot\b|n't/.test(rest)) return event
    // "Once this has been received"
    if (/^(?:has|have|is|are|'s) (?:been )?received\b(?! from (?:the|our))/.test(rest))
      return { is: 'act', when: -1 }
    if (
      /\b(?:suits?|works? for you|helps?|ok|okay|alright|all right|convenient|acceptable|agreeable|fine (?:with|by|for) you|interests?|appeals?|of interest|any good|any use|easier|better for you|good for you|preferable|of any use|useful)\b/.test(
        rest,
      )
    )
      return { is: 'offer', when: -1 }
    if (
      /\b(?:with us|to us|reach(?:es)? us|back here|back with us|us|our (?:warehouse|workshop|store|shop|office))\b/.test(
        rest,
      ) &&
      /\b(?:arrives?|reach(?:es)?|is|gets?|comes?|back|lands?)\b/.test(rest) &&
      !/\bsupplier|factory|maker|manufacturer|lab\b/.test(rest)
    )
      return { is: 'act', when: -1 }
    return event
  }
  if (
    /^(?:the|a|an)$/.test(word) &&
    /^(?:payment|deposit|form|forms|documents?|paperwork|signed|returned|photos?|proof|evidence|return|faulty|broken|old|damaged|original)$/.test(
      wordAt(line, at + 1),
    ) &&
    /\b(?:arriv|receiv|clear|reach|return|sign|back|complet|in\b|paid|land)/.test(wordsOf(line, at + 2, to))
  )
    return /^(?:payment|deposit|form|forms|documents?|paperwork|signed|returned|photos?|proof|evidence|return)$/.test(
      wordAt(line, at + 1),
    ) || /\b(?:us|back|returned|received)\b/.test(wordsOf(line, at + 2, to))
      ? { is: 'act', when: -1 }
      : event
  return event
}

function headAfter(line: Line, from: number, to: number): string {
  let head = wordAt(line, from)
  for (let at = from; at < Math.min(to, from + 4); at++) {
    if (
      /^(?:is|are|has|have|arrives?|clears?|comes?|reaches|lands|'s|gets|goes|in|of|to)$/.test(
        wordAt(line, at),
      )
    )
      break
    head = wordAt(line, at)
  }
  return head
}

const wordsOf = (line: Line, from: number, to: number) => {
  let text = ''
  for (let at = from; at < to; at++) text += `${wordAt(line, at)} `
  return text.replace(/ ('|n't)/g, '$1').trim()
}

function ofYou(line: Line, from: number, to: number, opener: string): Condition {
  // "when you arrive on Saturday": their coming is no act we wait for, and its day is ours.
  const next = /^(?:next|both|all)$/.test(wordAt(line, from)) ? from + 1 : from
  if (opener === 'when' && /^(?:arrive|come|get|visit|check|land|drop)$/.test(wordAt(line, next)))
    return { is: 'event', when: ownTime(line, from, to) }
  let at = from
  let modal = ''
  while (at < to) {
    const word = wordAt(line, at)
    if (
      /^(?:can|could|'ve|have|'ll|will|just|then|also|are|'re|do|kindly|please|simply|able|to|had|get|were|first|already|manage|would|'d|be|both|so|kind|as|going|still)$/.test(
        word,
      ) ||
      adverbs.has(word)
    ) {
      if (word === 'would' || word === "'d") modal = word
      // "you have any questions", "you are unhappy": no act.
      if (word === 'have' && /^(?:n't|not|yet)$/.test(wordAt(line, at + 1))) return { is: 'event', when: -1 }
      if (word === 'have' && !participleLike(wordAt(line, at + 1))) break
      if (word === 'get' && /^(?:me|us|them|those|these|your|back)$/.test(wordAt(line, at + 1)))
        return { is: 'act', when: -1 }
      if (word === 'get' && !/^(?:to|a|the|it|that)$/.test(wordAt(line, at + 1))) break
      if (word === 'would' && wordAt(line, at + 1) === 'like') return { is: 'offer', when: -1 }
      if (word === 'get' && /^(?:the|a|it|that|your)$/.test(wordAt(line, at + 1))) break
      at++
    } else break
  }
  const verb = wordAt(line, at)
  // "If you're content to wait"
  if (verb === 'content' && wordAt(line, at + 1) === 'to') return { is: 'offer', when: -1 }
  if (verb === "n't" || verb === 'not' || verb === 'no')
    return /^(?:want|contact|reply|respond|pay|return|sign|collect|mind|like|need|wish|feel|fancy|sure)$/.test(
      wordAt(line, at + 1),
    )
      ? { is: 'offer', when: -1 }
      : { is: 'event', when: -1 }
  if (modal && /^(?:like|prefer|rather|love|want|wish|be|appreciate|welcome)$/.test(verb))
    return { is: 'offer', when: -1 }
  if (verb === 'rather' || (tastes.has(verb) && !customerActs.has(verb))) return { is: 'offer', when: -1 }
  if (customerActs.has(verb)) {
    const when = meeting.has(verb) ? ownTime(line, at, to) : -1
    return { is: 'act', when }
  }
  return opener === 'should'
    ? { is: 'offer', when: -1 }
    : {
        is: 'event',
        when: verb === '' || !/^(?:here|in|there|back|at)$/.test(verb) ? -1 : ownTime(line, at, to),
      }
}

const participleLike = (word: string) =>
  /(?:ed|en|nt|id|it|ne|ut|ne)$/.test(word) || customerActs.has(word) || adverbs.has(word)

function ofUs(line: Line, from: number, to: number): Condition {
  const rest = wordsOf(line, from, to)
  const event: Condition = { is: 'event', when: -1 }
  // "If we don't hear from you we will close the case" is a notice, not a promise.
  if (/\b(?:hear|heard) (?:back |anything )*from (?!you\b)/.test(rest)) return event
  if (/^(?:do not|don't) (?:hear|get|receive)|^(?:have not|haven't) heard/.test(rest))
    return { is: 'offer', when: -1 }
  if (
    !/^(?:'ve |have |actually |then |do |can |could |both )*(?:receiv|get |get$|got |hear|have |have$|had |see |'ve got)/.test(
      rest,
    )
  )
    return event
  // "Once I've got it in my hand": what we get is not named as theirs.
  if (/^(?:'ve |have )?got (?:it|one|them)(?: |$)/.test(rest) && !/\b(?:back|you|your|from)\b/.test(rest))
    return event
  for (let at = from; at < to; at++)
    if (
      thirdParties.has(wordAt(line, at)) ||
      (roles.has(wordAt(line, at)) && /^(?:the|our|my|from)$/.test(wordAt(line, at - 1)))
    )
      return event
  if (/\b(?:from you|your|you|it|that|them|this|these|those|both|everything|all)\b/.test(rest))
    return /\b(?:back from the|from the|news|update|more)\b/.test(rest) ? event : { is: 'act', when: -1 }
  if (
    /\b(?:part|parts|stock|delivery|result|results|news|answer|word|update|report|quote|approval|go-ahead|reply|response|more|date|eta|information|info|confirmation|new|replacement|chance|minute|time)\b/.test(
      rest,
    )
  )
    return event
  return /\b(?:receiv|get|got|have)\w*\s+(?:the|a|an)\b/.test(rest) ? { is: 'act', when: -1 } : event
}
