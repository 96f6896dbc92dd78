import { readFile } from 'node:fs/promises'
import { readMail } from './read.ts'

// Lives in a process of its own: whatever a hostile letter does here, Tend goes on. The parent watches time and memory.
process.on('message', async ({ letter, folder }: { letter: string | Uint8Array; folder: string }) => {
  const answer = await readMail(typeof letter === 'string' ? await readFile(letter) : letter, folder).then(
    (mail) => ({ mail }),
    (error) => ({ error: String(error?.message ?? error).slice(0, 300) }),
  )
  process.send?.({ ...answer, memory: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
