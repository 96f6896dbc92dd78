/** What a press is called: `e`, `?`, `Enter`, `$mod+k`. */
export interface Press {
  key: string
  shiftKey: boolean
  metaKey: boolean
  ctrlKey: boolean
  altKey: boolean
  /** AltGr types a character on many keyboards (`[` on a German one); it commands nothing. */
  altGraph: boolean
}

/** The name of a press, or null when it is none of ours. Caps Lock does not change which key was meant. */
export function nameOf(press: Press): string | null {
  if (press.altKey && !press.altGraph) return null
  const mod = (press.metaKey || press.ctrlKey) && !press.altGraph
  const letter = press.key.length === 1
  if (mod) return `$mod+${letter ? press.key.toLowerCase() : press.key}`
  return letter && !press.shiftKey ? press.key.toLowerCase() : press.key
}

/** Where a key lies for this person: they may have moved it. */
export const boundTo = (keys: string, moved: Readonly<Record<string, string>>): string => moved[keys] ?? keys

/** The first of several on the same key wins; the others are not reachable and so not shown. */
export function reachable<T extends { keys: string }>(
  all: readonly T[],
  moved: Readonly<Record<string, string>>,
): T[] {
  const taken = new Set<string>()
  return all.filter((one) => {
    const at = boundTo(one.keys, moved)
    if (taken.has(at)) return false
    taken.add(at)
    return true
  })
}

/** What a press means after what was pressed before: a key to run, a first half (`g`), or nothing. */
export function meaningOf<T extends { keys: string }>(
  all: readonly T[],
  moved: Readonly<Record<string, string>>,
  before: string,
  name: string,
): { run: T | null; half: string } {
  const whole = before ? `${before} ${name}` : name
  const run = all.find((one) => boundTo(one.keys, moved) === whole)
  if (run) return { run, half: '' }
  const starts = !before && all.some((one) => boundTo(one.keys, moved).startsWith(`${name} `))
  return { run: null, half: starts ? name : '' }
}

/** `$mod+k` as people see it: "⌘ K" on a Mac, "Ctrl K" elsewhere. */
export function shownKey(keys: string, mac: boolean): string {
  const sign = (key: string) => key.replace('Enter', '↵').replace('Escape', 'Esc')
  if (keys.startsWith('$mod+'))
    return `${mac ? '⌘' : 'Ctrl'} ${keys.length === 6 ? keys.slice(5).toUpperCase() : sign(keys.slice(5))}`
  return sign(keys)
}
