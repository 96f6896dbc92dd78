import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'

/** A lead says that many write at once, and why; until somebody says that it is over. */
export function SurgeSwitch() {
  const me = useMe()
  const leads = me.teammate.role === 'lead' || me.teammate.role === 'admin'
  return usePractice('surge') && leads ? <Shown /> : null
}

function Shown() {
  const { data } = useApi('GET /surge', { query: { limit: 1 } })
  const [asks, setAsks] = useState(false)
  const [because, setBecause] = useState('')
  const turn = useAction('PUT /surge', { onDone: () => setAsks(false) })
  if (!data || data.on) return null
  if (!asks)
    return (
      <p className="row surge-offer">
        <span className="meta">{t('surge.offer')}</span>
        <button type="button" className="link" onClick={() => setAsks(true)}>
          {t('surge.turnOn')}
        </button>
      </p>
    )
  return (
    <form
      className="card stack"
      aria-label={t('surge.turnOn')}
      onSubmit={(event) => {
        event.preventDefault()
        turn.mutate({ body: { on: true, because } })
      }}
    >
      <div className="field">
        <label htmlFor="surge-because">{t('surge.because')}</label>
        <input
          id="surge-because"
          className="input"
          required
          autoFocus
          maxLength={300}
          value={because}
          onChange={(event) => setBecause(event.target.value)}
        />
        <small>{t('surge.help')}</small>
      </div>
      <FormEnd does={t('surge.turnOn')} quiet busy={turn.isPending} onCancel={() => setAsks(false)} />
    </form>
  )
}
