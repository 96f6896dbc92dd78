import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check'
import { useState } from 'react'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import './tags.css'

/** `l`: a few letters find a tag, Enter puts it on or takes it off; a word that nobody knows yet becomes one. */
export default function TagPicker({
  title,
  worn,
  says,
  onSet,
  onClose,
}: {
  title: string
  /** Names that are on now: on all of those chosen, where there are several. */
  worn: readonly string[]
  /** What to know before one puts one on. */
  says?: string
  onSet: (name: string, on: boolean) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { data } = useApi('GET /tags', { query: { limit: 500 } })
  const typed = text.trim().replace(/\s+/g, ' ')
  const term = typed.toLowerCase()
  const isOn = (name: string) => worn.some((one) => one.toLowerCase() === name.toLowerCase())
  const known = [...new Set([...worn, ...(data?.items ?? []).map((one) => one.name)])]
    .filter((name) => name.toLowerCase().includes(term))
    // What is on comes first, then what begins as it was typed.
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, 30)
  function rank(name: string): number {
    return isOn(name) ? 0 : name.toLowerCase().startsWith(term) ? 1 : 2
  }
  // Before the known ones are here, a few letters of one would make a second of it.
  const isNew =
    data !== undefined &&
    term !== '' &&
    !/["⟦⟧]/.test(term) &&
    !known.some((name) => name.toLowerCase() === term)
  const choices = isNew ? [...known, typed] : known
  const choose = (name: string | undefined) => {
    if (!name) return
    onSet(name, !isOn(name))
    setText('')
    setAt(0)
  }
  return (
    <Dialog title={title} onClose={onClose} className="palette tag-picker">
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="tag-list"
        aria-activedescendant={choices[at] ? `tag-${at}` : undefined}
        aria-label={title}
        placeholder={t('tag.placeholder')}
        maxLength={40}
        data-first
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(choices[at])
          else return
          event.preventDefault()
        }}
      />
      <div
        className="palette-list"
        id="tag-list"
        role="listbox"
        aria-label={title}
        aria-multiselectable="true"
      >
        {choices.map((name, index) => (
          <button
            key={name}
            id={`tag-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            className={index === at ? 'at' : ''}
            aria-selected={isOn(name)}
            onClick={() => choose(name)}
          >
            <span className="cut">
              {isNew && index === choices.length - 1 ? t('tag.make', { name }) : name}
            </span>
            {isOn(name) && <CheckIcon size={16} aria-hidden="true" />}
          </button>
        ))}
      </div>
      {says && <p className="meta tag-says">{says}</p>}
      <p className="meta tag-hint">{choices.length ? t('tag.hint') : t('tag.none')}</p>
    </Dialog>
  )
}
