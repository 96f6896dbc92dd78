import { frames } from './frames.ts'
import { quietSigns } from './quietSigns.ts'
import type { Pattern, Signal } from './signal.ts'
import { signalPatterns } from './signalPatterns.ts'
import { type Evidence, inItsWords, order, type Signals } from './weigh.ts'

export type { Evidence, Signal, Signals }

/** "No hurry", "not angry", "never broken", "if it breaks": the word stands there, the thing does not. */
const turned =
  /\b(?:not (?:at all |really |very |even |so |in a |a )?|isn['’]t |wasn['’]t |aren['’]t |never |without (?:any )?|nothing (?:is |was )?|no (?:more )?|hardly |in case (?:of |it |they )?|if (?:it|they|there|one|something|anything|i|we) (?:is |are |was |were |ever |gets? |should )?|would be |avoid |prevent |nor |won['’]?t |wouldn['’]?t |not )$/i

/** "What if the shoes do not fit?": it has not happened. */
const supposed = /\b(?:if|in case)(?: [\w'’]+){0,3} $|\b(?:if|in case) $/i

/** Facts and feelings in a customer's text. Facts of failure weigh more than adjectives: customers say what happened. */
export function signalsIn(text: string): Signals {
  const signals = Object.fromEntries(order.map((name) => [name, 0])) as Record<Signal, number>
  const evidence: Evidence[] = []
  // Blanks, digits, marks and other scripts say nothing here: no pattern is compiled for them.
  if (!/[a-z!?]|\p{Extended_Pictographic}/iu.test(text))
    return {
      signals,
      evidence,
      plight: { acute: false, grave: false, frail: false, hardship: false },
      worst: null,
    }
  for (const name of order) {
    let silence = 1
    for (const [pattern, weight, negatable] of [
      ...signalPatterns[name],
      ...quietSigns[name],
      ...frames[name],
    ]) {
      const found = firstOf(
        Array.isArray(pattern) ? pattern : [pattern as Pattern],
        text,
        negatable === true,
        name === 'failure',
      )
      if (!found) continue
      silence *= 1 - weight
      if (evidence.length < 40) evidence.push({ signal: name, ...inItsWords(text, found.start, found.end) })
    }
    // Clues add up, and no pile of them is certainty.
    signals[name] = Math.round(Math.min(1 - silence, 0.99) * 100) / 100
  }
  settle(signals, text)
  const shown = evidence.filter((one) => signals[one.signal] > 0)
  return {
    signals,
    evidence: shown.sort((a, b) => a.start - b.start || a.end - b.end),
    plight: {
      acute: acute.test(text),
      grave: grave.test(text),
      frail: frail.test(text),
      hardship: hardship.test(text),
    },
    worst: worstOf(text, shown),
  }
}

/** A letter that closes with "Many thanks, Ida" has thanked for nothing yet. */
const signsOff =
  /(?:^|[\n.!?])\s*(?:[Mm]any thanks|[Tt]hanks(?: again)?|[Tt]hank you|[Tt]hx|[Cc]heers|[Tt]a|[Ww]ith thanks)(?: so much| very much| a lot)?[,!. ]*\s*(?:\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2})?\s*$/u

/** The first place one of the patterns fits and no "not" stands before it. */
function firstOf(
  patterns: readonly Pattern[],
  text: string,
  negatable: boolean,
  supposes: boolean,
): { start: number; end: number } | null {
  for (const pattern of patterns) {
    const head = pattern instanceof RegExp ? pattern : pattern.head
    head.lastIndex = 0
    for (let match = head.exec(text); match; match = head.exec(text)) {
      const start = match.index
      let end = start + match[0].length
      if (end === start) head.lastIndex++
      if (!(pattern instanceof RegExp)) {
        pattern.tail.lastIndex = end
        if (!pattern.tail.test(text)) continue
        end = pattern.tail.lastIndex
      }
      if (
        end > start &&
        !(negatable && turned.test(text.slice(Math.max(0, start - 24), start))) &&
        !(supposes && supposed.test(text.slice(Math.max(0, start - 40), start)))
      )
        return { start, end }
    }
  }
  return null
}

/** "Well, that's just great. Brilliant service as ever": a praise that no failure goes with. */
const mocks =
  /\b(?:(?:that|this)['’]?s? (?:is )?just (?:great|brilliant|lovely|perfect|wonderful|fantastic|dandy|what (?:i|we) needed)|(?:great|brilliant|excellent|fantastic|wonderful|lovely|superb|amazing|nice|good|top)(?: \w+)?,? (?:as (?:ever|always|usual)|again|guys|folks|not)[.!]|(?:^|[.!?]\s*)(?:oh|well|how),? (?:great|brilliant|lovely|perfect|wonderful|fantastic|nice|convenient)\b|thanks for nothing|thanks a bunch|bravo|slow clap|nice one)/i

/** What one signal says about another. */
function settle(signals: Record<Signal, number>, text: string) {
  if (signals.failure >= 0.5 && mocks.test(text)) {
    signals.praise = Math.min(signals.praise, 0.35)
    signals.thanks = Math.min(signals.thanks, 0.35)
  }
  // Who moves to somebody with a name, and has a reason to.
  if (
    signals.leaving > 0 &&
    signals.leaving < 0.5 &&
    (signals.failure >= 0.5 || signals.repeat >= 0.5 || farewell.test(text))
  )
    signals.leaving = 0.6
  // "No thank you, that is all, I am done": with the errand, not with us.
  if (
    signals.thanks >= 0.5 &&
    signals.leaving <= 0.7 &&
    signals.failure < 0.5 &&
    signals.upset < 0.4 &&
    /\b(?:am|['’]m|im|are|['’]re) (?:all )?done\b/i.test(text)
  )
    signals.leaving = Math.min(signals.leaving, 0.3)
  // "The same again please" is an order.
  if (signals.failure < 0.5 && /\bsame again\b/i.test(text)) signals.repeat = Math.min(signals.repeat, 0.3)
  // Asked for the fourth time where it is: it is not there.
  if (signals.repeat >= 0.5 && whereIs.test(text)) signals.failure = Math.max(signals.failure, 0.6)
  if (signals.thanks && text.length > 40) {
    const end = signsOff.exec(text.slice(-120))
    const body = end ? text.slice(0, Math.max(0, text.length - 120) + end.index) : ''
    if (end && !/\b(?:thank|thanks|grateful|appreciat)/i.test(body) && signals.praise < 0.5)
      signals.thanks = 0.35
  }
  // "Third time I've ordered and it's perfect": no complaint.
  if (signals.praise >= 0.5 && signals.failure < 0.5 && signals.upset < 0.4)
    signals.repeat = Math.min(signals.repeat, 0.3)
  // "I nearly cried" over a gift is no grief.
  if (signals.praise >= 0.5 && signals.failure < 0.5) signals.upset = Math.min(signals.upset, 0.35)
  // A lift that is out is a prison on the fifth floor.
  if (signals.failure >= 0.5 && /\b(?:lift|elevator|stairlift|ramp)\b/i.test(text) && unsteady.test(text))
    signals.urgent = Math.max(signals.urgent, 0.6)
  // Somebody frail in the cold, said in two sentences.
  if (signals.failure >= 0.5 && frail.test(text) && cold.test(text))
    signals.urgent = Math.max(signals.urgent, 0.7)
  // "Thanks in advance" closes a request; it thanks for nothing yet.
  if (
    signals.thanks &&
    /^(?:(?!thank|appreciat|grateful).)*\bthank(?:s| you) (?:you )?(?:in advance|for (?:your (?:help|advice|advise|time|understanding|attention|reply|answer)))(?:(?!thank|appreciat|grateful).)*$/is.test(
      text,
    )
  )
    signals.thanks = 0.35
  if (signals.praise && signals.upset > 0.6 && signals.thanks < 0.5)
    signals.praise = Math.min(signals.praise, 0.4)
  if (
    signals.failure < 0.5 &&
    signals.repeat < 0.75 &&
    /\b(?:again|still)\b/i.test(text) &&
    signals.thanks > 0.5 &&
    signals.upset < 0.4
  )
    signals.repeat = Math.min(signals.repeat, 0.3)
  // "Sorted at the last minute, thank you": that hurry is over, where nothing more is asked for.
  if (
    (signals.praise >= 0.5 || signals.thanks >= 0.7) &&
    signals.failure < 0.5 &&
    signals.upset < 0.5 &&
    !/[?]|\b(?:please|(?:could|can|would) you|(?:i|we) need)\b/i.test(text)
  )
    signals.urgent = Math.min(signals.urgent, 0.3)
  // Danger is urgent, also for somebody who writes "no rush".
  if (acute.test(text)) {
    signals.urgent = Math.max(signals.urgent, 0.75)
    return
  }
  if (
    /\b(?:no (?:hurry|rush)|whenever you (?:can|have time)|take your time|not urgent|any (?:day|time) is fine|when(?:ever)? (?:it suits|convenient))\b/i.test(
      text,
    )
  )
    signals.urgent = Math.min(signals.urgent, 0.2)
}

const whereIs =
  /\bwhere(?:['’]?s| is| are|[ ]the hell is) (?:my|our|the) (?:\w+ )?(?:refund|money|parcel|order|package|delivery|deposit|driver|engineer|technician|replacement|cheque|reply|answer|invoice|ticket)s?\b/i
const farewell =
  /\b(?:final (?:bill|reading|invoice|statement)|end of (?:the|my|our) (?:month|contract|term|year)|transfer code|pac code|stac code|my data|contract)\b/i

const unsteady =
  /\b(?:wheelchair|pram|buggy|crutch\w*|walker|pensioners?|elderly|disabled|pregnant|old (?:mother|father|lady|man|people)|\w+ floor)\b/i
const cold =
  /\b(?:no|without|lost) (?:heating|hot water|water|electricity|power|gas)\b|\b(?:heating|boiler|power) (?:is |has been )?(?:off|out|down|broken)\b/i

/** Something is burning, flooding or leaking now. */
const acute =
  /\b(?:gas (?:smell|leak)|smell\w* (?:\w+ ){0,4}gas|smell\w*\b[^.!?]{0,50}\b(?:meter|boiler|stove|cooker|onions?|eggs?|garlic|burnt|plastic)|water (?:\w+ ){0,2}(?:coming|dripping|running|pouring|comes|drips|runs) (?:\w+ )?(?:through|down|from|out of|into)(?: \w+){0,3} (?:ceiling|lamp|light|wall|socket|fuse\w*)|(?:lamp|socket|fuse\w*|plug|switch)\b[^.!?]{0,60}\b(?:ticking|buzz\w*|crackl\w*|hot|warm|sparks?|by itself)|carbon monoxide|smok(?:e|ing)|sparks?|burn(?:t|ing|ed) (?:smell|plastic|my|his|her)|caught fire|on fire|electric(?:al)? shock|explod\w+|flood\w*|ceiling (?:came|fell|is coming)|unconscious|bleeding|choking|locked (?:in|out)|stuck in (?:the|a) (?:lift|elevator))\b/i
const grave =
  /\b(?:brakes?|allerg\w+|anaphyla\w+|overdose|wrong (?:medic\w+|tablets?|pills?|drops|dose|dosage|blood)|insulin|inhaler|bleeding|injur\w+|hospital|ambulance|unconscious|faint\w*|choking|poison\w*|stranded|trapped|locked (?:in|out)|stuck (?:in|on|up) (?:the|a|it)|(?:stopped|stuck)\b[^.!?]{0,30}\bwith (?:me|us|my \w+|her|him|people|children) (?:on|in) it|identity|someone else['’]?s (?:name|data|account|file|results?)|stranger)\b/i
const frail =
  /\b(?:baby|newborn|toddler|infant|pregnant|wheelchair|disab\w+|elderly|old (?:mother|father|lady|man|people)|I am (?:7|8|9)\d|aged? (?:7|8|9)\d|(?:7|8|9)\d years|asthma|oxygen|diabet\w+|blind|deaf)\b/i
const hardship =
  /\b(?:no (?:heating|hot water|water|electricity|power|money|food|phone|internet|light)|without (?:heating|hot water|water|electricity|power|money|food|light)|could not (?:eat|sleep|buy|pay|work|feed|wash)|couldn['’]t (?:eat|sleep|buy|pay|work|feed|wash)|(?:days?|weeks?|nights?|months?) without|rent|wages?|salary|pension\w*|savings?|evict\w*|job|funeral|wedding|exam)\b/i

/** Danger first, then harm, then what somebody is left without; else the words that showed a failure or a hard time. */
function worstOf(text: string, shown: readonly Evidence[]): string | null {
  for (const pattern of [acute, grave, hardship, frail]) {
    const found = pattern.exec(text)
    if (found) return inItsWords(text, found.index, found.index + found[0].length).words
  }
  return shown.find((one) => one.signal === 'failure' || one.signal === 'vulnerable')?.words ?? null
}
