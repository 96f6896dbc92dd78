/** A place in the text for what differs from person to person: `{{name}}`, or `{{street|your street}}` where it may be unknown. */
const slot = /\{\{\s*(\p{L}[\p{L}\p{N} ._-]{0,60}?)\s*(?:\|([^{}]{0,300}))?\}\}/gu

export interface Slot {
  name: string
  fallback: string | null
}

export const keyOfSlot = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim()

export const slotsIn = (text: string): Slot[] =>
  [...text.matchAll(slot)].map(([, name, fallback]) => ({
    name: keyOfSlot(name!),
    fallback: fallback ?? null,
  }))

/** Slots that are not about the person: whoever writes, and when they hear again. `thanks` stands only where they told us. */
const common = new Set(['concierge', 'next update', 'thanks'])
/** By name alone a letter is not personal. */
const naming = new Set(['name', 'full name'])
/** Empty for most, and that is meant. */
const mayBeEmpty = new Set(['thanks'])

export interface Filled {
  text: string
  /** Slots with nothing to stand there: they are left as they are, so that nobody overlooks them. */
  empty: string[]
  /** What was put in about the person. */
  used: { slot: string; value: string }[]
  /** The words without the name: two letters with the same are one text to two people. */
  sameAs: string
}

export function fill(text: string, values: ReadonlyMap<string, string>): Filled {
  const empty = new Set<string>()
  const used = new Map<string, string>()
  const filled = text.replace(slot, (whole, given: string, fallback?: string) => {
    const name = keyOfSlot(given)
    const value = values.get(name)?.trim() || fallback?.trim()
    if (!value && mayBeEmpty.has(name)) return ''
    if (!value) {
      empty.add(given.trim())
      return whole
    }
    if (values.get(name)?.trim() && !common.has(name)) used.set(name, value)
    return value
  })
  const sameAs = text.replace(slot, (whole, given: string, fallback?: string) => {
    const name = keyOfSlot(given)
    return naming.has(name) ? '…' : values.get(name)?.trim() || fallback?.trim() || whole
  })
  return {
    // A slot that stayed empty on a line of its own leaves no gap.
    text: filled.replace(/\n{3,}/g, '\n\n').trim(),
    empty: [...empty],
    used: [...used].map(([name, value]) => ({ slot: name, value })),
    sameAs,
  }
}

/** Why a value looks wrong in a letter; the end of a key of the catalogue. Null: nothing odd about it. */
export function oddness(name: string, value: string): string | null {
  if (/[\p{Cc}\p{Cf}\p{Co}\uFFFD]/u.test(value)) return 'unseen'
  if (/[{}<>[\]\\|^`]/.test(value)) return 'signs'
  if (/https?:|www\.|@/i.test(value)) return 'address'
  if (value.length > 120) return 'long'
  if (naming.has(name) && /\d/.test(value)) return 'digits'
  if (naming.has(name) && !/\p{L}/u.test(value)) return 'letters'
  if (/^(n\/?a|null|none|undefined|unknown|test|tbd|xxx+|-+|\?+|\.+)$/i.test(value)) return 'nothing'
  if (/[ÃÂ][\u0080-\u00bf¡-¿]|â€/.test(value)) return 'garbled'
  return null
}
