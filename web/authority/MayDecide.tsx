import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Answer } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { Answering } from './Answering.tsx'
import { intoReply } from './intoReply.ts'
import { offerSentence } from './offered.ts'
import { inUnit, kindWords, stateWords } from './words.ts'
import './authority.css'

type May = Answer<'GET /conversations/{id}/decisions'>['may'][number]

/** "You may decide this yourself, up to …": one press decides; what was decided stands below, with a sentence for the reply. */
export default function MayDecide({ conversation }: { conversation: Conversation }) {
  const me = useMe()
  const params = { id: conversation.id }
  const { data } = useApi('GET /conversations/{id}/decisions', { params })
  const withdraw = useAction('POST /decisions/{id}/withdrawal')
  const [chosen, setChosen] = useState<string | null>(null)
  if (!data || (data.may.length === 0 && data.items.length === 0)) return null
  const keyOf = (one: May) => `${one.kind} ${one.unit}`
  const shown = data.may.find((one) => keyOf(one) === chosen)
  return (
    <section className="may-decide" aria-label={t('authority.title')}>
      {data.may.length > 0 && (
        <p className="row">
          <span className="meta">{t('authority.may')}</span>
          {data.may.map((one) => (
            <button
              key={keyOf(one)}
              type="button"
              className="button bare"
              aria-expanded={chosen === keyOf(one)}
              onClick={() => setChosen(chosen === keyOf(one) ? null : keyOf(one))}
            >
              {kindWords(one.kind)}{' '}
              <span className="meta">
                {one.upTo === null
                  ? t('authority.free')
                  : one.upTo > 0
                    ? mostOf(one.upTo, one.unit)
                    : t('authority.askFirst')}
              </span>
            </button>
          ))}
        </p>
      )}
      {shown && (
        <Decide key={chosen} may={shown} conversationId={conversation.id} onClose={() => setChosen(null)} />
      )}
      {data.items.length > 0 && (
        <ul>
          {data.items.slice(0, 4).map((one) => (
            <li key={one.id} className={`decision ${one.state}`}>
              <span className="grow">
                <b>
                  {kindWords(one.kind)} {inUnit(one.amount, one.unit)}
                </b>{' '}
                <span className="meta">
                  {stateWords(one)} · {one.by} <Time at={one.at} />
                  {one.reference && ` · ${one.reference}`}
                </span>{' '}
                <span className="why">
                  {one.because}
                  {one.answer && ` – ${one.answer}`}
                  {one.resultWords && ` – ${one.resultWords}`}
                </span>
              </span>
              {one.state === 'asked' && <Answering decision={one} />}
              <span className="row">
                {one.sentence && (
                  <button type="button" className="link" onClick={() => intoReply(one.sentence!)}>
                    {t('authority.intoReply')}
                  </button>
                )}
                {one.canWithdraw && one.byId === me.teammate.id && (
                  <button
                    type="button"
                    className="link"
                    disabled={withdraw.isPending}
                    onClick={() => withdraw.mutate({ params: { id: one.id } })}
                  >
                    {t('authority.withdraw')}
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** "once" says all; "up to once" would ask how else. */
const mostOf = (upTo: number, unit: string) => {
  const what = inUnit(upTo, unit)
  return unit === 'times' && upTo === 1 ? what : t('authority.upTo', { what })
}

function Decide({ may, conversationId, onClose }: { may: May; conversationId: string; onClose: () => void }) {
  const [amount, setAmount] = useState('')
  const [because, setBecause] = useState('')
  const [proof, setProof] = useState('')
  const [asksProof, setAsksProof] = useState(false)
  const decide = useAction('POST /conversations/{id}/decisions', {
    quiet: true,
    onDone: (made) => {
      toast({
        text: t(made.state === 'asked' ? 'authority.wasAsked' : 'authority.wasDecided'),
        lasts: 8000,
        ...(made.sentence && {
          action: { label: t('authority.intoReply'), run: () => void offerSentence(made.sentence!) },
        }),
      })
      onClose()
    },
  })
  const value = Number(amount.replace(',', '.'))
  const isAbove = may.upTo !== null && value > may.upTo
  const isBelieved = may.noProofUpTo !== null && value > 0 && value <= may.noProofUpTo
  return (
    <form
      className="decide"
      aria-label={kindWords(may.kind)}
      onSubmit={(event) => {
        event.preventDefault()
        decide.mutate({
          params: { id: conversationId },
          body: {
            kind: may.kind,
            unit: may.unit,
            amount: value,
            because,
            ask: isAbove,
            ...(asksProof && proof.trim() && { proof }),
          },
        })
      }}
    >
      {may.because && <p className="meta">{may.because}</p>}
      <div className="row">
        <label className="field">
          {t('authority.amount', { unit: may.unit })}
          <input
            className="input"
            inputMode="decimal"
            pattern="[0-9]+([.,][0-9]{1,2})?"
            required
            autoFocus
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </label>
        <label className="field grow">
          {t('authority.why')}
          <input
            className="input"
            required
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </label>
      </div>
      {isBelieved && !asksProof && (
        <p className="meta">
          {t('authority.believed', { what: inUnit(may.noProofUpTo!, may.unit) })}{' '}
          <button type="button" className="link" onClick={() => setAsksProof(true)}>
            {t('authority.askProof')}
          </button>
        </p>
      )}
      {asksProof && (
        <label className="field">
          {t('authority.proofWhy')}
          <input
            className="input"
            required
            maxLength={500}
            value={proof}
            onChange={(event) => setProof(event.target.value)}
          />
        </label>
      )}
      {decide.error && (
        <p className="problem" role="alert">
          {decide.error.message}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={decide.isPending || !(value > 0)}>
          {t(isAbove ? 'authority.ask' : 'authority.decide')}
        </button>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
        {isAbove && <span className="meta">{t('authority.isAbove')}</span>}
      </div>
    </form>
  )
}
