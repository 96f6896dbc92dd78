import { useState } from 'react'
import type { Extra } from '#contract/extras.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'

/** One of the catalogue: its name, what can be said of it, what it costs, how many there are, and who makes it. */
export function ExtraForm({ extra, onClose }: { extra: Extra | null; onClose: () => void }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const [name, setName] = useState(extra?.name ?? '')
  const [words, setWords] = useState(extra?.words ?? '')
  const [cost, setCost] = useState(extra?.cost ? String(extra.cost) : '')
  const [unit, setUnit] = useState(extra?.unit ?? 'EUR')
  const [left, setLeft] = useState(extra?.left == null ? '' : String(extra.left))
  const [makerId, setMakerId] = useState(extra?.makerId ?? '')
  const [inboxId, setInboxId] = useState(extra?.inboxId ?? '')
  const add = useAction('POST /extras', { quiet: true, onDone: onClose })
  const change = useAction('PUT /extras/{id}', { quiet: true, onDone: onClose })
  const retire = useAction('DELETE /extras/{id}', { quiet: true, onDone: onClose })
  const error = add.error ?? change.error ?? retire.error
  const price = Number(cost.replace(',', '.') || 0)
  return (
    <form
      className="card stack extras-edit"
      aria-label={extra?.name ?? t('extras.add')}
      onSubmit={(event) => {
        event.preventDefault()
        const body = {
          name,
          words,
          cost: price,
          unit: price > 0 ? unit.toUpperCase() : null,
          left: left === '' ? null : Number(left),
          makerId: makerId || null,
          inboxId: inboxId || null,
        }
        if (extra) change.mutate({ params: { id: extra.id }, body })
        else add.mutate({ body })
      }}
    >
      <label className="field">
        {t('extras.name')}
        <input
          className="input"
          required
          autoFocus
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label className="field">
        {t('extras.words')}
        <input
          className="input serif"
          required
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <small>{t('extras.words.help')}</small>
      </label>
      <div className="row">
        <label className="field short">
          {t('extras.cost')}
          <input
            className="input"
            inputMode="decimal"
            pattern="[0-9]+([.,][0-9]{1,2})?"
            placeholder="0"
            value={cost}
            onChange={(event) => setCost(event.target.value)}
          />
        </label>
        {price > 0 && (
          <label className="field short">
            {t('authority.unit')}
            <input
              className="input"
              required
              pattern="[A-Za-z]{3}"
              value={unit}
              onChange={(event) => setUnit(event.target.value)}
            />
          </label>
        )}
        <label className="field short">
          {t('extras.stock')}
          <input
            className="input"
            inputMode="numeric"
            pattern="[0-9]{0,6}"
            placeholder="∞"
            value={left}
            onChange={(event) => setLeft(event.target.value)}
          />
        </label>
        <label className="field">
          {t('extras.maker')}
          <select className="input" value={makerId} onChange={(event) => setMakerId(event.target.value)}>
            <option value="">{t('extras.nobody')}</option>
            {team?.items
              .filter((one) => one.role !== 'observer')
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </select>
        </label>
        <label className="field">
          {t('extras.where')}
          <select className="input" value={inboxId} onChange={(event) => setInboxId(event.target.value)}>
            <option value="">{t('extras.everywhere')}</option>
            {me.inboxes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {error && (
        <p className="problem" role="alert">
          {error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} busy={add.isPending || change.isPending} onCancel={onClose}>
        {extra && (
          <button
            type="button"
            className="button bare danger"
            disabled={retire.isPending}
            onClick={() => retire.mutate({ params: { id: extra.id } })}
          >
            {t('extras.retire')}
          </button>
        )}
      </FormEnd>
    </form>
  )
}
