import type { Letter } from './decode.ts'
import type { ReadMail } from './mail.ts'

/** What kind of mail: a person's, an automatic answer, a bounce, list mail. `Auto-Submitted: no` is a person. */
export function kindOf(mail: Letter): { flags: ReadMail['flags']; bounce: ReadMail['bounce'] } {
  const bounce = readBounce(mail)
  const autoReply = !bounce && isAutomatic(mail)
  return {
    flags: {
      autoReply,
      bounce: bounce !== null,
      list: false,
      report: false,
      challenge: false,
      suppressAutoReply: bounce !== null || autoReply || wantsNoAnswer(mail),
    },
    bounce,
  }
}

const isPerson = (mail: Letter) => /^\s*no\s*(;|$)/i.test(mail.header('auto-submitted') ?? '')

const vacationSubject =
  /^\s*(auto(matic|matische|matica)?[- ]?(reply|response|antwort|respuesta|risposta|svar)|automatic reply|autoreply|out of (the )?office|abwesenheit|abwesend|r[ée]ponse automatique|absence du bureau|respuesta autom[áa]tica|fuera de la oficina|risposta automatica|fuori sede|resposta autom[áa]tica|automatisch antwoord|afwezig|autosvar|automatiskt svar|automaattinen vastaus|odpowied[źz] automatyczna|automatyczna odpowied[źz]|автоответ|автоматический ответ|otomatik yan[ıi]t|自動応答|自动回复)/i

function isAutomatic(mail: Letter): boolean {
  if (isPerson(mail)) return false
  const submitted = mail.header('auto-submitted')
  if (submitted && /auto-(replied|generated|notified)/i.test(submitted)) return true
  if (/auto[_-]?reply/i.test(mail.header('precedence') ?? '')) return true
  for (const name of ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-auto-reply', 'x-vacation']) {
    const value = mail.header(name)
    if (value !== undefined && !/^\s*(no|false|0)\s*$/i.test(value)) return true
  }
  return vacationSubject.test(mail.subject)
}

/** Lists, bulk mail and machines are never answered automatically, though a person may well answer them. */
function wantsNoAnswer(mail: Letter): boolean {
  if (
    mail.headers.some(
      ([name, value]) => name.toLowerCase() === 'precedence' && /bulk|junk|list|auto/i.test(value),
    )
  )
    return true
  if (
    mail.header('list-id') ??
    mail.header('list-unsubscribe') ??
    mail.header('x-auto-response-suppress') ??
    mail.header('feedback-id')
  )
    return true
  const from = mail.from?.email ?? ''
  return (
    from === '' ||
    /^(no-?reply|do-?not-?reply|noreply.*|mailer-daemon|postmaster|bounces?|listserv|majordomo|.*-(request|owner|bounces))@/i.test(
      from,
    ) ||
    mail.header('return-path')?.trim() === '<>'
  )
}

const daemon = /^(mailer-daemon|postmaster|mail delivery (sub)?system|mdaemon)/i
const bounceSubject =
  /(undeliver(able|ed)|delivery (status notification|failure|has failed|incomplete|problem)|returned mail|mail delivery failed|failure notice|message (not delivered|could not be delivered|undeliverable)|non remis|unzustellbar|nicht zustellbar|no se (ha )?podido entregar|mancata consegna|kan niet worden bezorgd|niedostarczon|недоставлен)/i

function readBounce(mail: Letter): ReadMail['bounce'] {
  const report = mail.reports.find((part) => part.type.startsWith('message/delivery-status'))
  const type = mail.header('content-type') ?? ''
  const fromDaemon = daemon.test(mail.from?.email ?? '') || daemon.test(mail.from?.name ?? '')
  if (
    !report &&
    !/report-type\s*=\s*"?delivery-status/i.test(type) &&
    !(fromDaemon && (bounceSubject.test(mail.subject) || mail.header('x-failed-recipients')))
  )
    return null
  const fields = report?.text ?? ''
  const body = `${mail.text ?? ''}\n${(mail.html ?? '').replace(/<[^>]{0,2000}>/g, ' ')}`.slice(0, 100_000)
  if (
    report &&
    /^action\s*:\s*(delivered|relayed|expanded)/im.test(fields) &&
    !/^action\s*:\s*(failed|delayed)/im.test(fields)
  )
    return null
  const recipients = unique([
    ...matches(fields, /^final-recipient\s*:\s*[^;\n]*;\s*<?([^\s<>;]+@[^\s<>;]+)>?/gim),
    ...(fields ? [] : matches(mail.header('x-failed-recipients') ?? '', /([^\s<>,;]+@[^\s<>,;]+)/g)),
  ])
  const found = recipients.length
    ? recipients
    : unique(
        matches(body, /<([^\s<>"']{1,200}@[^\s<>"']{1,200})>|^\s*([\w.+'-]{1,64}@[\w.-]{1,190})\s*(?::|$)/gm),
      ).slice(0, 5)
  const status =
    /^status\s*:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(fields)?.[1] ??
    /\b([45]\.\d{1,2}\.\d{1,3})\b/.exec(body)?.[1] ??
    null
  const soft =
    status?.startsWith('4') ||
    /^action\s*:\s*delayed/im.test(fields) ||
    /mailbox (is )?full|quota|try again later|temporar/i.test(fields || body.slice(0, 5000))
  const original =
    mail.reports.find((part) => /^(message\/rfc822|text\/rfc822-headers|message\/global)/.test(part.type))
      ?.text ?? body
  return {
    recipients: found,
    kind: soft ? 'soft' : 'hard',
    reason: reasonOf(status, `${fields}\n${body}`),
    originalMessageId: /^message-id\s*:\s*<([^<>\s]+)>/im.exec(original)?.[1] ?? null,
  }
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => (match[1] ?? match[2])!.toLowerCase().replace(/[.,;:]+$/, ''))
const unique = (all: string[]) => [...new Set(all)]

/** One word for why, as mail people use it. */
function reasonOf(status: string | null, text: string): string | null {
  const bySay: [RegExp, string][] = [
    [
      /user unknown|unknown user|no such (user|recipient|mailbox)|does(n't| not) exist|invalid recipient|address rejected|recipient.{0,20}(unknown|not found)|unbekannt/i,
      'userunknown',
    ],
    [/mailbox (is )?full|over ?quota|quota exceeded|insufficient (system )?storage/i, 'mailboxfull'],
    [
      /host (or domain name )?(unknown|not found)|domain.{0,20}(not found|does not exist)|name or service not known|nxdomain/i,
      'hostunknown',
    ],
    [/too (large|big)|exceeds.{0,30}(size|limit)|message size/i, 'mesgtoobig'],
    [/spam|blocked|blacklist|block ?list|reputation/i, 'blocked'],
    [/greylist|try again later|temporar/i, 'systemerror'],
    [/expired|timed? ?out|retry time/i, 'expired'],
  ]
  const byStatus: Record<string, string> = {
    '5.1.1': 'userunknown',
    '5.1.2': 'hostunknown',
    '5.2.1': 'suspend',
    '5.2.2': 'mailboxfull',
    '4.2.2': 'mailboxfull',
    '5.2.3': 'mesgtoobig',
    '5.3.4': 'mesgtoobig',
    '4.4.7': 'expired',
    '5.4.4': 'hostunknown',
    '5.7.1': 'rejected',
  }
  const short = text.slice(0, 20_000)
  return bySay.find(([pattern]) => pattern.test(short))?.[1] ?? (status ? (byStatus[status] ?? null) : null)
}
