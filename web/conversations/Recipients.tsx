import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useState } from 'react'
import type { Person } from '#contract/common.ts'
import type { Conversation } from '#contract/conversations.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { leftOutOfCopy } from './leftOutOfCopy.ts'

interface Lines {
  to: Person[]
  cc: Person[]
  bcc: Person[]
}

/** Beyond so many, each sees the addresses of people they may not know. */
const many = 5

/** To, Cc and Bcc of a reply, always in sight; whoever is new here, and who would see what, is said before anything leaves. */
export function Addressed({
  conversation,
  people,
  change,
}: {
  conversation: Conversation
  people: Lines
  change: (people: Lines) => void
}) {
  const { to, cc, bcc } = people
  const [asked, setAsked] = useState({ cc: false, bcc: false })
  const isNew = (person: Person) => !conversation.participants.some((one) => one.email === person.email)
  const left = leftOutOfCopy(
    conversation,
    useMe().inboxes.map((inbox) => inbox.address.toLowerCase()),
  )
  const outsiders = [...to, ...cc].filter(isNew)
  const line = (which: 'cc' | 'bcc') =>
    (asked[which] || people[which].length > 0) && (
      <Recipients
        label={t(`composer.${which}`)}
        people={people[which]}
        onChange={(those) => change({ ...people, [which]: those })}
        start={asked[which] && people[which].length === 0}
      />
    )
  const opener = (which: 'cc' | 'bcc') =>
    !asked[which] &&
    people[which].length === 0 && (
      <button type="button" className="link" onClick={() => setAsked({ ...asked, [which]: true })}>
        {t(which === 'cc' ? 'composer.addCc' : 'composer.addBcc')}
      </button>
    )
  return (
    <div className="recipients">
      <div className="recipient-line">
        <Recipients
          label={t('composer.to')}
          people={to}
          onChange={(those) => change({ ...people, to: those })}
        />
        {opener('cc')}
        {opener('bcc')}
      </div>
      {line('cc')}
      {line('bcc')}
      {outsiders.length > 0 && (
        <p className="warning" role="status">
          {t('composer.outsider', { who: outsiders.map((one) => one.email).join(', ') })}
        </p>
      )}
      {bcc.length > 0 && (
        <p className="warning" role="status">
          {t('composer.bccWarning', {
            n: bcc.length,
            who: bcc.map((one) => one.name ?? one.email).join(', '),
          })}
        </p>
      )}
      {to.length + cc.length >= many && (
        <p className="warning" role="status">
          {t('composer.many', { n: to.length + cc.length })}
          {left > 0 && ` ${t('composer.leftOut', { n: left })}`}
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
