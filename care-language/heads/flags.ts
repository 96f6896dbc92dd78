import { angry, negative, praising, sorrowful, thankful, turning } from '#care/words/feelings.ts'
import { isImperative } from './syntax/imperative.ts'
import { questionFlags } from './syntax/question.ts'

/** What the rules see, as features of the heads: a head learns how far to trust each. */
export function flags(text: string, tokens: readonly string[]): string[] {
  const found: string[] = []
  const size = tokens.length
  found.push(`long${size < 3 ? size : size < 6 ? 5 : size < 12 ? 11 : size < 25 ? 24 : size < 60 ? 59 : 99}`)
  // Chat without capitals and full stops is another register than a letter.
  if (text === text.toLowerCase()) found.push(/[.,;:!?]/.test(text) ? 'lower' : 'bare')
  count(found, 'praise', tokens, praising)
  count(found, 'negative', tokens, negative)
  count(found, 'angry', tokens, angry)
  count(found, 'sorrow', tokens, sorrowful)
  if (tokens.some((one) => thankful.has(one))) found.push('thanks')
  if (tokens.some((one) => turning.has(one))) found.push('turn')
  turned(found, tokens)
  if (/!/.test(text)) found.push(/!{2,}/.test(text) ? 'shouts' : 'exclaims')
  if (/\b[A-Z]{4,}\b.{0,200}\b[A-Z]{4,}\b/s.test(text)) found.push('capitals')
  if (isImperative(text)) found.push('imperative')
  // Without any stop in the text a missing question mark says nothing: other weights.
  const spoken = /[.,;:!?]/.test(text) ? '' : '-unmarked'
  for (const flag of questionFlags(text, tokens)) found.push(flag + spoken)
  for (const [name, pattern] of phrases) if (pattern.test(text)) found.push(name)
  return found
}

function count(found: string[], name: string, tokens: readonly string[], lexicon: ReadonlySet<string>) {
  let times = 0
  for (const one of tokens) if (lexicon.has(one)) times++
  if (times) found.push(name)
  if (times > 1) found.push(`${name}2`)
  if (times > 2) found.push(`${name}3`)
}

/** "Not good" and "no problem": a negation in the three words before. */
function turned(found: string[], tokens: readonly string[]) {
  for (const [at, one] of tokens.entries()) {
    const kind = praising.has(one) ? 'praise' : negative.has(one) ? 'negative' : null
    if (!kind) continue
    const before = tokens.slice(Math.max(0, at - 3), at).some((word) => turning.has(word))
    found.push(before ? `turned-${kind}` : `plain-${kind}`)
  }
}

const phrases: readonly [string, RegExp][] = [
  ['please', /\b(?:please|pls|plz|kindly)\b/i],
  ['please-first', /^\W*please\b/i],
  ['could-you', /\b(?:could|would|might) (?:you|we|i)\b/i],
  ['can-you', /\b(?:can|will) (?:you|we|i)\b/i],
  ['by-the-way', /\b(?:by the way|btw)\b/i],
  [
    'hedges',
    /\b(?:perhaps|maybe|possibly|i think|i believe|i suppose|i guess|i was wondering|it seems|seems|appears|somewhat|sort of|kind of|i wonder)\b/i,
  ],
  ['facts', /\b(?:in fact|actually|really|the (?:point|fact|truth) is|obviously|clearly|of course)\b/i],
  ['apologises', /\b(?:sorry|apologi[sz]e|apologies|excuse me|forgive|oops|my bad)\b/i],
  [
    'greets',
    /^\W*(?:hi+|hello+|hey+|hai|helo|hiya|howdy|greetings|dear|good (?:morning|afternoon|evening|day))\b/i,
  ],
  [
    'closes',
    /\b(?:good ?bye|bye+|see you|take care|have an? (?:nice|good|great|lovely|wonderful|blessed) (?:day|one|evening|night|weekend|week|time)|good ?night|so long|nice day|great day|good day)\b/i,
  ],
  ['you-first', /^\W*(?:you|your|you're)\b/i],
  ['i-first', /^\W*(?:i|my|i'm|i've|i'd)\b/i],
  ['why-first', /^\W*(?:why|what's|how come|so)\b/i],
  ['needs', /\b(?:i|we) (?:need|want|would like|'d like|require)\b|\bi'd like\b/i],
  [
    'let-know',
    /\b(?:let (?:me|us) know|get back to|advise|confirm|send (?:me|us)|forward|call me|give me|provide|review)\b/i,
  ],
  ['together', /\b(?:let's|lets|shall we|we should|meet|lunch|get together|discuss|schedule)\b/i],
  ['so-adjective', /\b(?:so|such an?|very|really|how|what an?) \w+/i],
  [
    'well-done',
    /\b(?:well done|good (?:job|work|point|call|for (?:you|him|her|them))|great (?:job|work|point)|nice (?:work|job|one)|i (?:love|admire|respect|like) (?:this|that|how|the|your)|hats off|props to|proud of|way to go|looks? (?:great|good|amazing|awesome))\b/i,
  ],
  [
    'swears',
    /\b(?:f+u+c*k+\w*|sh[i1]t\w*|bullsh\w*|wtf|stfu|bitch\w*|a+ss+hole\w*|bastards?|crap|damn(?:ed|it)?|hell no)\b/i,
  ],
]
