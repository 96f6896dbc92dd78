/** A letter or reply that carries `TKN-<uuid>`: what was put in, and what was said to it. */
export interface Entry {
  token: string
  /** Who must have it, for replies. */
  to?: string
  /** Tend said 250, 201 or the like. */
  acknowledged: boolean
}

/** A message as the public API shows it. */
export interface Shown {
  /** Its id stands in the Message-ID it leaves under: where it is given, words under another letter's id are caught. */
  id?: string
  text: string
  direction: 'in' | 'out' | 'note'
  delivery: { to: string; state: string; detail: string | null }[]
  /** It was ever shown as not confirmed, or as one that may arrive twice. */
  flagged: boolean
}

/** A letter as the mail server behind Tend has it. */
export interface Arrived {
  raw: string
  to: string[]
  sha256: string
  messageId: string
}

export interface Account {
  letters: number
  replies: number
  storedOnce: number
  deliveredOnce: number
  /** Acknowledged, and not there. */
  missing: string[]
  /** There more than once, without having been flagged. */
  twice: string[]
  /** Flagged: lost at the final dot, so it came once or twice, or waits for a person. */
  unknown: string[]
  /** Came to somebody it was not for. */
  astray: string[]
  /** Repeats that are not the same bytes, or words that left under another letter's Message-ID. */
  changed: string[]
}

const tokens = (text: string): string[] => [...new Set(text.match(/TKN-[0-9a-f-]{36}/g) ?? [])]
export const newToken = (): string => `TKN-${crypto.randomUUID()}`

/**
 * The judge: what was put in, against what the API shows and what the mail server got. Nothing acknowledged may be
 * missing; nothing may be there twice unless it was flagged; a repeat is the same bytes.
 */
export function settleAccounts(given: {
  letters: readonly Entry[]
  replies: readonly Entry[]
  shown: readonly Shown[]
  arrived: readonly Arrived[]
}): Account {
  const account: Account = {
    letters: given.letters.length,
    replies: given.replies.length,
    storedOnce: 0,
    deliveredOnce: 0,
    missing: [],
    twice: [],
    unknown: [],
    astray: [],
    changed: [],
  }
  const shown = byToken(given.shown, (one) => one.text)
  const arrived = byToken(given.arrived, (one) => one.raw)
  for (const { token, acknowledged } of given.letters) {
    const found = (shown.get(token) ?? []).filter((one) => one.direction === 'in')
    if (found.length === 1) account.storedOnce++
    else if (found.length > 1) account.twice.push(token)
    else if (acknowledged) account.missing.push(token)
  }
  for (const entry of given.replies) {
    const mine = (shown.get(entry.token) ?? []).filter((one) => one.direction === 'out')
    if (mine.length > 1) account.twice.push(entry.token)
    if (mine.length === 0 && entry.acknowledged) account.missing.push(entry.token)
    settleDelivery(account, entry, mine, arrived.get(entry.token) ?? [])
  }
  return account
}

function settleDelivery(
  account: Account,
  entry: Entry,
  mine: readonly Shown[],
  came: readonly Arrived[],
): void {
  const { token, to } = entry
  const wanted = came.filter((one) => !to || one.to.includes(to))
  if (came.some((one) => to && one.to.some((other) => other !== to))) account.astray.push(token)
  if (new Set(came.map((one) => one.sha256)).size > 1 || new Set(came.map((one) => one.messageId)).size > 1)
    account.changed.push(token)
  else if (
    mine.length === 1 &&
    mine[0]!.id &&
    came.some((one) => !one.messageId.startsWith(`<${mine[0]!.id}.`))
  )
    account.changed.push(token)
  const flagged = mine.some((one) => one.flagged)
  if (flagged) account.unknown.push(token)
  if (wanted.length === 1) account.deliveredOnce++
  else if (wanted.length > 1 && !flagged) account.twice.push(token)
  else if (wanted.length === 0 && !flagged && mine.length > 0) account.missing.push(token)
}

function byToken<T>(all: readonly T[], text: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all)
    for (const token of tokens(text(one))) found.set(token, [...(found.get(token) ?? []), one])
  return found
}

export const inOneLine = (account: Account): string =>
  `letters ${account.letters} · stored once ${account.storedOnce} · replies ${account.replies} · delivered once ${account.deliveredOnce} · missing ${account.missing.length} · twice ${account.twice.length} · unknown ${account.unknown.length} · astray ${account.astray.length} · changed ${account.changed.length}`
