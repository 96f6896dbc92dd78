import type { ServerResponse } from 'node:http'

// Whoever waits for an answer goes first: what a write sets off waits until no crowd does any more, but never long.

/** So many who write at once; one alone loses nothing by what their last write set off. */
const crowd = 2
let underWay = 0
const waiting = new Set<() => void>()

/** Somebody writes, and waits until this is answered. */
export function isAnswering(response: ServerResponse): void {
  underWay++
  let isOver = false
  const end = () => {
    if (isOver) return
    isOver = true
    underWay--
    if (underWay < crowd) for (const go of [...waiting]) go()
  }
  // One that breaks off is only closed.
  response.once('finish', end)
  response.once('close', end)
}

/** Waits until no crowd waits for the answers to their writes, but no longer than so many milliseconds. */
export function giveWay(atMost: number): Promise<void> {
  if (underWay < crowd) return Promise.resolve()
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      waiting.delete(go)
      resolve()
    }
    const timer = setTimeout(go, atMost)
    waiting.add(go)
  })
}
