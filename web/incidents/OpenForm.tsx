import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Incident } from '#contract/incident.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction } from '#web/api/query.ts'
import { openInboxes, useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { InboxField } from '#web/ui/InboxField.tsx'
import { toast } from '#web/ui/toast.tsx'
import { startedFrom, startFromNobody } from './startFrom.ts'

/** One sentence opens it; who is hit can be found afterwards, or comes along with the conversations one began from. */
export function OpenForm({ others, onClose }: { others: readonly Incident[]; onClose: () => void }) {
  const me = useMe()
  const [, go] = useLocation()
  const [what, setWhat] = useState('')
  const [begun] = useState(startedFrom)
  const [from, setFrom] = useState(begun.conversationIds)
  const [inboxId, setInboxId] = useState(begun.inboxId ?? openInboxes(me)[0]?.id ?? '')
  const done = (id: string) => {
    startFromNobody()
    go(`/incidents/${id}`)
  }
  const open = useAction('POST /incidents', { quiet: true, onDone: (made) => done(made.id) })
  const join = async (id: string) => {
    try {
      await api('POST /incidents/{id}/clues', {
        params: { id },
        body: { by: 'conversations', conversationIds: from },
      })
      void queryClient.invalidateQueries()
      done(id)
    } catch (error) {
      toast({ text: (error as Error).message, lasts: 8000 })
    }
  }
  const nobody = () => {
    startFromNobody()
    setFrom([])
  }
  return (
    <form
      className="card stack incident-open"
      aria-label={t('incident.new')}
      onSubmit={(event) => {
        event.preventDefault()
        open.mutate({
          body: {
            inboxId,
            what,
            clues: from.length > 0 ? [{ by: 'conversations', conversationIds: from }] : [],
          },
        })
      }}
    >
      <div className="field">
        <label htmlFor="incident-what">{t('incident.what')}</label>
        <input
          id="incident-what"
          className="input"
          required
          autoFocus
          maxLength={300}
          placeholder={t('incident.whatExample')}
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        />
        <small>{t('incident.whatHelp')}</small>
      </div>
      {from.length > 0 && (
        <p className="row">
          <span>{t('incident.from', { n: from.length })}</span>
          <button type="button" className="link" onClick={nobody}>
            {t('incident.fromNobody')}
          </button>
        </p>
      )}
      <InboxField
        inboxes={openInboxes(me)}
        label={t('incident.inbox')}
        value={inboxId}
        onChange={setInboxId}
      />
      {open.error && (
        <p className="problem" role="alert">
          {open.error.message}
        </p>
      )}
      <FormEnd
        does={t('incident.open')}
        busy={open.isPending}
        onCancel={() => {
          startFromNobody()
          onClose()
        }}
      />
      {from.length > 0 && others.length > 0 && (
        <div className="stack join">
          <p className="meta">{t('incident.orJoin')}</p>
          {others.map((one) => (
            <button key={one.id} type="button" className="button quiet" onClick={() => void join(one.id)}>
              <span className="cut">{one.what}</span>
            </button>
          ))}
        </div>
      )}
    </form>
  )
}
