import { useState } from 'react'
import { Link } from 'wouter'
import type { Erasure } from '#contract/pages.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import './pages.css'

/** People who asked us to forget them, for those who decide; of one person, or of all. Nothing is there where nobody asked. */
export function Erasures({ customerId }: { customerId?: string }) {
  const me = useMe()
  const mayAsk = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  const { data } = useApi('GET /erasures', {}, { enabled: mayAsk })
  const shown = data?.items.filter((one) => !customerId || one.customerId === customerId) ?? []
  if (shown.length === 0) return null
  return (
    <section className="stack" aria-label={t('erasure.asked')}>
      {shown.map((one) => (
        <Asked key={one.id} erasure={one} named={!customerId} />
      ))}
    </section>
  )
}

/** Deleting somebody cannot be undone, so it is pressed twice; to say no needs a reason, which they read. */
function Asked({ erasure, named }: { erasure: Erasure; named: boolean }) {
  const [step, setStep] = useState<'look' | 'sure' | 'no'>('look')
  const [because, setBecause] = useState('')
  const confirm = useAction('POST /erasures/{id}/confirmation', {
    onDone: () => toast({ text: t('erasure.confirmed'), lasts: 6000 }),
  })
  const refuse = useAction('POST /erasures/{id}/refusal', {
    onDone: () => toast({ text: t('erasure.refused'), lasts: 5000 }),
  })
  const params = { id: erasure.id }
  return (
    <div className="card stack erasure">
      <p>
        {named && (
          <>
            <Link href={`/customers/${erasure.customerId}`}>{erasure.customerName}</Link>
            {': '}
          </>
        )}
        {t('erasure.askedText')} <Time at={erasure.askedAt} />
        {erasure.conversationId && (
          <>
            {' · '}
            <Link href={`/conversations/${erasure.conversationId}`}>{t('about.where')}</Link>
          </>
        )}
      </p>
      {erasure.state === 'confirmed' && <p className="meta">{t('erasure.running')}</p>}
      {erasure.state === 'asked' && !erasure.mayDecide && <p className="meta">{t('erasure.notYours')}</p>}
      {erasure.state === 'asked' && erasure.mayDecide && step === 'look' && (
        <div className="row">
          <button type="button" className="button quiet danger" onClick={() => setStep('sure')}>
            {t('erasure.erase')}
          </button>
          <button type="button" className="button quiet" onClick={() => setStep('no')}>
            {t('erasure.no')}
          </button>
        </div>
      )}
      {step === 'sure' && (
        <div className="stack" role="group" aria-label={t('erasure.sure')}>
          <p>{t('erasure.sure')}</p>
          <div className="row">
            <button
              type="button"
              className="button quiet danger"
              disabled={confirm.isPending}
              onClick={() => confirm.mutate({ params })}
            >
              {t('erasure.yes', { name: erasure.customerName })}
            </button>
            <button type="button" className="button bare" onClick={() => setStep('look')}>
              {t('app.cancel')}
            </button>
          </div>
        </div>
      )}
      {step === 'no' && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (because.trim()) refuse.mutate({ params, body: { because: because.trim() } })
          }}
        >
          <div className="field">
            <label htmlFor={`because-${erasure.id}`}>{t('erasure.because')}</label>
            <input
              id={`because-${erasure.id}`}
              className="input"
              maxLength={500}
              required
              value={because}
              onChange={(event) => setBecause(event.target.value)}
            />
          </div>
          <FormEnd does={t('erasure.sayNo')} busy={refuse.isPending} onCancel={() => setStep('look')} />
        </form>
      )}
    </div>
  )
}
