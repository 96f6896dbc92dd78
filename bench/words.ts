/** Numbers that come again: the same data on every machine. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

// As letters to a repair shop say them, the commonest first; behind them come words nobody knows, rarer and rarer (Zipf).
const common =
  `the to and i it is a you my of for we in that not have on was with be but so can this me at as your are will from or if they an
  please thank hello when what there been has our would by still again out no up about do just could one now had how after them she he
  come came call called boiler water heating pressure repair engineer visit appointment morning afternoon monday tuesday wednesday thursday
  friday week day today tomorrow yesterday time home house kitchen bathroom tap pipe leak leaking drip cold hot warm radiator valve pump part
  spare order number invoice paid payment refund price charge account letter email phone answer reply wait waiting long nobody somebody
  promise promised said told asked ask help problem broken noise loud smell switch light red green error code display manual warranty
  contract service yearly check safety certificate landlord tenant neighbour mother father child baby winter cold snow weekend holiday key
  door gate floor ceiling wall cellar garden street address postcode map route van driver parcel delivery box package missing wrong right
  colour size model serial label photo attached picture copy receipt bank card transfer sum total tax discount offer choose option size
  sorry angry happy glad pleased friendly quick slow late early soon never always often sometimes maybe sure certain possible change cancel`
    .split(/\s+/)
    .filter(Boolean)
const starts = 'b br c ch d dr f g gl h k kl l m n p pr r s sk st t tr v w z'.split(' ')
const middles = 'a e i o u ai au ea io ou'.split(' ')
const ends = 'b d g k l m n nd ng nt p r rk rn s sk st t th v x'.split(' ')

/** 40,000 words, the common ones first. */
export const vocabulary: string[] = (() => {
  const next = dice(7)
  const all = new Set(common)
  const of = (parts: string[]) => parts[Math.floor(next() * parts.length)]!
  while (all.size < 40_000)
    all.add(of(starts) + of(middles) + of(ends) + (next() < 0.7 ? of(middles) + of(ends) : ''))
  return [...all]
})()

/** Which word comes next: drawn from a table as large as chance needs to be quick. */
const table = (() => {
  const places = new Uint16Array(1 << 17)
  const weights = vocabulary.map((_, rank) => 1 / (rank + 6))
  const all = weights.reduce((a, b) => a + b, 0)
  let at = 0
  let upTo = 0
  weights.forEach((weight, rank) => {
    upTo += (weight / all) * places.length
    while (at < upTo && at < places.length) places[at++] = rank
  })
  // The rarest have less than one place each and share what is left over by turns.
  for (let rank = 20_000, place = 3; rank < vocabulary.length; rank++, place += 7)
    places[places.length - 1 - (place % 30_000)] = rank
  return places
})()

export const wordBy = (next: () => number): string => vocabulary[table[Math.floor(next() * table.length)]!]!

export function textOf(next: () => number, words: number): string {
  let text = ''
  for (let n = 0; n < words; n++) text += (n % 12 === 11 ? '.\n' : ' ') + wordBy(next)
  return text.slice(1)
}

const given =
  'Ana Rui Inês Tomás Marta João Lena Paulo Clara Nuno Sofia Hugo Edith Henry Maria Karim Yusuf Amina Petra Jonas Greta Felix Irene Oskar Mira'.split(
    ' ',
  )
const syllables =
  'ber lo da mar pin fa rei cal du sou wei hof mann stein ves torn lund quist ari eva ko no mi ra'.split(' ')
/** Somebody's name: given names are shared by many, family names by few. */
export function nameOf(n: number): string {
  const next = dice(n * 2 + 1)
  const of = () => syllables[Math.floor(next() * syllables.length)]!
  const family = of() + of() + of()
  return `${given[n % given.length]} ${family[0]!.toUpperCase()}${family.slice(1)}`
}
