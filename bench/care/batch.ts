// A batch of drafts of our own, scored as one whole: `node tools/run.mjs bench/care/batch.ts ferries [--misses]`. Only the
// first run after it was written and labelled is a measure; afterwards its drafts are cases like the others.
import type { Case } from '#care/draft/cases/case.ts'
import { readDraft } from '#care/draft.ts'
import { overlaps } from './check.ts'
import { bootstrap, percent } from './measure.ts'

const names = process.argv.slice(2).filter((one) => !one.startsWith('--'))
const cases = (
  await Promise.all(
    names.map(
      async (name) => Object.values(await import(`../../care-language/draft/cases/${name}.ts`)) as Case[][],
    ),
  )
).flat(2)

const judged = new Set(
  'name.missing name.wrong issue.not_named empathy.missing empathy.late empathy.only apology.missing apology.conditional apology.passive apology.legal next.missing next.no_time questions.unanswered tone.blame tone.curt tone.jargon canned.phrase close.warm'.split(
    ' ',
  ),
)
const kindAndEmpty = new Set(['empathy.only', 'next.missing'])
const same = (a: string, b: string) => a === b || (kindAndEmpty.has(a) && kindAndEmpty.has(b))

interface Scored {
  marks: Record<string, boolean>
  answered: boolean[]
  found: boolean[]
  /** Of what was said: whether a coach wanted it; what he may say or leave is not here. */
  right: boolean[]
  good: { hints: number; important: number } | null
  misses: string[]
}

function score(one: Case, { draft, is, asks, says, sends, annoys }: Case['drafts'][number]): Scored {
  const reading = readDraft(draft, {
    channel: one.channel ?? 'email',
    customer: { name: one.to, preferredName: one.called ?? one.to.split(' ')[0]!, message: one.message },
    ours: { writer: one.writer ?? '', firstReply: !one.later, fault: one.fault },
    ref: '2026-11-25T09:00',
    tz: 'Europe/Lisbon',
  })
  const misses: string[] = []
  const marks: Record<string, boolean> = {}
  for (const [mark, wanted] of Object.entries(is ?? {})) {
    const read = reading.labels[mark as keyof typeof reading.labels]
    marks[mark] = read === wanted
    if (read !== wanted) misses.push(`${mark}: ${read}, not ${wanted}`)
  }
  const answered: boolean[] = []
  for (const [ask, wanted] of Object.entries(asks ?? {})) {
    const found = reading.asks.find((other) => other.text.includes(ask) || overlaps(other.text, ask))
    answered.push(found?.answered === wanted)
    if (found?.answered !== wanted) misses.push(`ask “${ask}”: ${found?.answered}, not ${wanted}`)
  }
  const said = reading.observations.filter((o) => o.severity !== 'note' && judged.has(o.id))
  const found = (says ?? []).map((id) => said.some((o) => same(o.id, id)))
  for (const [at, id] of (says ?? []).entries()) if (!found[at]) misses.push(`silent on ${id}`)
  const right: boolean[] = []
  for (const { id } of said) {
    if (says?.some((other) => same(other, id))) right.push(true)
    else if (sends || annoys?.includes(id)) {
      right.push(false)
      misses.push(`says ${id}`)
    }
  }
  const good = sends
    ? { hints: said.length, important: said.filter((o) => o.severity === 'important').length }
    : null
  return { marks, answered, found, right, good, misses }
}

const all = cases.flatMap((one) =>
  one.drafts.map((draft, at) => ({ name: `${one.to} ${at + 1}`, ...score(one, draft) })),
)
const share = (values: readonly boolean[]) => values.filter(Boolean).length / (values.length || 1)
const over = (pick: (one: Scored) => boolean[]) => {
  const [low, high] = bootstrap(all, (sample) => share(sample.flatMap(pick)), 500)
  return `${percent(share(all.flatMap(pick)))} (${percent(low)} – ${percent(high)})`
}
console.log(`${names.join(', ')}: ${all.length} drafts`)
for (const mark of Object.keys(all[0]!.marks))
  console.log(`${mark.padEnd(8)} ${over((one) => (mark in one.marks ? [one.marks[mark]!] : []))}`)
console.log(`answered ${over((one) => one.answered)}`)
console.log(`flags found ${over((one) => one.found)} at precision ${over((one) => one.right)}`)
const good = all.flatMap((one) => (one.good ? [one.good] : []))
const sum = (key: 'hints' | 'important') => good.reduce((total, one) => total + one[key], 0)
console.log(`good drafts ${good.length}: hints ${sum('hints')}, important ${sum('important')}`)
if (process.argv.includes('--misses'))
  for (const { name, misses } of all) if (misses.length) console.log(`${name}: ${misses.join('; ')}`)
