import { remember } from '../../remember.ts'
import { baseVerbs, rarelyImperative } from '../../words/verbs.ts'
import { type Anchor, base } from '../anchor.ts'
import { acts, bareThings, isGift, roles } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'
import { handedOver } from '../predicates/handedOver.ts'
import type { Predicate } from '../predicates/predicate.ts'
import { subjectBefore } from '../subject.ts'
import type { Subject } from '../subjectKinds.ts'
import { embedded } from './embedded.ts'
import {
  comesAnyway,
  goesToThem,
  isPlan,
  isStep,
  keepsForThem,
  onTheDay,
  recaps,
  tellsLater,
  waits,
} from './later.ts'
import { leadingSubject } from './leading.ts'
import { resolved, saysThen } from './resolved.ts'
import { comesToUs, givesAfter, letterDoes } from './underWay.ts'

const timetable = new Map(
  Object.entries({
    leave: 1,
    leaves: 1,
    ship: 1,
    ships: 1,
    go: 1,
    goes: 1,
    arrive: 1,
    arrives: 1,
    come: 1,
    comes: 1,
    start: 1,
    starts: 1,
    begin: 1,
    begins: 1,
    return: 1,
    returns: 1,
    follow: 1,
    follows: 1,
    gets: 1,
    kicks: 1,
    reaches: 1,
    lands: 1,
    hits: 1,
    commence: 1,
    commences: 1,
    flies: 1,
    sails: 1,
  }),
)

const again = new Set(['daily', 'weekly', 'monthly', 'regularly', 'nightly'])

/** What is felt, thought, owned, asked for or said, and what a house does for all: no act for this customer. */
const felt = new Set(
  'need want like love hate prefer wish hope expect think believe know mean understand regret appreciate value trust remember forget see hear feel notice own owe have be do require ask offer accept agree admit claim consider welcome celebrate suggest recommend advise charge receive enjoy miss open close finish work host confirm enclose attach say state cost total judge doubt guess learn find lose lack mind watch play attend assume await blame borrow buy spend earn eat drink wear live stay stand sit sleep run use lead face fear fit suit hurt help show start stop begin end keep let make get go come reach enter leave advertise announce broadcast perform publish'.split(
    ' ',
  ),
)

const actsOnSomething = (line: Line, at: number): boolean =>
  line.times[at] === -1 &&
  /^(?:it|them|the|your|you|yours|her|him|this|that|these|both|all|everything|his|their)$/.test(
    wordAt(line, at),
  )

/** What a word may be the verb of; null for nearly all words, which are passed over at one look. */
const verbOf = remember((word) => {
  const plain = word.endsWith('s') ? word.slice(0, -1) : word
  const verb = {
    moves: timetable.has(word),
    third:
      word !== plain &&
      (word === 'sees' ||
        word === 'arrives' ||
        acts.has(plain) ||
        acts.has(word.replace(/es$/, '')) ||
        acts.has(word.replace(/ies$/, 'y')) ||
        // "rehangs", "relays": done once more.
        (/^re\w{4,}s$/.test(word) && word !== 'reopens' && acts.has(plain.slice(2)))),
    acts: acts.has(word),
    open: false,
    mayPlan:
      baseVerbs.has(word) &&
      !/^(?:have|be|do|need|require|expect|feel|send)$/.test(word) &&
      !rarelyImperative.has(word),
  }
  // "Kate decorates it on Friday": any verb with what it acts on behind it, but those of mind and having.
  const bases = [word, plain, word.replace(/es$/, ''), word.replace(/ies$/, 'y')]
  const open =
    bases.some(
      (one) =>
        (baseVerbs.has(one) || /^re[a-z]{4,}(?<!ed|ing|ly|nt|al|re)$/.test(one)) &&
        !felt.has(one) &&
        !rarelyImperative.has(one),
    ) && !bases.some((one) => felt.has(one))
  const other = open || word === 'have' || word === 'hear' || word === 'stays' || word === 'waits'
  return other || verb.moves || verb.third || verb.acts || verb.mayPlan ? { ...verb, open } : null
})

