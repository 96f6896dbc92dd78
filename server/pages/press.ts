import { sql } from 'kysely'
import type { ConversationRow } from '#server/conversations/conversation.ts'
import { lockConversation } from '#server/conversations/queries.ts'
import { type Db, type Trx, transaction } from '#server/database/database.ts'
import type { Fields } from './form.ts'
import type { Pressed, Section, Visitor } from './section.ts'
import './tables.ts'

/** A form of a section, once: pressed twice, or sent again by a reload, it says the same and does nothing more. */
export async function press(
  db: Db,
  section: Section & Required<Pick<Section, 'press'>>,
  visitor: Visitor,
  conversationId: string,
  fields: Fields,
): Promise<Pressed> {
  const subject = `${conversationId} ${section.name}`
  try {
    return await transaction(db, async (trx) => {
      // Two presses at once wait for each other here.
      const conversation: ConversationRow = await lockConversation(trx, visitor.by, conversationId)
      const { said } = await once(trx, subject, fields.once, async () => {
        const pressed = await section.press(trx, conversation, visitor, fields.words)
        if ('wrong' in pressed) throw new Wrong(pressed.wrong)
        return 'go' in pressed ? pressed.go : pressed.said
      })
      return said.startsWith('/') ? { go: said } : { said }
    })
  } catch (error) {
    if (error instanceof Wrong) return { wrong: error.message }
    throw error
  }
}

/** Rolls back what a refused press had begun. */
class Wrong extends Error {}

/** Runs `act` unless the same form was taken before; gives what was said then. The caller holds a lock on the subject. */
export async function once(
  trx: Trx,
  subject: string,
  word: string,
  act: () => Promise<string>,
): Promise<{ said: string }> {
  const before = await trx
    .selectFrom('pagePresses')
    .select('said')
    .where('subject', '=', subject)
    .where('once', '=', word)
    .executeTakeFirst()
  if (before) return { said: before.said }
  const said = await act()
  await trx.insertInto('pagePresses').values({ subject, once: word, said }).execute()
  return { said }
}

/** A form older than a day is not sent again by anybody. */
export async function forgetOldPresses(db: Db): Promise<void> {
  await sql`delete from page_presses where at < clock_now() - interval '2 days'`.execute(db)
}
