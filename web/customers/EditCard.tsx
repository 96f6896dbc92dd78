import { useState } from 'react'
import type { Customer } from '#contract/customers.ts'
import { useAction } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { toast } from '#web/ui/toast.tsx'

const fields = [
  'name',
  'preferredName',
  'sayIt',
  'pronouns',
  'language',
  'company',
  'role',
  'accessNeeds',
  'timeZone',
] as const

/** Corrects what is on somebody's card. */
export function EditCard({ person, onClose }: { person: Customer; onClose: () => void }) {
  const [card, setCard] = useState<Record<string, string>>(() =>
    Object.fromEntries(fields.map((field) => [field, person[field] ?? ''])),
  )
  const [wishes, setWishes] = useState(person.pleaseDont.join('\n'))
  const [noCirculars, setNoCirculars] = useState(person.noCircularsSince !== null)
  const [formality, setFormality] = useState(person.formality ?? '')
  const [reachBy, setReachBy] = useState(person.reachBy ?? '')
  const save = useAction('PATCH /customers/{id}', {
    quiet: true,
    onDone: () => {
      toast({ text: t('app.saved'), lasts: 3000 })
      onClose()
    },
  })
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault()
        const change = Object.fromEntries(
          fields.map((field) => [field, card[field]?.trim() || (field === 'name' ? person.name : null)]),
        )
        save.mutate({
          params: { id: person.id },
          body: {
            ...change,
            formality: formality === '' ? null : (formality as 'formal'),
            reachBy: reachBy === '' ? null : (reachBy as 'mail'),
            noCirculars,
            pleaseDont: wishes
              .split('\n')
              .map((line) => line.trim().slice(0, 200))
              .filter(Boolean)
              .slice(0, 12),
          } as never,
        })
      }}
    >
      {fields
        .filter((field) => field !== 'timeZone')
        .map((field) => (
          <div key={field} className="field">
            <label htmlFor={`edit-${field}`}>{t(`field.${field}` as TextKey)}</label>
            <input
              id={`edit-${field}`}
              className="input"
              value={card[field]}
              onChange={(event) => setCard({ ...card, [field]: event.target.value })}
            />
          </div>
        ))}
      <div className="field">
        <label htmlFor="edit-pleaseDont">{t('field.pleaseDont')}</label>
        <textarea
          id="edit-pleaseDont"
          className="input"
          rows={3}
          value={wishes}
          onChange={(event) => setWishes(event.target.value)}
        />
        <label className="row">
          <input
            type="checkbox"
            checked={noCirculars}
            onChange={(event) => setNoCirculars(event.target.checked)}
          />{' '}
          {t('field.noCirculars')}
        </label>
      </div>
      <div className="field">
        <label htmlFor="edit-formality">{t('field.formality')}</label>
        <select
          id="edit-formality"
          className="input"
          value={formality}
          onChange={(event) => setFormality(event.target.value)}
        >
          <option value="">{t('field.unknown')}</option>
          <option value="formal">{t('about.formal')}</option>
          <option value="informal">{t('about.informal')}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor="edit-reachBy">{t('field.reachBy')}</label>
        <select
          id="edit-reachBy"
          className="input"
          value={reachBy}
          onChange={(event) => setReachBy(event.target.value)}
        >
          <option value="">{t('field.unknown')}</option>
          {(['mail', 'call', 'letter', 'visit'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`reach.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="edit-timeZone">{t('field.timeZone')}</label>
        <input
          id="edit-timeZone"
          className="input"
          list="their-zones"
          value={card.timeZone}
          onChange={(event) => setCard({ ...card, timeZone: event.target.value })}
        />
        <datalist id="their-zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
      {save.error && (
        <p className="problem" role="alert">
          {save.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} onCancel={onClose} />
    </form>
  )
}
