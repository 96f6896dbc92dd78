import { readFile } from 'node:fs/promises'
import { readMail } from './read.ts'

// Lives in a process of its own: whatever a hostile letter does here, Tend goes on. The parent watches time and memory.
process.on('message', async ({ path, folder }: { path: string; folder: string }) => {
  try {
    process.send?.({ mail: await readMail(await readFile(path), folder) })
  } catch (error) {
    process.send?.({ error: String((error as Error)?.message ?? error).slice(0, 300) })
  }
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
