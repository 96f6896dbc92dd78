import { useState } from 'react'
import { Link } from 'wouter'
import type { Quiet } from '#contract/silence.ts'
import { useAction } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { useSentToast } from '#web/conversations/useSentToast.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { LetterField } from '#web/ui/LetterField.tsx'
import { Dialog } from '#web/ui/parts.tsx'

/** The drafted update, to be changed and sent by a person. The time it names becomes a promise, unless one does not want that. */
export default function Speak({ quiet, onClose }: { quiet: Quiet; onClose: () => void }) {
  const me = useMe()
  const sent = useSentToast()
  const name = me.teammate.name.split(' ')[0]!
  // Whoever sends it signs it; the draft closes with whoever looks after the conversation.
  const [text, setText] = useState(() =>
    quiet.assigneeId === me.teammate.id ? quiet.draft : signed(quiet.draft, quiet.assigneeId !== null, name),
  )
  const [promises, setPromises] = useState(true)
  const send = useAction('POST /conversations/{id}/replies', {
    quiet: true,
    onDone: ({ messageId }) => {
      sent.say(t('quiet.sent', { who: quiet.customerName }), messageId)
      onClose()
    },
  })
  return (
    <Dialog title={t('quiet.speak', { who: quiet.customerName })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({
            params: { id: quiet.conversationId },
            body: {
              text,
              undoSeconds: sent.undoSeconds,
              promises: promises ? [{ what: t('quiet.again'), due: quiet.next }] : [],
            },
          })
        }}
      >
        <h1>{t('quiet.speak', { who: quiet.customerName })}</h1>
        <LetterField
          id="quiet-text"
          label={t('tell.text')}
          help={t('quiet.help')}
          text={text}
          onChange={setText}
        />
        <label className="row">
          <input type="checkbox" checked={promises} onChange={(event) => setPromises(event.target.checked)} />{' '}
          {t('quiet.promise')}
        </label>
        {send.error && (
          <p className="problem" role="alert">
            {send.error.message}
          </p>
        )}
        <FormEnd does={t('quiet.send')} busy={send.isPending} onCancel={onClose}>
          <Link href={`/conversations/${quiet.conversationId}`} className="button bare">
            {t('quiet.open')}
          </Link>
        </FormEnd>
      </form>
    </Dialog>
  )
}

const signed = (draft: string, hasName: boolean, name: string): string =>
  `${hasName ? draft.replace(/\n\n[^\n]*$/, '') : draft}\n\n${name}`
