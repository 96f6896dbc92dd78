import type { StatusLanguage, StatusReport } from '#contract/status.ts'
import { sqlNow } from '#server/base/clock.ts'
import type { House } from '#server/base/context.ts'
import { text as say, type TextLanguage } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from '#server/team/company.ts'
import { type Delivery, newsFor } from './news.ts'
import { saidIn } from './report.ts'
import { readPageSettings } from './settings.ts'
import { linkOf } from './subscribers.ts'
import { momentThere } from './voice.ts'
import './tables.ts'

export interface StatusLetter {
  to: { name: string; email: string }
  subject: string
  text: string
  inboxId?: string
  headers: Record<string, string>
}

const languageOf = (kept: string): StatusLanguage => (kept === 'de' ? 'de' : 'en')

/** RFC 2369 and 8058: one press in their mail program and it ends, without a page and without a question. */
const leaving = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

async function around(house: House, language: StatusLanguage) {
  const [company, { inboxId }] = await Promise.all([readCompany(house.db), readPageSettings(house.db)])
  const tell = (key: string, values: Record<string, string> = {}) =>
    say(key, { company: company.name || 'Tend', ...values }, language as TextLanguage)
  return { company, tell, from: inboxId ? { inboxId } : {} }
}

/** Asks whether they meant it; null where they left meanwhile. */
export async function askingLetter(house: House, subscriberId: string): Promise<StatusLetter | null> {
  const row = await subscriber(house.db, subscriberId)
  if (!row) return null
  const { tell, from } = await around(house, languageOf(row.language))
  const leave = linkOf(house, 'leave', row.id)
  const kind = row.confirmedAt ? 'again' : 'ask'
  return {
    ...from,
    to: { name: '', email: row.address },
    subject: tell(`status.letter.${kind}.subject`),
    text: tell(`status.letter.${kind}.text`, {
      confirm: linkOf(house, 'confirm', row.id),
      leave,
      page: `${house.url}/status`,
    }),
    headers: leaving(leave),
  }
}

/** The letter to one reader; null where they left, were told already, or nothing is to be told any more. */
export async function newsLetter(house: House, { newsId, toId }: Delivery): Promise<StatusLetter | null> {
  const { db } = house
  const [row, delivery, news] = await Promise.all([
    subscriber(db, toId),
    db
      .selectFrom('statusDeliveries')
      .select('result')
      .where('newsId', '=', newsId)
      .where('toId', '=', toId)
      .executeTakeFirst(),
    newsFor(house, newsId),
  ])
  if (!row?.confirmedAt || delivery?.result !== 'waiting' || !news) return null
  const language = languageOf(row.language)
  const { tell, company, from } = await around(house, language)
  const leave = linkOf(house, 'leave', row.id)
  const title = saidIn(news.data.title, language).text
  const body =
    news.type === 'status.updated'
      ? updateText(news.data, language, company.timeZone)
      : saidIn(news.data.words, language).text
  const key = news.type === 'status.updated' ? `status.letter.${news.data.stage}` : 'status.letter.statement'
  return {
    ...from,
    to: { name: '', email: row.address },
    subject: tell(key, { title }),
    text: `${title}\n\n${body}\n\n${tell('status.letter.foot', { page: news.data.url, leave })}`,
    headers: leaving(leave),
  }
}

function updateText(report: StatusReport, language: StatusLanguage, timeZone: string): string {
  const tell = (key: string, values: Record<string, string> = {}) =>
    say(key, values, language as TextLanguage)
  const { impact, doing, nextAt } = report.updates[0]!
  const parts: [string, string][] = [
    [tell('status.impact'), saidIn(impact, language).text],
    [tell('status.doing'), saidIn(doing, language).text],
  ]
  if (report.stage === 'over' && report.cause)
    parts.push([tell('status.cause'), saidIn(report.cause, language).text])
  if (nextAt) {
    const when = momentThere(new Date(nextAt), timeZone, language)
    parts.push([tell('status.next'), tell('status.nextBy', { when })])
  }
  return parts.map(([head, words]) => `${head}\n${words}`).join('\n\n')
}

export const noteSent = async (db: Db, { newsId, toId }: Delivery): Promise<void> =>
  void (await db
    .updateTable('statusDeliveries')
    .set({ result: 'done', doneAt: sqlNow })
    .where('newsId', '=', newsId)
    .where('toId', '=', toId)
    .execute())

const subscriber = (db: Db, id: string) =>
  db.selectFrom('statusSubscribers').selectAll().where('id', '=', id).executeTakeFirst()
