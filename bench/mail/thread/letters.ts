import { randomBytes } from 'node:crypto'
import type { Done, Step } from './script.ts'

const bracketed = (id: string) => `<${id.replace(/[<>]/g, '')}>`

/** A letter as a plain mail program would write it. */
export function rawLetter(letter: NonNullable<Step['in']>): { raw: Buffer; messageId: string } {
  const messageId =
    letter.messageId ?? `${randomBytes(8).toString('hex')}@${/@([\w.-]+)/.exec(letter.from)![1]}`
  const lines = [
    ...(letter.envelopeFrom === undefined ? [] : [`Return-Path: <${letter.envelopeFrom}>`]),
    `From: ${letter.from}`,
    `To: ${letter.to}`,
    ...(letter.cc ? [`Cc: ${letter.cc}`] : []),
    `Subject: ${letter.subject}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${bracketed(messageId)}`,
    ...(letter.inReplyTo ? [`In-Reply-To: ${bracketed(letter.inReplyTo)}`] : []),
    ...(letter.references ? [`References: ${letter.references.map(bracketed).join(' ')}`] : []),
    ...Object.entries(letter.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...letter.body.split('\n'),
    '',
  ]
  return { raw: Buffer.from(lines.join('\r\n')), messageId }
}

/** A delivery report (RFC 3464) about a letter of ours. */
export function rawDsn(about: Done): { raw: Buffer; messageId: string } {
  const messageId = `${randomBytes(8).toString('hex')}@mx.customer.example`
  const lines = [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.customer.example>',
    'To: support@desk.example',
    'Subject: Undelivered Mail Returned to Sender',
    `Message-ID: <${messageId}>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '',
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.customer.example',
    '',
    `Final-Recipient: rfc822; ${about.sentTo?.[0]}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--=_b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${about.messageId}>`,
    `Subject: ${about.subject}`,
    '',
    '--=_b--',
    '',
  ]
  return { raw: Buffer.from(lines.join('\r\n')), messageId }
}
