import type { usualGifts } from '#contract/authority.ts'

/** What every team may give. */
export const usualKinds = ['refund', 'gift', 'extend', 'call-out'] satisfies (typeof usualGifts)[number][]
