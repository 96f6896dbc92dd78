import type { StatementLine } from '#care/statement.ts'

type Fault = Pick<StatementLine['faults'][number], 'start' | 'end'> & { id: string }

/** One thing at a time: of faults that mean the same words the weightiest, and of a line no more than two. */
export function worthSaying<F extends Fault>(faults: readonly F[], most = 2): F[] {
  const kept: F[] = []
  for (const one of faults)
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one)
  return kept.slice(0, most)
}

/** The words it means, as they are named beside it. */
export const shortly = (words: string): string => (words.length > 64 ? `${words.slice(0, 60)}…` : words)
