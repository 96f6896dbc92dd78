import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { giveWay, isAnswering } from './givingWay.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const response = () => new EventEmitter() as ServerResponse
const isGone = async (way: Promise<void>) => {
  let gone = false
  void way.then(() => (gone = true))
  await vi.advanceTimersByTimeAsync(0)
  return gone
}

test('gives way to a crowd until they have their answers, or have broken off', async () => {
  const [ana, tom, zoe] = [response(), response(), response()]
  isAnswering(ana)
  expect(await isGone(giveWay(500))).toBe(true)
  for (const one of [tom, zoe]) isAnswering(one)
  const way = giveWay(500)
  ana.emit('finish')
  ana.emit('close')
  expect(await isGone(way)).toBe(false)
  tom.emit('close')
  expect(await isGone(way)).toBe(true)
  zoe.emit('close')
})

test('but never for long', async () => {
  const slow = [response(), response()]
  for (const one of slow) isAnswering(one)
  const way = giveWay(500)
  await vi.advanceTimersByTimeAsync(499)
  expect(await isGone(way)).toBe(false)
  await vi.advanceTimersByTimeAsync(1)
  expect(await isGone(way)).toBe(true)
  for (const one of slow) one.emit('close')
})
