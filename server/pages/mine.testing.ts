import { tend } from '#server/base/actor.ts'
import { letter } from '#server/conversations/testing.ts'
import { changeCompany } from '#server/team/company.ts'
import { linkOf } from './mineKeys.ts'
import { openPages } from './testing.ts'

/** The pages, and Helen Marsh's way to all that is hers. */
export async function openMine() {
  const stage = await openPages()
  await changeCompany(stage.db, tend, { name: 'Casa Amaral', timeZone: 'Europe/Lisbon' })
  let number = 0
  let helen = { name: 'Helen Marsh', email: 'helen.marsh@mail.example' }
  /** Each test has a person of its own, so that what one asks for is not counted to another. */
  const nextHelen = () => {
    helen = { name: 'Helen Marsh', email: `helen.marsh.${++number}@mail.example` }
    return helen
  }
  const admin = () => ({ ...stage.ana, role: 'admin' as const, inboxIds: [stage.repairs, stage.bakery] })
  const lead = () => ({ ...stage.ana, role: 'lead' as const })

  const matter = async (subject = 'The boiler', inboxId = stage.repairs, from = helen) => {
    const { conversationId } = await letter(stage.db, { inboxId, from, subject, text: `About ${subject}.` })
    return conversationId
  }
  const customerOf = async (conversationId: string) =>
    (
      await stage.db
        .selectFrom('conversations')
        .select('customerId')
        .where('id', '=', conversationId)
        .executeTakeFirstOrThrow()
    ).customerId
  const newestKey = async (customerId: string) =>
    (
      await stage.db
        .selectFrom('personKeys')
        .select('id')
        .where('customerId', '=', customerId)
        .where('kind', '=', 'link')
        .orderBy('id', 'desc')
        .executeTakeFirst()
    )?.id

  /** Presses "Send me the link" and reads the letter. */
  const askForLink = async (conversationId: string) => {
    const path = await stage.pathOf(conversationId)
    const sent = await stage.press(`${path}/mine`, { once: `ask ${Math.random()}` })
    const keyId = await newestKey(await customerOf(conversationId))
    return { sent, keyId: keyId!, url: new URL((await linkOf(stage.house, stage.db, keyId!))!.url).pathname }
  }
  /** Their browser, once the letter's link was opened and pressed. */
  const enter = async (url: string) => {
    const opened = await stage.app.inject({ method: 'POST', url, remoteAddress: stage.from() })
    const cookie = String(opened.headers['set-cookie'] ?? '').split(';')[0]!
    return {
      status: opened.statusCode,
      setCookie: String(opened.headers['set-cookie']),
      ...stage.browser(cookie),
    }
  }
  const own = async (conversationId: string) => enter((await askForLink(conversationId)).url)

  return { ...stage, helen, nextHelen, admin, lead, matter, customerOf, newestKey, askForLink, enter, own }
}
export type Mine = Awaited<ReturnType<typeof openMine>>
