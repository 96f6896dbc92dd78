import { type Line, wordAt } from './line.ts'

const many =
  /^(?:parents|carers|guardians|residents|members|customers|tenants|leaseholders|neighbours|neighbors|passengers|students|pupils|guests|patients|volunteers|owners|homeowners|families|subscribers|users|shareholders|donors|supporters|readers|friends|colleagues|visitors|households|clients|partners|suppliers|learners|players|everyone|everybody|householders|occupiers|attendees|delegates|exhibitors|traders|travellers|riders|drivers|walkers|singers|gardeners|\w*holders|\w+goers|\w*owners)$/

/** Nobody by name, so all of them: "Dear resident"; a customer may be one. */
const anyone =
  /^(?:parent|carer|guardian|resident|member|tenant|leaseholder|neighbour|neighbor|passenger|householder|occupier|homeowner|supporter|subscriber|shareholder|colleague|volunteer)$/

/** "Dear parents of Class 3B" are many, "dear parents of Leo" two. */
const ofGroup = /^(?:class|year|form|pupils|students|children|all|the|our)$/

/** "Thank you for your letter": an answer, so to one. */
const theirs =
  /^(?:letter|e-?mail|call|message|complaint|enquiry|report|request|note|visit|question|reply|application)$/

/** "Dear parents", "To all residents": a letter to many, in which the firm announces and only an "I" promises. */
export function addressesMany(lines: readonly Line[]): boolean {
  const answers = lines
    .slice(0, 5)
    .some((line) => line.tokens.some(({ text }, at) => text === 'your' && theirs.test(wordAt(line, at + 1))))
  for (const line of lines.slice(0, 3)) {
    const first = wordAt(line, 0)
    if (!/^(?:dear|hello|hi|attention|to|good)$/.test(first)) continue
    for (let at = 1; at < 7 && at < line.tokens.length && wordAt(line, at) !== ','; at++)
      if (
        (many.test(wordAt(line, at)) || (anyone.test(wordAt(line, at)) && !answers)) &&
        (wordAt(line, at + 1) !== 'of' || ofGroup.test(wordAt(line, at + 2))) &&
        wordAt(line, at + 3) !== 'of'
      )
        return true
  }
  return false
}
