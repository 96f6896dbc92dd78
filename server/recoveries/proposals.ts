import { usualActs } from '#contract/acts.ts'
import type { Recovery, RecoveryStep } from '#contract/recoveries.ts'
import type { MessageRow } from '#server/conversations/conversation.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type ReadStep, readOurLetter } from './reading.ts'
import '#server/authority/tables.ts'
import '#server/extras/tables.ts'
import { openOf, type RecoveryRow, type StepRow } from './recovery.ts'

type Proposal = Recovery['proposals'][number]

/** A letter of ours is read with what they had written till then; more than this is an archive. */
const lettersRead = 12

/**
 * What our letters and acts since the failure seem to have done already, for steps that are still open: each with the sentence or act
 * that shows it. Nothing is marked by it; a person presses.
 */
export async function proposalsFor(
  db: Db | Trx,
  row: RecoveryRow,
  steps: readonly StepRow[],
): Promise<Proposal[]> {
  const open = openOf(steps)
  if (row.closedAt || open.length === 0) return []
  const refused = await db
    .selectFrom('recoveryRefusals')
    .select(['subject', 'step'])
    .where('conversationId', '=', row.conversationId)
    .execute()
  const mayBe = (step: RecoveryStep, subject: string) =>
    open.includes(step) && !refused.some((one) => one.subject === subject && one.step === step)
  const found = [
    ...(await fromLetters(db, row)),
    ...(await fromActs(db, row)),
    ...(await fromExtras(db, row)),
    ...(await fromDecisions(db, row)),
  ]
  const proposals: Proposal[] = []
  for (const one of found.sort((a, b) => (a.at < b.at ? -1 : 1)))
    if (mayBe(one.step, one.evidence.id) && !proposals.some((other) => other.step === one.step))
      proposals.push(one)
  return proposals
}

async function fromLetters(db: Db | Trx, row: RecoveryRow): Promise<Proposal[]> {
  const letters = await lettersOf(db, row)
  const ours = letters.filter((one) => one.direction === 'out' && one.at >= row.since).slice(0, lettersRead)
  const person = ours.length ? await nameOf(db, row.customerId) : null
  const found: Proposal[] = []
  for (const letter of ours)
    for (const { step, words } of await readOurLetter(db, letter, {
      ...person!,
      words: wordsBefore(letters, letter),
    }))
      found.push({
        step,
        evidence: { kind: 'message', id: letter.id },
        words,
        at: letter.at.toISOString(),
      })
  return found
}

/** What one letter of ours does; empty where it is none of this conversation since the failure. */
export async function stepsOfLetter(db: Db | Trx, row: RecoveryRow, letter: MessageRow): Promise<ReadStep[]> {
  const person = await nameOf(db, row.customerId)
  return readOurLetter(db, letter, { ...person, words: wordsBefore(await lettersOf(db, row), letter) })
}

const lettersOf = (db: Db | Trx, row: RecoveryRow) =>
  db
    .selectFrom('messages')
    .selectAll()
    .where('conversationId', '=', row.conversationId)
    .where('direction', '!=', 'note')
    .where('autoReply', '=', false)
    .where('isBounce', '=', false)
    .where('held', '=', false)
    .orderBy('at')
    .orderBy('id')
    .execute()

const nameOf = (db: Db | Trx, customerId: string) =>
  db
    .selectFrom('customers')
    .select(['name', 'preferredName'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow()

/** Their last three letters before it. */
const wordsBefore = (letters: readonly MessageRow[], letter: MessageRow): string =>
  letters
    .filter((one) => one.direction === 'in' && one.at <= letter.at)
    .slice(-3)
    .map((one) => one.text)
    .join('\n\n')
    .slice(-8000)

const repairs: readonly string[] = usualActs.filter((one) => one !== 'called' && one !== 'asked-workshop')

/** Something was done: refunded, replaced, repaired. A call is no repair by itself. */
async function fromActs(db: Db | Trx, row: RecoveryRow): Promise<Proposal[]> {
  const acts = await db
    .selectFrom('acts')
    .selectAll()
    .where('conversationId', '=', row.conversationId)
    .where('undoneAt', 'is', null)
    .where('at', '>=', row.since)
    .orderBy('at')
    .execute()
  return acts
    .filter((act) => repairs.includes(act.kind))
    .map((act) => ({
      step: 'fix' as const,
      evidence: { kind: 'act' as const, id: act.id },
      words: act.note ? `${act.kind}: ${act.note}` : act.kind,
      at: act.at.toISOString(),
    }))
}

/** A little extra that is possible, or there already; what it costs stands among the decisions as well. */
async function fromExtras(db: Db | Trx, row: RecoveryRow): Promise<Proposal[]> {
  const given = await db
    .selectFrom('givenExtras')
    .select(['id', 'name', 'at', 'deliveredAt'])
    .where('conversationId', '=', row.conversationId)
    .where('cancelledAt', 'is', null)
    .where('possibleAt', 'is not', null)
    .where('at', '>=', row.since)
    .orderBy('at')
    .execute()
  return given.map((one) => ({
    step: 'extra' as const,
    evidence: { kind: 'extra' as const, id: one.id },
    words: one.name,
    at: (one.deliveredAt ?? one.at).toISOString(),
  }))
}

/** What was decided for them: a gift is the little extra, anything else is part of putting it right. */
async function fromDecisions(db: Db | Trx, row: RecoveryRow): Promise<Proposal[]> {
  const decisions = await db
    .selectFrom('decisions')
    .selectAll()
    .where('conversationId', '=', row.conversationId)
    .where('state', 'in', ['decided', 'approved'])
    .where('result', '!=', 'failed')
    .where('at', '>=', row.since)
    .orderBy('at')
    .execute()
  return decisions.map((one) => ({
    step: one.kind === 'gift' ? ('extra' as const) : ('fix' as const),
    evidence: { kind: 'decision' as const, id: one.id },
    words: `${one.kind}: ${one.because}`,
    at: (one.answeredAt ?? one.at).toISOString(),
  }))
}
