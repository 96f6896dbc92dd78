import { useState } from 'react'
import type { Answer } from '#web/api/client.ts'
import { api } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'

type Framework = Answer<'GET /frameworks'>['items'][number]
const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

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
  const found = items.filter((item) => `${item.name} ${item.text}`.toLowerCase().includes(text.toLowerCase()))
  const choose = (item: Framework | undefined) => {
    if (!item) return
    void api('POST /frameworks/{id}/uses', { params: { id: item.id } })
    const filled = item.text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
    onChoose(
      filled
        .split(/\n{2,}/)
        .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
        .join(''),
    )
  }
  return (
    <div className="framework-menu" role="group" aria-label={t('composer.framework')}>
      <input
        className="input"
        autoFocus
        aria-label={t('framework.find')}
        placeholder={t('framework.find')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) =>
          event.key === 'Escape' ? onClose() : event.key === 'Enter' && choose(found[0])
        }
      />
      <ul>
        {found.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => choose(item)}>
              <b>{item.name}</b>
              <span className="meta">{item.text.replace(/\s+/g, ' ').slice(0, 110)}</span>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button bare" onClick={onClose}>
        {t('app.cancel')}
      </button>
    </div>
  )
}
