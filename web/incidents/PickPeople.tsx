import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { useDeferredValue, useState } from 'react'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'

interface Person {
  id: string
  name: string
}

/** People by name: a few letters, Enter takes the first, each can be taken off again. */
export function PickPeople({
  people,
  onChange,
}: {
  people: readonly Person[]
  onChange: (people: Person[]) => void
}) {
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const { data } = useApi('GET /search', { query: { q, limit: 8 } }, { enabled: q.length > 1, keep: true })
  const found = q.length > 1 ? (data?.items ?? []).filter((hit) => hit.kind === 'customer') : []
  const offered = found.filter((hit) => !people.some((one) => one.id === hit.id))
  const take = (hit: { id: string; title: string } | undefined) => {
    if (!hit) return
    onChange([...people, { id: hit.id, name: hit.title }])
    setWords('')
  }
  return (
    <div className="field pick-people">
      <label htmlFor="pick-person">{t('incident.ask.people')}</label>
      <input
        id="pick-person"
        className="input"
        type="search"
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !words.trim()) return
          event.preventDefault()
          take(offered[0])
        }}
      />
      {offered.length > 0 && (
        <ul className="offered">
          {offered.map((hit) => (
            <li key={hit.id}>
              <button type="button" className="button bare" onClick={() => take(hit)}>
                {hit.title} <span className="meta">{hit.snippet}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {q.length > 1 && data && offered.length === 0 && (
        <small role="status">{t('incident.noSuchPerson')}</small>
      )}
      {people.length > 0 && (
        <p className="row">
          {people.map((one) => (
            <span key={one.id} className="chip">
              <span className="cut">{one.name}</span>
              <button
                type="button"
                className="link"
                aria-label={t('composer.remove', { who: one.name })}
                onClick={() => onChange(people.filter((other) => other.id !== one.id))}
              >
                <XIcon size={12} />
              </button>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
