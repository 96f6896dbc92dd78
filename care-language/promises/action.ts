import type { Anchor } from './anchors.ts'
import { type Line, wordAt } from './line.ts'
import { baseForm } from './verbs.ts'

const plain = (line: Line, from: number, to: number): string => {
  let text = ''
  for (let at = from; at < to; at++) {
    if (line.times[at] !== -1) continue
    const token = line.tokens[at]!
    text += (token.gap && text ? ' ' : '') + line.source.slice(token.start, token.end)
  }
  return text.replace(/\s+/g, ' ').trim()
}

/** What is to be done, as a verb phrase in base form for people to read: "call you back", "process your refund". */
export function actionOf(line: Line, anchor: Anchor): string {
  const { subject, predicate, end } = anchor
  const verb = wordAt(line, predicate.verb)
  const rest = plain(line, predicate.verb + 1, end).replace(
    /\s+(?:by|on|at|before|within|in|until|from|for|to|,|-)+$/i,
    '',
  )
  const own = subject.kind === 'thing' || subject.kind === 'system'
  const thing =
    own && subject.from < predicate.verb ? plain(line, subject.from, subjectEnd(line, anchor)) : ''
  let action: string
  if (predicate.form === 'passive')
    action = `${baseForm(verb)} ${thing || (subject.kind === 'you' ? 'you' : '')} ${rest}`
  else if (predicate.form === 'state' && own)
    action = `have ${thing} ${/^(?:be|arrive|arrives|leave|leaves|go|goes|come|comes|ship|ships)$/.test(verb) ? (verb === 'be' ? '' : baseForm(verb)) : verb} ${rest}`
  else if (subject.kind === 'you') action = /^hear/.test(verb) ? 'let you hear' : `let you have ${rest}`
  else action = `${predicate.form === 'ing' || predicate.form === 'state' ? baseForm(verb) : verb} ${rest}`
  return cut(action.replace(/\s+/g, ' ').trim())
}

const subjectEnd = (line: Line, anchor: Anchor): number => {
  let at = anchor.subject.from
  while (
    at < anchor.predicate.verb &&
    !/^(?:will|'ll|shall|is|are|'s|'re|going|gonna|be)$/.test(wordAt(line, at)) &&
    at - anchor.subject.from < 12
  )
    at++
  return Math.max(at, anchor.subject.from + 1)
}

const cut = (action: string): string => {
  if (action.length <= 90) return action
  const space = action.lastIndexOf(' ', 90)
  return action.slice(0, space > 40 ? space : 90)
}
