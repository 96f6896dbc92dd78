import type { Message } from '#contract/conversations.ts'
import { type TextKey, t } from '#web/text/t.ts'

/** Why our letter came back, in the words of the catalogue; a reason it does not know as the other side gave it. */
const reasons = new Set([
  'mailboxfull',
  'mesgtoobig',
  'virusdetected',
  'authfailure',
  'badreputation',
  'toomanyconn',
  'speeding',
  'policyviolation',
  'norelaying',
  'hasmoved',
  'suspend',
  'filtered',
  'rejected',
  'hostunknown',
  'userunknown',
  'notaccept',
  'spamdetected',
  'blocked',
  'expired',
  'networkerror',
  'systemfull',
  'contenterror',
])

/** Machines are called machines: the short word that stands beside the name. */
export function KindChips({ message: { flags, channel } }: { message: Message }) {
  return (
    <>
      {flags.report && <span className="chip late">{t('message.report')}</span>}
      {flags.challenge && <span className="chip promise">{t('message.challenge')}</span>}
      {flags.bounce && <span className="chip late">{t('message.bounce')}</span>}
      {flags.autoReply && !flags.challenge && <span className="chip">{t('message.automatic')}</span>}
      {flags.list && <span className="chip">{t('message.list')}</span>}
      {channel === 'page' && <span className="chip">{t('message.page')}</span>}
    </>
  )
}

/** What it is, in plain words; null for a person's letter. */
export function kindWords({ flags, bounce }: Message): string | null {
  if (flags.bounce) return bounceWords(bounce)
  if (flags.report) return t('kind.report')
  if (flags.challenge) return t('kind.challenge')
  if (flags.autoReply) return t('kind.automatic')
  return flags.list ? t('kind.list') : null
}

function bounceWords(bounce: Message['bounce']): string {
  const who = bounce?.recipients.join(', ')
  const came = who ? t('kind.bounce', { who }) : t('kind.bounceUnknown')
  const why = bounce?.reason
    ? reasons.has(bounce.reason)
      ? t(`reason.${bounce.reason}` as TextKey)
      : t('reason.other', { reason: bounce.reason })
    : ''
  const next = bounce?.kind ? t(`kind.bounce.${bounce.kind}`) : ''
  return [came, why, next].filter(Boolean).join(' ')
}

/** A machine's page of text is folded behind its one sentence. */
export const isMachine = ({ flags }: Message): boolean => flags.bounce || flags.report || flags.challenge

/** Who wrote the letter inside, and who passed it on. */
export function Forwarded({ message }: { message: Message }) {
  const { forwarded } = message
  if (!forwarded) return null
  const writer = forwarded.from
    ? [forwarded.from.name, forwarded.from.email && `<${forwarded.from.email}>`].filter(Boolean).join(' ')
    : t('message.unknown')
  if (forwarded.by)
    return (
      <p className="kind">{t('message.passedOn', { by: forwarded.by.name ?? forwarded.by.email, writer })}</p>
    )
  return (
    <div className="kind">
      <p>
        {t('message.passesOn', {
          by: message.from?.name ?? message.from?.email ?? t('message.unknown'),
          writer,
          subject: forwarded.subject || t('message.noSubject'),
        })}
      </p>
      {forwarded.text && (
        <details>
          <summary>{t('message.inside')}</summary>
          <blockquote dir="auto">{forwarded.text}</blockquote>
        </details>
      )}
    </div>
  )
}
