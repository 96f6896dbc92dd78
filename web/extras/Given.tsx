import { useState } from 'react'
import type { GivenExtra } from '#contract/extras.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { intoReply } from '#web/authority/intoReply.ts'
import { AddTheirWords } from '#web/conversations/AddTheirWords.tsx'
import { t } from '#web/text/t.ts'
import { Due, Time } from '#web/ui/parts.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { ByWhen } from './ByWhen.tsx'
import { costWords, stateWords } from './words.ts'

/** One that was given: how far it is, and the one thing that comes next. */
export function Given({ given }: { given: GivenExtra }) {
  const me = useMe()
  const params = { id: given.id }
  const deliver = useAction('POST /given-extras/{id}/delivery')
  const cancel = useAction('POST /given-extras/{id}/cancellation')
  const answer = useAction('PUT /given-extras/{id}/answer')
  const [asksWhen, setAsksWhen] = useState(false)
  const mayAct = me.teammate.role !== 'observer'
  const { proposal, state } = given
  const isThere = state === 'delivered'
  return (
    <div className={`given-extra ${state}`}>
      <p>
        <b>{given.name}</b>{' '}
        <span className="meta">
          {stateWords(given)} · {costWords(given)} · {given.by} <Time at={given.at} />
          {given.due && !isThere && (
            <>
              {' · '}
              <Due at={given.due} />
            </>
          )}
        </span>
      </p>
      {mayAct && proposal && (isThere || state === 'possible') && (
        <p className="row">
          <a href={`#${proposal.messageId}`} className="serif grow">
            “{proposal.words}”
          </a>
          <button
            type="button"
            className="button quiet"
            disabled={answer.isPending}
            onClick={() => answer.mutate({ params, body: { ...proposal, glad: true } })}
          >
            {t('extras.wereGlad')}
          </button>
        </p>
      )}
      {mayAct && (
        <div className="row">
          {state === 'to-make' && !asksWhen && (
            <button type="button" className="button quiet" onClick={() => setAsksWhen(true)}>
              {t(given.makerId === me.teammate.id ? 'extras.iMake' : 'extras.makerSays', {
                maker: given.makerName?.split(' ')[0] ?? '',
              })}
            </button>
          )}
          {given.sentence && (
            <button type="button" className="button quiet" onClick={() => intoReply(given.sentence!)}>
              {t('authority.intoReply')}
            </button>
          )}
          {(state === 'possible' || state === 'to-make') && (
            <button
              type="button"
              className="button bare"
              disabled={deliver.isPending}
              onClick={() => deliver.mutate({ params })}
            >
              {t('extras.theyHaveIt')}
            </button>
          )}
          {isThere ? (
            <AddTheirWords label={t('extras.addAnswer')}>
              {(chosen, close) => <AnswerForm given={given} chosen={chosen} onClose={close} />}
            </AddTheirWords>
          ) : (
            <button
              type="button"
              className="button bare"
              disabled={cancel.isPending}
              onClick={() => cancel.mutate({ params })}
            >
              {t('authority.withdraw')}
            </button>
          )}
        </div>
      )}
      {asksWhen && state === 'to-make' && <ByWhen given={given} onClose={() => setAsksWhen(false)} />}
    </div>
  )
}
