import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { type Found, findSettings } from './find.ts'

const most = 10
export const finderId = 'find-setting'

/** One field that finds a setting by any of its words; the arrows go through what is found, Enter opens it, Esc clears it. */
export function Finder({
  typed,
  onType,
  onOpen,
}: {
  typed: string
  onType: (text: string) => void
  onOpen: () => void
}) {
  const me = useMe()
  const [, go] = useLocation()
  const [at, setAt] = useState(0)
  const { data: practices } = useApi('GET /practices')
  const found = findSettings(typed, t, me.teammate.role, practices?.on ?? []).slice(0, most)
  const isAsked = typed.trim() !== ''
  useEffect(() => {
    document.getElementById(`found-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const open = (one: Found | undefined) => {
    if (!one) return
    onType('')
    go(one.href)
    onOpen()
  }
  return (
    <search className="finder">
      <input
        id={finderId}
        type="search"
        className="input"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="found-list"
        aria-autocomplete="list"
        aria-activedescendant={found[at] ? `found-${at}` : undefined}
        aria-label={t('settings.find')}
        placeholder={t('settings.find')}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setAt(0)
          onType(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else if (event.key === 'Enter') open(found[at])
          else if (event.key === 'Escape' && isAsked) onType('')
          else return
          event.preventDefault()
        }}
      />
      <p className="hide" role="status">
        {isAsked && found.length > 0 && t('settings.found', { n: found.length })}
      </p>
      <div
        id="found-list"
        className="found-list"
        role="listbox"
        aria-label={t('settings.find')}
        hidden={found.length === 0}
      >
        {found.map((one, index) => (
          <button
            key={one.href}
            id={`found-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onClick={() => open(one)}
          >
            {t(one.setting.label)}
            {one.setting !== one.section && <span className="meta">{t(one.section.label)}</span>}
          </button>
        ))}
      </div>
      {isAsked && found.length === 0 && (
        <p className="meta" role="status">
          {t('settings.foundNone')}
        </p>
      )}
    </search>
  )
}
