import { createTransport } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { House } from '#server/base/context.ts'
import { allInboxes } from '#server/team/queries.ts'
import { roadOfInbox } from './mailboxes.ts'
import { roadOf } from './outbox/transport.ts'

export interface SystemLetter {
  to: { name: string; email: string }
  subject: string
  text: string
}

/**
 * A letter of Tend's own to a teammate: an invitation, a new password, a nudge. Called from a job, which tries again when it
 * throws. Throws `no way out` while nothing can be sent.
 */
export async function sendSystemMail(house: House, letter: SystemLetter): Promise<void> {
  const inbox = (await allInboxes(house.db))[0]
  const road =
    (inbox && (await roadOfInbox(house, inbox.id))) ??
    (house.config.outboundSmtp ? roadOf(house.config.outboundSmtp) : null)
  if (!road || !inbox) throw new Error('no way out: connect a mailbox or set TEND_OUTBOUND_SMTP')
  const raw = await new MailComposer({
    from: { name: inbox.name, address: inbox.address },
    to: { name: letter.to.name.replace(/[\r\n]+/g, ' '), address: letter.to.email },
    subject: letter.subject.replace(/[\r\n]+/g, ' '),
    text: letter.text,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  })
    .compile()
    .build()
  const transport = createTransport({
    host: road.host,
    port: road.port,
    secure: road.secure,
    requireTLS: road.requireTls,
    ...(road.auth && { auth: road.auth }),
    tls: { rejectUnauthorized: road.auth !== null },
  })
  try {
    await transport.sendMail({ envelope: { from: '', to: [letter.to.email] }, raw })
  } finally {
    transport.close()
  }
}
