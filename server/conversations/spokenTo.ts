import { languageOf } from '#care/language.ts'
import { moment, type TextLanguage, text, textLanguage } from '#server/base/text.ts'
import type { Db, Trx } from '#server/database/database.ts'
import { type Places, question } from '#server/database/statement.ts'
import { readCompany } from '#server/team/company.ts'
import type { ConversationRow } from './conversation.ts'

export interface SpokenTo {
  language: TextLanguage
  timeZone: string
  name: string
  /** A text of the catalogue in their language. */
  say(key: string, values?: Record<string, string>): string
  /** A moment on their clock; where that is not the company's it says whose, for the writer reads it too. */
  when(at: Date): string
}

/** In what language and on what clock somebody is spoken to: what their card says, else the language they write. */
export async function spokenTo(
  db: Db | Trx,
  { id, customerId }: Pick<ConversationRow, 'id' | 'customerId'>,
): Promise<SpokenTo> {
  const company = await readCompany(db)
  const row = await askCustomer(db, customerId).executeTakeFirstOrThrow()
  const language = textLanguage(row.language ?? languageOf((await lastWordOf(db, id)) ?? ''), row.formality)
  const timeZone = row.timeZone ?? company.timeZone
  return {
    language,
    timeZone,
    name: row.preferredName || row.name,
    say: (key, values = {}) => text(key, values, language),
    when(at) {
      const told = moment(at, timeZone, language)
      if (told === moment(at, company.timeZone, language)) return told
      const place = timeZone.split('/').at(-1)!.replaceAll('_', ' ')
      return text('conversations.timeIn', { when: told, place }, language)
    },
  }
}

const lastWordOf = async (db: Db | Trx, conversationId: string): Promise<string | undefined> =>
  (await askLastWord(db, conversationId).executeTakeFirst())?.text.slice(0, 2000)

const askCustomer = (db: Db | Trx, id: string) => customer(db, { id })
const customer = question((db, place: Places<{ id: string }>) =>
  db
    .selectFrom('customers')
    .select(['name', 'preferredName', 'language', 'formality', 'timeZone'])
    .where('id', '=', place('id')),
)

const askLastWord = (db: Db | Trx, conversationId: string) => lastWord(db, { conversationId })
const lastWord = question((db, place: Places<{ conversationId: string }>) =>
  db
    .selectFrom('messages')
    .select('text')
    .where('conversationId', '=', place('conversationId'))
    .where('direction', '=', 'in')
    .where('autoReply', '=', false)
    .orderBy('id', 'desc')
    .limit(1),
)

/** For `askAhead`: what `spokenTo` asks. */
export const askSpokenTo = (db: Db | Trx, { id, customerId }: Pick<ConversationRow, 'id' | 'customerId'>) => [
  askCustomer(db, customerId).compile(),
  askLastWord(db, id).compile(),
]
