import { baseVerbs, rarelyImperative } from '#care/words/verbs.ts'
import { remember } from '../../remember.ts'
import { isPlain } from '../../sentences.ts'

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[.,;:!?()\-–—*•>]|[^\s"“”„«»]/gu
/** The same in English typing. */
const plainWord = /[a-z0-9]+(?:['-][a-z0-9]+)*|[^\s"]/g
const opener = new Set(
  'please pls plz kindly just and or but so then also now first second third finally next again ok okay well anyway otherwise instead therefore simply either always never even at least still oh hey hi hello yes no sure sorry thanks too maybe perhaps meanwhile lastly alternatively seriously honestly definitely'.split(
    ' ',
  ),
)
/** What can stand after a verb that gives an order. */
const object = new Set(
  'a an the this that these those my your his her its our their me him us them it any some all one both each every no out up down in on off over to for from with at by about into through back away around sure if whether when where what how who why which as and or not there here more less yourself yourselves please careful aware free only until between under before after , . ! : '.split(
    ' ',
  ),
)
const subject = new Set('i you he she it we they who that there'.split(' '))
const finite =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|did|do|isn't|wasn't|aren't|seems|looks|means)$/

/** An order, an instruction or an invitation: the sentence's main verb stands first in its base form. */
export const isImperative = remember(readImperative)

function readImperative(text: string): boolean {
  const low = text.slice(0, 2_000).toLowerCase()
  const tokens: readonly string[] = low.replaceAll('’', "'").match(isPlain(low) ? plainWord : word) ?? []
  let at = skipOpeners(tokens, 0)
  if (orders(tokens, at)) return true
  // "If it rains, take the bag in": the main clause comes after the first comma.
  if (
    /^(?:if|when|once|after|before|as|for|in|to|while|until|unless|since|with|at|on|also|by|from|whenever|next|dear|hi)$/.test(
      tokens[0] ?? '',
    )
  ) {
    for (
      let comma = tokens.indexOf(',', 1), tries = 0;
      comma > 0 && tries < 3;
      comma = tokens.indexOf(',', comma + 1), tries++
    ) {
      at = skipOpeners(tokens, comma + 1)
      if (
        orders(tokens, at) &&
        /^(?:if|when|once|after|before|for|in|to|while|until|unless|since|with|at|on|also|by|from|whenever|next|dear|hi)$/.test(
          tokens[0]!,
        )
      )
        return true
    }
  }
  return false
}

function skipOpeners(tokens: readonly string[], from: number): number {
  let at = from
  while (
    at < tokens.length &&
    at < from + 8 &&
    (opener.has(tokens[at]!) || /^(?:[^\p{L}]+|\d+|[a-z]\))$/u.test(tokens[at]!))
  )
    at++
  return at
}

function orders(tokens: readonly string[], at: number): boolean {
  const verb = tokens[at]
  if (!verb) return false
  const polite = at > 0 && /^(?:please|pls|plz|kindly)$/.test(tokens[at - 1]!)
  const next = tokens[at + 1] ?? ''
  if (tokens.at(-1) === '?' && !polite) return false
  if (verb === "let's" || (verb === 'let' && next === 's')) return true
  if (verb === "don't" || (verb === 'do' && (next === 'not' || baseVerbs.has(next))))
    return !subject.has(next) && next !== ''
  if (!baseVerbs.has(verb)) return false
  if (subject.has(next) && !/^(?:it|you|that|there|who)$/.test(next)) return false
  if (polite) return true
  if (rarelyImperative.has(verb)) return false
  if (finite.test(next) || next === ':') return false
  if (/^(?:do|have|be)$/.test(verb) && (subject.has(next) || finite.test(next))) return false
  if (next === 'you' && !/^(?:thank|get|keep|make|give|tell|bet|see)$/.test(verb)) return false
  if (object.has(next)) return !/^(?:of)$/.test(next)
  if (next === '') return tokens.length > at + 1 ? false : tokens.length === 1
  // A noun phrase without an article: "Send details", "Check availability". A finite verb soon after makes the first word a noun.
  return (
    !tokens.slice(at + 1, at + 5).some((one) => finite.test(one)) &&
    /^(?:[a-z]+ly|[\p{L}]+s|[\p{L}\p{N}]+)$/u.test(next) &&
    next !== 'of'
  )
}
