import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Attachment } from './attachments.ts'
import type { MailIn } from './steps.ts'

type Person = string | { name: string; email: string }

export interface Letter {
  from: Person
  to: Person | Person[]
  cc?: Person[]
  subject: string
  text: string
  html?: string
  attachments?: (Attachment & { contentId?: string })[]
  headers?: Record<string, string>
  /** With or without angle brackets, like the two below. */
  messageId?: string
  inReplyTo?: string
  references?: string[]
  date: Date | string
}

const person = (one: Person) => (typeof one === 'string' ? one : { name: one.name, address: one.email })
const bracketed = (id: string) => `<${id.replace(/^<|>$/g, '')}>`

/**
 * A letter as bytes on the wire (RFC 5322, CRLF): names, subjects and file names in any script are encoded as mail
 * programs do. Without `messageId` one is made up from sender, date and subject, so the same letter is the same bytes.
 */
export async function rawMail(letter: Letter): Promise<Buffer> {
  const date = new Date(letter.date)
  const sender = typeof letter.from === 'string' ? letter.from : letter.from.email
  const madeUp = `${date.getTime()}.${Buffer.from(letter.subject).toString('hex').slice(0, 24)}.${sender}`
  const composer = new MailComposer({
    from: person(letter.from),
    to: [letter.to].flat().map(person),
    ...(letter.cc && { cc: letter.cc.map(person) }),
    subject: letter.subject,
    text: letter.text,
    ...(letter.html && { html: letter.html }),
    attachments: (letter.attachments ?? []).map(({ filename, contentType, content, contentId }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
      ...(contentId && { cid: contentId }),
    })),
    ...(letter.headers && { headers: letter.headers }),
    messageId: bracketed(letter.messageId ?? madeUp),
    ...(letter.inReplyTo && { inReplyTo: bracketed(letter.inReplyTo) }),
    ...(letter.references && { references: letter.references.map(bracketed) }),
    date,
    // Line ends as RFC 5322 has them, also inside the text.
    newline: 'windows',
    // The boundary would otherwise be random.
    baseBoundary: madeUp.replace(/[^A-Za-z0-9]/g, '').slice(0, 40),
  } as ConstructorParameters<typeof MailComposer>[0])
  return composer.compile().build()
}

/** A mail of the story as its bytes; `more` threads it under what Tend has sent meanwhile, or adds headers. */
export const rawMailIn = (step: MailIn, more: Partial<Letter> = {}): Promise<Buffer> =>
  rawMail({
    from: step.from,
    to: step.to,
    subject: step.subject,
    text: step.text,
    ...(step.cc && { cc: step.cc }),
    ...(step.html && { html: step.html }),
    ...(step.attachments && { attachments: step.attachments }),
    ...(step.autoReply && { headers: { 'Auto-Submitted': 'auto-replied', Precedence: 'bulk' } }),
    messageId: step.id,
    date: step.at,
    ...more,
  })
