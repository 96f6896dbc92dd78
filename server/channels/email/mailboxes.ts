import type { House } from '#server/base/context.ts'
import { accessToken } from './oauth/tokens.ts'
import type { Road } from './outbox/road.ts'
import { unseal } from './secrets.ts'
import type { ServerSettings } from './tables.ts'
import './tables.ts'

/** The inbox's own mail server for sending, where a mailbox is connected. */
export async function roadOfInbox(house: House, inboxId: string): Promise<Road | null> {
  const row = await house.db
    .selectFrom('mailboxes')
    .selectAll()
    .where('inboxId', '=', inboxId)
    .where('smtp', 'is not', null)
    .where('removedAt', 'is', null)
    .where('paused', '=', false)
    .executeTakeFirst()
  if (!row?.smtp) return null
  if (!row.oauth) return roadFrom(row.smtp, unseal(house, row.secrets).smtp)
  return {
    ...roadFrom(row.smtp, undefined),
    auth: { user: row.smtp.user, accessToken: await accessToken(house, row), mailboxId: row.id },
  }
}

export const roadFrom = (server: ServerSettings, password: string | undefined): Road => ({
  host: server.host,
  port: server.port,
  secure: server.security === 'tls',
  requireTls: server.security === 'starttls',
  auth: server.user && password ? { user: server.user, pass: password } : null,
})
