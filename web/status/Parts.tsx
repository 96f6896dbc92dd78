import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown'
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import { useState } from 'react'
import type { Said, StatusComponent, StatusPage } from '#contract/status.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { SaidField } from './SaidField.tsx'
import { filled, isSaid, ownWords } from './said.ts'

/** The parts that customers know, in their words and in the order in which they look for them. */
export function Parts({ page }: { page: StatusPage }) {
  const [editing, setEditing] = useState<string | null>(null)
  const order = useAction('PUT /status-components')
  const drop = useAction('DELETE /status-components/{id}')
  const ids = page.components.map((one) => one.id)
  const move = (at: number, by: number) => {
    const next = [...ids]
    const [one] = next.splice(at, 1)
    next.splice(at + by, 0, one!)
    order.mutate({ body: { order: next } })
  }
  return (
    <div className="card stack">
      <h3>{t('statusPage.parts')}</h3>
      <p>{t('statusPage.partsLead')}</p>
      <ul className="stack">
        {page.components.map((part, at) => {
          const name = ownWords(part.name)
          return (
            <li key={part.id}>
              {editing === part.id ? (
                <PartForm page={page} part={part} onClose={() => setEditing(null)} />
              ) : (
                <div className="row">
                  <span className="grow">{name}</span>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={t('statusPage.partUp', { name })}
                    disabled={at === 0 || order.isPending}
                    onClick={() => move(at, -1)}
                  >
                    <ArrowUpIcon size={18} />
                  </button>
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={t('statusPage.partDown', { name })}
                    disabled={at === ids.length - 1 || order.isPending}
                    onClick={() => move(at, 1)}
                  >
                    <ArrowDownIcon size={18} />
                  </button>
                  <button type="button" className="link" onClick={() => setEditing(part.id)}>
                    {t('statusPage.partChange')}
                  </button>
                  <button
                    type="button"
                    className="link"
                    disabled={drop.isPending}
                    onClick={() => drop.mutate({ params: { id: part.id } })}
                  >
                    {t('statusPage.partDrop')}
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {editing === 'new' ? (
        <PartForm page={page} part={null} onClose={() => setEditing(null)} />
      ) : (
        <div className="row">
          <button type="button" className="button quiet" onClick={() => setEditing('new')}>
            {t('statusPage.partNew')}
          </button>
        </div>
      )}
    </div>
  )
}

function PartForm({
  page,
  part,
  onClose,
}: {
  page: StatusPage
  part: StatusComponent | null
  onClose: () => void
}) {
  const [name, setName] = useState<Said>(part?.name ?? {})
  const [about, setAbout] = useState<Said>(part?.about ?? {})
  const add = useAction('POST /status-components', { onDone: onClose })
  const change = useAction('PATCH /status-components/{id}', { onDone: onClose })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        const body = { name: filled(name), about: isSaid(about) ? filled(about) : null }
        if (part) change.mutate({ params: { id: part.id }, body })
        else add.mutate({ body })
      }}
    >
      <SaidField
        label={t('statusPage.partName')}
        help={t('statusPage.partNameHelp')}
        said={name}
        languages={page.languages}
        most={80}
        first
        onChange={setName}
      />
      <SaidField
        label={t('statusPage.partAbout')}
        said={about}
        languages={page.languages}
        most={200}
        isOptional
        onChange={setAbout}
      />
      <FormEnd does={t('app.save')} quiet busy={add.isPending || change.isPending} onCancel={onClose} />
    </form>
  )
}
