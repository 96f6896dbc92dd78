import type { Case } from '#care/draft/cases/case.ts'
import { readDraft } from '#care/draft.ts'
import { overlaps } from './check.ts'

const judged = new Set(
  'name.missing name.wrong issue.not_named empathy.missing empathy.late empathy.only apology.missing apology.conditional apology.passive apology.legal next.missing next.no_time questions.unanswered tone.blame tone.curt tone.jargon canned.phrase close.warm'.split(
    ' ',
  ),
)
const kindAndEmpty = new Set(['empathy.only', 'next.missing'])
const same = (a: string, b: string) => a === b || (kindAndEmpty.has(a) && kindAndEmpty.has(b))

export interface Scored {
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

/** Every draft of a batch by itself: which marks, ticks and flags were right. */
export const scoreBatch = (cases: readonly Case[]): (Scored & { name: string })[] =>
  cases.flatMap((one) =>
    one.drafts.map((draft, at) => ({ name: `${one.to} ${at + 1}`, ...score(one, draft) })),
  )

export const share = (values: readonly boolean[]): number =>
  values.filter(Boolean).length / (values.length || 1)
