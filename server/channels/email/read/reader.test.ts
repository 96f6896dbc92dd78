import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers } from '#cast/people.ts'
import { memoryLimit, processorLimit } from './limits.ts'
import { createReader, type Reader } from './reader.ts'
import { hostileLetters } from './testing/hostile.ts'
import { startWorker } from './worker.ts'

const kind = Buffer.from(
  `From: ${customers.helen.name} <${customers.helen.email}>\r\nTo: hello@casa-amaral.example\r\nSubject: Good morning\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nThe key is with the porter.\r\n--b\r\nContent-Type: text/plain; name=key.txt\r\n\r\nleft drawer\r\n--b--\r\n`,
)

/** Generous: the machine may be busy with everything else. What counts is the processor, and that is watched. */
const patience = 120_000

let folder: string
let reader: Reader
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tend-reader-'))
  reader = createReader(1)
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

describe('reading in a process of its own', () => {
  it('gives the letter, its files on disk, and takes them away when told', async () => {
    const { mail, done } = await reader.read(kind)
    expect(mail).toMatchObject({ text: 'The key is with the porter.', unreadable: false, troubles: [] })
    expect(mail.attachments).toMatchObject([{ filename: 'key.txt', size: 11 }])
    const path = mail.attachments[0]!.path
    expect(await readFile(path, 'utf8')).toBe('left drawer')
    await done()
    await expect(readFile(path)).rejects.toThrow('ENOENT')
  })

  it.each(Object.keys(hostileLetters))(
    'survives %s: the letter is shown, and the next one read',
    async (name) => {
      const hostile = await reader.read(Buffer.from(hostileLetters[name]!(), 'latin1'))
      expect(hostile.mail.from?.email).toMatch(/@elsewhere\.example$/)
      // Read in part or not at all, but never without a word of it.
      if (hostile.mail.unreadable) expect(hostile.mail.troubles).not.toEqual([])
      else expect(hostile.mail.subject).not.toBe('')
      await hostile.done()
      const next = await reader.read(kind)
      expect(next.mail.text).toBe('The key is with the porter.')
      await next.done()
    },
    patience,
  )
})

describe('letters that wait together', () => {
  const letter = (n: number) =>
    Buffer.from(
      `From: ${customers.helen.name} <${customers.helen.email}>\r\nSubject: Key ${n}\r\n\r\nIt hangs on hook ${n}.\r\n`,
    )

  it('come back each as itself', async () => {
    const read = await Promise.all(Array.from({ length: 60 }, (_, n) => reader.read(letter(n))))
    expect(read.map(({ mail }) => mail.text)).toEqual(
      Array.from({ length: 60 }, (_, n) => `It hangs on hook ${n}.`),
    )
  })

  it.runIf(process.platform === 'linux')(
    'are stopped together where one of them is too much',
    async () => {
      const worker = startWorker()
      const together = [
        { letter: letter(0), folder },
        { letter: '/dev/zero', folder },
      ]
      expect(await worker.read(together, 0)).toBe('stopped')
    },
    patience,
  )

  it(
    'are read one by one where their process dies of them',
    async () => {
      let died = 0
      const mortal = createReader(1, () => {
        const worker = startWorker()
        return {
          ...worker,
          read(letters, size) {
            if (letters.length > 1) worker.stop()
            died += Number(letters.length > 1)
            return worker.read(letters, size)
          },
        }
      })
      try {
        const read = await Promise.all(Array.from({ length: 5 }, (_, n) => mortal.read(letter(n))))
        expect(read.map(({ mail }) => mail.subject)).toEqual([0, 1, 2, 3, 4].map((n) => `Key ${n}`))
        expect(died).toBeGreaterThan(0)
      } finally {
        await mortal.close()
      }
    },
    patience,
  )
})

describe('the limits of a reading process', () => {
  it('are those of the page on mail', () => {
    const megabyte = 2 ** 20
    expect(memoryLimit(0)).toBe(256 * megabyte)
    expect(memoryLimit(10 * megabyte)).toBe(376 * megabyte)
    expect(processorLimit(0)).toBe(2)
    expect(processorLimit(10 * megabyte)).toBe(3)
  })

  // Files that never end or never begin stand for a letter that a fault in the reader cannot finish.
  it.runIf(process.platform === 'linux')(
    'stop one that grows',
    async () => {
      const worker = startWorker()
      expect(await worker.read([{ letter: '/dev/zero', folder }], 0)).toBe('stopped')
      expect(worker.isAlive()).toBe(false)
    },
    patience,
  )

  it.runIf(process.platform === 'linux')(
    'stop one that hangs, and know that it used no processor',
    async () => {
      const pipe = join(folder, 'silence')
      await promisify(execFile)('mkfifo', [pipe])
      const worker = startWorker()
      expect(await worker.read([{ letter: pipe, folder }], 0)).toBe('waited')
      expect(worker.isAlive()).toBe(false)
    },
    patience,
  )
})
