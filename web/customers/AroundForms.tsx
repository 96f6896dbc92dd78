import { useDeferredValue, useState } from 'react'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'

interface Given {
  customerId: string
  inboxId?: string | undefined
  onClose: () => void
}

/** They belong to a company or a household; one that is there already is proposed while typing. */
export function CircleForm({ customerId, inboxId, onClose }: Given) {
  const [kind, setKind] = useState<'company' | 'household'>('company')
  const [name, setName] = useState('')
  const [role, setRole] = useState('')
  const q = useDeferredValue(name.trim())
  const { data } = useApi('GET /circles', { query: { q, limit: 10 } }, { enabled: q.length > 0, keep: true })
  const join = useAction('POST /customers/{id}/circles', { quiet: true, onDone: onClose })
  return (
    <form
      className="stack about-form"
      aria-label={t('around.addCircle')}
      onSubmit={(event) => {
        event.preventDefault()
        join.mutate({
          params: { id: customerId },
          body: { kind, name, role: role.trim() || null, ...(inboxId && { inboxId }) },
        })
      }}
    >
      <fieldset className="switch">
        <legend className="hide">{t('around.addCircle')}</legend>
        {(['company', 'household'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
            {t(`circle.${one}`)}
          </button>
        ))}
      </fieldset>
      <Field
        id="circle-name"
        label={t('around.name')}
        value={name}
        set={setName}
        list="circles"
        required
        first
      />
      <datalist id="circles">
        {data?.items
          .filter((one) => one.kind === kind)
          .map((one) => (
            <option key={one.id} value={one.name} />
          ))}
      </datalist>
      <Field id="circle-role" label={t('around.role')} value={role} set={setRole} />
      <End error={join.error?.message} busy={join.isPending} onClose={onClose} />
    </form>
  )
}

/** What another person is to them, and they to that person. */
export function RelationForm({ customerId, inboxId, onClose }: Given) {
  const [text, setText] = useState('')
  const [is, setIs] = useState('')
  const [back, setBack] = useState('')
  const [other, setOther] = useState<{ id: string; name: string } | null>(null)
  const q = useDeferredValue(text.trim())
  const { data } = useApi(
    'GET /customers',
    { query: { q, limit: 6 } },
    { enabled: q.length > 1 && !other, keep: true },
  )
  const relate = useAction('POST /customers/{id}/relations', { quiet: true, onDone: onClose })
  return (
    <form
      className="stack about-form"
      aria-label={t('around.addRelation')}
      onSubmit={(event) => {
        event.preventDefault()
        if (other)
          relate.mutate({
            params: { id: customerId },
            body: { otherId: other.id, is, back, ...(inboxId && { inboxId }) },
          })
      }}
    >
      {other ? (
        <p className="row">
          <b className="grow">{other.name}</b>
          <button type="button" className="link" onClick={() => setOther(null)}>
            {t('around.another')}
          </button>
        </p>
      ) : (
        <>
          <Field id="relation-who" label={t('around.who')} value={text} set={setText} required first />
          <ul className="found-people">
            {q.length > 1 &&
              data?.items
                .filter((one) => one.id !== customerId)
                .map((one) => (
                  <li key={one.id}>
                    <button
                      type="button"
                      className="button bare"
                      onClick={() => setOther({ id: one.id, name: one.preferredName ?? one.name })}
                    >
                      {one.preferredName ?? one.name} <span className="meta">{one.emails[0]}</span>
                    </button>
                  </li>
                ))}
          </ul>
        </>
      )}
      <div className="two">
        <Field id="relation-is" label={t('around.is')} value={is} set={setIs} required />
        <Field id="relation-back" label={t('around.back')} value={back} set={setBack} required />
      </div>
      <End error={relate.error?.message} busy={relate.isPending || !other} onClose={onClose} />
    </form>
  )
}

function Field(given: {
  id: string
  label: string
  value: string
  set: (value: string) => void
  list?: string
  required?: boolean
  first?: boolean
}) {
  return (
    <div className="field">
      <label htmlFor={given.id}>{given.label}</label>
      <input
        id={given.id}
        className="input"
        value={given.value}
        list={given.list}
        required={given.required}
        autoFocus={given.first}
        autoComplete="off"
        onChange={(event) => given.set(event.target.value)}
      />
    </div>
  )
}

const End = ({ error, busy, onClose }: { error: string | undefined; busy: boolean; onClose: () => void }) => (
  <>
    {error && (
      <p className="problem" role="alert">
        {error}
      </p>
    )}
    <FormEnd does={t('app.save')} busy={busy} onCancel={onClose} />
  </>
)
