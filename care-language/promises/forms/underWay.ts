import { acts, isGift } from '../englishWords.ts'
import { type Line, wordAt } from '../line.ts'

export const underWay =
  /^(?:looking|confirming|replying|responding|touching|thanking|scanning|tracking|following|working|checking|chasing|investigating|trying|waiting|processing|reviewing|monitoring|writing|reading|testing|speaking|talking|asking|handling|dealing|thinking|hoping|planning|aiming|using|having|being|going|experiencing|getting-there|struggling|facing|seeing|closing|opening|reopening|pushing|doing|missing|expecting|celebrating|feeling|losing|fighting|searching)$/

/** What brings a thing on its way: said of now it is a word for what follows. */
export const transfers =
  /^(?:sending|posting|shipping|bringing|mailing|couriering|driving|dropping|dispatching|delivering|replacing|swapping|overnighting|emailing|forwarding)$/

/** "arriving at our depot", "comes in to us", "landing here": stock that is on its way to us. */
export const comesToUs = (line: Line, verb: number): boolean => {
  for (let at = verb + 1; at < verb + 3; at++) {
    const word = wordAt(line, at)
    const next = wordAt(line, at + 1)
    if (/^(?:at|with|to|into|in)$/.test(word) && (next === 'us' || next === 'stock')) return true
    if (/^(?:at|to|in|into)$/.test(word) && /^(?:our|the)$/.test(next))
      return /^(?:depot|warehouse|shop|store|workshop|hub|port|branch|yard|office)$/.test(
        wordAt(line, at + 2),
      )
  }
  return false
}

export const givesAfter = (line: Line, verb: number) => {
  for (let at = verb + 1; at < verb + 7; at++) if (isGift(wordAt(line, at))) return true
  return false
}

/** "We write to inform you that …": what the letter itself does. */
export const letterDoes = (line: Line, verb: number): boolean => {
  for (let at = verb + 1; at < verb + 4; at++)
    if (wordAt(line, at) === 'to')
      return /^(?:confirm|say|let|tell|inform|thank|apologise|apologize|ask|advise|acknowledge|respond|reply|update|follow|remind|check|express|explain|invite|request|offer|see|notify)$/.test(
        wordAt(line, at + 1),
      )
  return false
}

export const stem = (word: string) => {
  const bare = word.slice(0, -3)
  if (acts.has(bare)) return bare
  if (acts.has(`${bare}e`)) return `${bare}e`
  return /(.)\1$/.test(bare) ? bare.slice(0, -1) : bare
}
