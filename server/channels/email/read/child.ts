import { readFile } from 'node:fs/promises'
import type { ReadMail } from './mail.ts'
import { readMail } from './read.ts'
import type { Asked } from './worker.ts'

// Lives in a process of its own: whatever a hostile letter does here, Tend goes on. The parent watches time and memory.
process.on('message', async (letters: Asked[]) => {
  const mails: (ReadMail | null)[] = []
  for (const { letter, folder } of letters)
    mails.push(
      await Promise.resolve(typeof letter === 'string' ? readFile(letter) : letter)
        .then((raw) => readMail(raw, folder))
        .catch(() => null),
    )
  process.send?.({ mails, memory: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
