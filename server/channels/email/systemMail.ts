import { hostname } from 'node:os'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import { email as emailShape } from '#contract/common.ts'
import type { House } from '#server/base/context.ts'
import { allInboxes } from '#server/team/queries.ts'
import { usualPatience } from './outbox/connection.ts'
import { signed } from './outbox/dkim.ts'
import { openPool } from './outbox/pool.ts'
import { oneLine } from './outbox/render.ts'
import { roadOut } from './outbox/roadsOut.ts'

export interface SystemLetter {
  to: { name: string; email: string }
  subject: string
  text: string
  /** The inbox it comes from, where somebody knows us by one; else the first. */
  inboxId?: string
  /** Such as how to leave a list. */
  headers?: Record<string, string>
}

/**
 * A letter of Tend's own: to a teammate an invitation, a new password, a nudge; to a customer the link they asked for. Called from a job, which tries again when it
 * throws: while there is no way out, and when the server said "not now" or "no".
 */
export async function sendSystemMail(house: House, letter: SystemLetter): Promise<void> {
  const to = emailShape.parse(letter.to.email)
  const inboxes = await allInboxes(house.db)
  const inbox = inboxes.find((one) => one.id === letter.inboxId) ?? inboxes[0]
  const road = inbox && (await roadOut(house, inbox.id))
  if (!road || !inbox) throw new Error('no way out: connect a mailbox or set TEND_OUTBOUND_SMTP')
  const bytes = await new MailComposer({
    from: { name: inbox.name, address: inbox.address },
    to: { name: oneLine(letter.to.name), address: to },
    subject: oneLine(letter.subject),
    text: letter.text,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...letter.headers,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  } as ConstructorParameters<typeof MailComposer>[0])
    .compile()
    .build()
  const pool = openPool(hostname() || 'localhost', { ...usualPatience, silence: 30_000, dot: 120_000 })
  try {
    const [answer] = await pool.send(
      road,
      { envelopeFrom: '', recipients: [to], bytes: await signed(bytes, inbox.address) },
      async () => true,
    )
    // One whose answer was lost may have arrived; a second nudge would be worse than none.
    if (answer!.state === 'deferred' || answer!.state === 'refused')
      throw new Error(`not taken: ${answer!.detail}`)
  } finally {
    pool.close()
  }
}
