import type { Selectable } from 'kysely'
import { type RecoveryStep, recoverySteps } from '#contract/recoveries.ts'
import type { RecoveriesTable, RecoveryStepsTable } from './tables.ts'

export type RecoveryRow = Selectable<RecoveriesTable>
export type StepRow = Selectable<RecoveryStepsTable>

type Stand = Pick<StepRow, 'step' | 'state' | 'at' | 'place' | 'evidenceId'>

/** The first that is open, in their order. */
export const nextOf = (done: readonly Pick<StepRow, 'step'>[]): RecoveryStep | null =>
  recoverySteps.find((step) => !done.some((one) => one.step === step)) ?? null

export const openOf = (done: readonly Pick<StepRow, 'step'>[]): RecoveryStep[] =>
  recoverySteps.filter((step) => !done.some((one) => one.step === step))

/**
 * Did this step come before one that belongs before it: in time, and within one letter in the text? What was left out is no part of the
 * order; the little extra may come at any time after the sorry.
 */
export function isEarly(one: Stand, all: readonly Stand[]): boolean {
  if (one.state !== 'done') return false
  const rank = recoverySteps.indexOf(one.step)
  return all.some(
    (other) =>
      other.state === 'done' &&
      recoverySteps.indexOf(other.step) < rank &&
      belongsBefore(other.step, one.step) &&
      isBefore(one, other),
  )
}

const belongsBefore = (first: RecoveryStep, then: RecoveryStep): boolean =>
  then === 'check' || first === 'acknowledge' || first === 'apologise'

function isBefore(one: Stand, other: Stand): boolean {
  if (one.evidenceId === other.evidenceId)
    return one.place !== null && other.place !== null && one.place < other.place
  return one.at < other.at
}
