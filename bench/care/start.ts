// K25: what the care line costs before its first answer, and what first answers cost. The bundle is what `npm run care` runs.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { houses } from '#care/draft/cases/houses.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bundled = `${root}.cache/care/loading/tasks.mjs`
const rounds = 9
const [first] = houses
const customer = { name: first!.to, preferredName: null, message: first!.message }
const draft = first!.drafts[0]!.draft

const lines: Record<string, object> = {
  nothing: {},
  dates: { text: draft, ref: '2026-11-25T09:00' },
  promises: { text: draft, ref: '2026-11-25T09:00', tz: 'Europe/Lisbon' },
  inbound: { text: first!.message },
  check: { customer, ours: { writer: 'Ana Costa', firstReply: true, fault: 'ours' }, draft },
  score: { head: 'thanks', text: draft },
}

type Seen = Record<'start' | 'wall' | 'first' | 'second', number>

/** Prints what each task costs in a process of its own, medians: import and load, the first answer, the second. */
export function benchStart(): void {
  if (!existsSync(bundled)) {
    console.log('\nstart: nothing is bundled (node tools/ready.mjs --quiet --care)')
    return
  }
  console.log('\n| from the bundle | import + load, CPU | wall | first answer, CPU | second | goal |')
  console.log('|---|---|---|---|---|---|')
  for (const [task, line] of Object.entries(lines)) {
    // The first run fills the compile cache.
    const runs = Array.from({ length: rounds + 1 }, () => measure(task, line)).slice(1)
    const middle = (key: keyof Seen) =>
      `${runs
        .map((one) => one[key])
        .sort((a, b) => a - b)
        [rounds >> 1]!.toFixed(1)} ms`
    console.log(
      `| ${task} | ${middle('start')} | ${middle('wall')} | ${middle('first')} | ${middle('second')} | 40 ms |`,
    )
  }
}

function measure(task: string, line: object): Seen {
  const code = `
    const [, place, task, line] = process.argv
    const cpu = (since) => { const { user, system } = process.cpuUsage(since); return (user + system) / 1000 }
    const began = performance.now(), start = process.cpuUsage()
    const { tasks } = await import(task === 'nothing' ? 'data:text/javascript,export const tasks = { nothing: () => () => 0 }' : place)
    const answer = await tasks[task]()
    const seen = { start: cpu(start), wall: performance.now() - began }
    const ask = JSON.parse(line)
    for (const time of ['first', 'second']) {
      const before = process.cpuUsage()
      answer({ ...ask, text: ask.text && ask.text + ' ' + time, draft: ask.draft && ask.draft + ' ' + time })
      seen[time] = cpu(before)
    }
    console.log(JSON.stringify(seen))`
  const flags = ['--no-regexp-tier-up', '--input-type=module', '-e', code]
  const child = spawnSync(
    process.execPath,
    [...flags, pathToFileURL(bundled).href, task, JSON.stringify(line)],
    {
      env: { ...process.env, NODE_COMPILE_CACHE: `${root}.cache/compile` },
      encoding: 'utf8',
    },
  )
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Seen
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchStart()
