import { useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { Time } from '#web/ui/parts.tsx'

/** Programs that hear of every change, signed; and whether the newest word reached them. */
export function Programs() {
  const { data } = useApi('GET /status-hooks')
  const [adds, setAdds] = useState(false)
  const [secret, setSecret] = useState<{ name: string; secret: string } | null>(null)
  const drop = useAction('DELETE /status-hooks/{id}')
  if (!data) return null
  return (
    <div className="card stack">
      <h3>{t('statusPage.programs')}</h3>
      <p>{t('statusPage.programsLead')}</p>
      {data.items.length > 0 && (
        <ul className="stack">
          {data.items.map((one) => (
            <li key={one.id} className="row">
              <span className="grow">
                <b>{one.name}</b> <span className="mono">{one.url}</span>
                <br />
                <span className="meta">
                  {one.last ? (
                    <>
                      {t(`statusPage.told.${one.last.result}`)} <Time at={one.last.at} />
                      {one.last.status ? ` (${one.last.status})` : ''}
                    </>
                  ) : (
                    t('statusPage.told.never')
                  )}
                </span>
              </span>
              <button
                type="button"
                className="link"
                disabled={drop.isPending}
                onClick={() => drop.mutate({ params: { id: one.id } })}
              >
                {t('statusPage.programDrop')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {secret && (
        <p role="status">
          {t('statusPage.secret', { name: secret.name })} <code className="mono">{secret.secret}</code>
        </p>
      )}
      {adds ? (
        <ProgramForm
          onDone={(made) => {
            setSecret(made)
            setAdds(false)
          }}
          onClose={() => setAdds(false)}
        />
      ) : (
        <div className="row">
          <button type="button" className="button quiet" onClick={() => setAdds(true)}>
            {t('statusPage.programNew')}
          </button>
        </div>
      )}
    </div>
  )
}

function ProgramForm({
  onDone,
  onClose,
}: {
  onDone: (made: { name: string; secret: string }) => void
  onClose: () => void
}) {
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [inside, setInside] = useState(false)
  const make = useAction('POST /status-hooks', { quiet: true, onDone })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({ body: { name, url, inside } })
      }}
    >
      <div className="field">
        <label htmlFor="program-name">{t('statusPage.programName')}</label>
        <input
          id="program-name"
          className="input"
          required
          autoFocus
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="program-url">{t('statusPage.programUrl')}</label>
        <input
          id="program-url"
          className="input"
          type="url"
          required
          maxLength={500}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
      </div>
      <label className="row">
        <input type="checkbox" checked={inside} onChange={(event) => setInside(event.target.checked)} />
        {t('statusPage.programInside')}
      </label>
      {make.error && (
        <p className="problem" role="alert">
          {make.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} quiet busy={make.isPending} onCancel={onClose} />
    </form>
  )
}
