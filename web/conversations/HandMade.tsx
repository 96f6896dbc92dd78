import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { DueHint } from '#web/promises/DueHint.tsx'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { onEscape } from '#web/ui/onEscape.ts'
import { wallClock } from '#web/ui/time.ts'

const again = ['once', 'daily', 'weekly', 'fortnightly', 'monthly'] as const

/** A promise made on the phone or at the counter, written down by hand. */
export default function HandMade({
  conversation,
  onClose,
}: {
  conversation: Conversation
  onClose: () => void
}) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const [what, setWhat] = useState('')
  const [due, setDue] = useState(() => wallClock(new Date(Date.now() + 86_400_000)))
  const [waits, setWaits] = useState(false)
  const [maker, setMaker] = useState<string>('me')
  const [repeats, setRepeats] = useState<(typeof again)[number]>('once')
  const [alsoTo, setAlsoTo] = useState('')
  const make = useAction('POST /promises', { onDone: onClose, quiet: true })
  const instant = due && !waits ? new Date(due).toISOString() : null
  const others = (team?.items ?? []).filter(
    (one) =>
      one.id !== me.teammate.id &&
      one.role !== 'observer' &&
      (one.role === 'admin' || one.inboxes.includes(conversation.inboxId)),
  )
  const copied = conversation.participants.filter((one) => one.role === 'cc' && one.name)
  return (
    <form
      className="panel made"
      onKeyDown={onEscape(onClose)}
      aria-label={t('thread.promise')}
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({
          body: {
            conversationId: conversation.id,
            what,
            due: instant,
            ...(maker !== 'me' && { makerId: maker === 'nobody' ? null : maker }),
            repeats: repeats === 'once' ? null : repeats,
            alsoTo: alsoTo
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean),
          },
        })
      }}
    >
      <div className="row">
        <div className="field grow">
          <label htmlFor="made-what">
            {t('made.what', { name: conversation.person.preferredName ?? conversation.person.name })}
          </label>
          <input
            id="made-what"
            className="input"
            autoFocus
            required
            maxLength={500}
            value={what}
            onChange={(event) => setWhat(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="made-due">{t('made.due')}</label>
          <input
            id="made-due"
            className="input"
            type="datetime-local"
            required={!waits}
            disabled={waits}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </div>
      </div>
      <DueHint
        due={instant}
        maker={maker}
        conversation={conversation.id}
        onTime={(when) => setDue(wallClock(new Date(when)))}
        onMaker={(id) => setMaker(id === me.teammate.id ? 'me' : id)}
      />
      <details className="made-more">
        <summary>{t('made.more')}</summary>
        <div className="stack">
          <div className="row">
            <div className="field grow">
              <label htmlFor="made-maker">{t('made.maker')}</label>
              <select
                id="made-maker"
                className="input"
                value={maker}
                onChange={(event) => setMaker(event.target.value)}
              >
                <option value="me">{t('made.me')}</option>
                <option value="nobody">{t('made.team')}</option>
                {others.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            </div>
            <div className="field grow">
              <label htmlFor="made-again">{t('made.again')}</label>
              <select
                id="made-again"
                className="input"
                disabled={waits}
                value={waits ? 'once' : repeats}
                onChange={(event) => setRepeats(event.target.value as 'once')}
              >
                {again.map((one) => (
                  <option key={one} value={one}>
                    {t(`made.${one}`)}
                  </option>
                ))}
              </select>
            </div>
          </div>
          <div className="field">
            <label htmlFor="made-also">{t('made.alsoTo')}</label>
            <input
              id="made-also"
              className="input"
              list="made-people"
              value={alsoTo}
              onChange={(event) => setAlsoTo(event.target.value)}
            />
            <datalist id="made-people">
              {copied.map((one) => (
                <option key={one.email} value={one.name!} />
              ))}
            </datalist>
            <small>{t('made.alsoToHelp')}</small>
          </div>
          <label className="row">
            <input
              type="checkbox"
              checked={waits}
              onChange={(event) => {
                setWaits(event.target.checked)
                if (event.target.checked) setRepeats('once')
              }}
            />{' '}
            {t('made.noTime')}
          </label>
        </div>
      </details>
      {make.error && (
        <p className="problem" role="alert">
          {make.error.message}
        </p>
      )}
      <FormEnd does={t('made.keep')} busy={make.isPending} onCancel={onClose} />
    </form>
  )
}
