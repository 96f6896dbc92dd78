import { determiners, habits, hedges, pronouns } from '../englishWords.ts'
import { type Line, startsWith, wordAt } from '../line.ts'
import type { Clause } from './clause.ts'

/** What a clause shows, as words a weight may hang on. */
export function signsOf(line: Line, clause: Clause): string[] {
  const { is, subject, from, verb, form, end } = clause
  const kind = subject.kind
  const head = wordAt(line, verb)
  const f = is === 'will' ? (form === 'passive' ? 'will-p' : form === 'state' ? 'will-s' : 'will') : is
  const signs = [f, `k:${kind}`, `${f}:${kind}`]
  const first = wordAt(line, subject.from)
  const opener =
    determiners.has(first) || pronouns.has(first)
      ? first
      : line.tokens[subject.from]?.capital && subject.from > 0
        ? 'Name'
        : 'bare'
  signs.push(`d:${opener}`, `${f}:d:${opener}`, `h:${subject.head}`, `v:${head}`, `${f}:v:${head}`)
  signs.push(`${kind === 'writer' || kind === 'firm' || kind === 'person' ? 'us' : kind}:v:${head}`)
  const next = wordAt(line, verb + 1)
  signs.push(`n:${line.times[verb + 1] !== undefined && line.times[verb + 1] !== -1 ? 'TIME' : next}`)
  const inside = line.whens.filter((one) => one.from >= from - 8 && one.from < end + 3)
  const near = inside.filter((one) => !one.when.now && !one.when.every)
  const times = near.length === 0 ? 'none' : kindOfTime(near[0]!.when)
  signs.push(`t:${times}`, `${f}:t:${times}`, `${f}:${kind}:t:${times === 'none' ? 0 : 1}`)
  for (const one of inside) {
    if (one.when.every) signs.push('t:every')
    if (one.when.now) signs.push('t:now', `${f}:t:now`)
    signs.push(`by:${one.when.by}`, `${f}:by:${one.when.by}`)
  }
  for (let at = verb + 1; at < end; at++) {
    const word = wordAt(line, at)
    if (line.times[at] !== -1) continue
    if (/^(?:you|your|yours)$/.test(word)) signs.push('you', `${f}:you`)
    if (
      startsWith(line, at, ['for', 'you']) ||
      startsWith(line, at, ['to', 'you']) ||
      startsWith(line, at, ['with', 'you'])
    )
      signs.push('toyou')
    if (/^(?:from|by)$/.test(word) && /^(?:me|us|our|my)$/.test(wordAt(line, at + 1))) signs.push('fromus')
    signs.push(`w:${word}`)
  }
  for (let at = subject.from; at < verb; at++)
    if (/^your?s?$/.test(wordAt(line, at))) signs.push('yourSubject', `${f}:yourSubject`)
  const before = wordAt(line, from - 1)
  signs.push(`b:${from === 0 ? 'START' : line.times[from - 1] !== -1 ? 'TIME' : before}`)
  for (let at = Math.max(0, from - 12); at < from; at++) {
    const word = wordAt(line, at)
    if (
      /^(?:if|once|when|unless|as|after|until|that|but|because|said|told|says|hope|think|sorry|usually|normally)$/.test(
        word,
      )
    )
      signs.push(`p:${word}`)
    if (/^(?:i|we|you)$/.test(word)) signs.push(`p:${word}`)
  }
  const after = wordAt(line, end)
  signs.push(`a:${after}`)
  for (const token of line.tokens) {
    if (hedges.has(token.text)) signs.push('hedge')
    if (habits.has(token.text)) signs.push('habit')
  }
  if (line.question) signs.push('question')
  if (from === 0) signs.push(`${f}:start`)
  return [...new Set(signs)]
}

const kindOfTime = (when: Line['whens'][number]['when']): string =>
  when.minutes !== undefined
    ? 'minutes'
    : when.day
      ? when.day.is === 'shift' && when.day.days > 1
        ? 'days'
        : 'day'
      : when.clock
        ? 'clock'
        : when.part
          ? 'part'
          : 'period'
