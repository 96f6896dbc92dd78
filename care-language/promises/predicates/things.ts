import { acts, adverbs, habits, hedges, isGift, money, notPeople, thingVerbs } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'
import type { Subject } from '../subjectKinds.ts'
import { participleAt } from './participles.ts'
import { hasTime, type Predicate } from './predicate.ts'

/** What we do at the customer's, as a thing that takes place. */
export const visits = /^(?:fitting|installation|delivery|collection|handover|refit|repair)$/

const onlyPeople =
  /^(?:visit|inspect|collect|fit|install|repair|measure|deliver|bring|ring|phone|call|contact|write|email|text|meet|assess|examine|attend|pick|drop)$/

export function thingPredicate(line: Line, subject: Subject, at: number): Predicate | null {
  const word = wordAt(line, at)
  if (actsAlone(line, at)) return null
  // What is sent to everybody.
  if (/^(?:surveys?|questionnaires?|leaflets?|flyers?|brochures?|newsletters?|posters?)$/.test(subject.head))
    return null
  // What keeps a timetable of its own: "a replacement bus will leave from the front".
  if (
    /^(?:bus|buses|train|trains|coach|coaches|ferry|ferries|flight|flights|tram|shuttle)$/.test(
      subject.head,
    ) &&
    /^(?:leave|depart|run|go|arrive|call|stop|start|return|be)$/.test(word) &&
    wordAt(line, subject.from) !== 'your'
  )
    return null
  if (word !== 'be') {
    // "The inspection of your house will take place on Thursday": an appointment we set.
    if (
      word === 'take' &&
      wordAt(line, at + 1) === 'place' &&
      hasTime(line, at) &&
      (isTheirs(line, subject, at) || visits.test(subject.head))
    )
      return { verb: at, form: 'state' }
    // "A reviewer will contact you": only people do.
    if (
      /^(?:contact|call|ring|phone|telephone|visit|meet|write|talk|walk|greet|assist|answer|help)$/.test(
        word,
      ) &&
      /^(?:you|him|her|them)$/.test(wordAt(line, wordAt(line, at + 1) === 'to' ? at + 2 : at + 1)) &&
      !/^(?:it|this|that|these|those|which)$/.test(subject.head)
    )
      return { verb: at, form: 'base' }
    // "The bookbinder will send you two samples": nor does a thing that is no letter send, bring or fetch for somebody.
    if (
      /^(?:send|bring|fetch|collect|refund|deliver|pay)$/.test(word) &&
      /^(?:you|him|her|them|your)$/.test(wordAt(line, at + 1)) &&
      wordAt(line, subject.from) !== 'your' &&
      /(?:er|or|ist|ian|man|woman)$/.test(subject.head) &&
      !notPeople.has(subject.head) &&
      !isGift(subject.head)
    )
      return { verb: at, form: 'base' }
    // "The conservator will clean it": nor does it do to another what people do.
    if (
      acts.has(word) &&
      !/^(?:help|show|take|give|clear|keep|hold|make|set|let|save|fit|turn|run|stop|cut|reset|restore|change|meet|finish|complete|start|begin|read|print|resolve|cover|fix|remove|leave|get|put)$/.test(
        word,
      ) &&
      /^(?:you|your|it|them|the)$/.test(wordAt(line, at + 1)) &&
      line.times[at + 1] === -1 &&
      /[a-z]{3}(?:er|or|ist|ian|man|woman)$/.test(subject.head) &&
      !notPeople.has(subject.head) &&
      !isGift(subject.head)
    )
      return { verb: at, form: 'base' }
    // "Our Mr-or-Ms whoever will visit": whom no table knows, doing what only people do.
    if (wordAt(line, subject.from) === 'our' && onlyPeople.test(word)) return { verb: at, form: 'base' }
    // "They'll head out on Friday", "the new hours will take effect on the 1st"
    if (
      hasTime(line, at) &&
      ((/^(?:head|roll|set|fly|sail|travel|pop|slip)$/.test(word) &&
        /^(?:out|off|over|round|back|your|to)$/.test(wordAt(line, at + 1))) ||
        (word === 'take' &&
          wordAt(line, at + 1) === 'effect' &&
          !money.has(subject.head) &&
          !/^(?:prices?|rates?|rules?|terms|tariffs?|fares?|polic(?:y|ies)|laws?|changes?)$/.test(
            subject.head,
          )))
    )
      return { verb: at, form: 'state' }
    // "It will stay at the desk for you", "with your name on it until you come"
    if (/^(?:stay|wait|sit|hang)$/.test(word) && staysForThem(line, at)) return { verb: at, form: 'state' }
    if (!thingVerbs.has(word)) {
      // "They'll call you": a plural pronoun may be people.
      return subject.head === 'they' &&
        (acts.has(word) ||
          (/^(?:you|your|it|the)$/.test(wordAt(line, at + 1)) &&
            line.times[at + 1] === -1 &&
            !/^(?:need|ask|want|like|love|see|know|fit|suit|make|last|cost|fill|look|feel|help|cover|become|match|reduce|improve|affect|allow|enable|require|expire|end|contain|include|hurt|damage|melt|replace|give|cause|protect|support|remain|meet|exceed)$/.test(
              word,
            ))) &&
        !/^(?:need|ask|take|do|go|come|keep|run|work|show|start|begin|open|close|set|stop|change|hold|turn|leave)$/.test(
          word,
        )
        ? { verb: at, form: 'base' }
        : null
    }
    if (word === 'receive' || (word === 'appear' && !/^(?:on|in|as)$/.test(wordAt(line, at + 1)))) return null
    if (word === 'get') {
      const done = participleAt(line, at + 1)
      if (done && !/^(?:lost|left|made|stuck)$/.test(wordAt(line, done.verb))) return done
    }
    if (word === 'get' && !/^(?:to|there|back)$/.test(wordAt(line, at + 1))) return null
    if (word === 'turn' && wordAt(line, at + 1) !== 'up') return null
    // "It'll show as pending for a day"
    if (word === 'show' && startsWith(line, at + 1, ['as', 'pending'])) return null
    if (word === 'hit' && !/^(?:your|the)$/.test(wordAt(line, at + 1))) return null
    if (word === 'show' && line.times[at + 1] === -1 && !/^(?:up|on|in|as)$/.test(wordAt(line, at + 1)))
      return null
    if (word === 'post' && !/^(?:to|on|by|in)$/.test(wordAt(line, at + 1))) return null
    if (word === 'drop' && !/^(?:on|through|in|into)$/.test(wordAt(line, at + 1))) return null
    // "It'll go to you today", not "it'll go further".
    if (
      word === 'go' &&
      line.times[at + 1] === -1 &&
      !/^(?:out|to|in|into|on|onto|back|over|through|live|straight|towards|toward|under|ahead|via|by|with|for|first|second|express|special|recorded|tracked|overnight)$/.test(
        wordAt(line, at + 1),
      ) &&
      !startsWith(line, at + 1, ['off', 'to'])
    )
      return null
    // "It will come off your next bill"
    if (word === 'come' && wordAt(line, at + 1) === 'off')
      for (let ahead = at + 2; ahead < at + 6; ahead++)
        if (/^(?:bill|invoice|total|balance|price|statement|fee|list)$/.test(wordAt(line, ahead)))
          return { verb: at, form: 'state' }
    if (word === 'come' && /^(?:up|down|off|apart|true|of)$/.test(wordAt(line, at + 1))) return null
    if (word === 'start' && /^(?:to)$/.test(wordAt(line, at + 1))) return null
    if (
      /^(?:this|that|these|those)$/.test(subject.head) &&
      word !== 'go' &&
      word !== 'arrive' &&
      word !== 'reach' &&
      word !== 'be'
    )
      return null
    return { verb: at, form: 'state' }
  }
  let next = at + 1
  while (adverbs.has(wordAt(line, next)) || /^(?:all|fully|completely|back)$/.test(wordAt(line, next))) {
    if (wordAt(line, next) === 'back') break
    next++
  }
  if (habits.has(wordAt(line, next)) || hedges.has(wordAt(line, next)) || wordAt(line, next) === 'not')
    return null
  const done = participleAt(line, next)
  if (done) {
    const verb = wordAt(line, done.verb)
    // What is taken from the customer is no promise to them.
    if (money.has(subject.head) && /^(?:collected|taken|debited|due|charged|deducted)$/.test(verb))
      return null
    if (
      /^(?:fee|fees|charge|charges|surcharge|penalty|interest|fine)$/.test(subject.head) &&
      /^(?:added|applied|imposed|made|incurred|calculated|raised|payable|passed)$/.test(verb)
    )
      return null
    // Trains and classes are cancelled for everybody, a booking for its holder.
    if (
      /^(?:cancelled|canceled|postponed|diverted|disrupted|restricted)$/.test(verb) &&
      subject.plural &&
      !/^(?:your|these|those|they|both|the)$/.test(wordAt(line, subject.from))
    )
      return null
    if (/^(?:published|announced|advertised|displayed)$/.test(verb) && wordAt(line, subject.from) !== 'your')
      return null
    if (
      /^(?:payment|payments|instalment|installment|premium|rent|bill)$/.test(subject.head) &&
      verb === 'processed'
    )
      return null
    // Roads and shops are closed for everybody, an account for its holder.
    if (
      /^(?:closed|shut|suspended|interrupted|cordoned|gritted|resurfaced)$/.test(verb) &&
      wordAt(line, subject.from) !== 'your' &&
      !/^(?:account|case|ticket|file|complaint|it)$/.test(subject.head)
    )
      return null
    if (
      verb === 'taken' &&
      !/^(?:off|care|back|out|away|to|up|over|forward|into)$/.test(wordAt(line, done.verb + 1))
    )
      return null
    if (/^(?:that|this)$/.test(subject.head) && verb === 'said') return null
    if (/^(?:called|known|named|renamed)$/.test(verb)) return null
    if (
      /^(?:shut|switched|turned)$/.test(verb) &&
      wordAt(line, done.verb + 1) === 'off' &&
      wordAt(line, subject.from) !== 'your'
    )
      return null
    return done
  }
  const ing = wordAt(line, next)
  if (
    ing.endsWith('ing') &&
    /^(?:leaving|arriving|coming|going|starting|shipping|heading|returning|following|landing|reaching|winging|waiting|hanging|sitting|standing)$/.test(
      ing,
    )
  )
    return { verb: next, form: 'ing' }
  // "Your next payment will be on 1 March": theirs to pay.
  if (money.has(subject.head) && /^(?:on|in)$/.test(wordAt(line, next))) return null
  return stateAt(line, next, false)
}

