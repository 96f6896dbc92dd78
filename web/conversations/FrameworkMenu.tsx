import { useEffect, useState } from 'react'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'

type Framework = Answer<'GET /frameworks'>['items'][number]
/** How long ago it was rewritten, once that is worth knowing: what is old may not be true any more. */
export function ageOf(updatedAt: string, now = Date.now()): string | null {
  const months = Math.floor((now - Date.parse(updatedAt)) / (30.4 * 86_400_000))
  return months >= 3 ? t('framework.age', { n: months }) : null
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** The skeleton as paragraphs, with what we know filled in; what is not known stays an open slot. */
const filled = (text: string, values: Record<string, string>) =>
  text
    .replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
    .split(/\n{2,}/)
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
    .join('')

/** `/`: a skeleton with slots. What we know is filled in; the rest stays open, and nothing is sent with an open slot. */
export function FrameworkMenu({
  items,
  values,
  onChoose,
  onClose,
}: {
  items: Framework[]
  values: Record<string, string>
  onChoose: (html: string) => void
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = items.filter((item) => `${item.name} ${item.text}`.toLowerCase().includes(text.toLowerCase()))
  const choose = (item: Framework | undefined) => {
    if (!item) return
    // How often it is used is for the Library; a lost count must not hold up a reply.
    void api('POST /frameworks/{id}/uses', { params: { id: item.id } }).catch(() => {})
    onChoose(filled(item.text, values))
  }
  useEffect(() => {
    document.getElementById(`framework-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div className="framework-menu" role="group" aria-label={t('composer.framework')}>
      <input
        className="input"
        role="combobox"
        aria-expanded="true"
        aria-controls="frameworks"
        aria-activedescendant={found[at] ? `framework-${at}` : undefined}
        autoFocus
        aria-label={t('framework.find')}
        placeholder={t('framework.find')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          else if (event.key === 'Enter') choose(found[at])
          else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
          else return
          event.preventDefault()
        }}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list is what the field above chooses from */}
      <ul id="frameworks" role="listbox" aria-label={t('composer.framework')}>
        {found.map((item, index) => (
          <li key={item.id} role="presentation">
            <button
              id={`framework-${index}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onClick={() => choose(item)}
            >
              <b>{item.name}</b>
              {(item.mine || ageOf(item.updatedAt)) && (
                <span className="meta">
                  {[item.mine && t('framework.mine'), ageOf(item.updatedAt)].filter(Boolean).join(' · ')}
                </span>
              )}
              <span className="meta cut">{item.text.replace(/\s+/g, ' ').slice(0, 160)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="meta">{t('framework.none')}</p>}
      <button type="button" className="button bare" onClick={onClose}>
        {t('app.cancel')}
      </button>
    </div>
  )
}
