import type { Seen } from '../read.ts'
import { ownMeaning } from '../words.ts'

type Place = { start: number; end: number; text: string; theirs: string }

const wanted: readonly [RegExp, RegExp][] = [
  [
    /\b(?:order|booking|reservation|reference|case|ticket|invoice|customer|policy|contract|account|meter|serial|tracking) (?:number|no\.?|code|reference|id)\b/i,
    /\b(?:(?:order|booking|reservation|reference|invoice|customer|policy|contract|meter|serial|tracking|ref|no|number|nr)\W{0,3}(?:number|no\.?|is|:|#)?\W{0,3}[A-Z]{0,4}[-#]?\d{3,}[\w-]*|#\s?\d{3,}|\b[A-Z]{2,4}-?\d{3,}\b|\b\d{5,}\b)/i,
  ],
  [
    /\b(?:phone|telephone|mobile|contact) number\b|\bnumber (?:can|could|may) (?:I|we) (?:reach|call)/i,
    /\+?\d[\d ()/-]{7,}\d/,
  ],
  [
    /\b(?:photos?|pictures?|images?|screenshots?)\b/i,
    /\b(?:attach(?:ed|ment)|photos? (?:is|are|attached|enclosed|below|with)|(?:sent|send|here (?:is|are)) (?:you )?(?:the |a |my |two |some )?(?:photos?|pictures?|screenshots?))\b/i,
  ],
  [
    /\b(?:your |postal |delivery |street )address\b/i,
    /\b\d{1,4}\w? [A-Z][a-z]+ (?:Street|Road|Lane|Close|Avenue|Court|Way|Drive|Square)\b|\b[A-Z][a-z]+(?:straße|strasse|gasse|weg|platz) \d+/,
  ],
  [
    /\b(?:the |what |which )?(?:date|day) (?:of|did|was|when|you)\b/i,
    /\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[./]\d{1,2}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i,
  ],
]
const asks =
  /\?|\b(?:please|kindly|could you|can you|would you|send|provide|need|tell|give|let (?:me|us) know|confirm)\b/i

/** Asks for what they already gave. */
export function knownFacts({ context, doings }: Seen): Place[] {
  const { earlier = [] } = context.customer
  const message = [...earlier, context.customer.message].join('\n')
  const found: Place[] = []
  for (const { span, deed } of doings) {
    if (deed === 'act' || !asks.test(span.text)) continue
    for (const [ask, given] of wanted) {
      const asked = ask.exec(span.text)
      const theirs = asked && given.exec(message)
      if (!asked || !theirs || span.text.includes(theirs[0])) continue
      // "A photo of the crack too" asks for another one.
      if (/\b(?:another|more|new|second|other|also|better|closer|sharper)\b/i.test(span.text)) continue
      found.push({
        start: span.start + asked.index,
        end: span.start + asked.index + asked[0].length,
        text: asked[0],
        theirs: theirs[0].trim(),
      })
    }
  }
  return found.slice(0, 2)
}

const vague =
  /\b(?:the|your|this) (?:issue|item|product|matter|problem|article|goods|device|unit|situation|incident|request|concern)\b/i

/** "The item" where they said "the grey jacket". */
export function vagueThing({ layout, context, labels }: Seen): Place | null {
  if (labels.echo && layout.body.length > 4) return null
  for (const span of layout.body) {
    const match = vague.exec(span.text)
    if (!match || context.customer.message.toLowerCase().includes(match[0].toLowerCase().split(' ')[1]!))
      continue
    const theirs = ownMeaning(context.customer.message)[0]
    if (theirs)
      return {
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
        text: match[0],
        theirs,
      }
  }
  return null
}
