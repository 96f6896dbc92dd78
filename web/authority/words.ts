import type { Decision } from '#contract/authority.ts'
import { type TextKey, t } from '#web/text/t.ts'

const known = ['refund', 'gift', 'extend', 'call-out']

/** One of the usual ones, or the team's own name for it. */
export const kindWords = (kind: string): string =>
  known.includes(kind) ? t(`authority.kind.${kind}` as TextKey) : kind

export const inUnit = (amount: number, unit: string): string =>
  unit === 'days' || unit === 'times'
    ? t(`authority.${unit}`, { n: amount })
    : `${Number.isInteger(amount) ? amount : amount.toFixed(2)} ${unit}`

/** Where it stands: decided, asked, carried out. */
export const stateWords = (one: Decision): string =>
  one.result === 'none' || one.state === 'asked' || one.state === 'declined' || one.state === 'withdrawn'
    ? t(`authority.state.${one.state}`)
    : t(`authority.result.${one.result}`)
