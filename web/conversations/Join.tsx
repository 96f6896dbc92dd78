import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { queryClient } from '#web/api/cache.ts'
import { api, Problem } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Time } from '#web/ui/parts.tsx'
import { toast } from '#web/ui/toast.tsx'
import { trying } from './useTies.ts'
import './ties.css'
import { onEscape } from '#web/ui/onEscape.ts'

interface Other {
  id: string
  subject: string
  person: string | null
  at: string | null
}

/** Merges another conversation into this one, or links the two: first this person's others, then whatever is looked for. */
export default function Join({
  conversation,
  how,
  onClose,
}: {
  conversation: Conversation
  how: 'merge' | 'link'
  onClose: () => void
}) {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState<Other | null>(null)
  const { found, isSearching } = useOthers(conversation, words)
  const merge = async (other: Other, differentPerson = false) => {
    try {
      const { mergeId } = await api('POST /conversations/{id}/merging', {
        params: { id: conversation.id },
        body: { conversationId: other.id, differentPerson },
      })
      void queryClient.invalidateQueries()
      toast({
        text: t('ties.merged', { subject: other.subject }),
        action: { label: t('app.undo'), run: () => void part(mergeId) },
      })
      onClose()
    } catch (error) {
      const problem = error as Problem
      if (problem instanceof Problem && problem.type === 'different-person') setAsked(other)
      else toast({ text: problem.message, lasts: 8000 })
    }
  }
  const link = (other: Other) =>
    trying(() =>
      api('POST /conversations/{id}/links', {
        params: { id: conversation.id },
        body: { conversationId: other.id },
      }),
    ).then((done) => done && onClose())
  return (
    <div
      className="panel"
      role="group"
      aria-label={t(how === 'merge' ? 'ties.merge' : 'ties.link')}
      onKeyDown={onEscape(onClose)}
    >
      {asked ? (
        <>
          <p role="alert">{t('ties.different', { person: asked.person ?? '' })}</p>
          <div className="row">
            <button
              type="button"
              autoFocus
              className="button primary"
              onClick={() => void merge(asked, true)}
            >
              {t('ties.mergeAllTheSame')}
            </button>
            <button type="button" className="button quiet" onClick={() => setAsked(null)}>
              {t('app.cancel')}
            </button>
          </div>
        </>
      ) : (
        <>
          <div className="field">
            <label htmlFor="join-search">{t(how === 'merge' ? 'ties.mergeWhich' : 'ties.linkWhich')}</label>
            <input
              id="join-search"
              className="input"
              type="search"
              autoFocus
              autoComplete="off"
              placeholder={t('ties.search')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </div>
          <ul className="others">
            {found.map((other) => (
              <li key={other.id}>
                <button
                  type="button"
                  className="other"
                  onClick={() => void (how === 'merge' ? merge(other) : link(other))}
                >
                  <span className="cut">
                    {other.person && <b>{other.person} · </b>}
                    {other.subject}
                  </span>
                  <span className="meta">{other.at && <Time at={other.at} />}</span>
                </button>
              </li>
            ))}
          </ul>
          {found.length === 0 && !isSearching && (
            <p className="meta">{t(words.trim() ? 'ties.none' : 'ties.noOther')}</p>
          )}
          <div className="row">
            <p className="meta grow">{t(how === 'merge' ? 'ties.mergeHelp' : 'ties.linkHelp')}</p>
            <button type="button" className="button bare" onClick={onClose}>
              {t('app.cancel')}
            </button>
          </div>
        </>
      )}
    </div>
  )
}

function useOthers(
  conversation: Conversation,
  words: string,
): { found: readonly Other[]; isSearching: boolean } {
  const q = words.trim()
  const { data, isFetching } = useApi(
    'GET /search',
    { query: { q, kind: 'conversation', limit: '8' } as never },
    { enabled: q.length > 1, keep: true },
  )
  const own = conversation.chapters.map(({ id, subject, at }) => ({ id, subject, at, person: null }))
  if (q.length < 2) return { found: own.slice(0, 6), isSearching: false }
  const hits = (data?.items ?? []).map((hit) => ({
    id: hit.id,
    subject: hit.title,
    person: hit.customerName,
    at: hit.at,
  }))
  return { found: hits.filter((hit) => hit.id !== conversation.id).slice(0, 8), isSearching: isFetching }
}

export const part = (mergeId: string) =>
  trying(() => api('DELETE /merges/{id}', { params: { id: mergeId } })).then(
    (done) => done && toast({ text: t('ties.parted'), lasts: 5000 }),
  )
