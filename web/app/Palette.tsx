import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'
import { Dialog } from '#web/ui/parts.tsx'
import type { Overlay } from './Frame.tsx'
import { rankBy } from './fuzzy.ts'
import { allKeys, keyWords } from './keys.ts'
import { deeper } from './places.ts'

interface Choice {
  id: string
  label: string
  hint: string
  run: () => void
}

/** ⌘K: actions of this screen first, then people and conversations; each row shows its key. */
export default function Palette({
  onClose,
  open,
}: {
  onClose: () => void
  open: (overlay: Overlay) => void
}) {
  const [, go] = useLocation()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [hits, setHits] = useState<Answer<'GET /search'>['items']>([])
  const actions = useMemo(() => allKeys().filter((key) => key.keys !== '$mod+k'), [])
  const screens = deeper.map(({ label, path }) => ({ keys: '', label, run: () => go(path) }))
  useEffect(() => {
    setAt(0)
    if (text.trim().length < 2) return setHits([])
    const abort = new AbortController()
    const pause = setTimeout(
      () =>
        api('GET /search', { query: { q: text, limit: 8 }, signal: abort.signal }).then(
          (found) => setHits(found.items),
          () => {},
        ),
      120,
    )
    return () => {
      clearTimeout(pause)
      abort.abort()
    }
  }, [text])
  useEffect(() => {
    document.getElementById(`choice-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const choices: Choice[] = [
    ...rankBy(text, [...actions, ...screens], (one) => t(one.label)).map((one) => ({
      id: one.keys || one.label,
      label: t(one.label),
      hint: one.keys && keyWords(one.keys),
      run: one.run,
    })),
    ...hits.map((hit) => ({
      id: hit.id,
      label: hit.title,
      hint: hit.kind === 'customer' ? t('palette.person') : (hit.customerName ?? ''),
      run: () => go(hit.kind === 'customer' ? `/customers/${hit.id}` : `/conversations/${hit.id}`),
    })),
  ]
  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    open(null)
    choice.run()
  }
  return (
    <Dialog title={t('keys.palette')} onClose={onClose} className="palette">
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={choices[at] ? `choice-${at}` : undefined}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, choices.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter') choose(choices[at])
          else return
          event.preventDefault()
        }}
      />
      <div className="palette-list" id="palette-list" role="listbox" aria-label={t('keys.palette')}>
        {choices.map((choice, index) => (
          <button
            key={choice.id}
            id={`choice-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => choose(choice)}
          >
            <span>{choice.label}</span>
            {choice.hint && <kbd>{choice.hint}</kbd>}
          </button>
        ))}
      </div>
      {choices.length === 0 && <p className="empty">{t('palette.nothing')}</p>}
    </Dialog>
  )
}
