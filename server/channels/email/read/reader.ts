import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeWords } from './headerWords.ts'
import type { ReadMail } from './mail.ts'

export interface Reading {
  mail: ReadMail
  /** Removes the files of its attachments; call when they are kept. */
  done(): Promise<void>
}

export interface Reader {
  /** Never throws for what a letter holds: what cannot be read comes back as `unreadable` with what its headers tell. */
  read(path: string): Promise<Reading>
  close(): Promise<void>
}

/** MAIL.md §6: 10 s, and 256 MB + 12 × the mail. */
const wall = 10_000
const idle = 60_000
const memoryOf = (size: number) => 256 * 2 ** 20 + 12 * size

interface Worker {
  process: ChildProcess
  busy: boolean
  idleSince: NodeJS.Timeout | undefined
}

/** A small pool of reading processes, started when there is mail, gone when there is none. */
export function createReader(size = 2): Reader {
  const workers = new Set<Worker>()
  const waiting: ((worker: Worker) => void)[] = []
  let next = 0

  const start = (): Worker => {
    const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const worker: Worker = { process: child, busy: true, idleSince: undefined }
    child.once('exit', () => {
      workers.delete(worker)
      clearTimeout(worker.idleSince)
    })
    child.on('error', () => {})
    workers.add(worker)
    return worker
  }
  const take = (): Promise<Worker> => {
    for (const worker of workers)
      if (!worker.busy && worker.process.connected) {
        worker.busy = true
        clearTimeout(worker.idleSince)
        return Promise.resolve(worker)
      }
    if (workers.size < size) return Promise.resolve(start())
    return new Promise((resolve) => waiting.push(resolve))
  }
  const giveBack = (worker: Worker) => {
    const resolve = waiting.shift()
    const alive = worker.process.connected && worker.process.exitCode === null && !worker.process.killed
    if (resolve) return resolve(alive ? worker : start())
    if (!alive) return
    worker.busy = false
    worker.idleSince = setTimeout(() => worker.process.kill('SIGKILL'), idle).unref() as NodeJS.Timeout
  }

  return {
    async read(path) {
      const folder = await mkdtemp(join(tmpdir(), 'tend-mail-'))
      const done = () => rm(folder, { recursive: true, force: true })
      const worker = await take()
      try {
        const mail = await ask(
          worker.process,
          { id: ++next, path, folder },
          memoryOf((await stat(path)).size),
        )
        return { mail: mail ?? (await onlyHeaders(path)), done }
      } finally {
        giveBack(worker)
      }
    },
    async close() {
      for (const worker of workers) worker.process.kill('SIGKILL')
    },
  }
}

/** One letter for one child; null when it could not be read or had to be stopped. */
function ask(
  child: ChildProcess,
  question: { id: number; path: string; folder: string },
  memory: number,
): Promise<ReadMail | null> {
  return new Promise((resolve) => {
    const finish = (mail: ReadMail | null, kill: boolean) => {
      clearTimeout(late)
      clearInterval(watch)
      child.off('message', hear)
      child.off('exit', gone)
      if (kill) child.kill('SIGKILL')
      resolve(mail)
    }
    const hear = (answer: { id?: number; mail?: ReadMail; error?: string }) => {
      if (answer.id === question.id) finish(answer.mail ?? null, false)
    }
    const gone = () => finish(null, false)
    const late = setTimeout(() => finish(null, true), wall)
    const watch = setInterval(async () => {
      if ((await memoryUsed(child.pid)) > memory) finish(null, true)
    }, 50)
    child.on('message', hear)
    child.once('exit', gone)
    child.send(question, (error) => error && finish(null, true))
  })
}

async function memoryUsed(pid: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(text.split(' ')[1] ?? 0) * 4096
}

/** What the first 64 kB tell without a parser: enough to show whose letter it is. */
async function onlyHeaders(path: string): Promise<ReadMail> {
  const raw = await readFile(path)
  const head =
    raw
      .subarray(0, 65_536)
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? ''
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .slice(0, 500)
    .map(
      (line) =>
        [
          line.slice(0, line.indexOf(':')).trim(),
          line
            .slice(line.indexOf(':') + 1)
            .trim()
            .slice(0, 2000),
        ] as [string, string],
    )
    .filter(([name]) => /^[\w-]{1,80}$/.test(name))
  const header = (name: string) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
  const from = /^(?:"?([^"<]{0,200})"?\s*)?<?([^\s<>"]{1,200}@[^\s<>",]{1,200})>?/.exec(header('from'))
  return {
    messageId: /<([^<>\s]{1,900})>/.exec(header('message-id'))?.[1] ?? null,
    inReplyTo: [],
    references: [],
    date: null,
    from: from ? { name: decodeWords(from[1] ?? '').trim() || null, email: from[2]!.toLowerCase() } : null,
    sender: null,
    replyTo: [],
    to: [],
    cc: [],
    deliveredTo: [],
    subject: decodeWords(header('subject')),
    text: '',
    textFull: '',
    html: null,
    hasRemote: false,
    attachments: [],
    flags: { autoReply: false, bounce: false, suppressAutoReply: true },
    bounce: null,
    forwarded: null,
    headers,
    fingerprint: createHash('sha256').update(raw).digest('hex'),
    unreadable: true,
  }
}
