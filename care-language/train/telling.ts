export interface Seen {
  features: Uint32Array
  label: 0 | 1
}

/**
 * The features seen often enough, from the most telling down: how unevenly one falls into the two classes, by the root of how
 * often it was seen. Fifteen thousand of a hundred thousand are as good as all.
 */
export function telling(examples: readonly Seen[], least: number, most: number): number[] {
  const inside = new Map<number, number>()
  const all = new Map<number, number>()
  let yes = 1
  for (const { features, label } of examples) {
    yes += label
    for (const one of features) {
      all.set(one, (all.get(one) ?? 0) + 1)
      if (label) inside.set(one, (inside.get(one) ?? 0) + 1)
    }
  }
  const no = examples.length + 2 - yes
  const worth: [feature: number, worth: number][] = []
  for (const [feature, times] of all) {
    if (times < least) continue
    const hits = inside.get(feature) ?? 0
    const ratio = Math.log((hits + 1) / yes / ((times - hits + 1) / no))
    worth.push([feature, Math.abs(ratio) * Math.sqrt(times)])
  }
  return worth
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([feature]) => feature)
}
