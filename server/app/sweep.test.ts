import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

// A process of its own: that of the tests never rests.
const script = `
  import { sweepAtRest } from ${JSON.stringify(fileURLToPath(new URL('sweep.ts', import.meta.url)))}
  const heap = () => process.memoryUsage().heapTotal / 2 ** 20
  const before = heap()
  let letters = Array.from({ length: 600_000 }, (_, n) => ({ n, words: ['letter', n] }))
  const most = heap()
  letters = null
  if (process.argv[1] === 'sweeps') sweepAtRest()
  const isOver = () => heap() < before + 10 || performance.now() > 30_000
  const end = () => console.log(JSON.stringify({ before, most, after: heap() }))
  const wait = () => (isOver() ? end() : setTimeout(wait, 100))
  if (process.argv[1] === 'sweeps') wait()
  else setTimeout(end, 4000)`

async function heaps(how: string): Promise<{ before: number; most: number; after: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, how])
  return JSON.parse(stdout)
}

test('what a burst leaves is given back in a second of rest, and not without it', async () => {
  const [swept, left] = await Promise.all([heaps('sweeps'), heaps('does not')])
  expect(left.most - left.before).toBeGreaterThan(40)
  expect(left.most - left.after).toBeLessThan(10)
  expect(swept.after).toBeLessThan(swept.before + 10)
})
