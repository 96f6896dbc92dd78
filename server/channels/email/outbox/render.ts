import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Person } from '#contract/common.ts'
import type { House } from '#server/base/context.ts'
import type { OutgoingMail } from './actions.ts'
import { assemble } from './assemble.ts'
import { signed } from './dkim.ts'

/** CR and LF never reach a header. */
export const oneLine = (value: string): string => value.replace(/[\r\n\0]+/g, ' ').trim()

const address = ({ name, email }: Person) => ({ name: oneLine(name ?? ''), address: email })

/** RFC 3834 and what other machines look for. */
const automaticHeaders: Record<OutgoingMail['kind'], Record<string, string>> = {
  reply: {},
  incident: {},
  automatic: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  team: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
}

/** Renders a letter, once: Message-ID, Date and boundaries are then fixed for ever. */
export async function render(
  house: House,
  mail: OutgoingMail,
  envelope: { messageIdHeader: string; replyTo: string; thread: readonly string[]; date: Date },
): Promise<Buffer> {
  const files = await Promise.all(
    mail.attachments.map(async (file) => ({
      filename: oneLine(file.filename),
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType)
        ? file.contentType
        : 'application/octet-stream',
      content: await house.files.read(file.file),
      ...(file.inline && { cid: contentIdOf(file) }),
    })),
  )
  let html = mail.html
  for (const file of mail.attachments)
    if (file.inline)
      html =
        html?.replaceAll(
          new RegExp(`[^"'\\s>]*/files/${file.id}[^"'\\s>]*`, 'g'),
          `cid:${contentIdOf(file)}`,
        ) ?? null
  const letter = new MailComposer({
    from: address(mail.from),
    to: mail.to.map(address),
    cc: mail.cc.map(address),
    replyTo: {
      name: oneLine(mail.from.name ?? ''),
      address: envelope.replyTo,
    },
    subject: oneLine(mail.subject),
    messageId: `<${envelope.messageIdHeader}>`,
    date: envelope.date,
    ...(envelope.thread.length && {
      inReplyTo: `<${envelope.thread.at(-1)}>`,
      references: envelope.thread.map((id) => `<${id}>`),
    }),
    text: mail.text,
    ...(html && { html }),
    attachments: files,
    headers: automaticHeaders[mail.kind],
    disableFileAccess: true,
    disableUrlAccess: true,
    // The bytes that are kept are the bytes on the wire.
    newline: 'windows',
  } as ConstructorParameters<typeof MailComposer>[0]).compile()
  return signed(await assemble(letter), mail.from.email, { now: envelope.date })
}

const contentIdOf = (file: OutgoingMail['attachments'][number]) =>
  file.contentId && /^[\w.+@-]+$/.test(file.contentId) ? file.contentId : `${file.id}@tend`
