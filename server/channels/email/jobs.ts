import type { House } from '#server/base/context.ts'
import { startFetching } from './imap/fetching.ts'
import { listenForMail } from './smtp.ts'

export { startSending } from './outbox/sending.ts'

/** Takes mail in: the SMTP listener, the connected mailboxes, and what an earlier process left untaken. */
export async function startMail(house: House): Promise<{ smtpPort: number; stop(): Promise<void> }> {
  const smtp = await listenForMail(house)
  const fetching = await startFetching(house)
  return {
    smtpPort: smtp.port,
    async stop() {
      await fetching.stop()
      await smtp.close()
    },
  }
}
