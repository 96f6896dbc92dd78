import { flags } from './flags.ts'

const longest = 4_000
const token = /[\p{L}\p{M}]+(?:['’][\p{L}]+)*|\p{N}+|[?!]+|[.,;:…]+|\p{Extended_Pictographic}/gu
const edge = 0x5bd1e995

/**
 * What a text shows, each once, as a number of 32 bits: words alone, in twos and threes (with the edges of the text as
 * words), a word and the next but one, the first and last three in their places, letters in fours and fives inside words,
 * and the flags of the rules. The same text gives the same numbers everywhere.
 */
export function featuresOf(text: string): Uint32Array {
  const found = new Set<number>()
  const add = (hash: number) => found.add((hash ^ (hash >>> 16)) >>> 0)
  const tokens = tokensOf(text)
  const hashes = tokens.map((one) => hashOf(one, 0x811c9dc5))
  for (let at = 0; at <= hashes.length; at++) {
    const here = hashes[at] ?? edge
    const before = at > 0 ? hashes[at - 1]! : edge
    const further = at > 1 ? hashes[at - 2]! : edge
    if (at < hashes.length) add(mix(here, 1))
    add(mix(join(before, here), 2))
    if (at === 0) continue
    add(mix(join(join(further, before), here), 3))
    add(mix(join(further, here), 6))
  }
  for (let at = 0; at < Math.min(3, hashes.length); at++) {
    add(mix(hashes[at]!, 7 + at))
    add(mix(hashes.at(-1 - at)!, 10 + at))
  }
  for (const one of tokens) addLetters(one, add)
  for (const name of flags(text, tokens)) add(hashOf(name, 0x9747b28c))
  return Uint32Array.from(found)
}

export function tokensOf(text: string): string[] {
  const found = text.slice(0, longest).toLowerCase().replace(/’/g, "'").match(token) ?? []
  return found.map((one) =>
    /^\p{N}/u.test(one) ? '0' : one.length > 3 && !/\p{L}/u.test(one) ? one.slice(0, 3) : one,
  )
}

function addLetters(word: string, add: (hash: number) => void) {
  if (word.length < 3 || word.length > 40) return
  const framed = `^${word}$`
  for (let at = 0; at + 4 <= framed.length; at++) {
    const four = hashOf(framed.slice(at, at + 4), 0x1b873593)
    add(mix(four, 4))
    if (at + 5 <= framed.length) add(mix(join(four, framed.charCodeAt(at + 4)), 5))
  }
}

/** FNV-1a over the code units. */
function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

const join = (a: number, b: number) => Math.imul((a << 5) ^ (a >>> 27) ^ b, 0x9e3779b1)

function mix(hash: number, kind: number): number {
  let mixed = Math.imul(hash ^ (kind * 0x85ebca6b), 0xcc9e2d51)
  mixed ^= mixed >>> 15
  return Math.imul(mixed, 0x1b873593)
}
