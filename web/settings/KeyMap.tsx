import { useEffect, useState } from 'react'
import { useAction } from '#web/api/query.ts'
import { boundTo, nameOf, shownKey } from '#web/app/keyGrammar.ts'
import { movable } from '#web/app/movable.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'

const mod = '$mod+'
/** What ⌘ or Ctrl does with them in every text and every browser, and in our composer. */
const spokenFor = 'abcijklnqrtuvwxyz0123456789'
/** A key that works while one writes stays with ⌘ or Ctrl; any other stays a single one. */
const mayBe = (name: string, asking: string): boolean =>
  asking.startsWith(mod)
    ? name.startsWith(mod) && name.length === mod.length + 1 && !spokenFor.includes(name.slice(-1))
    : name.length === 1

/** Every key can be moved (WCAG 2.1.4): press the button, then the new key. */
export function KeyMap() {
  const me = useMe()
  const { keyMap } = me.preferences
  const change = useAction('PATCH /me/preferences')
  const [asking, setAsking] = useState<string | null>(null)
  const [taken, setTaken] = useState<string | null>(null)
  useEffect(() => {
    if (!asking) return
    const listen = (event: KeyboardEvent) => {
      if (/^(Shift|Control|Alt|Meta)/.test(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape' || event.key === 'Tab') return setAsking(null)
      const { key, shiftKey, metaKey, ctrlKey, altKey } = event
      const name = nameOf({ key, shiftKey, metaKey, ctrlKey, altKey, altGraph: false })
      if (!name || !mayBe(name, asking)) return
      const other = movable.find(([one]) => one !== asking && boundTo(one, keyMap) === name)
      if (other) return setTaken(t('look.taken', { key: shownKey(name, false), what: t(other[1]) }))
      const { [asking]: _before, ...rest } = keyMap
      change.mutate({ body: { keyMap: name === asking ? rest : { ...rest, [asking]: name } } })
      setAsking(null)
      setTaken(null)
    }
    addEventListener('keydown', listen, true)
    return () => removeEventListener('keydown', listen, true)
  }, [asking, keyMap, change])
  return (
    <details>
      <summary>{t('look.move')}</summary>
      <p className="meta">{t('look.moveHelp')}</p>
      <p className="wrong" role="alert">
        {taken}
      </p>
      <ul className="key-map">
        {movable.map(([one, label]) => (
          <li key={one}>
            <span>{t(label)}</span>
            <button
              type="button"
              className={`button quiet ${keyMap[one] ? 'moved' : ''}`}
              aria-label={t('look.moveOne', { what: t(label), key: boundTo(one, keyMap) })}
              aria-pressed={asking === one}
              onClick={() => {
                setTaken(null)
                setAsking(asking === one ? null : one)
              }}
            >
              {asking === one
                ? t(one.startsWith(mod) ? 'look.pressWith' : 'look.press')
                : shownKey(boundTo(one, keyMap), false)}
            </button>
          </li>
        ))}
      </ul>
      {Object.keys(keyMap).length > 0 && (
        <button type="button" className="button bare" onClick={() => change.mutate({ body: { keyMap: {} } })}>
          {t('look.moveBack')}
        </button>
      )}
    </details>
  )
}
