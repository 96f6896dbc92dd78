import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp'
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle'
import { CircleIcon } from '@phosphor-icons/react/dist/csr/Circle'
import { MinusCircleIcon } from '@phosphor-icons/react/dist/csr/MinusCircle'
import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Recovery, RecoveryStep } from '#contract/recoveries.ts'
import { t } from '#web/text/t.ts'
import { Due } from '#web/ui/parts.tsx'
import { CheckForm } from './CheckForm.tsx'
import { CloseForm } from './CloseForm.tsx'
import { Costs } from './Costs.tsx'
import { Proposed } from './Proposed.tsx'
import { StepDetail } from './StepDetail.tsx'
import { reached, stepWords } from './words.ts'

const icons = { open: CircleIcon, done: CheckCircleIcon, 'left-out': MinusCircleIcon }

/** Six steps in their order, each with what did it; below, the one that was asked for. */
export function Strip({
  recovery,
  conversation,
  mayAct,
  onFold,
}: {
  recovery: Recovery
  conversation: Conversation
  mayAct: boolean
  onFold: () => void
}) {
  const [shown, setShown] = useState<RecoveryStep | 'close' | null>(null)
  const toggle = (what: RecoveryStep | 'close') => setShown(shown === what ? null : what)
  const asked = recovery.steps.find((one) => one.step === shown)
  return (
    <section className="recovery" tabIndex={-1} aria-label={t('recovery.title')}>
      <div className="recovery-head">
        <p className="grow">
          <b>{recovery.what}</b>{' '}
          <span className="meta">
            {t('recovery.title')}, {reached(recovery)}
          </span>
        </p>
        {mayAct && (
          <button
            type="button"
            className="button quiet"
            aria-expanded={shown === 'close'}
            onClick={() => toggle('close')}
          >
            {t('recovery.close')}
          </button>
        )}
        <button type="button" className="button bare" aria-expanded="true" onClick={onFold}>
          <CaretUpIcon size={18} aria-hidden="true" />
          <span className="hide">{t('recovery.fold')}</span>
        </button>
      </div>
      <Costs recovery={recovery} mayAct={mayAct} />
      <ol className="recovery-steps">
        {recovery.steps.map((one) => {
          const Icon = icons[one.state]
          const isNext = one.step === recovery.next
          return (
            <li key={one.step}>
              <button
                type="button"
                className={`recovery-step ${one.state} ${isNext ? 'next' : ''} ${one.early ? 'early' : ''}`}
                aria-expanded={shown === one.step}
                aria-current={isNext ? 'step' : undefined}
                onClick={() => toggle(one.step)}
              >
                <Icon size={18} weight={one.state === 'done' ? 'fill' : 'regular'} aria-hidden="true" />
                <span>
                  {stepWords(one.step)}
                  <span className="hide">
                    {', '}
                    {t(`recovery.state.${one.state}`)}
                    {one.early ? `, ${t('recovery.early')}` : ''}
                  </span>
                  {one.step === 'check' && one.state === 'open' && recovery.check && (
                    <span className={recovery.check.reached ? 'late-ink small' : 'meta small'}>
                      <Due at={recovery.check.due} />
                    </span>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {recovery.steps.some((one) => one.early) && shown === null && (
        <p className="meta">
          {t('recovery.order', {
            step: recovery.steps
              .filter((one) => one.early)
              .map((one) => stepWords(one.step))
              .join(', '),
          })}
        </p>
      )}
      {mayAct && shown !== 'close' && recovery.proposals.length > 0 && (
        <Proposed recovery={recovery} only={asked?.step ?? null} />
      )}
      {asked && asked.step === 'check' && asked.state === 'open' && mayAct && (
        <CheckForm recovery={recovery} conversation={conversation} onDone={() => setShown(null)} />
      )}
      {asked && <StepDetail recovery={recovery} step={asked} conversation={conversation} mayAct={mayAct} />}
      {shown === 'close' && <CloseForm recovery={recovery} onClose={() => setShown(null)} />}
    </section>
  )
}
