import { acts, isGift } from '../englishWords.ts'
import { type Line, wordAt } from '../line.ts'

export const underWay =
  /^(?:looking|confirming|replying|responding|touching|thanking|scanning|tracking|following|working|checking|chasing|investigating|trying|waiting|processing|reviewing|monitoring|writing|reading|testing|speaking|talking|asking|handling|dealing|thinking|hoping|planning|aiming|using|having|being|going|experiencing|getting-there|struggling|facing|seeing|closing|opening|reopening|pushing|doing|missing|expecting|celebrating|feeling|losing|fighting|searching)$/

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
