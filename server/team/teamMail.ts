import { inHouse } from '#server/base/spoken.ts'
import { text } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from './company.ts'
import { languageOfTeammate } from './language.ts'
import type { TeammateRow } from './queries.ts'

/** How the team room has its letters sent; the road out lives above it. */
export interface TeamMail {
  send(letter: { to: { name: string; email: string }; subject: string; text: string }): Promise<void>
}

type Reader = { name: string; email: string }

/** The letter with an invitation. What its reader speaks is not known yet: it is the house that asks them in. */
export async function mailInvite(db: Db, mail: TeamMail, by: string, to: Reader, url: string): Promise<void> {
  const company = (await readCompany(db)).name || 'Tend'
  await mail.send({
    to: { name: to.name, email: to.email },
    subject: text('team.invite.subject', { by, company }, inHouse()),
    text: text('team.invite.text', { name: to.name, by, company, url }, inHouse()),
  })
}

/** The letter with a link for a new password. */
export async function mailReset(
  db: Db,
  mail: TeamMail,
  to: Reader & Pick<TeammateRow, 'preferences'>,
  url: string,
): Promise<void> {
  const language = languageOfTeammate(to)
  const company = (await readCompany(db)).name || 'Tend'
  await mail.send({
    to: { name: to.name, email: to.email },
    subject: text('team.reset.subject', { company }, language),
    text: text('team.reset.text', { name: to.name, url }, language),
  })
}
