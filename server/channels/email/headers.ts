import type { Trx } from '#server/database/database.ts'
import { insertAll } from '#server/database/insertAll.ts'
import type { ReadMail } from './read/mail.ts'
import './tables.ts'

const noise =
  /^x-(ms-|microsoft|google|gm-|spam|received|forefront|originating|exchange|proofpoint|mimecast|barracuda|virus|amavis|envelope)/i

interface Of {
  mail: ReadMail
  conversationId: string
  messageId: string
}

/** A few headers of the sender's own making can be searched for; noise of servers on the way is left out. */
export const rememberHeaders = (
  trx: Trx,
  mail: ReadMail,
  conversationId: string,
  messageId: string,
): Promise<void> => rememberAllHeaders(trx, [{ mail, conversationId, messageId }])

/** Those of many letters by one statement. */
export const rememberAllHeaders = (trx: Trx, letters: readonly Of[]): Promise<void> =>
  insertAll(
    trx,
    'emailHeaders',
    letters.flatMap(({ mail, conversationId, messageId }) =>
      ownHeaders(mail).map(([name, value]) => ({
        name: name.toLowerCase(),
        value,
        conversationId,
        messageId,
      })),
    ),
    'on conflict do nothing',
  )

const ownHeaders = (mail: ReadMail): [name: string, value: string][] =>
  mail.headers
    .filter(
      ([name, value]) => /^x-/i.test(name) && name.length <= 80 && value.length <= 300 && !noise.test(name),
    )
    .slice(0, 20)