/** "Your plan will start again by itself": nobody has to do it. */
const actsAlone = (line: Line, from: number): boolean => {
  for (let at = from + 1; at < from + 8 && !isHardBreak(line, at); at++)
    if (
      (wordAt(line, at) === 'by' && /^(?:itself|themselves)$/.test(wordAt(line, at + 1))) ||
      (wordAt(line, at) === 'on' &&
        /^(?:its|their)$/.test(wordAt(line, at + 1)) &&
        wordAt(line, at + 2) === 'own')
    )
      return true
  return false
}

/** "with you", "ready", "back", "in the post", "on its way": the end we answer for. */
export function stateAt(line: Line, next: number, system: boolean): Predicate | null {
  const state = wordAt(line, next)
  const after = wordAt(line, next + 1)
  const fits =
    /^(?:ready|fixed|sorted|done|complete|finished|good-as-new|live|restored|working|running|mended|yours|repaired)$/.test(
      state,
    ) ||
    (!system &&
      ((/^(?:back|there|round|over|out)$/.test(state) && !(state === 'out' && after === 'of')) ||
        (state === 'with' &&
          (/^(?:you|him|her|them|your)$/.test(after) ||
            (/^(?:the|our)$/.test(after) &&
              hasTime(line, next) &&
              !/^(?:new|other|provider|supplier|bank|network|gaining)$/.test(wordAt(line, next + 2))))) ||
        (/^(?:outside|downstairs)$/.test(state) && hasTime(line, next)) ||
        (state === 'on' && line.times[next + 1] !== undefined && line.times[next + 1] !== -1) ||
        (state === 'on' &&
          /^(?:its|the|their|your|ur|it|my|her|his|our)$/.test(after) &&
          !startsWith(line, next + 1, ['the', 'house'])) ||
        (state === 'in' && inThePost(line, next + 1)) ||
        (state === 'in' &&
          /^(?:the|your|place|stock)$/.test(after) &&
          after !== 'stock' &&
          !/^(?:shop|way|end|red)$/.test(wordAt(line, next + 2))) ||
        (state === 'at' &&
          (/^(?:your|the|our)$/.test(after) || line.tokens[next + 1]?.capital) &&
          hasTime(line, next)) ||
        (/^(?:at|behind|in|by|under)$/.test(state) && keptForThem(line, next)) ||
        startsWith(line, next, ['good', 'to', 'go']) ||
        (state === 'up' && /^(?:and|again)$/.test(after)) ||
        (state === 'up' && after === 'by' && hasTime(line, next)) ||
        (state === 'here' && after === 'for' && wordAt(line, next + 2) === 'you') ||
        (state === 'available' &&
          (after === 'for' ||
            startsWith(line, next + 1, ['to', 'you']) ||
            (/^(?:in|on|from|by)$/.test(after) && hasTime(line, next)))) ||
        (state === 'off' && /^(?:to)$/.test(after))))
  if (!fits) return null
  if (
    state === 'running' &&
    !/^(?:again|before|by|smoothly|properly)$/.test(after) &&
    line.times[next + 1] === -1
  )
    return null
  if (system && state === 'working' && !/^(?:again|properly)$/.test(after) && !hasTime(line, next))
    return null
  return { verb: next, form: 'state' }
}

/** "in tomorrow's post" */
export const inThePost = (line: Line, at: number): boolean => {
  const time = line.times[at] ?? -1
  if (time === -1) return false
  const own = line.whens[time]!.to
  return /^(?:post|mail|van|delivery|collection)$/.test(
    wordAt(line, wordAt(line, own) === "'s" ? own + 1 : own),
  )
}

const staysForThem = (line: Line, from: number): boolean => {
  for (let at = from + 1; at < from + 9 && !isHardBreak(line, at); at++)
    if (
      startsWith(line, at, ['for', 'you']) ||
      startsWith(line, at, ['your', 'name']) ||
      startsWith(line, at, ['until', 'you']) ||
      startsWith(line, at, ['till', 'you'])
    )
      return true
  return false
}

/** "at reception for you" */
const keptForThem = (line: Line, from: number): boolean => {
  for (let at = from + 1; at < from + 5; at++) if (startsWith(line, at, ['for', 'you'])) return true
  return false
}

const isTheirs = (line: Line, subject: Subject, to: number): boolean => {
  for (let at = subject.from; at < to; at++) if (wordAt(line, at) === 'your') return true
  return false
}
