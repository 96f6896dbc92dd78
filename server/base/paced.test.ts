import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { paced } from './paced.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

function counting(ms: number, takes = 0, isInVain = false) {
  const begun: number[] = []
  const start = performance.now()
  const one = paced(ms, async () => {
    begun.push(performance.now() - start)
    if (takes) await new Promise((resolve) => setTimeout(resolve, takes))
    return !isInVain
  })
  return { ...one, begun }
}

test('what is asked for is done at once, and what comes meanwhile in one go', async () => {
  const { wake, begun } = counting(50)
  wake()
  expect(begun).toEqual([0])
  for (let n = 0; n < 10; n++) {
    await vi.advanceTimersByTimeAsync(10)
    wake()
  }
  await vi.advanceTimersByTimeAsync(500)
  expect(begun).toEqual([0, 50, 100, 150])
  // After a rest nobody waits.
  wake()
  expect(begun).toHaveLength(5)
})

test('what found nothing to do holds up nothing', async () => {
  const { wake, begun } = counting(50, 0, true)
  for (let n = 0; n < 3; n++) {
    wake()
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(begun).toEqual([0, 10, 20])
})

test('one at a time; what was asked for while it ran is done behind it, and nothing once it is stopped', async () => {
  const { wake, stop, begun } = counting(10, 30)
  wake()
  await vi.advanceTimersByTimeAsync(20)
  wake()
  wake()
  expect(begun).toEqual([0])
  await vi.advanceTimersByTimeAsync(10)
  expect(begun).toEqual([0, 30])
  wake()
  const stopped = stop()
  await vi.advanceTimersByTimeAsync(100)
  await stopped
  expect(begun).toEqual([0, 30])
})
