import type { Anchor } from './anchor.ts'
import { determiners, will } from './englishWords.ts'
import { type Line, wordAt } from './line.ts'
import { baseForm } from './predicates/baseForm.ts'

const plain = (line: Line, from: number, to: number): string => {
  let text = ''
  for (let at = from; at < to; at++) {
    if (line.times[at] !== -1) continue
    const token = line.tokens[at]!
    text += (token.gap && text ? ' ' : '') + line.source.slice(token.start, token.end)
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** What a thing of ours that "will …" means we do: it leaves because we ship it, it is with you because we deliver it. */
const doing: Readonly<Record<string, string>> = {
  leave: 'ship',
  leaves: 'ship',
  ship: 'ship',
  ships: 'ship',
  leaving: 'ship',
  shipping: 'ship',
  depart: 'ship',
  arrive: 'deliver',
  arrives: 'deliver',
  arriving: 'deliver',
  reach: 'deliver',
  reaches: 'deliver',
  with: 'deliver',
  there: 'deliver',
  here: 'deliver',
  land: 'deliver',
  hit: 'deliver',
  back: 'return',
  return: 'return',
  returns: 'return',
  returning: 'return',
  start: 'start',
  starts: 'start',
  starting: 'start',
  begin: 'start',
  begins: 'start',
  follow: 'send',
  follows: 'send',
  following: 'send',
  in: 'deliver',
  on: 'send',
  out: 'send',
  appear: 'credit',
  show: 'credit',
}

/** What is to be done, as a verb phrase in base form for people to read: "call you back", "process your refund". */
export function actionOf(line: Line, anchor: Anchor): string {
  const { subject, predicate, end } = anchor
  const verb = wordAt(line, predicate.verb)
  const rest = plain(line, predicate.verb + 1, end).replace(
    /\s+(?:by|on|at|before|within|in|until|from|for|to|the|,|-)+$/i,
    '',
  )
  if (anchor.verbless) return cut(given(plain(line, anchor.from, end)))
  const own = subject.kind === 'thing' || subject.kind === 'system' || subject.kind === 'family'
  const thing = own ? thingOf(line, anchor) : ''
  const particle = wordAt(line, predicate.verb + 1)
  if (
    predicate.form === 'passive' &&
    thing &&
    /^(?:at|into|after|up|over|off|out)$/.test(particle) &&
    line.times[predicate.verb + 1] === -1
  )
    return cut(`${baseForm(verb)} ${particle} ${thing} ${rest.replace(/^\S+/, '')}`)
  if (predicate.form === 'passive')
    return cut(`${baseForm(verb)} ${thing || (subject.kind === 'you' ? 'you' : '')} ${rest}`)
  if (/^(?:expect|look|keep|watch)$/.test(verb) && predicate.verb === anchor.from) return cut(given(rest))
  if (subject.kind === 'you')
    return cut(
      /^hear|^be$|^know$/.test(verb)
        ? `get in touch ${rest.replace(/^(?:back )?(?:from (?:me|us))?|^the first to .*/, '')}`
        : given(rest),
    )
  if (own) return cut(outcome(line, anchor, verb, thing, rest))
  if (verb === 'be' || predicate.form === 'state') return cut(state(line, predicate.verb, verb, rest))
  // "double-check": the hyphen is the verb's own.
  const joint = rest.startsWith('-') && line.tokens[predicate.verb + 1]?.gap === false ? '' : ' '
  return cut(`${predicate.form === 'ing' ? baseForm(verb) : verb}${joint}${rest}`)
}

function outcome(line: Line, anchor: Anchor, verb: string, thing: string, rest: string): string {
  const { predicate } = anchor
  if (verb === 'ready' || verb === 'available' || verb === 'yours' || verb === 'live')
    return `have ${thing} ${verb} ${rest}`
  if (/^(?:go|goes|going|come|comes|coming|get)$/.test(verb)) {
    const way = wordAt(line, predicate.verb + 1)
    if (way === 'back') return `return ${thing} ${rest.replace(/^back\b/, '')}`
    return way === 'out' || way === 'to'
      ? `send ${thing} ${rest.replace(/^out\b/, '')}`
      : `put ${thing} ${rest}`
  }
  const ours = doing[verb]
  if (ours) return `${ours} ${thing} ${rest}`
  return /^(?:fixed|sorted|done|complete|finished|restored|mended|repaired)$/.test(verb)
    ? `${verb === 'done' || verb === 'complete' ? 'finish' : baseForm(verb)} ${thing} ${rest}`
    : `have ${thing} ${baseForm(verb)} ${rest}`
}

/** "be with you", "be round", "be in touch", "done by three". */
function state(line: Line, at: number, verb: string, rest: string): string {
  if (verb === 'be') {
    const next = wordAt(line, at + 1)
    if (next === 'in') return `be ${rest}`
    if (next === 'back') return /\bto (?:you|him|her|them)\b/.test(rest) ? `get ${rest}` : `come ${rest}`
    return next === 'with' ? `come to ${rest.replace(/^with /, '')}` : `come ${rest}`
  }
  if (/^(?:done|complete|completed)$/.test(verb)) return `finish ${rest}`
  if (verb === 'ready') return `have it ready ${rest}`
  return `${baseForm(verb)} ${rest}`
}

/** "a call from me" → "call", "an email from us" → "email", a thing → "send" it. */
function given(rest: string): string {
  if (/^(?:me|us)\b/.test(rest)) return `come ${rest.replace(/^\S+\s*/, '')}`
  const nominal = /\b(call|ring|text|email|e-mail|message|visit|update|reply|answer)\b/i
    .exec(rest)?.[1]
    ?.toLowerCase()
  if (!nominal || rest.indexOf(' ') < 0) return `send ${rest}`
  return {
    call: 'call',
    ring: 'ring',
    text: 'text',
    email: 'email',
    'e-mail': 'email',
    message: 'message',
    visit: 'visit',
    update: 'update',
    reply: 'reply',
    answer: 'answer',
  }[nominal]!
}

function thingOf(line: Line, anchor: Anchor): string {
  const { subject, predicate } = anchor
  let to = subject.from
  while (
    to < predicate.verb &&
    !will.has(wordAt(line, to)) &&
    !/^(?:is|are|'s|'re|going|be)$/.test(wordAt(line, to)) &&
    !(/^gets?$/.test(wordAt(line, to)) && to === predicate.verb - 1) &&
    to - subject.from < 14
  )
    to++
  const text = plain(line, subject.from, to)
  if (/^(?:they|these|those)$/i.test(text)) return 'them'
  if (/^which$/i.test(text)) return 'it'
  return determiners.has(wordAt(line, subject.from)) || /^(?:it|this|that)$/i.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

const cut = (action: string): string => {
  const clean = action
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.])/g, '$1')
    .replace(/[\s,–-]+$/, '')
    .trim()
  if (clean.length <= 90) return clean
  const space = clean.lastIndexOf(' ', 90)
  return clean.slice(0, space > 40 ? space : 90)
}
