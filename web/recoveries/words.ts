import type { Recovery, RecoveryStep } from '#contract/recoveries.ts'
import { type TextKey, t } from '#web/text/t.ts'

export const stepWords = (step: RecoveryStep): string => t(`recovery.step.${step}` as TextKey)
export const costWords = (kind: Recovery['costs'][number]['kind']): string =>
  t(`recovery.cost.${kind}` as TextKey)

/** "3 of 6". */
export const reached = (recovery: Recovery): string =>
  t('recovery.reached', {
    n: recovery.steps.filter((one) => one.state !== 'open').length,
    all: recovery.steps.length,
  })

/** Where the proof of a step stands on the screen; a promise and an act have their own lines. */
export const placeOf = (evidence: Recovery['steps'][number]['evidence']): string | null =>
  evidence?.kind === 'message' ? `#${evidence.id}` : null
