import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Recovery } from '#contract/recoveries.ts'
import { useAction } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { openExtras } from '#web/extras/opened.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { ReasonLine } from '#web/ui/ReasonLine.tsx'
import { near } from '#web/ui/time.ts'
import { placeOf } from './words.ts'

type Step = Recovery['steps'][number]

/** One step: what did it, or how it can be done, by hand or not at all. */
export function StepDetail({
  recovery,
  step,
  conversation,
  mayAct,
}: {
  recovery: Recovery
  step: Step
  conversation: Conversation
  mayAct: boolean
}) {
  const undo = useAction('DELETE /recoveries/{id}/steps/{step}')
  const extras = usePractice('extras')
  if (step.state === 'open')
    return (
      <div className="recovery-detail">
        <p>{t(`recovery.how.${step.step}` as TextKey)}</p>
        {mayAct && extras && step.step === 'extra' && (
          <button type="button" className="button quiet" onClick={() => openExtras(conversation.id)}>
            {t('extras.choose')}
          </button>
        )}
        {mayAct && <ByHand recovery={recovery} step={step} conversation={conversation} />}
      </div>
    )
  const place = placeOf(step.evidence)
  return (
    <div className="recovery-detail">
      <p>
        {step.state === 'left-out' ? (
          t('recovery.leftOut', { because: step.because ?? '' })
        ) : place ? (
          <a href={place}>“{step.words}”</a>
        ) : (
          step.words
        )}{' '}
        <span className="meta">
          {step.by} {step.at && <Time at={step.at} />}
        </span>
      </p>
      {step.early && <p className="meta">{t('recovery.early')}</p>}
      {mayAct && (
        <button
          type="button"
          className="link"
          disabled={undo.isPending}
          onClick={() => undo.mutate({ params: { id: recovery.id, step: step.step } })}
        >
          {t('recovery.openAgain')}
        </button>
      )}
    </div>
  )
}

/** By a letter of ours since, by an act, or left out with a reason. */
function ByHand({
  recovery,
  step,
  conversation,
}: {
  recovery: Recovery
  step: Step
  conversation: Conversation
}) {
  const [leaves, setLeaves] = useState(false)
  const confirm = useAction('POST /recoveries/{id}/steps')
  const leaveOut = useAction('POST /recoveries/{id}/omissions')
  const params = { id: recovery.id }
  const letters = conversation.messages
    .filter(
      (one) =>
        one.direction === 'out' &&
        !one.flags.autoReply &&
        one.at >= recovery.since &&
        !recovery.proposals.some((other) => other.step === step.step && other.evidence.id === one.id),
    )
    .slice(-3)
  return (
    <>
      <div className="row">
        {letters.map((letter) => (
          <button
            key={letter.id}
            type="button"
            className="button quiet"
            disabled={confirm.isPending}
            onClick={() =>
              confirm.mutate({
                params,
                body: { steps: [step.step], evidence: { kind: 'message', id: letter.id } },
              })
            }
          >
            {t('recovery.byLetter', { when: near(letter.at) })}
          </button>
        ))}
        <button
          type="button"
          className="button bare"
          aria-expanded={leaves}
          onClick={() => setLeaves(!leaves)}
        >
          {t('recovery.leaveOut')}
        </button>
      </div>
      {leaves && (
        <ReasonLine
          label={t('recovery.because')}
          does={t('app.save')}
          busy={leaveOut.isPending}
          onSay={(because) => leaveOut.mutate({ params, body: { step: step.step, because } })}
        />
      )}
    </>
  )
}
