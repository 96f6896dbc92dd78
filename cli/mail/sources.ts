import { open, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Refused } from '../server.ts'
import { type Letter, lettersOfMbox, longestLetter } from './mbox.ts'

/** A file with letters in it. */
export interface Source {
  kind: 'mbox' | 'letter' | 'emlx'
  path: string
  size: number
  /** What the flags of a Maildir say about it. */
  flags: string
}

/** Everything with letters below the paths given: mbox files, Maildirs, folders of .eml or .emlx, single letters. */
export async function findSources(paths: readonly string[]): Promise<Source[]> {
  const found: Source[] = []
  for (const path of paths) {
    const about = await stat(path).catch(() => null)
    if (!about) throw new Refused(`There is no ${path}. Nothing was imported.`)
    if (about.isDirectory()) await lookInto(path, found)
    else found.push(await named(path, about.size))
  }
  if (found.length === 0)
    throw new Refused(
      `There is no letter in ${paths.join(', ')}: nothing there is mbox, Maildir, .eml or .emlx. Nothing was imported.`,
    )
  return found
}

async function lookInto(folder: string, found: Source[]): Promise<void> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))
  const has = (name: string) => entries.some((entry) => entry.isDirectory() && entry.name === name)
  const isMaildir = has('cur') && has('new')
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (isMaildir && entry.name === 'tmp') continue
      if (isMaildir && (entry.name === 'cur' || entry.name === 'new')) await lookIntoMaildir(path, found)
      else await lookInto(path, found)
    } else if (entry.isFile()) {
      const kind = await kindOf(path)
      if (kind) found.push({ kind, path, size: (await stat(path)).size, flags: '' })
    }
  }
}

async function lookIntoMaildir(folder: string, found: Source[]): Promise<void> {
  for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  ))
    if (entry.isFile() && !entry.name.startsWith('.')) {
      const path = join(folder, entry.name)
      found.push({
        kind: 'letter',
        path,
        size: (await stat(path)).size,
        flags: /[:;!]2,(\w*)/.exec(entry.name)?.[1] ?? '',
      })
    }
}

/** In a folder only what is surely mail is taken; beside it lie indexes and settings of the mail program. */
async function kindOf(path: string): Promise<Source['kind'] | null> {
  const ending = /\.(\w+)$/.exec(basename(path))?.[1]?.toLowerCase()
  if (ending === 'emlx') return 'emlx'
  if (ending === 'eml') return (await beginning(path)).startsWith('From ') ? 'mbox' : 'letter'
  return /^\s*From .*\d/.test(await beginning(path)) ? 'mbox' : null
}

async function named(path: string, size: number): Promise<Source> {
  const kind = await kindOf(path)
  if (kind) return { kind, path, size, flags: '' }
  const start = await beginning(path)
  if (size === 0 || (await hasHead(path))) return { kind: 'letter', path, size, flags: '' }
  if (start.startsWith('!BDN'))
    throw new Refused(
      `${path} is an Outlook data file. Turn it into mbox first (readpst -r FILE.pst does), then import that.`,
    )
  if (start.startsWith('PK') || start.startsWith('\u001f\u008b'))
    throw new Refused(`${path} is packed. Unpack it first, then import what is in it.`)
  throw new Refused(
    `${path} is no mail that Tend knows: mbox, Maildir, .eml, .emlx or a folder of them. Nothing was imported.`,
  )
}

/** Header lines, one of them such as every letter has; what another program writes down may have a colon in its first line too. */
async function hasHead(path: string): Promise<boolean> {
  const [head = ''] = (await beginning(path, 20_000))
    .replace(/^\ufeff|^\u00ef\u00bb\u00bf/, '')
    .split(/\r?\n\r?\n/)
  return (
    /^[a-z][\w.-]{0,76}[ \t]*:/i.test(head) &&
    /^(?:from|to|subject|date|received|return-path|delivered-to|message-id|mime-version)[ \t]*:/im.test(head)
  )
}

async function beginning(path: string, length = 300): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** A letter, or what lies there and is none that should come in, with the reason. `bytes`: how far this has brought us. */
export type Read = { bytes: number } & ({ letter: Letter } | { aside: string; place: string })

export async function* readLetters(source: Source): AsyncGenerator<Read> {
  if (source.kind === 'mbox') {
    for await (const letter of lettersOfMbox(source.path)) yield judged(letter, '')
    return
  }
  const { path, size, flags } = source
  if (size > longestLetter) {
    yield { bytes: size, aside: 'longer than 100 MB', place: path }
    return
  }
  const bytes = await readFile(path)
  const at = /^(\d{9,11})\./.exec(basename(path))?.[1]
  const date = at ? new Date(Number(at) * 1000) : (await stat(path)).mtime
  const raw = source.kind === 'emlx' ? insideEmlx(bytes) : bytes
  yield { ...judged({ raw, at: date.toISOString(), place: path }, flags), bytes: size }
}

/** Apple Mail: a line with the length of the letter, the letter, then a property list. */
function insideEmlx(bytes: Buffer): Buffer {
  const line = /^\s*(\d{1,10})\s*\n/.exec(bytes.toString('latin1', 0, 40))
  return line ? bytes.subarray(line[0].length, line[0].length + Number(line[1])) : bytes
}

function judged(letter: Letter, flags: string): Read {
  const aside = reasonAside(letter.raw, flags)
  const bytes = letter.raw.length
  return aside ? { bytes, aside, place: letter.place } : { bytes, letter }
}

/** What its own mailbox calls deleted, unwanted or not finished is no letter that somebody wrote to us or got from us. */
function reasonAside(raw: Buffer, flags: string): string | null {
  if (raw.length > longestLetter) return 'longer than 100 MB'
  if (flags.includes('T')) return 'deleted'
  if (flags.includes('D')) return 'a draft'
  const head = raw.toString('latin1', 0, 20_000).split(/\r?\n\r?\n/)[0]!
  if (!raw.subarray(0, 1000).toString('latin1').trim() && !raw.toString('latin1').trim()) return 'empty'
  if (/^subject:.*DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA/im.test(head))
    return 'made by the mail program'
  const mozilla = /^x-mozilla-status:[ \t]*([0-9a-f]{4})/im.exec(head)
  if (mozilla && Number.parseInt(mozilla[1]!, 16) & 0x0008) return 'deleted'
  const labels =
    /^x-gmail-labels:(.*(?:\r?\n[ \t].*)*)/im
      .exec(head)?.[1]
      ?.toLowerCase()
      .split(/[\s,]+/) ?? []
  if (labels.includes('spam')) return 'unwanted'
  if (labels.includes('trash')) return 'deleted'
  return labels.includes('draft') || labels.includes('drafts') ? 'a draft' : null
}
