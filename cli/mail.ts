import type { Format } from './mail/export.ts'
import { give, talk } from './say.ts'
import { ask, Refused } from './server.ts'

export interface MailWords {
  inbox?: string
  ours?: string[]
  'open-days'?: string
  format?: string
  person?: string
  since?: string
  until?: string
}

/** `tend mail import PATH…` and `tend mail export TARGET`. Null: the words were wrong, and this says how. */
export async function mail(
  verb: string | undefined,
  rest: readonly string[],
  words: MailWords,
): Promise<{ wrong: string } | null> {
  if (verb === 'import') {
    if (rest.length === 0) return { wrong: 'mail import needs a file or folder' }
    const days = Number(words['open-days'] ?? 0)
    if (!Number.isInteger(days) || days < 0 || days > 3650)
      return { wrong: '--open-days needs a number of days' }
    const inbox = await inboxNamed(words.inbox)
    const { importedLines, importMail } = await import('./mail/import.ts')
    talk(`Bringing old mail into ${inbox.name} (${inbox.address}) …`)
    const done = await importMail({
      paths: [...rest],
      inboxId: inbox.id,
      ours: words.ours ?? [],
      openDays: days,
    })
    give(done, importedLines(done))
    return null
  }
  if (verb === 'export') {
    const [target] = rest
    if (!target) return { wrong: 'mail export needs the name of a file or folder to write' }
    const format = words.format ?? (target.endsWith('.mbox') ? 'mbox' : 'eml')
    if (!isFormat(format)) return { wrong: '--format knows mbox, maildir and eml' }
    const which: Record<string, string> = {}
    if (words.inbox) which.inboxId = (await inboxNamed(words.inbox)).id
    if (words.person) which.person = words.person
    for (const name of ['since', 'until'] as const) {
      const at = new Date(words[name] ?? Number.NaN)
      if (words[name] !== undefined && Number.isNaN(at.getTime()))
        return { wrong: `--${name} needs a date such as 2026-01-31` }
      if (words[name]) which[name] = at.toISOString()
    }
    const { exportedLines, exportMail } = await import('./mail/export.ts')
    talk('Writing letters out …')
    const done = await exportMail(target, format, which)
    give(done, exportedLines(done))
    return null
  }
  return { wrong: 'mail knows import and export' }
}

const isFormat = (word: string): word is Format => ['mbox', 'maildir', 'eml'].includes(word)

interface Inbox {
  id: string
  name: string
  address: string
}

/** By name, address or id; without one, the only inbox there is. */
async function inboxNamed(name: string | undefined): Promise<Inbox> {
  const { items } = await ask<{ items: Inbox[] }>('GET', '/inboxes')
  const all = items.map((inbox) => `${inbox.name} (${inbox.address})`).join(', ')
  if (items.length === 0) throw new Refused('There is no inbox yet. Add one in Settings › Inboxes first.')
  if (!name) {
    if (items.length === 1) return items[0]!
    throw new Refused(`Which inbox? Say --inbox NAME. There are: ${all}. Nothing was changed.`)
  }
  const wanted = name.trim().toLowerCase()
  const found = items.filter((inbox) =>
    [inbox.id.toLowerCase(), inbox.name.toLowerCase(), inbox.address.toLowerCase()].includes(wanted),
  )
  if (found.length === 1) return found[0]!
  throw new Refused(
    `${found.length ? `More than one inbox is called “${name}”; say its address` : `There is no inbox “${name}”`}. There are: ${all}. Nothing was changed.`,
  )
}
