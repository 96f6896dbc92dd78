import { useEffect, useRef, useState } from 'react'
import type { Person } from '#contract/common.ts'
import type { Conversation } from '#contract/conversations.ts'
import { api, Problem } from '#web/api/client.ts'

interface Words {
  html: string
  text: string
  to: Person[]
  cc: Person[]
  attachments: string[]
}

/** Keeps a draft: in the browser at once, on the server within a second. An older window never overwrites a newer one. */
export function useDraft(
  conversation: Conversation,
  kind: 'reply' | 'note',
  words: Words,
  onNewer: () => void,
): { state: 'saved' | 'here' | 'newer' | null; forget: () => void } {
  const [state, setState] = useState<'saved' | 'here' | 'newer' | null>(null)
  const version = useRef(conversation.drafts.find((draft) => draft.kind === kind)?.version ?? 0)
  const last = useRef<string | null>(null)
  const typing = useRef(0)
  const key = `tend.draft.${conversation.id}.${kind}`
  const now = JSON.stringify(words)
  const newer = useRef(onNewer)
  newer.current = onNewer
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` holds every word
  useEffect(() => {
    if (last.current === null) {
      last.current = now
      return
    }
    if (last.current === now) return
    if (words.text.trim() === '' && words.attachments.length === 0) return
    localStorage.setItem(key, now)
    setState('here')
    if (Date.now() - typing.current > 8000) {
      typing.current = Date.now()
      void api('PUT /conversations/{id}/presence', {
        params: { id: conversation.id },
        body: { doing: 'typing' },
      }).catch(() => {})
    }
    const timer = setTimeout(() => {
      api('PUT /conversations/{id}/drafts/{kind}', {
        params: { id: conversation.id, kind },
        body: { ...words, version: version.current },
      }).then(
        (kept) => {
          version.current = kept.version
          last.current = now
          localStorage.removeItem(key)
          setState('saved')
        },
        (error) => {
          if (error instanceof Problem && error.type === 'newer-draft') {
            version.current = (error.document.newer as { version: number }).version
            setState('newer')
            newer.current()
          }
        },
      )
    }, 700)
    return () => clearTimeout(timer)
  }, [now])
  return {
    state,
    forget: () => {
      localStorage.removeItem(key)
      last.current = null
      version.current = 0
      setState(null)
      void api('DELETE /conversations/{id}/drafts/{kind}', { params: { id: conversation.id, kind } }).catch(
        () => {},
      )
    },
  }
}
