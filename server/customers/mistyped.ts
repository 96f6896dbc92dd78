import { literally } from '#server/database/like.ts'

/** Small letters without their accents, since who types in haste leaves both out. */
const bare = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** How many letters are missing, too many, wrong or swapped with the next: parts of three letters take a swap for three that are wrong. */
export function slips(one: string, other: string): number {
  let [two, before] = [[] as number[], Array.from({ length: other.length + 1 }, (_, n) => n)]
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        row[j] = Math.min(row[j]!, two[j - 2]! + 1)
    }
    ;[two, before] = [before, row]
  }
  return before[other.length]!
}

/**
 * Patterns for a name with one letter missing, too many, wrong or swapped with the next, wherever that is: two letters stand for anything, one
 * pair after the other. Null where what is left would not tell names apart by their parts of three letters, which is how they are found.
 */
export function oneSlipIn(term: string): string[] | null {
  const letters = [...term.trim()]
  const patterns: string[] = []
  for (let n = 0; n + 1 < letters.length; n++) {
    const [before, behind] = [letters.slice(0, n), letters.slice(n + 2)]
    const telling = [before, behind].reduce((sum, part) => sum + Math.max(0, part.length - 2), 0)
    if (telling < leastTelling) return null
    patterns.push(`%${literally(before.join(''))}%${literally(behind.join(''))}%`)
  }
  return patterns.length ? patterns : null
}
const leastTelling = 4

/** Those whose name, or as many words of it, is nearest to what was typed come first; the others stay in their order. `atMost`: those with more slips are left out. */
export function nearestFirst<T extends { name: string; preferredName: string | null }>(
  term: string,
  people: readonly T[],
  atMost = Number.POSITIVE_INFINITY,
): T[] {
  const typed = bare(term)
  const many = typed.split(/\s+/).length
  const parts = (name: string) => {
    const words = bare(name).split(/\s+/)
    return words.length <= many
      ? [words.join(' ')]
      : words.slice(many - 1).map((_, at) => words.slice(at, at + many).join(' '))
  }
  const far = ({ name, preferredName }: T) =>
    Math.min(
      ...[...parts(name), ...(preferredName ? [bare(preferredName)] : [])].map((one) => slips(typed, one)),
    )
  return people
    .map((person, at) => ({ person, at, far: far(person) }))
    .filter((one) => one.far <= atMost)
    .sort((a, b) => a.far - b.far || a.at - b.at)
    .map(({ person }) => person)
}
