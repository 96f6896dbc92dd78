import { useState } from 'react'
import { Link } from 'wouter'
import { useAction, useApi } from '#web/api/query.ts'
import { usePractice } from '#web/app/practices.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { ToTell } from './ToTell.tsx'
import './matters.css'

/** What a conversation is linked with, and a way to link it. */
export function LinkedMatters({ id }: { id: string }) {
  return usePractice('matters') ? <Shown id={id} /> : null
}

function Shown({ id }: { id: string }) {
  const me = useMe()
  const { data } = useApi('GET /conversations/{id}/matters', { params: { id } })
  const [links, setLinks] = useState(false)
  const mayAct = me.teammate.role !== 'observer'
  if (!data || (data.items.length === 0 && !mayAct)) return null
  return (
    <section aria-label={t('matters.linked')}>
      <h2>{t('matters.linked')}</h2>
      <div className="stack">
        {data.items.map((one) => (
          <One key={one.id} id={one.id} title={one.title} />
        ))}
      </div>
      {mayAct &&
        (links ? (
          <LinkIt id={id} linked={data.items.map((one) => one.id)} onClose={() => setLinks(false)} />
        ) : (
          <button type="button" className="link" onClick={() => setLinks(true)}>
            {t('matters.link')}
          </button>
        ))}
    </section>
  )
}

/** News they have not heard, above the letters: also where the panel beside is folded. */
export function UntoldHere({ id, customerId }: { id: string; customerId: string }) {
  return usePractice('matters') ? <Untold id={id} customerId={customerId} /> : null
}

function Untold({ id, customerId }: { id: string; customerId: string }) {
  const { data } = useApi('GET /conversations/{id}/matters', { params: { id } })
  const open = data?.items.filter((one) => one.untold > 0 && !one.overAt) ?? []
  return open.map((one) => <ToTellIn key={one.id} id={one.id} customerId={customerId} />)
}

function ToTellIn({ id, customerId }: { id: string; customerId: string }) {
  const { data } = useApi('GET /matters/{id}', { params: { id } })
  const person = data?.toTell.find((one) => one.customerId === customerId)
  return person && !person.told ? <ToTell person={person} /> : null
}

function One({ id, title }: { id: string; title: string }) {
  return <Link href={`/matters/${id}`}>{title}</Link>
}

function LinkIt({ id, linked, onClose }: { id: string; linked: string[]; onClose: () => void }) {
  const { data } = useApi('GET /matters', { query: { open: 'true', limit: 50 } })
  const [title, setTitle] = useState('')
  const link = useAction('POST /conversations/{id}/matters', { onDone: onClose })
  const others = data?.items.filter((one) => !linked.includes(one.id)) ?? []
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        const known = others.find((one) => one.title === title)
        link.mutate({ params: { id }, body: known ? { matterId: known.id } : { title } })
      }}
    >
      <label className="hide" htmlFor="link-matter">
        {t('matters.linkTo')}
      </label>
      <input
        id="link-matter"
        className="input"
        list="open-matters"
        required
        autoFocus
        maxLength={200}
        placeholder={t('matters.linkTo')}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <datalist id="open-matters">
        {others.map((one) => (
          <option key={one.id} value={one.title} />
        ))}
      </datalist>
      <FormEnd does={t('matters.add')} quiet busy={link.isPending} onCancel={onClose} />
    </form>
  )
}
