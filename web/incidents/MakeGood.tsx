import { useState } from 'react'
import type { WholeIncident } from '#contract/incident.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { kindWords } from '#web/authority/words.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'

const usual = ['refund', 'gift', 'extend', 'call-out'] as const

/** What each of them gets, within what one may decide; above it a lead is asked. Or nothing, and why. */
export function MakeGood({ incident, onClose }: { incident: WholeIncident; onClose: () => void }) {
  const { data: rules } = useApi('GET /authority')
  const kinds = [...new Set([...usual, ...(rules?.items ?? []).map((one) => one.kind)])]
  const units = [...new Set(['EUR', ...(rules?.items ?? []).map((one) => one.unit), 'days', 'times'])]
  const [nothing, setNothing] = useState(false)
  const [kind, setKind] = useState('refund')
  const [unit, setUnit] = useState('EUR')
  const [amount, setAmount] = useState('')
  const [group, setGroup] = useState('')
  const [because, setBecause] = useState('')
  const decide = useAction('POST /incidents/{id}/make-good', { quiet: true, onDone: onClose })
  const why = rules?.items.find((one) => one.kind === kind && one.unit === unit)
  return (
    <form
      className="stack"
      aria-label={t('incident.decideMakeGood')}
      onSubmit={(event) => {
        event.preventDefault()
        decide.mutate({
          params: { id: incident.id },
          body: nothing
            ? { nothing: true, because }
            : {
                kind,
                unit,
                amount: Number(amount.replace(',', '.')),
                because,
                ...(group && { group: Number(group) }),
              },
        })
      }}
    >
      <div role="group" aria-label={t('incident.decideMakeGood')} className="switch">
        <button type="button" aria-pressed={!nothing} onClick={() => setNothing(false)}>
          {t('incident.something')}
        </button>
        <button type="button" aria-pressed={nothing} onClick={() => setNothing(true)}>
          {t('incident.nothing')}
        </button>
      </div>
      {!nothing && (
        <>
          <div className="row good-fields">
            <div className="field">
              <label htmlFor="good-kind">{t('incident.goodKind')}</label>
              <select
                id="good-kind"
                className="input"
                autoFocus
                value={kind}
                onChange={(event) => setKind(event.target.value)}
              >
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {kindWords(one)}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="good-amount">{t('incident.goodAmount')}</label>
              <input
                id="good-amount"
                className="input"
                inputMode="decimal"
                required
                pattern="\d+([.,]\d{1,2})?"
                value={amount}
                onChange={(event) => setAmount(event.target.value)}
              />
            </div>
            <div className="field">
              <label htmlFor="good-unit">{t('incident.goodUnit')}</label>
              <select
                id="good-unit"
                className="input"
                value={unit}
                onChange={(event) => setUnit(event.target.value)}
              >
                {units.map((one) => (
                  <option key={one} value={one}>
                    {one === 'days' || one === 'times' ? t(`incident.unit.${one}`) : one}
                  </option>
                ))}
              </select>
            </div>
            {incident.groups.length > 0 && (
              <div className="field">
                <label htmlFor="good-group">{t('incident.goodFor')}</label>
                <select
                  id="good-group"
                  className="input"
                  value={group}
                  onChange={(event) => setGroup(event.target.value)}
                >
                  <option value="">{t('incident.everybody', { n: incident.counts.people })}</option>
                  {incident.groups.map((one) => (
                    <option key={one.position} value={one.position}>
                      {one.name} ({one.people})
                    </option>
                  ))}
                </select>
              </div>
            )}
          </div>
          {why && (
            <p className="meta">{t('incident.goodLimit', { amount: why.perCase, because: why.because })}</p>
          )}
        </>
      )}
      <div className="field">
        <label htmlFor="good-because">{t('incident.goodBecause')}</label>
        <input
          id="good-because"
          className="input"
          required
          maxLength={500}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
        <small>{t('incident.goodHelp')}</small>
      </div>
      {decide.error && (
        <p className="problem" role="alert">
          {decide.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={decide.isPending} onCancel={onClose} />
    </form>
  )
}
