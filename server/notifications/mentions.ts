/** Teammates whom a note calls by name: "@Ana", or "@Ana Costa" where two have the same first name. */
export function mentionedIn<T extends { id: string; name: string }>(
  text: string,
  team: readonly T[],
): string[] {
  const found = new Set<string>()
  for (const { index } of text.matchAll(/(?<=^|[\s([{"'“‘*_>])@(?=\p{L})/gu)) {
    const rest = text.slice(index + 1, index + 120)
    const fits = (name: string) =>
      same(rest.slice(0, name.length), name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length))
    const whole = team.filter((one) => fits(one.name))
    const first = team.filter((one) => fits(one.name.split(' ')[0]!))
    for (const one of whole.length ? whole : first) found.add(one.id)
  }
  return [...found]
}

const same = (one: string, other: string) =>
  one.localeCompare(other, undefined, { sensitivity: 'base' }) === 0
