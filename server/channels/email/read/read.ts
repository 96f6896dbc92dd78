import { createHash } from 'node:crypto'
import { sanitiseMail } from '../show/sanitise.ts'
import { keepEnclosed } from './attachments.ts'
import { decode, type Letter } from './decode.ts'
import { readForward } from './forward.ts'
import { longestHtml } from './html/dom.ts'
import { kindOf } from './kind.ts'
import type { ReadMail } from './mail.ts'
import { visibleReply } from './reply/visible.ts'

/** Reads one letter: an ordered list of small steps. Bytes in, a value out; attachments are written into `folder`. */
export async function readMail(raw: Uint8Array, folder: string): Promise<ReadMail> {
  const mail = decode(raw)
  const attachments = await keepEnclosed(mail.enclosed, folder)
  const textFull = mail.text.trim()
  const kind = kindOf(mail)
  const forwarded = writtenByMachine(kind.flags) ? null : readForward(mail, textFull)
  const shown = mail.html ? sanitiseMail(mail.html, { allowRemote: false }) : null
  return {
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    date: mail.date,
    from: mail.from ?? mail.sender,
    sender: mail.sender,
    replyTo: mail.replyTo,
    to: mail.to,
    cc: mail.cc,
    deliveredTo: deliveredTo(mail),
    subject: mail.subject,
    text: writtenByMachine(kind.flags) || forwarded ? textFull : visibleReply(mail, textFull),
    textFull,
    html: shown?.html ?? null,
    hasRemote: shown?.hasRemote ?? false,
    attachments,
    flags: kind.flags,
    bounce: kind.bounce,
    forwarded,
    headers: mail.headers,
    fingerprint: fingerprintOf(mail, attachments),
    authenticationResults: mail.headers
      .filter(([name]) => /^authentication-results$/i.test(name))
      .map(([, value]) => value),
    troubles: [
      ...mail.troubles,
      ...(mail.html && mail.html.length > longestHtml ? (['tooLong'] as const) : []),
    ],
    unreadable: false,
  }
}

/** A bounce or a report is shown whole: nobody answers in it. */
const writtenByMachine = (flags: ReadMail['flags']): boolean => flags.bounce || flags.report

const deliveredTo = (mail: Letter): string[] =>
  mail.headers
    .filter(([name]) =>
      ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].includes(name.toLowerCase()),
    )
    .map(([, value]) => value.replace(/[<>]/g, '').trim().toLowerCase())

function fingerprintOf(mail: Letter, attachments: ReadMail['attachments']): string {
  const hash = createHash('sha256')
  for (const part of [
    mail.messageId,
    mail.from?.email,
    mail.header('date'),
    mail.subject,
    mail.text,
    mail.html?.replace(/\r\n/g, '\n').trimEnd(),
    ...attachments.map((attachment) => attachment.sha256),
  ])
    hash.update(`${part ?? ''}\u0000`)
  return hash.digest('hex')
}
