import type { Conversation } from '#contract/conversations.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Choose } from './Choose.tsx'
import { Given } from './Given.tsx'
import { openExtras, useOpened } from './opened.ts'
import './extras.css'

/** What was given here and is not finished, and the catalogue where somebody asked for it. Nothing stands here otherwise. */
export default function Extras({ conversation }: { conversation: Conversation }) {
  const { data } = useApi('GET /conversations/{id}/extras', { params: { id: conversation.id } })
  const isOpen = useOpened() === conversation.id
  if (!data) return null
  const unfinished = data.items.filter((one) => one.state !== 'off' && !one.answer).slice(0, 3)
  if (!isOpen && unfinished.length === 0) return null
  return (
    <section className="extras" aria-label={t('extras.title')}>
      {unfinished.length > 0 && (
        <ul>
          {unfinished.map((one) => (
            <li key={one.id}>
              <Given given={one} />
            </li>
          ))}
        </ul>
      )}
      {isOpen && <Choose conversation={conversation} may={data.may} onClose={() => openExtras(null)} />}
    </section>
  )
}
