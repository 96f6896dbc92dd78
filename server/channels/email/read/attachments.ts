import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { ReadAttachment } from './mail.ts'
import { readHeaders } from './mime/headers.ts'
import { headerOf, type Part } from './mime/part.ts'
import { decodeWords } from './mime/words.ts'

/** A file that came with a letter, still in memory. */
export interface Enclosed {
  filename: string | null
  type: string
  content: Buffer
  contentId: string | null
  /** The letter's own HTML shows it. */
  shown: boolean
}

/** Writes each enclosed file into `folder` (made where there is any) under a name of our own, says what it is by its bytes, and hashes it. */
export async function keepEnclosed(files: Enclosed[], folder: string): Promise<ReadAttachment[]> {
  const kept: ReadAttachment[] = []
  if (files.length) await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const [index, file] of files.entries()) {
    const path = join(folder, `part-${index}`)
    await writeFile(path, file.content)
    const sniffed = await fileTypeFromBuffer(file.content).catch(() => undefined)
    kept.push({
      filename: file.filename?.trim() || nameFor(file, index, sniffed?.ext),
      contentType: sniffed && sniffed.mime !== 'application/xml' ? sniffed.mime : file.type,
      size: file.content.length,
      inline: file.shown,
      contentId: file.contentId,
      path,
      sha256: createHash('sha256').update(file.content).digest('hex'),
    })
  }
  return kept
}

/** Does the letter's HTML show this part? By its Content-ID or, rarely, its Content-Location. */
export function isShown(part: Part, html: string): boolean {
  const names = [part.contentId && `cid:${part.contentId}`, part.contentLocation].filter(Boolean) as string[]
  const lower = html.toLowerCase()
  return names.some(
    (name) => lower.includes(name.toLowerCase()) || lower.includes(encodeURI(name).toLowerCase()),
  )
}

function nameFor(file: Enclosed, index: number, extension: string | undefined): string {
  if (/^message\/(rfc822|global)$/.test(file.type)) return `${subjectOf(file.content) || 'message'}.eml`
  if (file.type === 'text/calendar') return 'invitation.ics'
  if (/^message\/(delivery-status|feedback-report|disposition-notification)$/.test(file.type))
    return `${file.type.slice(8)}.txt`
  if (file.type === 'text/rfc822-headers') return 'headers.txt'
  const ending = extension ?? endings[file.type]
  return `attachment-${index + 1}${ending ? `.${ending}` : ''}`
}

const endings: Record<string, string> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
}

const subjectOf = (content: Buffer): string =>
  decodeWords(headerOf(readHeaders(content, 0, content.length).headers, 'subject') ?? '')
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .trim()
    .slice(0, 80)
