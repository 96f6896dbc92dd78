import { type Label, meaningOf } from './languages.ts'
import { bare, hasAddress, hasDate, isBlank } from './signs.ts'

export interface HeaderBlock {
  /** How many lines it takes. */
  length: number
  /** Values by what their labels mean. */
  values: Partial<Record<Label, string>>
}

const labelled = /^([\p{L}][\p{L}\p{M}.'’ -]{0,26}?)\s?[:：]\s*(.*)$/u
/** eM Client leaves the colons out. */
const unpointed = /^(\p{L}{2,14}) (\S.*)$/u
const longest = 14

/**
 * "From: … / Sent: … / To: … / Subject: …" as mail programs write it above an original, in any language whose labels we know,
 * or by its shape alone after a separator. A web form's "Name: … / Email: …" is no such block: it has no sender's label.
 */
export function readHeaderBlock(lines: string[], at: number, afterSeparator = false): HeaderBlock | null {
  const first = bare(lines[at] ?? '')
  if (first.length > 300) return null
  if (!labelled.test(first)) return afterSeparator ? withoutColons(lines, at) : null
  const values: HeaderBlock['values'] = {}
  const seen: (Label | null)[] = []
  let last: Label | null = null
  let end = at
  for (let index = at; index < Math.min(lines.length, at + longest); index++) {
    const line = bare(lines[index]!)
    if (isBlank(line)) {
      // Some programs put a blank line between the header lines.
      if (seen.length < 4 && meansSomething(lines[index + 1], seen)) continue
      break
    }
    const [, label, value] = labelled.exec(line) ?? []
    const means = label === undefined ? null : meaningOf(label)
    if (label !== undefined && (means !== null || (afterSeparator && seen.length < 5 && index === end))) {
      seen.push(means)
      last = means
      if (means && values[means] === undefined) values[means] = value!.trim()
      splitSecond(values, means)
    } else if (last !== null && continues(line, last)) values[last] = `${values[last]} ${line}`
    else break
    end = index + 1
  }
  return isBlock(seen, values, lines.slice(at, end), afterSeparator) ? { length: end - at, values } : null
}

/** Right below a separator: a sender with an address, then at least two lines more that begin with labels. */
function withoutColons(lines: string[], at: number): HeaderBlock | null {
  const values: HeaderBlock['values'] = {}
  let end = at
  for (; end < Math.min(lines.length, at + 8); end++) {
    const [, label, value] = unpointed.exec(bare(lines[end]!)) ?? []
    const means = label === undefined ? null : meaningOf(label)
    if (!means || values[means] !== undefined) break
    values[means] = value!.trim()
  }
  return end - at >= 3 && values.from !== undefined && hasAddress(values.from)
    ? { length: end - at, values }
    : null
}

const meansSomething = (line: string | undefined, seen: (Label | null)[]): boolean => {
  const label = labelled.exec(bare(line ?? ''))?.[1]
  const means = label === undefined ? null : meaningOf(label)
  return means !== null && !seen.includes(means)
}

/** A second label in the same line: "À : ann@… Objet : …". */
function splitSecond(values: HeaderBlock['values'], means: Label | null): void {
  const value = means === 'to' ? values.to : undefined
  const second = value === undefined ? null : /^(.*\S)\s+([\p{L}]{3,12})\s?:\s*(.+)$/u.exec(value)
  if (second && meaningOf(second[2]!) === 'subject') {
    values.to = second[1]!
    values.subject ??= second[3]!
  }
}

/** A header line too long for one line of mail. */
const continues = (line: string, last: Label): boolean =>
  last === 'subject' ? line.length < 80 : hasAddress(line) || /^[<[(]|[>\]),;]$/.test(line)

function isBlock(
  seen: (Label | null)[],
  values: HeaderBlock['values'],
  lines: string[],
  afterSeparator: boolean,
): boolean {
  const known = new Set(seen.filter((one) => one !== null))
  const begins = seen[0]
  const text = lines.join(' ')
  if (begins !== 'from' && begins !== 'sent' && begins !== 'subject' && begins !== 'to')
    return afterSeparator && seen.length >= 3 && hasAddress(text) && hasDate(text)
  if (afterSeparator) return known.size >= 2
  if (!known.has('from') && !(known.has('sent') && known.has('to'))) return false
  const dated = values.sent !== undefined && hasDate(values.sent)
  const addressed = hasAddress(`${values.from ?? ''} ${values.to ?? ''}`)
  if (known.size >= 3) return addressed || (dated && known.has('subject'))
  return known.size === 2 && addressed && (dated || known.has('subject'))
}
