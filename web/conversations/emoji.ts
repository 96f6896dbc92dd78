export interface Emoji {
  emoji: string
  name: string
}

/** More than this nobody reads while writing. */
const most = 8

/**
 * By name first, then by any word it stands for. `extra` are words of the reader's language, as "danke 🙏, herz ❤️"; they come before
 * all others.
 */
export function findEmoji(
  typed: string,
  names: Readonly<Record<string, readonly string[]>>,
  extra: string,
): Emoji[] {
  const term = typed.toLowerCase().replaceAll('-', '_')
  const own = extra
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .filter(([word, emoji]) => emoji && word!.toLowerCase().startsWith(term))
    .map(([word, emoji]) => ({ emoji: emoji!, name: word! }))
  const found = Object.entries(names)
    .map(([emoji, words], order) => ({ emoji, name: words[0] ?? '', order, fit: fitOf(term, words) }))
    .filter((one) => one.fit > 0 && !own.some(({ emoji }) => emoji === one.emoji))
    .sort((a, b) => b.fit - a.fit || a.order - b.order)
    .map(({ emoji, name }) => ({ emoji, name: name.replaceAll('_', ' ') }))
  return [...own, ...found].slice(0, most)
}

function fitOf(term: string, [name = '', ...words]: readonly string[]): number {
  if (name === term) return 6
  if (name.startsWith(term)) return 5
  if (words.includes(term)) return 4
  if (name.split('_').some((part) => part.startsWith(term))) return 3
  return words.some((word) => word.toLowerCase().startsWith(term)) ? 2 : 0
}

type Names = Readonly<Record<string, readonly string[]>>
let loaded: Promise<Names> | null = null

/** Some 1,900 with their names, loaded with the first `:`; what comes with Tend, so that it works without a network. */
export function emojiNames(): Promise<Names> {
  loaded ??= import('emojilib').then(
    // The package is one JSON file; its types tell of a module around it.
    (module) => module.default as unknown as Names,
    (error) => {
      loaded = null
      throw error
    },
  )
  return loaded
}
