import { useState } from 'react'
import type { Person } from '#contract/common.ts'
import { t } from '#web/text/t.ts'

/** Who gets it: always in sight, each removable, new ones by Enter or comma. */
export function Recipients({
  label,
  people,
  onChange,
}: {
  label: string
  people: Person[]
  onChange: (people: Person[]) => void
}) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = () => {
    const email = text.trim().replace(/,$/, '').toLowerCase()
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
          {person.name ?? person.email}
          <button
            type="button"
            className="link"
            aria-label={t('composer.remove', { who: person.email })}
            onClick={() => onChange(people.filter((one) => one.email !== person.email))}
          >
            ✕
          </button>
        </span>
      ))}
      <input
        type="email"
        aria-label={t('composer.add', { field: label })}
        aria-invalid={wrong}
        value={text}
        placeholder={people.length ? '' : t('composer.address')}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault()
            add()
          } else if (event.key === 'Backspace' && !text && people.length) onChange(people.slice(0, -1))
        }}
      />
      {wrong && <span className="wrong">{t('composer.notAnAddress')}</span>}
    </div>
  )
}
