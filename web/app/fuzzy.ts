/** How well letters fit a label: 3 it starts so, 2 a word in it starts so, 1 the letters come in this order, 0 not. */
export function fitOf(letters: string, label: string): number {
  if (label.startsWith(letters)) return 3
  if (label.includes(` ${letters}`)) return 2
  let from = 0
  for (const letter of letters.replace(/\s/g, '')) {
    from = label.indexOf(letter, from) + 1
    if (from === 0) return 0
  }
  return 1
}

/** What fits, best first; equals keep their order. With nothing typed, everything as it was. */
export function rankBy<T>(typed: string, all: readonly T[], labelOf: (one: T) => string): T[] {
  const letters = typed.trim().toLowerCase()
  return all
    .map((one) => ({ one, rank: fitOf(letters, labelOf(one).toLowerCase()) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ one }) => one)
}
