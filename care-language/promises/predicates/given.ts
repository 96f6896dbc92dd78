import { adverbs, isGift, receiving } from '../englishWords.ts'
import { isHardBreak, type Line, startsWith, wordAt } from '../line.ts'
import { isName } from '../nouns.ts'
import { hasTime, type Predicate } from './predicate.ts'

/** "You will receive a card", "you'll hear from me", "you'll be contacted": we are the giver. */
export function givenPredicate(line: Line, at: number): Predicate | null {
  const word = wordAt(line, at)
  // "You'll know by tonight": because we tell them.
  if (word === 'know') {
    const by = /^(?:more|why|whether|either|for|the)$/.test(wordAt(line, at + 1)) ? [2, 3] : [1]
    return by.some(
      (ahead) => /^(?:by|before)$/.test(wordAt(line, at + ahead)) && line.times[at + ahead] !== -1,
    )
      ? { verb: at, form: 'base' }
      : null
  }
  if (!receiving.has(word)) return null
  if (startsWith(line, at, ['be', 'the', 'first', 'to'])) return { verb: at, form: 'base' }
  if (word === 'be') {
    let next = at + 1
    while (adverbs.has(wordAt(line, next))) next++
    const verb = wordAt(line, next)
    // "You'll be back online by six", "up and running by six"
    if (
      hasTime(line, at) &&
      !line.whens.some((one) => one.from > next && one.when.minutes !== undefined) &&
      (startsWith(line, next, ['back', 'online']) ||
        startsWith(line, next, ['back', 'up']) ||
        startsWith(line, next, ['up', 'and', 'running']))
    )
      return { verb: at, form: 'state' }
    if (/^(?:receiving|getting|hearing|having)$/.test(verb))
      return received(
        line,
        next,
        verb === 'getting' ? 'get' : verb === 'hearing' ? 'hear' : verb === 'having' ? 'have' : 'receive',
      )
        ? { verb: next, form: 'ing' }
        : null
    return /^(?:contacted|assisted|helped|called|rung|phoned|emailed|e-mailed|refunded|credited|reimbursed|notified|informed|updated|sent|given|compensated|repaid|paid|seen|visited|met|moved|upgraded|texted|told|transferred|issued|reconnected|added|assigned|collected|picked|put|back|reinstated|allocated|placed|rebooked|booked|registered|enrolled|removed|unsubscribed|included|kept|looked)$/.test(
      verb,
    )
      ? verb === 'back' ||
        (verb === 'looked' && wordAt(line, next + 1) !== 'after') ||
        (verb === 'included' && !hasTime(line, next))
        ? null
        : { verb: next, form: 'passive' }
      : null
  }
  return received(line, at, word) ? { verb: at, form: 'base' } : null
}

/** "you'll have your gravel before the mixer turns up" */
const endsBefore = (line: Line, from: number): boolean => {
  for (let at = from + 2; at < from + 5; at++)
    if (/^(?:before|once|when)$/.test(wordAt(line, at))) return true
  return false
}

/** "the outcome from me" */
const namesUs = (line: Line, from: number): boolean => {
  for (let at = from + 1; at < from + 6 && !isHardBreak(line, at); at++)
    if (wordAt(line, at) === 'from' && /^(?:me|us|my|our)$/.test(wordAt(line, at + 1))) return true
  return false
}

function received(line: Line, at: number, verb: string): boolean {
  let next = at + 1
  while (adverbs.has(wordAt(line, next)) || wordAt(line, next) === 'back') next++
  const first = wordAt(line, next)
  if (verb === 'hear')
    return (
      (/^(?:it|this|that|everything)$/.test(first) && startsWith(line, next + 1, ['from'])) ||
      namesUs(line, next) ||
      /^(?:from|back|of|more|either|,|by|today|tomorrow|before|within|on|shortly|soon|as)?$/.test(
        wordAt(line, at + 1),
      ) ||
      line.times[at + 1] !== -1
    )
  if (
    verb === 'have' &&
    /^(?:to|seen|noticed|been|had|read|heard|received|a-chance|access|no|plenty|full-control|until|two|three)$/.test(
      first,
    )
  )
    return false
  if (
    verb === 'get' &&
    /^(?:used|to|a-better|better|there|the-hang|lost|tired|more|20|10|%|an-error|on|off|in|out)$/.test(first)
  )
    return false
  if (/^(?:automatic|automated|error|option|idea)$/.test(wordAt(line, first === 'an' ? next + 1 : next)))
    return false
  // "You'll get a message from the app", "more choice"
  if (/^(?:more|plenty|lots|better|less|fewer)$/.test(first) && wordAt(line, next + 1) !== 'from')
    return false
  for (let index = next; index < next + 6; index++)
    if (
      /^(?:from|by|in)$/.test(wordAt(line, index)) &&
      /^(?:app|system|website|site|screen|machine)$/.test(wordAt(line, index + 2))
    )
      return false
  // "You'll get every penny back"
  if (verb === 'get')
    for (let index = next + 1; index < next + 6 && !isHardBreak(line, index); index++)
      if (wordAt(line, index) === 'back' && wordAt(line, index + 1) !== 'to') return true
  // "By Friday you'll have a plan from me in writing"
  if (verb === 'have' || verb === 'get')
    for (let index = next + 1; index < next + 6 && !isHardBreak(line, index); index++)
      if (
        (wordAt(line, index) === 'from' && /^(?:me|us|my|our|her|him|them)$/.test(wordAt(line, index + 1))) ||
        /^(?:refunded|reimbursed|replaced|credited)$/.test(wordAt(line, index))
      )
        return true
  // The object: something we give. Look over its first words.
  for (let index = next; index < Math.min(next + 8, line.tokens.length); index++) {
    const word = wordAt(line, index)
    if (isHardBreak(line, index) || word === ',' || word === 'to') break
    if (
      isGift(word) &&
      !(word === 'new' && verb === 'get' && !/^(?:a|another|your)$/.test(wordAt(line, index - 1)))
    )
      return true
    if (verb === 'receive' && /^(?:your|our|my)$/.test(word)) return true
    if (/^(?:your|my|our)$/.test(word) && (hasTime(line, at) || endsBefore(line, index))) return true
    if (index > next && line.times[index] !== -1) return verb === 'receive' || hasTime(line, at)
  }
  // "From Monday you will have Rosa": one of ours comes.
  if (verb === 'have' && line.tokens[next]?.capital && isName(line, next) && line.whens.length > 0)
    return true
  if (verb === 'receive') return !/^(?:\d|%|local|more)$/.test(first)
  return (verb === 'have' || verb === 'get') && /^(?:the|a|an|your|my|our)$/.test(first) && hasTime(line, at)
}
