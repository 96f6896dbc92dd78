/**
 * Whole percents that make a hundred together: what is left after rounding down goes to whom it was taken from most, and of two alike
 * to the smaller: all but one is not all.
 */
export function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count / total) * 100)
  const whole = exact.map(Math.floor)
  const left = 100 - whole.reduce((sum, one) => sum + one, 0)
  const mostCut = exact
    .map((one, at) => ({ at, one, cut: one - whole[at]! }))
    .sort((a, b) => b.cut - a.cut || a.one - b.one)
    .slice(0, left)
  for (const { at } of mostCut) whole[at]!++
  return whole
}
