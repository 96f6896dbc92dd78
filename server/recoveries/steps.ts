import type { RecoveryStep } from '#contract/recoveries.ts'
import { type Actor, requireRole, teammateId } from '#server/base/actor.ts'
import { audit } from '#server/base/audit.ts'
import { clockNow } from '#server/base/clock.ts'
import { invalid, notFound } from '#server/base/errors.ts'
import { recordEvent } from '#server/base/events.ts'
import { text as say } from '#server/base/text.ts'
import { gistOf } from '#server/conversations/conversation.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import '#server/extras/tables.ts'
import { refuse } from './actions.ts'
import { stepsOfLetter } from './proposals.ts'
import type { RecoveryRow } from './recovery.ts'
import { about, lockOpen, subjectOf } from './rows.ts'
import type { EvidenceKind } from './tables.ts'

export interface Evidence {
  kind: EvidenceKind
  id: string
}

/** What shows that a step is done: when it was, and the words that do it. */
interface Shown {
  at: Date
  words: (step: RecoveryStep) => { words: string; place: number | null }
}

/** Done, by something of this conversation that can be looked at. The time is that of the letter or act, not of the press. */
export async function doSteps(
  db: Db | Trx,
  by: Actor,
  id: string,
  { steps, evidence }: { steps: readonly RecoveryStep[]; evidence: Evidence },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockOpen(trx, by, id)
    const shown = await look(trx, row, evidence)
    for (const step of steps) {
      const { words, place } = shown.words(step)
      const { at } = shown
      const done = { evidenceKind: evidence.kind, evidenceId: evidence.id, words, place, at }
      await write(trx, by, row, step, { state: 'done', because: null, ...done })
      await recordEvent(
        trx,
        by,
        'recovery.step-done',
        { ...about(row), messageId: evidence.kind === 'message' ? evidence.id : null },
        { recoveryId: id, step, words },
      )
      await audit(trx, by, 'recovery.step-done', subjectOf(row), { step, evidence: evidence.id })
    }
  })
}

/** Not this time, and why. */
export async function leaveOut(
  db: Db | Trx,
  by: Actor,
  id: string,
  step: RecoveryStep,
  because: string,
  at?: Date,
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockOpen(trx, by, id)
    await write(trx, by, row, step, {
      state: 'left-out',
      because,
      evidenceKind: null,
      evidenceId: null,
      words: null,
      place: null,
      at: at ?? (await clockNow(trx)),
    })
    await recordEvent(trx, by, 'recovery.step-left-out', about(row), { recoveryId: id, step, because })
    await audit(trx, by, 'recovery.step-left-out', subjectOf(row), { step })
  })
}

export async function openStep(db: Db, by: Actor, id: string, step: RecoveryStep): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockOpen(trx, by, id)
    await dropStep(trx, by, row, step)
  })
}

export async function dropStep(trx: Trx, by: Actor, row: RecoveryRow, step: RecoveryStep): Promise<void> {
  const gone = await trx
    .deleteFrom('recoverySteps')
    .where('conversationId', '=', row.conversationId)
    .where('recoveryId', '=', row.id)
    .where('step', '=', step)
    .returning('step')
    .executeTakeFirst()
  if (!gone) return
  await recordEvent(trx, by, 'recovery.step-open', about(row), { recoveryId: row.id, step })
  await audit(trx, by, 'recovery.step-open', subjectOf(row), { step })
}

/** "This sentence does not do that": the same letter or act is not proposed for it again. */
export async function refuseStep(
  db: Db,
  by: Actor,
  id: string,
  { step, evidenceId }: { step: RecoveryStep; evidenceId: string },
): Promise<void> {
  requireRole(by, 'teammate')
  await transaction(db, async (trx) => {
    const row = await lockOpen(trx, by, id)
    await refuse(trx, by, row.conversationId, evidenceId, step)
    await recordEvent(trx, by, 'recovery.changed', about(row), { recoveryId: id })
    await audit(trx, by, 'recovery.step-refused', subjectOf(row), { step, evidence: evidenceId })
  })
}

type Kept = Pick<
  import('./recovery.ts').StepRow,
  'state' | 'evidenceKind' | 'evidenceId' | 'words' | 'place' | 'because' | 'at'
>

const write = (trx: Trx, by: Actor, row: RecoveryRow, step: RecoveryStep, kept: Kept) => {
  const set = { ...kept, byId: teammateId(by), byName: by.name }
  return trx
    .insertInto('recoverySteps')
    .values({ conversationId: row.conversationId, recoveryId: row.id, step, ...set })
    .onConflict((c) => c.columns(['conversationId', 'recoveryId', 'step']).doUpdateSet(set))
    .execute()
}

/** Of this conversation, of ours, and behind the failure: anything else shows nothing. */
async function look(trx: Trx, row: RecoveryRow, { kind, id }: Evidence): Promise<Shown> {
  const shown = await lookers[kind]?.(trx, row, id)
  if (!shown) throw notFound(say('recoveries.evidence'))
  if (shown.at < row.since) throw invalid('/evidence/id', say('recoveries.before'))
  return shown
}

type Looker = (trx: Trx, row: RecoveryRow, id: string) => Promise<Shown | undefined>

const lookers: Partial<Record<EvidenceKind, Looker>> = {
  message: async (trx, row, id) => {
    const letter = await trx
      .selectFrom('messages')
      .selectAll()
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .where('direction', '=', 'out')
      .executeTakeFirst()
    if (!letter) return undefined
    const found = await stepsOfLetter(trx, row, letter)
    // By hand, where the reader has seen nothing: the letter itself is the evidence.
    return {
      at: letter.at,
      words: (step) => found.find((one) => one.step === step) ?? { words: gistOf(letter.text), place: null },
    }
  },
  act: async (trx, row, id) => {
    const act = await trx
      .selectFrom('acts')
      .selectAll()
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .where('undoneAt', 'is', null)
      .executeTakeFirst()
    const words = act && (act.note ? `${act.kind}: ${act.note}` : act.kind)
    return act && { at: act.at, words: () => ({ words: words!, place: null }) }
  },
  decision: async (trx, row, id) => {
    const decision = await trx
      .selectFrom('decisions')
      .select(['kind', 'because', 'at', 'answeredAt'])
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .where('state', 'in', ['decided', 'approved'])
      .executeTakeFirst()
    const words = decision && `${decision.kind}: ${decision.because}`
    return (
      decision && { at: decision.answeredAt ?? decision.at, words: () => ({ words: words!, place: null }) }
    )
  },
  extra: async (trx, row, id) => {
    const given = await trx
      .selectFrom('givenExtras')
      .select(['name', 'at', 'deliveredAt', 'possibleAt'])
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .where('cancelledAt', 'is', null)
      // What is not possible yet has done nothing for them.
      .where('possibleAt', 'is not', null)
      .executeTakeFirst()
    return given && { at: given.deliveredAt ?? given.at, words: () => ({ words: given.name, place: null }) }
  },
  promise: async (trx, row, id) => {
    const promise = await trx
      .selectFrom('promises')
      .select(['what', 'quote', 'madeAt', 'settledAt', 'state'])
      .where('conversationId', '=', row.conversationId)
      .where('id', '=', id)
      .executeTakeFirst()
    return (
      promise && {
        at: promise.state === 'kept' ? promise.settledAt! : promise.madeAt,
        words: () => ({ words: promise.quote ?? promise.what, place: null }),
      }
    )
  },
}
