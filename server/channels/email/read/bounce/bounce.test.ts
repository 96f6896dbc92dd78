import { describe, expect, it } from 'vitest'
import { customers } from '#cast/people.ts'
import { decode } from '../decode.ts'
import { kindOf } from '../kind.ts'

/** A plain bounce to us, as a server of that make words it. */
interface Sample {
  make: string
  from?: string
  subject: string
  headers?: string[]
  text: string
  failed: string
  reason?: string
}

const lost = 'yuki.tanaka@bridge-house.example'
const original = `Return-Path: <repairs@casa-amaral.example>
Received: from desk.casa-amaral.example by mx.bridge-house.example with ESMTP
Message-ID: <4711.tend@casa-amaral.example>
From: Ana Costa <repairs@casa-amaral.example>
To: ${lost}
Subject: The boiler on Thursday`

const samples: Sample[] = [
  {
    make: 'qmail',
    subject: 'failure notice',
    text: `Hi. This is the qmail-send program at mx.bridge-house.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<${lost}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Exim',
    from: 'Mail Delivery System <Mailer-Daemon@mx.bridge-house.example>',
    subject: 'Mail delivery failed: returning message to sender',
    text: `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  ${lost}\n    mailbox is full: retry timeout exceeded\n\n------ This is a copy of the message, including all the headers. ------\n\n${original}`,
    failed: lost,
    reason: 'mailboxfull',
  },
  {
    make: 'Postfix',
    from: 'MAILER-DAEMON@mx.bridge-house.example (Mail Delivery System)',
    subject: 'Undelivered Mail Returned to Sender',
    text: `This is the mail system at host mx.bridge-house.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\nFor further assistance, please send mail to <postmaster>\n\n<${lost}>: host mail.bridge-house.example[192.0.2.7] said: 550\n    5.7.1 Message rejected due to SPF failure (in reply to MAIL FROM command)\n`,
    failed: lost,
    reason: 'authfailure',
  },
  {
    make: 'Sendmail',
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.bridge-house.example>',
    subject: 'Returned mail: User unknown',
    text: `The original message was received at Tue, 24 Nov 2026 09:00:00 GMT\nfrom desk.casa-amaral.example [192.0.2.4]\n\n   ----- The following addresses had permanent fatal errors -----\n<${lost}>\n\n   ----- Transcript of session follows -----\n... while talking to mail.bridge-house.example.:\n>>> RCPT To:<${lost}>\n<<< 550 5.1.1 <${lost}>... User unknown\n\n   ----- Original message follows -----\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Exchange 5.5',
    from: 'System Administrator <postmaster@bridge-house.example>',
    subject: 'Undeliverable: The boiler on Thursday',
    text: `Your message\n\n  To:      ${lost}\n  Subject: The boiler on Thursday\n  Sent:    Tue, 24 Nov 2026 09:00:00 -0000\n\ndid not reach the following recipient(s):\n\n${lost} on Tue, 24 Nov 2026 09:00:04 -0000\n    The recipient name is not recognized\n\tThe MTS-ID of the original message is: c=pt;a= ;p=bridge;l=MX-261124-11\n    MSEXCH:IMS:Bridge:HOUSE:MX 0 (000C05A6) Unknown Recipient\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Exchange 2013, German',
    from: 'Microsoft Outlook <postmaster@bridge-house.example>',
    subject: 'Unzustellbar: The boiler on Thursday',
    text: `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nYuki Tanaka (${lost})\nDas Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen.\n\nDiagnoseinformationen für Administratoren:\nGenerierender Server: mx.bridge-house.example\n\n${lost}\nRemote Server returned '554 5.2.2 mailbox full'\n`,
    failed: lost,
    reason: 'mailboxfull',
  },
  {
    make: 'Domino',
    from: 'Postmaster@bridge-house.example',
    subject: `DELIVERY FAILURE: User ytanaka (${lost}) not listed in Domino Directory`,
    text: `Your message\n\n  Subject: The boiler on Thursday\n\nwas not delivered to:\n\n  ${lost}\n\nbecause:\n\n  User ytanaka (${lost}) not listed in Domino Directory\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Gmail, older',
    from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    subject: 'Delivery Status Notification (Failure)',
    text: `Delivery to the following recipient failed permanently:\n\n     ${lost}\n\nTechnical details of permanent failure:\nGoogle tried to deliver your message, but it was rejected by the server for the recipient domain. The error that the other server returned was: 550 550 5.1.1 ${lost}: Recipient address rejected: User unknown (state 14).\n\n----- Original message -----\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Yahoo',
    from: 'MAILER-DAEMON@yahoo.example',
    subject: 'Failure Notice',
    text: `Sorry, we were unable to deliver your message to the following address.\n\n<${lost}>:\nRemote host said: 554 delivery error: dd This user doesn't have a yahoo.example account [0] - mta1.mail.yahoo.example [BODY]\n\n--- Below this line is a copy of the message.\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'GMX',
    from: '"GMX Mailer Daemon" <mailer-daemon@gmx.example>',
    subject: 'Mail delivery failed: returning message to sender',
    text: `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to\none or more of its recipients. This is a permanent error.\n\nThe following address failed:\n\n"${lost}":\nSMTP error from remote server for RCPT TO command, host: mx.bridge-house.example (192.0.2.7) reason: 550 Requested action not taken: mailbox unavailable\n\n--- The header of the original message is following. ---\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Courier',
    from: '"Courier mail server at mx.bridge-house.example" <@>',
    subject: 'NOTICE: mail delivery status.',
    text: `This is a delivery status notification from mx.bridge-house.example,\nrunning the Courier mail server, version 0.75.\n\nThe original message was received on Tue, 24 Nov 2026 09:00:00 +0000\nfrom desk.casa-amaral.example\n\n---------------------------------------------------------------------------\n\n                           UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n<${lost}>:\n    mail.bridge-house.example [192.0.2.7]:\n>>> RCPT TO:<${lost}>\n<<< 550 User unknown.\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'MDaemon',
    from: 'MDAEMON@mx.bridge-house.example',
    subject: 'Permanent Delivery Failure',
    text: `The following message had permanent fatal errors:\n\n  Message-ID : 4711.tend@casa-amaral.example\n\nThe following addresses did NOT receive a copy of your message:\n\n> ${lost}\n\n--- Session Transcript ---\n Tue 2026-11-24 09:00:01: Session 12; child 1\n Tue 2026-11-24 09:00:03: --> RCPT To:<${lost}>\n Tue 2026-11-24 09:00:03: <-- 550 ${lost}, Recipient unknown\n--- End Transcript ---\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'IMail',
    from: 'Postmaster <postmaster@bridge-house.example>',
    subject: 'Undeliverable Mail',
    text: `Unknown user: ${lost}\n\nOriginal message follows.\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Mercury',
    from: 'Mail Server Administrator <postmaster@bridge-house.example>',
    subject: 'Mail system error - returned mail',
    text: `From:  electronic mail system at mx.bridge-house.example\nTo:    Postmaster\n\nThe local mail transport system has reported the following problems\nit encountered while trying to deliver your message:\n\n-------------------------------------------------------------------\n*** ${lost}\n    550 no such user here\n-------------------------------------------------------------------\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Smail',
    subject: 'mail failed, returning to sender',
    text: `|------------------------- Message log follows: -------------------------|\n no valid recipients were found for this message\n|------------------------- Failed addresses follow: ---------------------|\n <${lost}> ... unknown host\n|------------------------- Message text follows: ------------------------|\n${original}`,
    failed: lost,
    reason: 'hostunknown',
  },
  {
    make: 'InterScan',
    from: '"InterScan Notification" <postmaster@bridge-house.example>',
    subject: 'Mail could not be delivered',
    text: `******* Message from InterScan Messaging Security Suite *******\n\nSent <<< RCPT TO:<${lost}>\nReceived >>> 550 5.7.1 Unable to relay\n\nUnable to deliver message to <${lost}> (and other recipients in the same domain).\n\n*******************     End of message     ********************\n`,
    failed: lost,
    reason: 'norelaying',
  },
  {
    make: 'GroupWise',
    from: 'Postmaster@bridge-house.example',
    subject: 'Message status - undeliverable',
    text: `The message that you sent was undeliverable to the following:\n\tytanaka (user not found)\n\nPossibly truncated original message follows:\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'Netscape',
    from: 'Mail Administrator <Postmaster@bridge-house.example>',
    subject: 'Mail System Error - Returned Mail',
    text: `This Message was undeliverable due to the following reason:\n\nThe user(s) account is disabled.\n\n<${lost}>\n\nPlease reply to Postmaster@bridge-house.example\nif you feel this message to be in error.\n`,
    failed: lost,
    reason: 'suspend',
  },
  {
    make: 'Microsoft SMTPSVC',
    from: 'postmaster@bridge-house.example',
    subject: 'Delivery Status Notification (Failure)',
    text: `This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       ${lost}\n\n`,
    failed: lost,
  },
  {
    make: 'Office 365',
    from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@bridge-house.example>',
    headers: ['Auto-Submitted: auto-replied', 'Return-Path: <>'],
    subject: 'Undeliverable: The boiler on Thursday',
    text: `Your message to ${lost} couldn't be delivered.\n\nyuki.tanaka wasn't found at bridge-house.example.\n\nStatus code: 550 5.1.10\n`,
    failed: lost,
  },
  {
    make: 'Zimbra, delayed',
    from: 'MAILER-DAEMON@mx.bridge-house.example (Mail Delivery System)',
    subject: 'Delayed Mail (still being retried)',
    text: `This is the mail system at host mx.bridge-house.example.\n\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 day(s) old.\n\n<${lost}>: connect to mail.bridge-house.example[192.0.2.7]:25: Connection timed out\n`,
    failed: lost,
    reason: 'expired',
  },
  {
    make: 'a mobile operator',
    from: 'no-reply@mobile.example',
    subject: 'Mail',
    headers: ['Return-Path: <>'],
    text: `Your mail sent on: Tue, 24 Nov 2026 09:00:00 +0000\n     Could not be delivered to: <${lost}>\n     As their mailbox is full.\n`,
    failed: lost,
    reason: 'mailboxfull',
  },
  {
    make: 'MailEnable',
    from: 'MAILER-DAEMON@bridge-house.example',
    subject: 'Message Delivery Failure',
    text: `MailEnable: Message could not be delivered to some recipients.\nThe following recipient(s) could not be reached:\n\n\tRecipient: [SMTP:${lost}]\n\tReason: Remote SMTP Server Returned: 551 User not local\n\nMessage headers follow:\n\n${original}`,
    failed: lost,
  },
  {
    make: 'LSMTP',
    from: 'postmaster@bridge-house.example',
    subject: 'Undelivered mail',
    text: `The message you sent could not be delivered.\n\n--> Error description:\nError-for:  ${lost}\nError-Code: 550\nError-Text: no such mailbox\nError-End: 1 error reported.\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'a gateway that speaks Japanese',
    from: 'MAILER-DAEMON@mx.bridge-house.example',
    subject: 'メールエラー通知',
    text: `以下の宛先にメールを送信できませんでした。\n\n${lost}\n\n宛先のメールアドレスが存在しません。\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'a server in Poland',
    from: 'Serwer poczty <mailer-daemon@poczta.example>',
    subject: 'Zwrot wiadomości',
    text: `Wiadomość nie mogła zostać dostarczona do adresata:\n\n<${lost}>\n\nPowód: nieznany użytkownik\n`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'a server in Brazil',
    from: 'Postmaster <postmaster@correio.example>',
    subject: 'Falha na entrega da mensagem',
    text: `Sua mensagem não pôde ser entregue ao destinatário ${lost}.\n\nMotivo: 552 5.2.2 caixa postal acima da quota, mailbox full\n`,
    failed: lost,
    reason: 'mailboxfull',
  },
  {
    make: 'Dovecot',
    from: 'Mail Delivery Subsystem <postmaster@bridge-house.example>',
    subject: 'Automatically rejected mail',
    text: `Your message to <${lost}> was automatically rejected:\nQuota exceeded (mailbox for user is full)\n`,
    failed: lost,
    reason: 'mailboxfull',
  },
  {
    make: 'a mainframe',
    subject: 'Failed mail',
    text: `Invalid final delivery userid: ${lost}\nOriginal message follows.\n\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'a gateway that names only the user',
    from: 'gateway@bridge-house.example',
    subject: 'Undeliverable message: The boiler on Thursday',
    headers: ['X-Gateway: 1'],
    text: `Receiver not found: yuki.tanaka\nYour message could not be delivered as addressed.\n\n---Returned Message---\n${original}`,
    failed: lost,
    reason: 'userunknown',
  },
  {
    make: 'a provider in China',
    from: 'postmaster@mail.example',
    subject: '系统退信',
    text: `很抱歉您发送的邮件被退回\n收件人：${lost}\n退信原因：收件人邮件地址不存在\n`,
    failed: lost,
    reason: 'userunknown',
  },
]

const letter = (sample: Sample): Buffer =>
  Buffer.from(
    [
      ...(sample.headers ?? ['Return-Path: <>']),
      `From: ${sample.from ?? 'MAILER-DAEMON@mx.bridge-house.example'}`,
      'To: repairs@casa-amaral.example',
      `Subject: =?utf-8?B?${Buffer.from(sample.subject).toString('base64')}?=`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      sample.text,
    ].join('\r\n'),
  )

describe('a bounce without a machine-readable part', () => {
  it.each(samples)('of $make names who was not reached, and why', (sample) => {
    const { flags, bounce } = kindOf(decode(letter(sample)))
    expect(flags).toMatchObject({ bounce: true, autoReply: false, suppressAutoReply: true })
    expect(bounce!.recipients).toEqual([sample.failed])
    if (sample.reason) expect(bounce!.reason).toBe(sample.reason)
  })

  it('names the letter that came back', () => {
    const sample = samples.find(({ make }) => make === 'qmail')!
    expect(kindOf(decode(letter(sample))).bounce!.originalMessageId).toBe('4711.tend@casa-amaral.example')
  })

  it('calls an address that does not exist hard, a full mailbox soft', () => {
    const kind = (make: string) =>
      kindOf(decode(letter(samples.find((one) => one.make === make)!))).bounce!.kind
    expect(kind('qmail')).toBe('hard')
    expect(kind('Smail')).toBe('hard')
    expect(kind('Exim')).toBe('soft')
    expect(kind('Zimbra, delayed')).toBe('soft')
  })
})

const report = (fields: string, notice = 'The mail system at mx.bridge-house.example reports:') =>
  Buffer.from(
    `From: MAILER-DAEMON@mx.bridge-house.example\r\nTo: repairs@casa-amaral.example\r\nSubject: Delivery report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\n${notice}\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.bridge-house.example\r\n\r\n${fields.replaceAll('\n', '\r\n')}\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${original.replaceAll('\n', '\r\n')}\r\n\r\nThursday it is.\r\n--b--\r\n`,
  )

describe('a delivery report', () => {
  it('gives each failed recipient, also two in one block', () => {
    const { bounce } = kindOf(
      decode(
        report(
          `Final-Recipient: rfc822; ${lost}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User\n unknown\nFinal-Recipient: rfc822; <office@bridge-house.example>\nAction: failed\nStatus: 5.1.1`,
        ),
      ),
    )
    expect(bounce).toEqual({
      recipients: [lost, 'office@bridge-house.example'],
      kind: 'hard',
      reason: 'userunknown',
      originalMessageId: '4711.tend@casa-amaral.example',
    })
  })

  it('of a delay is soft, and of a delivery is no bounce', () => {
    expect(
      kindOf(decode(report(`Final-Recipient: rfc822; ${lost}\nAction: delayed\nStatus: 4.4.1`))).bounce!.kind,
    ).toBe('soft')
    expect(
      kindOf(decode(report(`Final-Recipient: rfc822; ${lost}\nAction: delivered\nStatus: 2.0.0`))).bounce,
    ).toBeNull()
  })
})

describe('what only looks like a bounce', () => {
  const person = (subject: string, text: string, headers: string[] = []) =>
    kindOf(
      decode(
        Buffer.from(
          [
            ...headers,
            `From: ${customers.sofia.name} <${customers.sofia.email}>`,
            'To: hello@casa-amaral.example',
            `Subject: ${subject}`,
            '',
            text,
          ].join('\r\n'),
        ),
      ),
    )

  it('is a customer who tells of one', () => {
    const { flags } = person(
      'Your last letter came back',
      `I wrote to you on Tuesday, and my letter was returned: "550 5.1.1 <repair@casa-amaral.example>: user unknown".\n\nWhich address is right?\n\nMessage text follows in the attachment.`,
    )
    expect(flags).toMatchObject({ bounce: false, autoReply: false, suppressAutoReply: false })
  })

  it('is an answer that quotes one', () => {
    expect(
      person(
        'Re: Undelivered Mail Returned to Sender',
        `See below, did you move?\n\n> <repair@casa-amaral.example>: user unknown\n> 550 5.1.1`,
        ['In-Reply-To: <1@casa-amaral.example>'],
      ).flags.bounce,
    ).toBe(false)
  })

  it('is list mail about mail servers', () => {
    const { flags } = person(
      'Undeliverable mail: delivery failed for <ann@bridge-house.example>',
      'Could not be delivered: 550 5.1.1 <ann@bridge-house.example> user unknown. Has anybody seen this?',
      ['List-Id: <mail-ops.lists.example>', 'Precedence: list'],
    )
    expect(flags).toMatchObject({ bounce: false, autoReply: false, list: true, suppressAutoReply: true })
  })
})
