/** What a letter seems to choose, and the words that say so. */
export interface Guess {
  position: number
  words: string
}

const ordinals: Record<string, number> = Object.fromEntries(
  [
    'one first 1 1st a eins erste ersten erster erstes',
    'two second 2 2nd b zwei zweite zweiten zweiter zweites',
    'three third 3 3rd c drei dritte dritten dritter drittes',
    'four fourth 4 4th d vier vierte vierten vierter viertes',
  ].flatMap((words, n) => words.split(' ').map((word) => [word, n + 1])),
)
const isLast = (word: string) => word === 'last' || word.startsWith('letzt')

const named = new RegExp(
  [
    '\\b(?:option|choice|number|no\\.?|nr\\.?|möglichkeit|variante|vorschlag|nummer)\\s*#?\\s*(one|two|three|four|eins|zwei|drei|vier|[1-4]|[a-d])\\b',
    '\\bthe\\s+(first|second|third|fourth|1st|2nd|3rd|4th|last)\\b(?!\\s+(?:time|day|week|of|letter|mail|floor|thing))',
    '\\b(?:d(?:ie|en|as|er|em)|zur|zum)\\s+((?:erst|zweit|dritt|viert|letzt)e[nrs]?)(?![\\p{L}\\d])(?!\\s+(?:mal|tag|woche|brief|mail|stock|schritt|termin))',
    '^\\s*(?:#\\s*)?([1-4])\\s*[.,)!]?\\s*(?:please|thanks|thank you|bitte|danke)?\\s*[.!]?\\s*$',
  ].join('|'),
  'gimu',
)
/** "Not the first", "rather than the second", "nicht die erste": what is named there is not what is wanted. */
const refused =
  /(?:\bnot|n[’']t(?:\s+\w+){0,2}|\brather than|\binstead of|\bexcept|\bwithout|\binsteadof|\bno need for|\bnicht|\bstatt|\banstatt|\baußer|\bohne)\s+(?:for\s+)?$/i
/** A sentence that says no to anything is left to a person: what it says no to is not for us to guess. */
const denied =
  /\b(?:not|no|never|without|instead of|rather than|nicht|nein|nie|ohne|statt|anstatt|lieber|kein(?:e[nmrs]?)?)\b|n[’']t\b/i
const small = new Set(
  'the and for you your yours ours mine with that this from will can could would have has are our its not but back get got please thank thanks like want take more than then them they she his her when what which one two three into onto over been was were very just also here there today tomorrow die der das den dem des und für mit von ist sind war wir uns ihr ihre ihren ihnen sie ich mir mich mein meine meinen ein eine einen einem einer eines nicht aber auch noch nur schon dann wenn als wie was wer bitte danke gern gerne möchte möchten hätte würde würden wäre können könnte haben wird werden nehmen nehme neu neue neuen heute morgen'.split(
    ' ',
  ),
)

/**
 * Which of several choices a letter takes up: by its number or place, else by words of one choice that the others do not have.
 * Null where it names none, or more than one: then a person reads.
 */
export function guessChoice(
  letter: string,
  choices: readonly { position: number; text: string }[],
): Guess | null {
  const byPlace = places(letter, choices)
  if (byPlace.size > 1) return null
  const [only] = byPlace.values()
  return only ?? byWords(letter, choices)
}

function places(letter: string, choices: readonly { position: number }[]): Map<number, Guess> {
  const found = new Map<number, Guess>()
  for (const match of letter.matchAll(named)) {
    if (refused.test(letter.slice(0, match.index).slice(-40))) continue
    const word = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').toLowerCase()
    const position = isLast(word) ? choices.length : ordinals[word]
    if (position && choices.some((one) => one.position === position) && !found.has(position))
      found.set(position, { position, words: sentenceAround(letter, match.index) })
  }
  return found
}

function byWords(letter: string, choices: readonly { position: number; text: string }[]): Guess | null {
  const bags = choices.map((choice) => ({ ...choice, words: new Set(wordsOf(choice.text)) }))
  const said = wordsOf(letter)
  const scores = bags.map(({ position, words }) => {
    const own = [...words].filter((word) =>
      bags.every((other) => other.position === position || !other.words.has(word)),
    )
    const hit = own.filter((word) => said.some((one) => alike(one, word)))
    return { position, hit, share: own.length ? hit.length / own.length : 0 }
  })
  const [best, next] = scores.toSorted((a, b) => b.share - a.share)
  if (!best || best.share < 0.3 || best.hit.length === 0 || (next && next.share > best.share / 2)) return null
  const at = letter.toLowerCase().search(new RegExp(`(?<!\\p{L})${best.hit[0]!.slice(0, 5)}`, 'iu'))
  if (at < 0) return null
  const words = sentenceAround(letter, at)
  return denied.test(words) ? null : { position: best.position, words }
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !small.has(word))

/** "refund" and "refunded": the same by their beginning. */
const alike = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length)
  const shared = Math.max(4, length - 2)
  return (
    one === other ||
    (length >= 4 &&
      one.slice(0, shared) === other.slice(0, shared) &&
      Math.abs(one.length - other.length) <= 4)
  )
}

function sentenceAround(text: string, at: number): string {
  const from =
    Math.max(
      text.lastIndexOf('\n', at - 1),
      ...['. ', '! ', '? '].map((end) => text.lastIndexOf(end, at - 1) + 1),
    ) + 1
  const rest = text.slice(Math.max(0, from - 1)).trimStart()
  return (/^[^\n.!?]{1,200}[.!?]?/.exec(rest)?.[0] ?? rest.slice(0, 200)).trim()
}
