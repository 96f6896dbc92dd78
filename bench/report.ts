import { writeFileSync } from 'node:fs'
import { cpus, loadavg, release, totalmem } from 'node:os'
import type { Filled } from './fill.ts'

export interface Figure {
  id: string
  name: string
  goal: string
  says: string
  /** Ours against the other side of the same run, more is better: what `--check` holds. */
  ratio?: number
  spread?: [number, number]
  p50?: number
  p99?: number
  load: number
}
export interface Sized {
  at: string
  made: Filled
  figures: Figure[]
}
export type Results = Record<number, Sized>

/** So much worse is a step back and no noise. */
const tolerated = 0.8

export function compare(before: Results, found: Results): string[] {
  return Object.entries(found).flatMap(([size, { figures }]) =>
    figures.flatMap(({ id, name, ratio, load }) => {
      const was = before[Number(size)]?.figures.find((one) => one.id === id)?.ratio
      if (ratio === undefined || was === undefined || ratio >= was * tolerated) return []
      return [
        `${id} ${name} at ${size}: ${ratio.toFixed(2)}, was ${was.toFixed(2)} (load ${load.toFixed(1)})`,
      ]
    }),
  )
}

/** What was measured this time replaces what stood there; the rest stays. */
export function write(file: URL, before: Results, found: Results): void {
  const all: Results = { ...before }
  for (const [size, sized] of Object.entries(found)) {
    const old = before[Number(size)]?.figures ?? []
    const isNew = (id: string) => sized.figures.some((one) => one.id === id)
    const figures = [...old.filter(({ id }) => !isNew(id)), ...sized.figures].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    )
    all[Number(size)] = { ...sized, figures }
  }
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
  writeFileSync(new URL('results.md', file), page(all))
}

function page(all: Results): string {
  const lines = [
    '# What was measured',
    '',
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}, PostgreSQL as Tend starts it, fsync and synchronous commit on.`,
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 16).replace('T', ' ')}, load ${loadavg()[0]!.toFixed(1)}. Other work ran on the same two cores: the ratios count, not the times.`,
    'How to read it stands in [README.md](README.md).',
  ]
  for (const [size, { at, made, figures }] of Object.entries(all)) {
    lines.push(
      '',
      `## ${Number(size).toLocaleString('en')} conversations, ${made.messages.toLocaleString('en')} messages`,
      '',
      `${at.slice(0, 16).replace('T', ' ')}`,
      '',
      '| | what | goal | measured | load |',
      '|---|---|---|---|---|',
      ...figures.map(
        (one) => `| ${one.id} | ${one.name} | ${one.goal} | ${one.says} | ${one.load.toFixed(1)} |`,
      ),
    )
  }
  return `${lines.join('\n')}\n`
}
