import { idle } from '../englishWords.ts'
import { type Line, startsWith, wordAt } from '../line.ts'
import { hasTime } from './predicate.ts'

const idleByFirst = new Map<string, (readonly string[])[]>()

for (const phrase of idle) idleByFirst.set(phrase[0]!, [...(idleByFirst.get(phrase[0]!) ?? []), phrase])

export const idleAt = (line: Line, at: number): boolean =>
  (idleByFirst.get(wordAt(line, at)) ?? []).some(
    (phrase) => startsWith(line, at, phrase) && !rescued(line, at, phrase),
  )

/** Idle phrases that are acts after all: "be back on Monday to finish it", "see to it", "close the account". */
function rescued(line: Line, at: number, phrase: readonly string[]): boolean {
  const after = wordAt(line, at + phrase.length)
  switch (phrase.join(' ')) {
    case 'tell you what':
      return /^(?:they|he|she|it|i|we|the|was|is|happened|happens|to|your|my|our)$/.test(after)
    case 'be straight':
      return /^(?:back|out|over|round|on|onto|up|down)$/.test(after)
    case 'reopen':
      return /^(?:it|this|that|the|your|her|his|their)$/.test(after)
    case 'cost':
      return /^(?:it|this|them|everything)$/.test(after)
    case 'consider':
      return hasTime(line, at)
    case 'see':
      return /^(?:to|what|if|whether|about|that|it)$/.test(after) || (after === 'you' && isSeen(line, at + 2))
    case 'see you':
      return isSeen(line, at + 2)
    case 'explain':
      return hasTime(line, at) && /^(?:it|everything|this|that|the|how|what|why|your)$/.test(after)
    case 'try':
      return (
        after === 'again' ||
        /^(?:a|an|another|the|your|them|him|her)$/.test(after) ||
        (after === 'once' && wordAt(line, at + 2) === 'more') ||
        (after === 'you' && hasTime(line, at))
      )
    case 'be out':
      // "We'll be out first thing Monday" is a visit, "I'll be out on Monday" an absence.
      return /^(?:to|there|with|at)$/.test(after) || firstThing(line, at + phrase.length)
    case 'be around':
      return /^(?:to|at|on|with)$/.test(after) && hasTime(line, at)
    case 'get it':
      return !/^(?:,|\.|!|now|then)?$/.test(after)
    case 'stay':
      return (
        (/^(?:in|on)$/.test(after) &&
          /^(?:touch|it|the|top|this|that|your|copy|call|hand|standby)$/.test(wordAt(line, at + 2))) ||
        (/^(?:late|on|behind|back|up|open)$/.test(after) &&
          line.tokens
            .slice(at)
            .some(({ text }) => text === 'to' || text === 'for' || /^(?:un)?till?$/.test(text))) ||
        /^(?:until|till)$/.test(after) ||
        (after === 'with' && /^(?:you|her|him|them|it|your)$/.test(wordAt(line, at + 2)))
      )
    case 'be moving':
      return /^(?:your|you|the|it|this)$/.test(after)
    case 'be waiting':
      return (
        hasTime(line, at) &&
        (/^(?:outside|at|in|by)$/.test(after) || (after === 'for' && wordAt(line, at + 3) === 'you'))
      )
    case 'be the':
    case 'be one':
      // "I'll be the one to tell you"
      return /^(?:one|first)$/.test(after) && wordAt(line, at + 3) === 'to'
    case 'be carrying':
      return after === 'out' && hasTime(line, at)
    default:
      return false
  }
}

export const idleIng = (verb: string) =>
  /^(?:thinking|hoping|trying|aiming|looking-forward|needing|waiting|missing|closing|opening|reopening|using|asking|charging|being|having|celebrating|wondering|billing|enjoying|seeing|losing|praying|watching-the|working|interviewing|recruiting|hiring|hosting|exhibiting|filming|stocktaking|releasing|publishing|announcing)$/.test(
    verb,
  )

/** "We will see you in clinic before the end of July": not "see you Friday". */
const isSeen = (line: Line, at: number): boolean =>
  /^(?:in|at)$/.test(wordAt(line, at)) &&
  line.times[at] === -1 &&
  /^(?:clinic|outpatients|surgery|person|hospital)$/.test(wordAt(line, at + 1)) &&
  hasTime(line, at)

const firstThing = (line: Line, at: number): boolean => {
  const said = line.whens[line.times[at] ?? -1]?.when
  return said !== undefined && said.by === null && (said.part !== undefined || said.clockTo !== undefined)
}
