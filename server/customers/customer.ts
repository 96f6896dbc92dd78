/** "maria.lopes@…" → "maria.lopes": what they wrote, nothing made up. */
export const nameFromAddress = (address: string): string => address.split('@')[0] || address

/** A name as people write it: no control or direction characters, no line ends, quotes around it taken off. Null when nothing is left. */
export function cleanPersonName(name: string | null | undefined): string | null {
  const cleaned = (name ?? '')
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["'])(.+)\1$/, '$2')
    .trim()
  return cleaned.slice(0, 200) || null
}

/** The name to keep for somebody who writes for the first time. An address in place of a name is none. */
export function firstName(name: string | null | undefined, address: string): string {
  const cleaned = cleanPersonName(name)
  return !cleaned || cleaned.toLowerCase() === address ? nameFromAddress(address) : cleaned
}

/** Whether this is a zone the machine can show times in; a wrong one would break every page that tells a time. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
