import { readSesNotice } from '../bounce/simpleNotification.ts'
import type { Letter } from '../decode.ts'

/** A complaint by a mailbox provider that somebody called our mail spam (ARF, RFC 5965, and Hotmail's older form), or a report on our domain (DMARC). */
export const isReport = (mail: Letter): boolean =>
  /feedback-report/i.test(mail.contentType.parameters.get('report-type') ?? '') ||
  mail.reports.some(
    ({ type, text }) =>
      type === 'message/feedback-report' ||
      (type.startsWith('message/rfc822') && /^x-hmxmroriginalrecipient\s*:/im.test(text.slice(0, 20_000))),
  ) ||
  mail.header('x-rp-fbl') !== undefined ||
  readSesNotice(mail.text)?.kind === 'complaint' ||
  isDomainReport(mail)

/** RFC 7489 §7.2.1.1, TLS reports of RFC 8460 §5.3. */
const isDomainReport = (mail: Letter): boolean =>
  /\breport domain:\s*\S+\s+submitter:/i.test(mail.subject) ||
  (mail.header('tls-report-domain') !== undefined && mail.header('tls-report-submitter') !== undefined)
