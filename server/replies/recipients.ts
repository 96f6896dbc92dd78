import { email as emailShape, type Person } from '#contract/common.ts'
import { invalid } from '#server/base/errors.ts'

type Given = string | { name?: string | null; email: string }

/** Reads recipients as the API takes them: an address, "Name <address>", or both apart. Refuses anything two parsers could read differently. */
export function readRecipients(given: readonly Given[], pointer: string): Person[] {
  const people = given.map((one, index) => {
    const { name, address } =
      typeof one === 'string' ? split(one) : { name: one.name ?? null, address: one.email }
    const parsed = emailShape.safeParse(address)
    if (!parsed.success || /[\r\n\0]/.test(name ?? ''))
      throw invalid(`${pointer}/${index}`, 'is not one e-mail address')
    return { name: name?.trim() || null, email: parsed.data }
  })
  return unique(people)
}

function split(text: string): { name: string | null; address: string } {
  const match = /^\s*(?:"([^"<>\r\n]*)"|([^"<>\r\n]*?))\s*<([^<>\s]+)>\s*$/.exec(text)
  return match ? { name: match[1] ?? match[2] ?? null, address: match[3]! } : { name: null, address: text }
}

/** Each address once, in order. */
export function unique(people: readonly Person[], without: readonly Person[] = []): Person[] {
  const taken = new Set(without.map((person) => person.email))
  return people.filter((person) => !taken.has(person.email) && taken.add(person.email))
}