/** "Your replacement leaves here on Monday", "they go in the kiln on Thursday", "Tomorrow I bring the new glass". */
export function presentAnchor(lines: readonly Line[], lineIndex: number, at: number): Anchor | null {
  const line = lines[lineIndex]!
  const word = wordAt(line, at)
  const verb = verbOf(word)
  if (!verb) return null
  const { moves, third } = verb
  const ours = verb.acts || (verb.mayPlan && isPlan(line))
  // "You have it Friday morning"
  const has =
    word === 'have' &&
    ((/^(?:it|them|both|everything)$/.test(wordAt(line, at + 1)) && (line.times[at + 2] ?? -1) !== -1) ||
      // "You have my answer by noon"
      (/^(?:my|our)$/.test(wordAt(line, at + 1)) && (line.times[at + 3] ?? -1) !== -1))
  const open = verb.open && actsOnSomething(line, at + 1)
  if (!moves && !third && !ours && !has && !open && word !== 'hear' && word !== 'stays' && word !== 'waits')
    return null
  if (/^(?:n't|not)$/.test(wordAt(line, at + 1))) return null
  // "I confirm you that the driver is there": what the letter says.
  if (/^(?:confirm|inform|advise|notify|tell|assure)$/.test(word))
    for (let ahead = at + 1; ahead < at + 4; ahead++) if (wordAt(line, ahead) === 'that') return null
  // "Fines on children's books were …": a thing of somebody's.
  if (wordAt(line, at - 1) === "'s" && /^(?:were|was|are|is|have|has|will)$/.test(wordAt(line, at + 1)))
    return null
  if (/^(?:write|email|call|contact)$/.test(word) && letterDoes(line, at)) return null
  // "I ring them daily at nine"
  for (let ahead = at + 1; ahead < at + 8; ahead++) if (again.has(wordAt(line, ahead))) return null
  const steps = isStep(lines, lineIndex) || recaps(line, at)
  if (
    at === 0 ||
    (line.whens.length === 0 &&
      !comesOff(line, at) &&
      !tellsLater(line, at) &&
      !keepsForThem(line, at) &&
      !waits(line, at) &&
      !steps &&
      !comesAnyway(line, at) &&
      word !== 'waits' &&
      !reserves(line, at) &&
      !onTheDay(lines, lineIndex, at))
  )
    return null
  const own = resolved(lines, lineIndex, subjectBefore(line, at))
  const subject = own.kind === 'none' && moves ? (sharedSubject(line, at) ?? own) : own
  if (subject.kind === 'none' || subject.from >= at) return null
  if (embedded(line, subject.from)) return null
  if (
    /^(?:to|will|'ll|can|could|should|would|may|might|must|not|n't|did|do|does|please)$/.test(
      wordAt(line, at - 1),
    )
  )
    return null
  const predicate: Predicate = { verb: at, form: 'state' }
  const anchor = (needsTime: Anchor['needsTime']) =>
    base(subject, subject.from, predicate, line, { needsTime, later: saysThen(line, subject.from, at) })
  switch (subject.kind) {
    case 'writer':
    case 'firm': {
      if (subject.kind === 'writer' && reserves(line, at)) return anchor('no')
      // "We keep it for you until you are back"
      if (/^(?:keep|hold|reserve)$/.test(word) && keepsForThem(line, at)) return anchor('no')
      // "We start on the 7th"
      const starts = /^(?:start|begin|come)$/.test(word) && (line.times[at + 1] ?? -1) !== -1
      if (/^(?:start|begin|get|go|come)$/.test(word) && !goesToThem(line, at) && !starts) return null
      if (starts) return anchor('day')
      if (word === 'look' && !/^(?:at|into|in|over|through|after|up|for)$/.test(wordAt(line, at + 1)))
        return null
      // "We ask that you reply by Friday"
      if (word === 'ask' && /^(?:you|that|for|all|our|everyone)$/.test(wordAt(line, at + 1))) return null
      if (line.whens.length === 0 && !steps && !tellsLater(line, at)) return null
      if (!ours && open && !word.endsWith('s'))
        return /^(?:broadcast|reset|cast|bet|cost|quit|shed)$/.test(word) ? null : anchor('day')
      // "I put nobody on it" may be the past.
      return !third &&
        ours &&
        !/^(?:put|set|cut|read|let|shut|hit|split|close|open|finish|work|run|show|keep|see|serve|stop|use)$/.test(
          word,
        ) &&
        (word !== 'meet' || /^(?:you|on|at|again)$/.test(wordAt(line, at + 1)))
        ? anchor(
            tellsLater(line, at) || steps
              ? 'no'
              : isPlan(line) || subject.kind === 'writer'
                ? 'any'
                : 'today',
          )
        : null
    }
    case 'person':
      // "My colleague waits for you"
      if (word === 'waits')
        return wordAt(line, wordAt(line, at + 1) === 'for' ? at + 2 : at + 1) === 'you' ? anchor('no') : null
      // "He comes back Thursday": an absence that ends.
      if (/^(?:comes|gets|returns)$/.test(word) && isBackAgain(line, at)) return null
      // "They only work Monday to Friday"
      if (wordAt(line, at - 1) === 'only') return null
      // "Marek stays on till it's finished"
      if (word === 'stays')
        return /^(?:on|late|behind|with)$/.test(wordAt(line, at + 1)) ? anchor('day') : null
      if (!third && open && word.endsWith('s') !== subject.plural) return anchor('day')
      return (third ||
        (subject.plural &&
          acts.has(word) &&
          !/^(?:meet|work|finish|open|close|run|say|tell|ask)$/.test(word))) &&
        !(/^(?:opens|closes)$/.test(word) && !/^(?:the|your|it|this)$/.test(wordAt(line, at + 1))) &&
        (!/^(?:starts|finishes|works|begins|asks|runs|helps|shows|lets|looks|reads|does|keeps|meets|gets|speaks|says|tells?|takes|stops|sees|goes)$/.test(
          word,
        ) ||
          (/^(?:starts|begins)$/.test(word) &&
            (/^(?:work|on)$/.test(wordAt(line, at + 1)) ||
              ((line.times[at + 1] ?? -1) !== -1 && roles.has(subject.head)))) ||
          (word === 'meets' && wordAt(line, at + 1) === 'you') ||
          (/^(?:takes|sees|looks|gets|reads|speaks|starts|begins|goes|does)$/.test(word) &&
            goesToThem(line, at))) &&
        !/^(?:me|us)$/.test(wordAt(line, at + 1))
        ? anchor(
            steps || waits(line, at) || (!subject.plural && onTheDay(lines, lineIndex, at)) ? 'no' : 'day',
          )
        : null
    case 'you':
      // "You receive from us a new one": English of somebody who learns it.
      if (
        /^(?:get|receive)$/.test(word) &&
        line.tokens.some((_, from) => startsWith(line, from, ['from', 'us']) && from > at && from < at + 7)
      )
        return anchor('no')
      return (/^(?:get|receive)$/.test(word) && givesAfter(line, at)) ||
        has ||
        (word === 'hear' && /^(?:from|back)$/.test(wordAt(line, at + 1)))
        ? anchor(waits(line, at) ? 'no' : 'day')
        : null
    case 'thing': {
      if (
        subject.head === 'they' &&
        acts.has(word) &&
        isPlan(line) &&
        line.tokens.slice(0, at).some((token) => /^(?:i|we)$/.test(token.text))
      )
        return anchor('day')
      // "It starts on the 2nd": a sale, a course, a match.
      if (
        /^(?:starts?|begins?)$/.test(word) &&
        /^(?:it|this|that|they|the|a)$/.test(wordAt(line, subject.from))
      )
        return null
      // "The glass arrives tomorrow": stock that comes to us, or somebody else's van.
      if (
        /^(?:arrives?|comes?)$/.test(word) &&
        !/^(?:down|up|out|off)$/.test(wordAt(line, at + 1)) &&
        !startsWith(line, at + 1, ['back', 'to', 'you']) &&
        !startsWith(line, at + 1, ['to', 'you']) &&
        /^(?:the|a)$/.test(wordAt(line, subject.from)) &&
        (!isGift(subject.head) || subject.head === 'one') &&
        !bareThings.has(subject.head)
      )
        return null
      if (word === 'hits' && wordAt(line, at + 1) !== 'your') return null
      if (/^(?:gets|reaches)$/.test(word) && !/^(?:to|you|back)$/.test(wordAt(line, at + 1))) return null
      const way = wordAt(line, at + 1)
      // "Work on your drive begins on Monday"
      if (works.test(subject.head) && /^(?:starts|begins|commences)$/.test(word) && timeSoon(line, at + 1))
        return anchor('day')
      if (theirOwn.test(subject.head)) return null
      if (
        !moves ||
        (/^(?:up|down|away|off|with|from)$/.test(way) &&
          !(/^leaves?$/.test(word) && way === 'with') &&
          !(word === 'kicks' && way === 'off') &&
          // "The new curtains go up on Wednesday": not a price, nor a machine.
          !(/^(?:up|down)$/.test(way) && /^(?:goe?s?|comes?)$/.test(word) && !rises.test(subject.head)) &&
          // "Your name comes off the list", "goes out with him": not a price that goes up.
          !(
            word === 'comes' &&
            way === 'off' &&
            (/^(?:the|your|our)$/.test(wordAt(line, at + 2)) || (line.times[at + 2] ?? -1) !== -1)
          ) &&
          !startsWith(line, at + 1, ['from', 'our']) &&
          !startsWith(line, at + 1, ['off', 'to']))
      )
        return null
      if (comesAnyway(line, at) || comesOff(line, at)) return anchor('no')
      if (/^(?:arrives?|comes?|lands?|gets?|goes|returns?)$/.test(word) && comesToUs(line, at)) return null
      // "It leaves Market Square at 7.40": a bus.
      if (
        /^(?:leaves?|departs?)$/.test(word) &&
        (line.tokens[at + 1]?.capital ||
          (wordAt(line, at + 1) === 'the' &&
            !/^(?:warehouse|depot|workshop|kitchen|bakery|shop|studio|factory|store|works|office)$/.test(
              wordAt(line, at + 2),
            ))) &&
        line.times[at + 1] === -1
      )
        return null
      // What keeps a timetable of its own, or begins by its own terms.
      if (ownTerms.test(subject.head)) return null
      const known =
        /^(?:your|yours|it|they|the|my|our|a|another|that|this|her|his|their)$/.test(
          wordAt(line, subject.from),
        ) ||
        subject.head === 'replacement' ||
        (bareThings.has(wordAt(line, subject.from)) && opensSegment(line, subject.from)) ||
        // "Fresh bouquet goes out at three": which one is said by its word in front.
        (!subject.plural &&
          subject.from < at - 1 &&
          particular.test(wordAt(line, subject.from)) &&
          opensSegment(line, subject.from))
      const verbFits =
        /^(?:goes|leaves|ships|comes|arrives|returns|starts|begins|follows|gets|reaches|lands|hits|flies|sails|kicks)$/.test(
          word,
        ) ||
        (subject.plural && word !== 'start' && word !== 'begin') ||
        // "The second parcel leave our house on Friday": English of somebody who learns it.
        (/^(?:arrive|leave|come|go)$/.test(word) && subject.from < at - 1 && !isHabit(line, at))
      return known && verbFits
        ? anchor(
            /^(?:starts|begins)$/.test(word) ||
              (/^(?:the|a)$/.test(wordAt(line, subject.from)) &&
                !/^(?:out|back|in|to|live|here)$/.test(behindTime(line, at + 1)))
              ? /^(?:goe?s?|ships?|leaves?|follows?)$/.test(word)
                ? 'today'
                : 'day'
              : 'any',
          )
        : null
    }
    case 'generic':
      // "Work starts on 9 November", "skip comes Monday, wall comes down Tuesday"
      if (
        opensSegment(line, subject.from) &&
        !subject.plural &&
        (works.test(subject.head)
          ? /^(?:starts|begins|commences)$/.test(word)
          : /^(?:goes|ships|leaves|comes|arrives)$/.test(word) &&
            subject.from === at - 1 &&
            !anyones.test(subject.head)) &&
        timeSoon(line, at + 1)
      )
        return anchor('day')
      return /^(?:goes|ships|leaves|comes)$/.test(word) &&
        !subject.plural &&
        particular.test(wordAt(line, subject.from)) &&
        subject.from < at - 1 &&
        opensSegment(line, subject.from) &&
        !comesToUs(line, at)
        ? anchor('any')
        : null
    case 'system':
      // "Your new card goes out in tomorrow's post"
      // "Your page goes live on Thursday"
      if (word === 'goes' && wordAt(line, at + 1) === 'live' && wordAt(line, subject.from) === 'your')
        return anchor('day')
      return (/^(?:goes|leaves|ships)$/.test(word) ||
        (/^(?:arrives|lands|comes)$/.test(word) && wordAt(line, subject.from) === 'your')) &&
        /^(?:your|the|a|another|my|our|her|his)$/.test(wordAt(line, subject.from)) &&
        handedOver.test(subject.head)
        ? anchor('any')
        : null
    default:
      return null
  }
}

/** "The £84 comes off your next bill" */
const comesOff = (line: Line, at: number): boolean => {
  if (!/^(?:comes?|goe?s?)$/.test(wordAt(line, at))) return false
  const way = wordAt(line, at + 1)
  if (way !== 'off' && way !== 'against' && way !== 'towards') return false
  for (let ahead = at + 2; ahead < at + 7; ahead++)
    if (/^(?:bill|invoice|total|balance|payment|statement|order|instalment|rent)$/.test(wordAt(line, ahead)))
      return true
  return false
}

/** A word that says which one is meant, where no article does. */
const particular =
  /^(?:fresh|right|correct|missing|second|third|spare|proper|remaining|repaired|corrected|replacement)$/

const ownTerms =
  /^(?:trip|coach|bus|train|boat|ferry|flight|plane|tour|course|class|lesson|show|match|sale|event|season|term|semester|tariff|contract|policy|cover|warranty|lease|tenancy|guarantee|offer|discount|holiday|trial|subscription|plan|membership|licence|license)$/

/** What goes up and down by itself or for everybody. */
const rises =
  /^(?:prices?|rates?|rents?|fees?|costs?|charges?|premiums?|tariffs?|bills?|taxe?s?|levels?|temperatures?|numbers?|fares?|sites?|system|service|servers?|sun|it|that|this|they|these|those)$/

/** Who comes to them by themselves, and what moves for all. */
const theirOwn = /^(?:guests?|visitors?|friends?|parents|family|party|relatives|clocks?|hours)$/

/** The works themselves, not a course or a sale. */
const works = /^(?:work|works|building|scaffolding|fitting|installation|decorating|plastering|digging)$/

/** "The stone has been cut and goes to the polisher tomorrow" */
const sharedSubject = (line: Line, at: number): Subject | null =>
  wordAt(line, at - 1) === 'and' && /s$/.test(wordAt(line, at)) ? leadingSubject(line, at - 1) : null

const isHabit = (line: Line, at: number): boolean =>
  /^(?:you|to|will|can|let|make|see|have|help)$/.test(wordAt(line, at - 1)) || wordAt(line, at + 1) === 'to'

/** "comes back Thursday", not "comes back Thursday to finish it" nor "comes back to you". */
const isBackAgain = (line: Line, at: number): boolean => {
  const next = wordAt(line, at) === 'returns' ? at + 1 : at + 2
  if (next === at + 2 && wordAt(line, at + 1) !== 'back') return false
  const time = line.times[next]
  if (time === undefined || time === -1) return !wordAt(line, next) || line.tokens[next]!.kind === 'mark'
  return wordAt(line, line.whens[time]!.to) !== 'to' && wordAt(line, line.whens[time]!.to) !== 'with'
}

/** "I reserve you one place": English of somebody who learns it. */
const reserves = (line: Line, at: number): boolean =>
  /^(?:reserve|prepare|bring|order|make|keep|book)$/.test(wordAt(line, at)) &&
  wordAt(line, at + 1) === 'you' &&
  /^(?:one|two|a|an|the|your|another|new|it)$/.test(wordAt(line, at + 2)) &&
  wordAt(line, at - 1) === 'i'

/** What comes to a shop, or to everybody. */
const anyones =
  /^(?:stock|delivery|shipment|rain|snow|spring|summer|autumn|winter|christmas|term|school|bus|train|post|mail|everyone|everybody|money|time|help)$/

/** A day right behind the verb, or behind its particle: "comes down Tuesday". */
const timeSoon = (line: Line, at: number): boolean => {
  const time = line.times[at] === -1 && /^(?:in|out|down|up|over|back)$/.test(wordAt(line, at)) ? at + 1 : at
  const said = line.whens[line.times[time] ?? -1]?.when
  return said !== undefined && !said.every && said.day !== undefined
}

const opensSegment = (line: Line, at: number): boolean =>
  at === 0 || isHardBreak(line, at - 1) || /^(?:,|and|then|so)$/.test(wordAt(line, at - 1))

/** The word here, or behind a time that stands here: "goes today to the post". */
const behindTime = (line: Line, at: number): string => {
  const index = line.times[at]
  return wordAt(line, index === undefined || index === -1 ? at : line.whens[index]!.to)
}
