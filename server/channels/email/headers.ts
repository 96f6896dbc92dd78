import type { Trx } from '#server/database/database.ts'
import type { ReadMail } from './read/mail.ts'
import './tables.ts'

const noise =
  /^x-(ms-|microsoft|google|gm-|spam|received|forefront|originating|exchange|proofpoint|mimecast|barracuda|virus|amavis|envelope)/i

/** A few headers of the sender's own making can be searched for; noise of servers on the way is left out. */
export async function rememberHeaders(
  trx: Trx,
  mail: ReadMail,
  conversationId: string,
  messageId: string,
): Promise<void> {
  const own = mail.headers
    .filter(
      ([name, value]) => /^x-/i.test(name) && name.length <= 80 && value.length <= 300 && !noise.test(name),
    )
    .slice(0, 20)
  if (own.length)
    await trx
      .insertInto('emailHeaders')
      .values(own.map(([name, value]) => ({ name: name.toLowerCase(), value, conversationId, messageId })))
      .onConflict((c) => c.doNothing())
      .execute()
}
