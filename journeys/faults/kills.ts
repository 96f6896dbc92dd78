import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Check } from './check.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A test of the usual run, at the size of TRUST.md. */
function atFullSize(file: string, env: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', file], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.once('close', (code) => {
      const figures =
        said.match(/^.*(?:kills: \d+ in|X1:|X3:|import: |Tests ).*$/gm)?.map((line) => line.trim()) ?? []
      if (code === 0) resolve(figures.join(' · '))
      else reject(new Error(said.split('\n').slice(-40).join('\n')))
    })
  })
}

export const kills: Check[] = [
  {
    id: 'X1',
    says: 'kills of the whole program while letters arrive and answers leave: nothing lost, nothing twice',
    needs: [],
    run: (few) => atFullSize('journeys/kills.test.ts', { TEND_KILLS: few ? '5' : '50' }),
  },
  {
    id: 'X1',
    says: '200 replies and 20 kills of the sender at any verb: none lost, none twice but those flagged',
    needs: [],
    run: () => atFullSize('server/channels/email/outbox/manyKills.test.ts', { TEND_KILLS: '20' }),
  },
  {
    id: 'X3',
    says: '200 letters by SMTP and 20 kills of whoever takes them in: each is stored once, and shown once',
    needs: [],
    run: () => atFullSize('server/channels/email/receiving.test.ts', { TEND_KILLS: '20' }),
  },
  {
    id: 'X1',
    says: '24 kills of the program, every second one with its PostgreSQL, in the middle of an import: each letter once',
    needs: [],
    run: (few) => atFullSize('journeys/importKills.test.ts', { TEND_KILLS: few ? '5' : '24' }),
  },
  {
    id: 'X1',
    says: 'fifty that start at once on the folder of a killed one: exactly one lives',
    needs: [],
    run: (few) => atFullSize('server/app/crash.test.ts', { TEND_STARTERS: few ? '16' : '50' }),
  },
]
