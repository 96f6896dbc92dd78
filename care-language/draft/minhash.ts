const size = 32

/** A short print of a sentence: near sentences have near prints (Broder 1997), over its words in twos. */
export function signatureOf(text: string): Uint32Array {
  const print = new Uint32Array(size).fill(0xffffffff)
  const words = text.split(' ')
  for (let at = 0; at < words.length; at++) {
    let hash = 0x811c9dc5
    const pair = at + 1 < words.length ? `${words[at]} ${words[at + 1]}` : words[at]!
    for (let place = 0; place < pair.length; place++)
      hash = Math.imul(hash ^ pair.charCodeAt(place), 0x01000193)
    for (let row = 0; row < size; row++) {
      let mixed = Math.imul(hash ^ (row * 0x9e3779b1), 0x85ebca6b)
      mixed ^= mixed >>> 13
      mixed = Math.imul(mixed, 0xc2b2ae35) >>> 0
      if (mixed < print[row]!) print[row] = mixed
    }
  }
  return print
}

/** How much of two sentences is the same, 0 … 1. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let row = 0; row < size; row++) if (a[row] === b[row]) same++
  return same / size
}
