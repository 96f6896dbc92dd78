import { Link } from 'wouter'
import type { Handover } from '#contract/handover.ts'
import { t } from '#web/text/t.ts'
import { ToMessage } from '#web/ui/ToMessage.tsx'
import { type Part, whereSaid } from './whereSaid.ts'

/** A brief to be read in ten seconds: who, what they feel, what is open, what was promised, how urgent; each leads to where it stands. */
export function BriefLines({ handover }: { handover: Handover }) {
  const { brief } = handover
  if (!brief) return <p className="meta">{t('handover.noBrief')}</p>
  const lines = [
    ['who', brief.who],
    ['feels', brief.feels],
    ['asked', brief.asked],
    ['promised', brief.promised],
    ['more', brief.more],
  ] as const
  return (
    <dl className="brief-lines">
      {lines
        .filter(([, text]) => text)
        .map(([part, text]) => (
          <div key={part}>
            <dt>{t(`handover.part.${part}`)}</dt>
            <dd className={part === 'feels' || part === 'asked' ? 'serif' : ''} dir="auto">
              {text.split('\n').map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fixed text
                <span key={index} className="one">
                  <Line handover={handover} part={part} line={line} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      <div>
        <dt>{t('handover.part.urgency')}</dt>
        <dd>
          <span className={`chip brief-urgency ${brief.urgency}`}>
            {t(`handover.urgency.${brief.urgency}`)}
          </span>
        </dd>
      </div>
    </dl>
  )
}

/** What the giver wrote by hand has no source and is only read. */
function Line({ handover, part, line }: { handover: Handover; part: Part; line: string }) {
  const at = whereSaid(handover, part, line)
  return at ? (
    <ToMessage conversationId={handover.conversationId} at={at}>
      {line}
    </ToMessage>
  ) : (
    line
  )
}

/** Who asks whom, in one line; on Today with a way to the conversation. */
export function handoverSays(handover: Handover, me: string): string {
  const values = {
    from: handover.fromName?.split(' ')[0] ?? t('handover.somebody'),
    to: handover.toName.split(' ')[0]!,
    who: handover.customerName,
  }
  if (handover.state === 'accepted') return t('handover.says.untold', values)
  if (handover.toId === me) return t(handover.brief ? 'handover.says.toMe' : 'handover.says.bareToMe', values)
  return t(handover.fromId === me ? 'handover.says.fromMe' : 'handover.says.others', values)
}

export const HandoverLink = ({ handover, me }: { handover: Handover; me: string }) => (
  <Link href={`/conversations/${handover.conversationId}`}>{handoverSays(handover, me)}</Link>
)
