/** One address or number of a pasted list. */
export interface Pasted {
  line: number
  given: string
  email: string | null
  /** The last nine digits: the same however it is written. */
  digits: string | null
  name: string | null
}

export interface PastedList {
  entries: Pasted[]
  /** Lines in which neither an address nor a number stands. */
  unreadable: { line: number; given: string }[]
}

const address = /[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+\.[^\s@<>",;:\\()[\]]+/
const number = /\+?\d[\d ()/.-]{5,}\d/
/** What spreadsheets and chats put around what can be seen: invisible signs, marks of direction. */
const unseen = /[\p{Cf}\p{Cc}]/gu

/** Reads what somebody copied from a mail, a spreadsheet or a chat: one a line, or several between commas, semicolons or tabs. */
export function readPasted(text: string): PastedList {
  const entries: Pasted[] = []
  const unreadable: PastedList['unreadable'] = []
  for (const [at, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    const clean = whole.replace(/\t/g, ';').replace(unseen, '').trim()
    if (!clean) continue
    const before = entries.length
    for (const part of clean.split(/[,;]/)) {
      const email = address.exec(part)?.[0].toLowerCase().replace(/\.+$/, '') ?? null
      const digits = email ? null : (number.exec(part)?.[0].replace(/\D/g, '').slice(-9) ?? null)
      if (!email && !digits) continue
      const name = email
        ? part
            .replace(address, '')
            .replace(/[<>"']/g, '')
            .trim() || null
        : null
      entries.push({ line, given: part.trim().slice(0, 200), email, digits, name })
    }
    if (entries.length === before && /[\p{L}\p{N}]/u.test(clean))
      unreadable.push({ line, given: clean.slice(0, 200) })
  }
  return { entries, unreadable }
}
