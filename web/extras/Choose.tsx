import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import type { Answer } from '#web/api/client.ts'
import { useAction } from '#web/api/query.ts'
import { offerSentence } from '#web/authority/offered.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { costWords } from './words.ts'

type May = Answer<'GET /conversations/{id}/extras'>['may'][number]

/** The catalogue, free ones first: one press gives. What has to be made, or needs a yes, says so before it is pressed. */
export function Choose({
  conversation,
  may,
  onClose,
}: {
  conversation: Conversation
  may: readonly May[]
  onClose: () => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const [because, setBecause] = useState('')
  // It was asked for elsewhere on the screen: whoever asked goes on here.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' })
    box.current?.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true })
  }, [])
  const give = useAction('POST /conversations/{id}/extras', {
    quiet: true,
    onDone: (made) => {
      toast({
        text: t(`extras.gave.${made.state}` as 'extras.gave.possible', {
          name: made.name,
          maker: made.makerName?.split(' ')[0] ?? '',
        }),
        lasts: 8000,
        ...(made.sentence && {
          action: { label: t('authority.intoReply'), run: () => void offerSentence(made.sentence!) },
        }),
      })
      onClose()
    },
  })
  return (
    <div
      ref={box}
      className="extras-choose"
      role="group"
      aria-label={t('extras.choose')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <p className="row">
        <b className="grow">{t('extras.choose')}</b>
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </p>
      {may.length === 0 && <p className="meta">{t('extras.noneHere')}</p>}
      <ul>
        {may.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="button quiet"
              disabled={give.isPending || one.how === 'none-left'}
              onClick={() =>
                give.mutate({
                  params: { id: conversation.id },
                  body: {
                    extraId: one.id,
                    ask: one.how === 'ask',
                    ...(because.trim() && { because: because.trim() }),
                  },
                })
              }
            >
              {one.name}
            </button>
            <span className="meta">
              {[
                costWords(one),
                one.left !== null && one.how !== 'none-left' && t('extras.left', { n: one.left }),
                one.makerName && t('extras.makes', { maker: one.makerName.split(' ')[0]! }),
                (one.how === 'ask' || one.how === 'none-left') && t(`extras.how.${one.how}`),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {may.length > 0 && (
        <label className="field">
          <span className="meta">{t('extras.because')}</span>
          <input
            className="input"
            maxLength={500}
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        </label>
      )}
      {give.error && (
        <p className="problem" role="alert">
          {give.error.message}
        </p>
      )}
    </div>
  )
}
