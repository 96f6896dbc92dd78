// Small enough for the page itself: the composer asks these while one types, without the reader.

const given =
  /\b(?:on (?:us|the house|me)\b|(?:costs?|pay|owe)(?: (?:you|us))? nothing|nothing (?:is left )?to pay|at no (?:cost|charge)|free of charge|for free|no charge|without charge|our treat|(?:a|as a) (?:small |little )?(?:gift|present|token|thank-you)\b|(?:I|we)(?:['’]ve| have)? (?:added|put in|tucked in|slipped in|enclosed|included)\b[^.!?]{0,60}\b(?:for you|extra|too|as well|as a|with it)|geschenkt|auf unsere kosten|kostet (?:sie|dich|euch) nichts|kostenlos|geht aufs haus)\b/i
/** "You pay nothing back" and "if it costs nothing" give nothing. */
const notGiven =
  /\b(?:if|unless|whether|would|falls|wenn|ob)\b[^.!?]{0,40}\b(?:on us|free|nothing|kostenlos|nichts)\b/i

/** Something beyond putting it right is given in this sentence. */
export const givesExtra = (text: string): boolean => given.test(text) && !notGiven.test(text)

const afterwards =
  /\b(?:I|we)(?:['’]ll| will| shall)\b[^.!?]{0,80}\b(?:ask|check|hear|see|find out)(?: (?:from you|you|back|in))? (?:how|whether|if)\b[^.!?]{0,80}|\b(?:check(?:ing)? back|check(?:ing)? in|follow(?:ing)? up)\b(?! (?:the|my|our) (?:order|form))|\b(?:rufe|frage|melde)\b[^.!?]{0,60}\b(?:ob|wie)\b/i
const good =
  /\b(?:it|all|everything|things?|you|she|he|they|the \w+)\b[^.!?]{0,30}\b(?:right|well|fine|good|ok(?:ay)?|working|works|warm|dry|holds?|held|stayed|stays|arrived|runs?|lasted|tasted|happy|content|went|going|is|are|gut|läuft)\b/i

/** We ask later whether it is good again: "I will call on Friday to hear whether it has stayed warm". */
export function asksAfterwards(text: string): boolean {
  const said = afterwards.exec(text)?.[0]
  if (!said) return false
  return /check|follow|ob\b|wie\b/i.test(said) || good.test(said)
}

/** Of what it cost them, in their words, something stands in our letter. */
export function namesCost(letter: string, costs: readonly string[]): boolean {
  const said = new Set(contentWords(letter))
  return costs.some((cost) => contentWords(cost).some((word) => said.has(word)))
}

const common = new Set(
  'about after again also another because been before being cannot could does doing done from have having here into just like made make more most much must need only other over really said same should since some still such than that their them then there these they thing this those through under very want were what when where which while will with would your yours'.split(
    ' ',
  ),
)
/** Words that carry something, without their ending: "evenings" and "evening" are one. */
const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? [])
    .filter((word) => !common.has(word))
    .map((word) => word.replace(/(?:ings?|ies|ed|es|s|n|en)$/u, '').slice(0, 8))
    .filter((word) => word.length >= 3)
