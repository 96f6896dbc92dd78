/** What a delivery report says of one recipient: RFC 3464 §2.3, also where a server wrote the fields as plain text. */
export interface Reported {
  recipients: string[]
  action: string | null
  /** "5.1.1" */
  status: string | null
  /** The words of the server that refused. */
  diagnostic: string
}

const known =
  /^(?:final-recipient|original-recipient|x-actual-recipient|action|status|diagnostic-code|last-attempt-date|remote-mta|will-retry-until|final-log-id|x-display-name|x-supplementary-info|reporting-mta|arrival-date|received-from-mta|dsn-gateway|x-postfix-[\w-]+|original-envelope-id|x-failed-recipients)$/i

/** Every recipient of a report, in order. */
export function readReported(text: string): Reported[] {
  const found: Reported[] = []
  for (const block of blocksOf(text)) {
    const fields = fieldsOf(block)
    const recipients = ['original-recipient', 'final-recipient', 'x-actual-recipient']
      .map((name) => addressOf(fields.get(name)))
      .filter((one): one is string => one !== null)
    const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? null
    const action =
      fields
        .get('action')
        ?.toLowerCase()
        .match(/[a-z]+/)?.[0] ?? null
    if (recipients.length === 0 && action === null) continue
    found.push({
      recipients: [...new Set(recipients)],
      action,
      status,
      diagnostic: [fields.get('diagnostic-code'), fields.get('x-supplementary-info'), fields.get('status')]
        .filter(Boolean)
        .join(' '),
    })
  }
  return found.slice(0, 500)
}

/** Blocks of fields; a recipient's block begins with its own recipient also where the blank line is missing. */
function blocksOf(text: string): string[][] {
  const blocks: string[][] = [[]]
  for (const line of text.slice(0, 500_000).split('\n')) {
    const open = blocks.at(-1)!
    const begins = /^(?:final-recipient|original-recipient)\s*:/i.test(line)
    const name = /^([\w-]+)/.exec(line)?.[1]?.toLowerCase()
    if (line.trim() === '') {
      if (open.length) blocks.push([])
    } else if (
      begins &&
      open.some(
        (one) => one.toLowerCase().startsWith(`${name}:`) || one.toLowerCase().startsWith(`${name} :`),
      )
    )
      blocks.push([line])
    else open.push(line)
  }
  return blocks
}

function fieldsOf(lines: string[]): Map<string, string> {
  const fields = new Map<string, string>()
  let last: string | null = null
  for (const line of lines) {
    const named = /^([A-Za-z][\w-]{1,60})\s*:\s*(.*)$/.exec(line)
    if (named && known.test(named[1]!)) {
      last = named[1]!.toLowerCase()
      if (!fields.has(last)) fields.set(last, named[2]!.trim())
    } else if (/^[ \t]/.test(line) && last !== null) fields.set(last, `${fields.get(last)} ${line.trim()}`)
    else last = null
  }
  return fields
}

/** "rfc822;ann@…", "RFC822; <ann@…>", "X.400; …": the address, when there is one. */
function addressOf(value: string | undefined): string | null {
  const found = /([^\s<>;,"()]+@[^\s<>;,"()]+)/.exec((value ?? '').replace(/^[^;]{0,30};/, ' '))?.[1]
  return found
    ? found
        .toLowerCase()
        .replace(/[.:]+$/, '')
        .replace(/^smtp:/, '')
    : null
}
