import type { Span } from '../sentences.ts'

const warm =
  /\b(?:thank|thanks|thx|grateful|appreciat\w+|wonderful|fantastic|amazing|brilliant|excellent|superb|outstanding|lovely|delightful|perfect\w*|kind\w*|helpful|patien\w+|friendly|polite|professional|gentle|thoughtful|caring|gem|star|saint|delight|godsend|diamond|gent|hero|angel|credit|treasure|legend|saved|impressed|great|best|nice|nicest|good (?:job|work|man|woman|lad|egg)|out of (?:his|her|their) way|extra mile|above and beyond|recommend|compliment\w*|hats? off|pleasure|stayed (?:on|late|with|until)|made (?:my|our)|called (?:me|us) back|stopped smiling|pass (?:that|this|it|my|our)|listened|explained (?:everything|it all|so)|took (?:the|her|his|their) time|sorted|talked (?:me|us|my \w+|him|her) through|could(?:n['’]t| not) do enough|nothing was too)\b/i
const cold =
  /\b(?:rude|not (?:helpful|kind|patient|friendly|polite|nice)|unhelpful|unfriendly|impatient|never (?:called|came|answered|replied)|did(?:n['’]t| not)|wasn['’]t|was not|refused|ignored|hung up|lied|worst|terrible|awful|promised|could not|couldn['’]t (?:help|care)|in a hurry|short with|distant|abrupt)\b/i
const others = /^(?:(?:hi|hello|dear|hey|good (?:morning|day|afternoon|evening))[ ,])/i

/** Teammates a customer names with thanks or praise: in the warm sentence itself, or by "she" and "he" in the next. */
export function praisedIn(spans: readonly Span[], teammates: readonly string[], allGlad = false): string[] {
  const named = allGlad ? namedIn(spans, teammates) : []
  return teammates.filter((name) => {
    if (named.includes(name)) return true
    const pattern = namePattern(name)
    if (!pattern) return false
    return spans.some((span, index) => {
      const text = span.text.replace(others, ' ')
      // The addressee of a letter full of thanks is thanked; the one of a complaint is only greeted.
      const greeted = others.test(span.text) && pattern.test(span.text.slice(0, 60))
      if (!pattern.test(text) && !greeted) return false
      if (cold.test(text) && !/\b(?:could not|couldn['’]t) have been\b/i.test(text)) return false
      const next = spans[index + 1]?.text ?? ''
      if (greeted) return thanksYou.test(text) || (text.trim().length < 40 && thanksYou.test(next))
      return (
        warm.test(text) ||
        (/^(?:she|he|they|what an? )\b/i.test(next) && warm.test(next) && !cold.test(next)) ||
        // "Please thank the man who came. It was Ben."
        (/^(?:it was|his name|her name|i think|the name)\b/i.test(text) &&
          warm.test(spans[index - 1]?.text ?? ''))
      )
    })
  })
}

/** Said of a colleague without meaning them well: who was spoken to, who told it, whom it is for. */
const inPassing =
  /\b(?:spoke|spoken|talked|written|wrote|sent|addressed|passed) (?:to|with)\b|\b(?:told|asked|said|says|according|quoted|appointment|meeting|booked) (?:me|us|that|to|with|for|by)?\b/i

/** Colleagues named for their own sake, in a sentence without a cold word; a greeting names nobody. */
export const namedIn = (spans: readonly Span[], teammates: readonly string[]): string[] =>
  teammates.filter((name) => {
    const pattern = namePattern(name)
    return (
      pattern !== null &&
      spans.some(
        ({ text }) =>
          pattern.test(text) &&
          !others.test(text) &&
          !cold.test(text) &&
          !inPassing.test(text) &&
          text.split(/\s+/).length > 2,
      )
    )
  })

const thanksYou =
  /\b(?:thank(?:s| you)\b(?! (?:you )?in advance)(?: so much| very much| again| a lot)?(?:[,.! ]|$)(?! ?for (?:your (?:time|attention|help in advance)))|you (?:were|are|have been|are the) (?:so |very |really |such )?(?:kind|helpful|wonderful|great|amazing|patient|the best|a star|lovely|a gem)|you (?:called|rang|stayed|helped|saved|explained|listened|kept)|i appreciate)/i

function namePattern(name: string): RegExp | null {
  const parts = name
    .split(/\s+/)
    .filter((part) => part.length > 1 && !/^(?:dr|mr|mrs|ms|prof)\.?$/i.test(part))
  if (parts.length === 0) return null
  const forms = [
    parts[0]!,
    ...(parts.length > 1 ? [`(?:mr|mrs|ms|dr|miss)\\.? ${escaped(parts.at(-1)!)}`] : []),
  ]
  return new RegExp(
    `(?<![\\p{L}])(?:${[escaped(forms[0]!), ...forms.slice(1)].join('|')})(?:['’]s)?(?![\\p{L}])`,
    'iu',
  )
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
