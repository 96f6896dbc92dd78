/** A CSV file as rows of cells (RFC 4180): quotes, line ends inside them, and whichever of comma, semicolon or tab the first line uses. */
export function readCsv(text: string): string[][] {
  const clean = text.replace(/^\ufeff/, '')
  const sign = separatorOf(clean)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < clean.length; at++) {
    const one = clean[at]!
    if (quoted) {
      if (one !== '"') cell += one
      else if (clean[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (one === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (one === sign) {
      row.push(cell)
      cell = ''
    } else if (one === '\n' || one === '\r') {
      if (one === '\r' && clean[at + 1] === '\n') at++
      row.push(cell)
      rows.push(row)
      row = []
      cell = ''
    } else cell += one
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows
    .map((cells) => cells.map((one) => one.trim()))
    .filter((cells) => cells.some((one) => one !== ''))
}

function separatorOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^\n\r"])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** A day or moment as such files write it: 2026-03-04, 2026-03-04 10:15, 4.3.2026, 04/03/2026 (day first, unless the second part cannot be a month). Null for anything else. */
export function readMoment(given: string): string | null {
  const iso =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      given,
    )
  if (iso) {
    const [, year, month, day, hour = '12', minute = '0', second = '0', zone] = iso
    if (zone) return momentOf(new Date(given.replace(' ', 'T').replace(/\s+(?=[Z+-])/, '')))
    return local(year!, month!, day!, hour, minute, second)
  }
  const other = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::\d{2})?)?$/.exec(given)
  if (!other) return null
  const [, first, , second, short, hour = '12', minute = '0'] = other
  const year = short!.length === 2 ? `20${short}` : short!
  return Number(second) > 12
    ? local(year, first!, second!, hour, minute)
    : local(year, second!, first!, hour, minute)
}

function local(
  year: string,
  month: string,
  day: string,
  hour: string,
  minute: string,
  second = '0',
): string | null {
  const at = new Date(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  // The 31st of June would quietly be the first of July.
  return at.getMonth() === Number(month) - 1 && at.getDate() === Number(day) ? momentOf(at) : null
}
const momentOf = (at: Date): string | null => (Number.isNaN(at.getTime()) ? null : at.toISOString())

/** "1.280,50", "1,280.50", "1280.5", "€ 12": the last sign before one or two digits divides. Null for anything else. */
export function readAmount(given: string): number | null {
  const digits = given.replace(/[^\d.,-]/g, '')
  if (!/\d/.test(digits) || !/^-?[\d.,]*$/.test(digits)) return null
  const cents = /[.,](\d{1,2})$/.exec(digits)
  const whole = cents ? digits.slice(0, -cents[0].length) : digits
  const value = Number(`${whole.replace(/[.,]/g, '')}.${cents?.[1] ?? '0'}`)
  return Number.isFinite(value) ? value : null
}
