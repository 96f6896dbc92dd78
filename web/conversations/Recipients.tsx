import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useState } from 'react'
import type { Person } from '#contract/common.ts'
import type { Conversation } from '#contract/conversations.ts'
import { t } from '#web/text/t.ts'

/** To and Cc of a reply, always in sight; whoever is new here is named before anything leaves. */
export function Addressed({
  conversation,
  to,
  setTo,
  cc,
  setCc,
}: {
  conversation: Conversation
  to: Person[]
  setTo: (people: Person[]) => void
  cc: Person[]
  setCc: (people: Person[]) => void
}) {
  const [more, setMore] = useState(false)
  const outsiders = [...to, ...cc].filter(
    (person) => !conversation.participants.some((one) => one.email === person.email),
  )
  return (
    <div className="recipients">
      <div className="recipient-line">
        <Recipients label={t('composer.to')} people={to} onChange={setTo} />
        {!more && cc.length === 0 && (
          <button type="button" className="link" onClick={() => setMore(true)}>
            {t('composer.addCc')}
          </button>
        )}
      </div>
      {(more || cc.length > 0) && (
        <Recipients label={t('composer.cc')} people={cc} onChange={setCc} start={more && cc.length === 0} />
      )}
      {outsiders.length > 0 && (
        <p className="warning" role="status">
          {t('composer.outsider', { who: outsiders.map((one) => one.email).join(', ') })}
        </p>
      )}
    </div>
  )
}

/** Who gets it: each removable, new ones by Enter or comma. */
export function Recipients({
  label,
  people,
  onChange,
  start,
}: {
  label: string
  people: Person[]
  onChange: (people: Person[]) => void
  /** The field was just asked for: it has the focus. */
  start?: boolean
}) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = () => {
    const email = text.trim().replace(/[,;]$/, '').toLowerCase()
    if (!email) return setWrong(false)
    if (!/^[^\s@<>]+@[^\s@<>]+$/.test(email)) return setWrong(true)
    setWrong(false)
    if (!people.some((person) => person.email === email)) onChange([...people, { name: null, email }])
    setText('')
  }
  return (
    <div className="recipient-row">
      <span className="meta">{label}</span>
      {people.map((person) => (
        <span key={person.email} className="chip" title={person.email}>
          <span className="cut">{person.name ?? person.email}</span>
          <button
            type="button"
            className="link"
            aria-label={t('composer.remove', { who: person.email })}
            onClick={() => onChange(people.filter((one) => one.email !== person.email))}
          >
            <XIcon size={14} />
          </button>
        </span>
      ))}
      <input
        type="email"
        autoFocus={start}
        data-first={start || undefined}
        aria-label={t('composer.add', { field: label })}
        aria-invalid={wrong}
        value={text}
        placeholder={people.length ? '' : t('composer.address')}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
            event.preventDefault()
            add()
          } else if (event.key === 'Backspace' && !text && people.length) onChange(people.slice(0, -1))
        }}
      />
      {wrong && (
        <span className="wrong" role="alert">
          {t('composer.notAnAddress')}
        </span>
      )}
    </div>
  )
}
