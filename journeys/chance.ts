/** Chance that can be told again: the same seed, the same numbers (mulberry32). `TEND_SEED` sets it. */
export function chance(seed = Number(process.env.TEND_SEED) || Math.floor(Date.now() % 1e9)) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    seed,
    /** From 0 up to but not including `end`. */
    below: (end: number): number => Math.floor(next() * end),
    between: (least: number, most: number): number => least + Math.floor(next() * (most - least + 1)),
    happens: (share: number): boolean => next() < share,
    pick: <T>(all: readonly T[]): T => all[Math.floor(next() * all.length)]!,
    shuffle: <T>(all: readonly T[]): T[] =>
      all
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one),
  }
}
