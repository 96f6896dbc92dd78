import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Heat } from '#contract/heat.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { intoReply } from '#web/authority/intoReply.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { ReasonLine } from '#web/ui/ReasonLine.tsx'

/** Our policy, step by step: kindly, clearly, the end. One press brings its words into the reply and notes that it was said. */
export function Policy({ conversation, heat }: { conversation: Conversation; heat: Heat }) {
  const me = useMe()
  const [decides, setDecides] = useState(false)
  const [reads, setReads] = useState(false)
  const isLead = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  const take = useAction('POST /conversations/{id}/policy-steps', {
    onDone: () => setDecides(false),
  })
  const params = { id: conversation.id }
  const { next, steps } = heat
  const say = (step: 'friendly' | 'firm') => {
    intoReply(heat.policy[step])
    take.mutate({ params, body: { step } })
  }
  return (
    <div className="heat-policy" role="group" aria-label={t('heat.policy')}>
      <div className="heat-ways">
        <span className="meta">{t('heat.policy')}</span>
        {(next === 'friendly' || next === 'firm') && (
          <button type="button" className="button quiet" disabled={take.isPending} onClick={() => say(next)}>
            {t(`heat.take.${next}`)}
          </button>
        )}
        {isLead && next && !decides && (
          <button
            type="button"
            className={next === 'end' ? 'button quiet' : 'button bare'}
            onClick={() => setDecides(true)}
          >
            {t('heat.take.end')}
          </button>
        )}
        {!isLead && next === 'end' && <span className="meta">{t('heat.leadDecides')}</span>}
        {next && (
          <button type="button" className="link" aria-expanded={reads} onClick={() => setReads(!reads)}>
            {t('heat.readIt')}
          </button>
        )}
      </div>
      {next && reads && <blockquote>{heat.policy[decides ? 'end' : next]}</blockquote>}
      {steps.length > 0 && (
        <p className="meta">
          {steps.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ' · '}
              {t(`heat.step.${one.step}`)}, {one.by} <Time at={one.at} />
            </span>
          ))}
        </p>
      )}
      {decides && (
        <ReasonLine
          label={t('heat.endBecause')}
          does={t('heat.decide')}
          busy={take.isPending}
          onSay={(because) => {
            intoReply(heat.policy.end)
            take.mutate({ params, body: { step: 'end', because } })
          }}
          onCancel={() => setDecides(false)}
        />
      )}
    </div>
  )
}
