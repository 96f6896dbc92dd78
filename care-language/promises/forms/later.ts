import { type Line, startsWith, wordAt } from '../line.ts'

/** "A letter follows by post", "the next mail comes from me": a present that can only mean later. */
export const comesAnyway = (line: Line, at: number): boolean =>
  (/^(?:follows?|comes)$/.test(wordAt(line, at)) &&
    (/^(?:separately|shortly|soon)$/.test(wordAt(line, at + 1)) ||
      startsWith(line, at + 1, ['under', 'separate']) ||
      (/^(?:by|in)$/.test(wordAt(line, at + 1)) &&
        line.times[at + 1] === -1 &&
        [2, 3, 4, 5].some((ahead) =>
          /^(?:post|mail|email|e-mail|courier|letter)$/.test(wordAt(line, at + ahead)),
        )))) ||
  (wordAt(line, at) === 'comes' &&
    wordAt(line, at + 1) === 'from' &&
    /^(?:me|us)$/.test(wordAt(line, at + 2)) &&
    line.tokens.slice(0, at).some((token) => token.text === 'next'))

/** "comes to you", "goes over it", "gets back to you", "starts on the roof": not "goes on leave" nor "starts at nine". */
export const goesToThem = (line: Line, at: number): boolean =>
  line.times[at + 1] === -1 &&
  /^(?:you|your|it|them|to|over|through|round|out|back|on|into|at|the|this|that|with)$/.test(
    wordAt(line, at + 1),
  ) &&
  !/^(?:leave|holiday|air|off|home|work|school)$/.test(wordAt(line, at + 2))

/** "Once those are in, Ana takes it from there": what it waits on stands before it. */
export const waits = (line: Line, at: number): boolean => {
  // "The minute it lands on my desk you get a call"
  if (
    (startsWith(line, 0, ['the', 'minute']) ||
      startsWith(line, 0, ['the', 'moment']) ||
      startsWith(line, 0, ['as', 'soon', 'as'])) &&
    wordAt(line, at - 1) === 'you'
  )
    return true
  const comma = line.tokens.slice(0, at).findLastIndex((token) => token.text === ',')
  for (let back = 0; back < comma; back++)
    if (
      (wordAt(line, back) === 'once' && wordAt(line, back - 1) !== 'at') ||
      startsWith(line, back, ['as', 'soon', 'as']) ||
      startsWith(line, back, ['the', 'moment'])
    )
      return true
  return false
}

/**
 * "You fly on Sunday. Our rep meets you at arrivals", "we send the right ones on Monday and the driver takes the wrong ones
 * back": what one of ours does on the day just named.
 */
export const onTheDay = (lines: readonly Line[], lineIndex: number, at: number): boolean => {
  const line = lines[lineIndex]!
  if (
    !/^(?:meets|collects|brings|takes|picks|fetches|hands|shows|calls|rings|delivers|fits|removes|swaps|carries|drops|checks|repairs|replaces|installs|mends|sorts|measures|cleans|sends)$/.test(
      wordAt(line, at),
    ) ||
    !/^(?:you|it|them|your|the|both|everything|him|her)$/.test(wordAt(line, at + 1))
  )
    return false
  const dated = ({ when, from }: Line['whens'][number]) =>
    !when.every && when.day !== undefined && when.by !== 'ago' && from >= 0
  return (
    line.whens.some((one) => one.to < at && dated(one)) ||
    (lineIndex > 0 && lines[lineIndex - 1]!.whens.some(dated))
  )
}

const plan =
  /\b(?:what happens (?:now|next)|happens (?:now|next)|next steps?|the plan|(?:what|how) (?:we|i) do(?: now| next)?|from here)\b[^.?!]{0,30}:$/i

/** "As agreed: I credit the bill, you wait, and Hugo rings them" */
export const recaps = (line: Line, at: number): boolean => {
  for (let colon = 1; colon < Math.min(at, 8); colon++)
    if (wordAt(line, colon) === ':')
      return line.tokens
        .slice(0, colon)
        .some((token) => /^(?:agreed|recap|plan|happens?|summary|steps?)$/.test(token.text))
  return false
}

/** A numbered step below "What happens now:". */
export function isStep(lines: readonly Line[], lineIndex: number): boolean {
  const above = lines[lineIndex - 1]
  const numbered = above?.tokens.length === 2 && above.tokens[0]!.kind === 'number'
  if (!numbered && !/^(?:[-*•–·]|\d+)$/.test(wordAt(lines[lineIndex]!, 0))) return false
  for (let back = lineIndex - 1; back >= 0 && lineIndex - back < 9; back--) {
    const { tokens, source } = lines[back]!
    if (tokens.at(-1)?.text === ':') return plan.test(source.slice(tokens[0]!.start, tokens.at(-1)!.end))
  }
  return false
}

export const keepsForThem = (line: Line, at: number): boolean => {
  for (let ahead = at + 1; ahead < at + 6; ahead++)
    if (startsWith(line, ahead, ['for', 'you']))
      return !/^(?:always|usually|often)$/.test(wordAt(line, at - 1))
  return false
}

/** "I write to you when it is there": a present tense that can only mean later. */
export const tellsLater = (line: Line, at: number): boolean => {
  // "I return the deposit when we get it back": one's own word; what a firm does so it does for all.
  if (
    /^(?:return|refund|repay|credit|replace|reorder|repost|resend|rebook|release)$/.test(wordAt(line, at)) &&
    wordAt(line, at - 1) === 'i' &&
    /^(?:the|your|it|them|you|both|this|that|another|a)$/.test(wordAt(line, at + 1))
  )
    for (let ahead = at + 2; ahead < at + 7; ahead++)
      if (/^(?:when|once)$/.test(wordAt(line, ahead)) || startsWith(line, ahead, ['as', 'soon', 'as']))
        return true
  // "I send you a mail when it is here"
  if (wordAt(line, at) === 'send' && wordAt(line, at + 1) === 'you' && wordAt(line, at - 1) === 'i')
    for (let ahead = at + 3; ahead < at + 6; ahead++)
      if (/^(?:when|once)$/.test(wordAt(line, ahead)) || startsWith(line, ahead, ['as', 'soon', 'as']))
        return true
  // "We send you the tracking by separate mail"
  if (wordAt(line, at) === 'send' && wordAt(line, at + 1) === 'you')
    for (let ahead = at + 2; ahead < at + 8; ahead++)
      if (/^separate(?:ly)?$/.test(wordAt(line, ahead))) return true
  if (
    !/^(?:write|call|ring|phone|tell|text|email|message|inform|contact|notify|send)$/.test(wordAt(line, at))
  )
    return false
  const you = wordAt(line, at + 1) === 'to' ? at + 2 : at + 1
  if (wordAt(line, you) !== 'you') return false
  const next = wordAt(line, you + 1) === ',' ? you + 2 : you + 1
  return /^(?:when|once|if)$/.test(wordAt(line, next)) || startsWith(line, next, ['as', 'soon', 'as'])
}

/** "I submit it today, they take a look Monday, and by Wednesday you hear from me": two times ahead make a plan. */
export const isPlan = (line: Line): boolean =>
  line.whens.filter(({ when }) => !when.now && !when.every && (when.day || when.clock)).length > 1
