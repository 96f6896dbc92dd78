import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

/** What depends on a supplier: said once, and found again the next time something goes wrong there. */
export function Reaches({ from, onPick }: { from: string; onPick: (supplier: string) => void }) {
  const { data } = useApi('GET /reaches')
  const [to, setTo] = useState('')
  const add = useAction('POST /reaches', { onDone: () => setTo('') })
  const drop = useAction('DELETE /reaches/{id}')
  const supplier = from.trim()
  const items = data?.items ?? []
  const suppliers = [...new Set(items.map((one) => one.from))]
  const here = items.filter((one) => one.from.toLowerCase() === supplier.toLowerCase())
  return (
    <div className="stack reaches">
      {!supplier && suppliers.length > 0 && (
        <p className="row">
          {suppliers.map((one) => (
            <button key={one} type="button" className="chip pick" onClick={() => onPick(one)}>
              {one}
            </button>
          ))}
        </p>
      )}
      {supplier && (
        <>
          {here.length > 0 && (
            <ul className="row" aria-label={t('incident.reaches', { from: supplier })}>
              {here.map((one) => (
                <li key={one.id} className="chip">
                  <span className="cut">{one.to}</span>
                  <button
                    type="button"
                    className="link"
                    aria-label={t('composer.remove', { who: one.to })}
                    onClick={() => drop.mutate({ params: { id: one.id } })}
                  >
                    ×
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div className="row">
            <label htmlFor="reach-to" className="hide">
              {t('incident.reachTo', { from: supplier })}
            </label>
            <input
              id="reach-to"
              className="input grow"
              maxLength={200}
              placeholder={t('incident.reachTo', { from: supplier })}
              value={to}
              onChange={(event) => setTo(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return
                event.preventDefault()
                if (to.trim()) add.mutate({ body: { from: supplier, to } })
              }}
            />
            <button
              type="button"
              className="button quiet"
              disabled={!to.trim() || add.isPending}
              onClick={() => add.mutate({ body: { from: supplier, to } })}
            >
              {t('incident.reachAdd')}
            </button>
          </div>
        </>
      )}
    </div>
  )
}
