import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { ExportHead } from '#contract/exchange.ts'
import { unframe } from '#contract/letterStream.ts'
import { openStream, Refused } from '../server.ts'
import { quoted } from './mbox.ts'
import { number } from './progress.ts'

export type Format = 'mbox' | 'maildir' | 'eml'

export interface Exported {
  to: string
  letters: number
  bytes: number
  /** Named in the database, but their file was not there. */
  missing: number
}

/** Writes letters as they came and went into one mbox, a Maildir, or a folder of .eml. Half of one never has its name. */
export async function exportMail(
  name: string,
  format: Format,
  which: Record<string, string>,
): Promise<Exported> {
  const to = resolve(name)
  if (await stat(to).catch(() => null)) throw new Refused(`${to} is there already. Nothing was written.`)
  const partial = `${to}.partial`
  await rm(partial, { recursive: true, force: true })
  const response = await openStream('GET', `/mail/export?${new URLSearchParams(which)}`)
  const done: Exported = { to, letters: 0, bytes: 0, missing: 0 }
  try {
    const writer = await writers[format](partial)
    for await (const { head, bytes } of unframe<ExportHead>(response)) {
      if (head.missing) {
        done.missing++
        continue
      }
      await writer.write(head, bytes)
      done.letters++
      done.bytes += bytes.length
    }
    await writer.end()
    await rename(partial, to)
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw new Refused(
      `The export broke off (${(error as Error).message}). Nothing of it was kept; please try again.`,
    )
  }
  return done
}

interface Writer {
  write(head: ExportHead, bytes: Buffer): Promise<void>
  end(): Promise<void>
}

const writers: Record<Format, (path: string) => Promise<Writer>> = {
  async mbox(path) {
    const file = createWriteStream(path, { mode: 0o600 })
    const put = (bytes: Buffer) =>
      new Promise<void>((done, fail) => file.write(bytes, (error) => (error ? fail(error) : done())))
    return {
      async write(head, bytes) {
        const ends = bytes.at(-1) === 0x0a ? '\n' : '\n\n'
        await put(Buffer.concat([Buffer.from(fromLine(head)), quoted(bytes), Buffer.from(ends)]))
      },
      end: () =>
        new Promise((done, fail) => file.end((error?: Error | null) => (error ? fail(error) : done()))),
    }
  },
  async maildir(path) {
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(path, part), { recursive: true, mode: 0o700 })
    return {
      write: (head, bytes) =>
        writeDated(
          join(path, 'cur', `${Math.floor(Date.parse(head.at) / 1000)}.${head.messageId}.tend:2,S`),
          head,
          bytes,
        ),
      end: async () => {},
    }
  },
  async eml(path) {
    await mkdir(path, { recursive: true, mode: 0o700 })
    return {
      write: (head, bytes) =>
        writeDated(
          join(path, `${head.at.slice(0, 19).replaceAll(':', '-')} ${head.messageId}.eml`),
          head,
          bytes,
        ),
      end: async () => {},
    }
  },
}

async function writeDated(path: string, head: ExportHead, bytes: Buffer): Promise<void> {
  await writeFile(path, bytes, { mode: 0o600 })
  await utimes(path, new Date(head.at), new Date(head.at))
}

/** As mail programs have written it since 1975: sender, then the date of the C library, in UTC. */
function fromLine({ from, at }: ExportHead): string {
  const date = new Date(at)
  const [weekday, day, month, year, time] = date.toUTCString().replace(',', '').split(' ') as [
    string,
    string,
    string,
    string,
    string,
  ]
  const sender = /^[!-~]+$/.test(from ?? '') ? from : 'MAILER-DAEMON'
  return `From ${sender} ${weekday} ${month} ${day.replace(/^0/, ' ')} ${time} ${year}\n`
}

export const exportedLines = ({ to, letters, bytes, missing }: Exported): string[] => [
  to,
  `${number(letters)} ${letters === 1 ? 'letter' : 'letters'}, ${(bytes / 1e6).toFixed(1)} MB.`,
  ...(missing
    ? [`${number(missing)} are named but their files were not there: “tend doctor” says more.`]
    : []),
]
