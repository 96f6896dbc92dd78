const unreadable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]|[^\s]{90,}/g

/**
 * What can be read of a text: its beginning, with control characters and words nobody wrote (longer than any language has)
 * blanked out. Places stay as they are.
 */
export const legible = (text: string, longest: number): string =>
  text.slice(0, longest).replace(unreadable, (found) => ' '.repeat(found.length))
