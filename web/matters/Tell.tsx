import { useState } from 'react'
import type { PersonToTell } from '#contract/matters.ts'
import { useAction } from '#web/api/query.ts'
import { useSentToast } from '#web/conversations/useSentToast.ts'
import { t } from '#web/text/t.ts'
import { LetterField } from '#web/ui/LetterField.tsx'
import { Dialog } from '#web/ui/parts.tsx'

/** The personal words to one person, to be looked at and changed; or told another way. Never many at once. */
export default function Tell({ person, onClose }: { person: PersonToTell; onClose: () => void }) {
  const sent = useSentToast()
  const [text, setText] = useState(person.draft ?? '')
  const [because, setBecause] = useState<string | null>(null)
  const params = { id: person.matterId }
  const send = useAction('POST /matters/{id}/tellings', {
    quiet: true,
    onDone: ({ messageId }) => {
      sent.say(t('matters.sent', { who: person.customerName }), messageId)
      onClose()
    },
  })
  const otherwise = useAction('POST /matters/{id}/people/{customerId}/telling', {
    quiet: true,
    onDone: onClose,
  })
  const note = (how: 'aloud' | 'not-needed') =>
    otherwise.mutate({
      params: { ...params, customerId: person.customerId },
      body: { how, news: person.news, ...(because && { because }) },
    })
  const error = send.error ?? otherwise.error
  const title = t('matters.tell', { who: person.customerName })
  return (
    <Dialog title={title} onClose={onClose} className="wide">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (because !== null) return note('not-needed')
          send.mutate({
            params,
            body: { customerId: person.customerId, news: person.news, text, undoSeconds: sent.undoSeconds },
          })
        }}
      >
        <h1>{title}</h1>
        {because === null ? (
          <LetterField
            id="tell-news"
            label={t('tell.text')}
            help={t(person.conversationId ? 'matters.help' : 'matters.noAddress')}
            text={text}
            onChange={setText}
          />
        ) : (
          <div className="field">
            <label htmlFor="tell-because">{t('matters.because')}</label>
            <input
              id="tell-because"
              className="input"
              autoFocus
              required
              maxLength={500}
              value={because}
              onChange={(event) => setBecause(event.target.value)}
            />
          </div>
        )}
        {error && (
          <p className="problem" role="alert">
            {error.message}
          </p>
        )}
        <div className="row">
          {because !== null ? (
            <button type="submit" className="button primary" disabled={otherwise.isPending}>
              {t('app.save')}
            </button>
          ) : (
            <>
              {person.conversationId && (
                <button type="submit" className="button primary" disabled={send.isPending}>
                  {t('quiet.send')}
                </button>
              )}
              <button
                type="button"
                className="button quiet"
                disabled={otherwise.isPending}
                onClick={() => note('aloud')}
              >
                {t('matters.aloud')}
              </button>
              <button type="button" className="button bare" onClick={() => setBecause('')}>
                {t('matters.notNeeded')}
              </button>
            </>
          )}
          <button type="button" className="button bare" onClick={onClose}>
            {t('app.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
