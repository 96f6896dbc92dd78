import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { letter, maria, openStage, type Stage } from '#server/conversations/testing.ts'
import { keepWordsInOrder, noteSearch } from './letters.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
  // What is read and written goes on as ever: only the pace is ours.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Pages of words that still wait; there are none behind it. */
const waiting = async () => {
  const { rows } = await sql<{
    pages: number
  }>`select gin_clean_pending_list('messages_words') as pages`.execute(stage.db)
  return Number(rows[0]!.pages)
}
const write = () =>
  letter(stage.db, { inboxId: stage.repairs, from: maria, text: 'It is cold again.', subject: 'The boiler' })
const log = (message: string, error: unknown) => {
  throw new Error(message, { cause: error })
}

test('words of new letters come to their places every two seconds while somebody searches, else in larger lots', async () => {
  await waiting()
  await write()
  const unsearched = keepWordsInOrder(stage.db, log)
  vi.advanceTimersByTime(9000)
  await unsearched.stop()
  expect(await waiting()).toBeGreaterThan(0)

  await write()
  const later = keepWordsInOrder(stage.db, log)
  vi.advanceTimersByTime(10_000)
  await later.stop()
  expect(await waiting()).toBe(0)

  await write()
  noteSearch(stage.db)
  const searched = keepWordsInOrder(stage.db, log)
  vi.advanceTimersByTime(2000)
  await searched.stop()
  expect(await waiting()).toBe(0)
})
