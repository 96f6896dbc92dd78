import { text } from '#server/base/text.ts'
import type { Db } from '#server/database/database.ts'
import { readCompany } from './company.ts'

/** How the team room has its letters sent; the road out lives above it. */
export interface TeamMail {
  send(letter: { to: { name: string; email: string }; subject: string; text: string }): Promise<void>
}

type Reader = { name: string; email: string }

/** The letter with an invitation. */
export async function mailInvite(db: Db, mail: TeamMail, by: string, to: Reader, url: string): Promise<void> {
  const company = (await readCompany(db)).name || 'Tend'
  await mail.send({
    to: { name: to.name, email: to.email },
    subject: text('team.invite.subject', { by, company }),
    text: text('team.invite.text', { name: to.name, by, company, url }),
  })
}

/** The letter with a link for a new password. */
export async function mailReset(db: Db, mail: TeamMail, to: Reader, url: string): Promise<void> {
  const company = (await readCompany(db)).name || 'Tend'
  await mail.send({
    to: { name: to.name, email: to.email },
    subject: text('team.reset.subject', { company }),
    text: text('team.reset.text', { name: to.name, url }),
  })
}
