const wh = /^(?:what|when|where|who|whom|whose|which|why|how|what's|who's|where's|how's|when's)$/
const helper =
  /^(?:is|are|am|was|were|do|does|did|have|has|had|can|could|will|would|shall|should|may|might|must|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|can't|couldn't|won't|wouldn't|shouldn't)$/
const subject =
  /^(?:i|you|he|she|it|we|they|this|that|these|those|there|anyone|anybody|someone|somebody|everyone|the|a|an|any|my|your|his|her|its|our|their|one|people|all)$/
const filler =
  /^(?:so|and|but|or|um|uh|well|okay|ok|oh|yeah|i|mean|like|now|then|because|right|hey|hi|hello|also|just|wait|sorry|you|know|[.,;:…]+)$/

/** The marks of a question, with or without its mark. */
export function questionFlags(text: string, tokens: readonly string[]): string[] {
  const found: string[] = []
  if (/\?/.test(text)) found.push(/\?["'”’)\s]*$/.test(text) ? 'asks-end' : 'asks-inside')
  let at = 0
  while (
    at < tokens.length &&
    filler.test(tokens[at]!) &&
    !(tokens[at] === 'you' && tokens[at + 1] !== 'know')
  )
    at++
  const first = tokens[at] ?? ''
  const second = tokens[at + 1] ?? ''
  const third = tokens[at + 2] ?? ''
  if (wh.test(first)) {
    found.push('wh-first')
    if (helper.test(second)) found.push('wh-helper')
    else if (helper.test(third) && subject.test(tokens[at + 3] ?? '')) found.push('wh-noun-helper')
    else if (subject.test(second)) found.push('wh-subject')
  }
  if (helper.test(first)) found.push(subject.test(second) ? 'turned-first' : 'helper-first')
  for (let k = at + 1; k + 1 < tokens.length; k++)
    if (helper.test(tokens[k]!) && /^(?:i|you|he|she|it|we|they|there)$/.test(tokens[k + 1]!)) {
      found.push(wh.test(tokens[k - 1]!) ? 'wh-turned-inside' : 'turned-inside')
      if (k + 2 >= tokens.length) found.push('tag-end')
    }
  const last = tokens.filter((one) => /\p{L}/u.test(one)).slice(-2)
  if (/^(?:right|no|huh|yeah|okay|or|then)$/.test(last.at(-1) ?? '')) found.push(`ends-${last.at(-1)}`)
  if (/^(?:or|right) (?:not|something|what|so)$/.test(last.join(' '))) found.push('ends-or')
  if (
    tokens.some((one) => /^(?:wonder|wondering|curious|know)$/.test(one)) &&
    tokens.some((one) => /^(?:if|whether)$/.test(one) || wh.test(one))
  )
    found.push('wonders')
  return found
}
