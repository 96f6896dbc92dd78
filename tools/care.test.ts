import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { gardens } from '#care/draft/cases/gardens.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a command of this clone prints for these lines. */
const run = (args: string[], lines = '') =>
  new Promise<string>((told, failed) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.once('error', failed)
    child.once('close', (code) =>
      code === 0 ? told(output) : failed(new Error(`${args} ended with ${code}`)),
    )
    child.stdin.end(lines)
  })

beforeAll(() => run(['tools/ready.mjs', '--quiet', '--care']), 120_000)

it('answers from its bundle, to the last letter, as from its sources', async () => {
  expect(existsSync(`${root}.cache/care/score-lines.mjs`)).toBe(true)
  const asked = gardens.slice(0, 8).flatMap(({ to, message, fault, drafts }) => [
    { task: 'inbound', text: message, teammates: ['Ana'] },
    ...drafts.flatMap(({ draft }) => [
      { task: 'check', customer: { name: to, preferredName: null, message }, ours: { fault }, draft },
      { task: 'promises', text: draft, ref: '2026-11-25T09:00', tz: 'Europe/Lisbon' },
      { task: 'dates', text: draft, ref: '2026-11-25T09:00' },
      { task: 'score', head: 'thanks', text: draft },
      // Letters beyond ASCII are written in another way in the bundle.
      { task: 'score', head: 'request', text: `Grüße – 😀 “${message}”` },
    ]),
  ])
  const lines = [...asked.map((line) => JSON.stringify(line)), 'no JSON', '{"task":"toString"}'].join('\n')
  const [bundled, sources] = await Promise.all(
    ['tools/care.mjs', 'care-language/score-lines.ts'].map((script) => run([script], `${lines}\n`)),
  )
  expect(bundled).toBe(sources)
  const answers = bundled!.trim().split('\n')
  expect(answers).toHaveLength(asked.length + 2)
  expect(answers.filter((line) => line.startsWith('{"error"'))).toHaveLength(2)
}, 120_000)
