/** Message-IDs of a header, brackets off, the last hundred; also one that a client wrote without brackets. */
export function ids(value: string | undefined): string[] {
  if (!value) return []
  const bracketed = [...value.slice(-100_000).matchAll(/<([^<>\s]{1,900})>/g)].map((match) => match[1]!)
  if (bracketed.length) return bracketed.slice(-100)
  return /^\s*[^\s@]+@[^\s@]+\s*$/.test(value) ? [value.trim()] : []
}
