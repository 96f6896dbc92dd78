/** Decodes RFC 2047 encoded-words in UTF-8 or Latin-1, for letters whose body could not be read; others stay as written. */
export function decodeWords(value: string): string {
  return value.replace(
    /=\?([\w-]{1,40})\?([bq])\?([^?\s]{0,2000})\?=(\s+(?==\?))?/gi,
    (whole, charset: string, kind: string, words: string) => {
      const encoding = /utf-?8/i.test(charset) ? 'utf8' : /8859-1|ascii|1252/i.test(charset) ? 'latin1' : null
      if (!encoding) return whole
      if (kind.toLowerCase() === 'b') return Buffer.from(words, 'base64').toString(encoding)
      const bytes = words
        .replace(/_/g, ' ')
        .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      return Buffer.from(bytes, 'latin1').toString(encoding)
    },
  )
}
