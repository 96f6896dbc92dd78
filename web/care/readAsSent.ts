import type { DraftContext, DraftReading } from '#care/draft.ts'
import { askReader } from './reader.ts'

/** How long a letter waits for the reader, in milliseconds, before it goes as it was read last. */
const patience = 3000

/**
 * The words as they are sent. While somebody writes, the reader is a moment behind the hand, and where a draft has just come back it
 * has not begun: whoever sends at once would lose the hour of a promise, or the promise. `before` is what it said last.
 */
export async function readAsSent(
  asked: { draft: string; context: DraftContext },
  before: DraftReading | null,
  longest = patience,
): Promise<DraftReading | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const enough = new Promise<DraftReading | null>((give) => {
    timer = setTimeout(() => give(before), longest)
  })
  // A reader that broke says nothing: the letter goes all the same.
  const told = askReader('draft', asked).catch(() => before)
  return Promise.race([told, enough]).finally(() => clearTimeout(timer))
}
