import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Conversation } from '#contract/conversations.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { setTag } from './tagging.ts'
import './tags.css'

const TagPicker = lazy(() => import('./TagPicker.tsx'))

/** The tags of a conversation, without colour: what they say is enough. Each leads to what else wears it. */
export function Tags({ conversation }: { conversation: Pick<Conversation, 'id' | 'tags'> }) {
  const me = useMe()
  const mayAct = me.teammate.role !== 'observer'
  const [picking, setPicking] = useState(false)
  const [all, setAll] = useState(false)
  const shown = all ? conversation.tags.length : 3
  const rest = conversation.tags.slice(shown)
  useKeys(mayAct ? [{ keys: 'l', label: 'keys.tag', writes: true, run: () => setPicking(true) }] : [])
  return (
    <>
      {conversation.tags.slice(0, shown).map((tag) => (
        <span key={tag.name} className="tag">
          <Link href={`/search?q=${encodeURIComponent(`tag:"${tag.name}" `)}`} className="cut">
            {tag.name}
          </Link>
          {mayAct && (
            <button
              type="button"
              aria-label={t('tag.takeOff', { name: tag.name })}
              onClick={() => void setTag(conversation, tag.name, false)}
            >
              <XIcon size={12} />
            </button>
          )}
        </span>
      ))}
      {rest.length > 0 && (
        <button
          type="button"
          className="tag add"
          title={rest.map((tag) => tag.name).join(', ')}
          onClick={() => (mayAct ? setPicking(true) : setAll(true))}
        >
          {t('tag.rest', { n: rest.length })}
        </button>
      )}
      {mayAct && (
        <button
          type="button"
          className="tag add"
          title={t('keys.hint', { key: 'l' })}
          onClick={() => setPicking(true)}
        >
          {t('tag.add')}
        </button>
      )}
      <Suspense fallback={null}>
        {picking && (
          <TagPicker
            title={t('tag.title')}
            worn={conversation.tags.map((tag) => tag.name)}
            onSet={(name, on) => void setTag(conversation, name, on)}
            onClose={() => setPicking(false)}
          />
        )}
      </Suspense>
    </>
  )
}
