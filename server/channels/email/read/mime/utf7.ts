/** RFC 2152. Old Outlook wrote it; no decoder on npm or in Node reads it. Broken runs stay as they were written. */
export function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, run: string) => {
    if (run === '') return whole === '+-' ? '+' : whole
    const bytes = Buffer.from(run, 'base64')
    if (bytes.length < 2) return whole
    const units: number[] = []
    for (let at = 0; at + 1 < bytes.length; at += 2) units.push(bytes.readUInt16BE(at))
    return units.map((unit) => String.fromCharCode(unit)).join('')
  })
}
