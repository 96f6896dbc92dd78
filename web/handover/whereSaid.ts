import type { Brief, Handover } from '#contract/handover.ts'

export type Part = Exclude<keyof Brief, 'urgency'>

/** The message, or the promise, a line of a brief tells of: by its words, which the giver may have put into others. */
export function whereSaid(
  { sources }: Pick<Handover, 'sources'>,
  part: Part,
  line: string,
): string | undefined {
  const holds = (words: string) => words !== '' && line.includes(words)
  if (part === 'feels') return sources.feels.find(({ words }) => holds(words))?.messageId
  if (part === 'asked')
    return sources.asked.find(({ text }) => text.split('\n').some((one) => holds(one.trim())))?.messageId
  if (part === 'promised') return sources.promised.find(({ what }) => holds(what))?.promiseId
  return undefined
}
