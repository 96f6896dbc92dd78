import { useState } from 'react'
import type { AuthorityRule } from '#contract/authority.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { usualKinds } from './usual.ts'
import { inUnit, kindWords } from './words.ts'
import './authority.css'

const unitOf: Record<string, string> = { extend: 'days', 'call-out': 'times' }

/** What each may give without asking, as a table with its reasons; one line adds or changes a limit. */
export function DecideFreely() {
  const me = useMe()
  const { data } = useApi('GET /authority')
  const drop = useAction('DELETE /authority/{id}')
  const isAdmin = me.teammate.role === 'admin'
  if (!data) return null
  const limit = (amount: number | null, unit: string) => (amount === null ? '–' : inUnit(amount, unit))
  return (
    <div className="decide-freely">
      {data.items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <div className="scrolls" tabIndex={0} role="region" aria-label={t('authority.title')}>
          <table>
            <thead>
              <tr>
                {['who', 'what', 'perCase', 'perPerson', 'perMonth', 'noProof', 'because'].map((one) => (
                  <th key={one} scope="col">
                    {t(`authority.head.${one}` as TextKey)}
                  </th>
                ))}
                <th>
                  <span className="hide">{t('authority.drop')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id}>
                  <td>{t(`role.${one.role}` as TextKey)}</td>
                  <td>{kindWords(one.kind)}</td>
                  <td>{inUnit(one.perCase, one.unit)}</td>
                  <td>{limit(one.perPerson, one.unit)}</td>
                  <td>{limit(one.perMonth, one.unit)}</td>
                  <td>{limit(one.noProofUpTo, one.unit)}</td>
                  <td>{one.because}</td>
                  <td>
                    {(isAdmin || one.role === 'teammate') && (
                      <button
                        type="button"
                        className="link"
                        onClick={() => drop.mutate({ params: { id: one.id } })}
                      >
                        {t('authority.drop')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddRule isAdmin={isAdmin} />
    </div>
  )
}

function AddRule({ isAdmin }: { isAdmin: boolean }) {
  const [role, setRole] = useState<AuthorityRule['role']>('teammate')
  const [kind, setKind] = useState<string>('refund')
  const [unit, setUnit] = useState('EUR')
  const set = useAction('PUT /authority', { quiet: true })
  return (
    <form
      className="decide"
      aria-label={t('authority.add')}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        const given = new FormData(form)
        const number = (name: string) => {
          const text = String(given.get(name) ?? '').replace(',', '.')
          return text === '' ? null : Number(text)
        }
        set.mutate(
          {
            body: {
              role,
              kind,
              unit: (unitOf[kind] ?? unit.toUpperCase()) as 'days',
              perCase: number('perCase')!,
              perPerson: number('perPerson'),
              perMonth: number('perMonth'),
              noProofUpTo: number('noProof'),
              because: String(given.get('because')),
            },
          },
          { onSuccess: () => form.reset() },
        )
      }}
    >
      <div className="row">
        <label className="field">
          {t('authority.head.who')}
          <select
            className="input"
            value={role}
            onChange={(event) => setRole(event.target.value as AuthorityRule['role'])}
          >
            {(isAdmin ? (['teammate', 'lead', 'admin'] as const) : (['teammate'] as const)).map((one) => (
              <option key={one} value={one}>
                {t(`role.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('authority.head.what')}
          <select className="input" value={kind} onChange={(event) => setKind(event.target.value)}>
            {usualKinds.map((one) => (
              <option key={one} value={one}>
                {kindWords(one)}
              </option>
            ))}
          </select>
        </label>
        {!unitOf[kind] && (
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
        {(['perCase', 'perPerson', 'perMonth', 'noProof'] as const).map((name) => (
          <label key={name} className="field short">
            {t(`authority.head.${name}`)}
            <input
              className="input"
              name={name}
              inputMode="decimal"
              pattern="[0-9]+([.,][0-9]{1,2})?"
              required={name === 'perCase'}
            />
          </label>
        ))}
        <label className="field grow">
          {t('authority.head.because')}
          <input className="input" name="because" required maxLength={500} />
        </label>
      </div>
      {set.error && (
        <p className="problem" role="alert">
          {set.error.message}
        </p>
      )}
      <button type="submit" className="button quiet" disabled={set.isPending}>
        {t('authority.add')}
      </button>
    </form>
  )
}
