// K18: of twenty conversations of one company, which one is this reply for? Told by the customer's own words in it.
import { meaning } from '#care/draft/words.ts'
import { readLines } from '#care/train/sets.ts'
import { bootstrap, percent } from './measure.ts'

interface Conversation {
  company: string
  turns: { who: 'customer' | 'agent'; text: string }[]
}

interface Pair {
  asked: ReadonlySet<string>
  answered: ReadonlySet<string>
}

/** Handles, addresses and the initials under a tweet are nobody's words. */
const bare = (text: string): string =>
  text
    .replace(/https?:\/\/\S+|@\w+|[\^*–-] ?[A-Za-z]{2,12}\s*$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Their words of the first turns against our first reply; a conversation without either says nothing. */
function pairOf({ turns }: Conversation): Pair[] {
  const first = turns.findIndex((turn) => turn.who === 'agent')
  if (first < 1) return []
  const theirs = turns.slice(0, first).map((turn) => bare(turn.text))
  const pair = { asked: meaning(theirs.join(' ')), answered: meaning(bare(turns[first]!.text)) }
  return pair.asked.size > 0 && pair.answered.size > 0 ? [pair] : []
}

/** How rare each root is among what this company's customers write. */
function rarity(pairs: readonly Pair[]): (root: string) => number {
  const seen = new Map<string, number>()
  for (const { asked } of pairs) for (const root of asked) seen.set(root, (seen.get(root) ?? 0) + 1)
  return (root) => Math.log((pairs.length + 1) / ((seen.get(root) ?? 0) + 0.5))
}

const others = 19

/** The ranks of the right one and the shares of wrong ones below it, ties in the middle. */
export function rankOwnWords(conversations: readonly Conversation[]): { rank: number; above: number }[] {
  const byCompany = new Map<string, Pair[]>()
  for (const one of conversations) {
    const own = byCompany.get(one.company) ?? []
    own.push(...pairOf(one))
    byCompany.set(one.company, own)
  }
  return [...byCompany.values()].flatMap((pairs) => {
    if (pairs.length <= others) return []
    const rare = rarity(pairs)
    const likeness = (a: Pair, b: Pair): number => {
      let sum = 0
      for (const root of a.answered) if (b.asked.has(root)) sum += rare(root) ** 1.5
      return sum / Math.sqrt(4 + b.asked.size)
    }
    return pairs.map((pair, at) => {
      const mine = likeness(pair, pair)
      const rest = Array.from({ length: others }, (_, step) =>
        likeness(
          pair,
          pairs[(at + 1 + step * Math.max(1, Math.floor((pairs.length - 1) / others))) % pairs.length]!,
        ),
      )
      const better = rest.filter((one) => one > mine).length
      const equal = rest.filter((one) => one === mine).length
      return { rank: 1 + better + equal / 2, above: (others - better - equal / 2) / others }
    })
  })
}

export function benchOwnWords(folder: string): void {
  const ranks = rankOwnWords(readLines<Conversation>(folder, 'ibm_twcare'))
  const mean = (pick: (one: (typeof ranks)[number]) => number) => (sample: typeof ranks) =>
    sample.reduce((sum, one) => sum + pick(one), 0) / sample.length
  const rows = [
    ['MRR', mean((one) => 1 / one.rank), 0.45],
    ['AUC', mean((one) => one.above), 0.73],
  ] as const
  for (const [name, statistic, goal] of rows) {
    const [low, high] = bootstrap(ranks, statistic, 300)
    const value = statistic(ranks)
    console.log(
      `| K18 | own words, 1 of 20, ${name} | ${ranks.length} | ${percent(value)} | ${percent(low)} – ${percent(high)} | ${percent(goal)} | ${value >= goal ? 'met' : 'below'} |`,
    )
  }
}
