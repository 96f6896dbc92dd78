import { useState } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { locale, t } from '#web/text/t.ts'
import { onEscape } from '#web/ui/onEscape.ts'
import { Skeleton } from '#web/ui/parts.tsx'
import { exact } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'
import { isSameClock, placeOf, wallClockIn } from '#web/ui/zone.ts'

const here = Intl.DateTimeFormat().resolvedOptions().timeZone
const dayOf = new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' })
const clockOf = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' })

/** A call that was agreed on the phone or at the counter: one of the free times, and the number. */
export default function SetCall({
  conversation,
  onClose,
}: {
  conversation: Conversation
  onClose: () => void
}) {
  const { data, error } = useApi('GET /callbacks/slots', { query: { conversation: conversation.id } })
  const { data: team } = useApi('GET /teammates')
  const [at, setAt] = useState('')
  const [phone, setPhone] = useState(conversation.person.phones[0] ?? '')
  const [about, setAbout] = useState('')
  const set = useAction('POST /callbacks', {
    quiet: true,
    onDone: (call) => {
      toast({ text: t('call.setToast', { who: call.customerName, when: exact(call.at) }), lasts: 6000 })
      onClose()
    },
  })
  if (error) return <p className="problem">{error.message}</p>
  if (!data) return <Skeleton lines={2} />
  const days = [...Map.groupBy(data.slots, (slot) => dayOf.format(new Date(slot.at)))]
  const caller = team?.items.find((one) => one.id === data.callerId)?.name
  const theirs = at && !isSameClock(data.timeZone, here, new Date(at)) ? data.timeZone : null
  return (
    <form
      className="panel made"
      onKeyDown={onEscape(onClose)}
      aria-label={t('call.set')}
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate({
          body: { conversationId: conversation.id, at, phone, ...(about.trim() && { about }) },
        })
      }}
    >
      {data.slots.length === 0 ? (
        <p>{t('call.noSlots')}</p>
      ) : (
        <>
          <div className="row">
            <div className="field grow">
              <label htmlFor="call-at">
                {caller ? t('call.when', { name: caller }) : t('call.whenTeam')}
              </label>
              <select
                id="call-at"
                className="input"
                autoFocus
                required
                value={at}
                onChange={(event) => setAt(event.target.value)}
              >
                <option value="">{t('call.choose')}</option>
                {days.map(([day, slots]) => (
                  <optgroup key={day} label={day}>
                    {slots.map((slot) => (
                      <option key={slot.at} value={slot.at}>
                        {clockOf.format(new Date(slot.at))}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
              {theirs && (
                <small>
                  {t('call.theirTime', {
                    time: wallClockIn(theirs, new Date(at)).slice(11),
                    place: placeOf(theirs),
                  })}
                </small>
              )}
            </div>
            <div className="field grow">
              <label htmlFor="call-phone">{t('call.phone')}</label>
              <input
                id="call-phone"
                className="input"
                type="tel"
                required
                maxLength={60}
                value={phone}
                onChange={(event) => setPhone(event.target.value)}
              />
            </div>
          </div>
          <div className="field">
            <label htmlFor="call-about">{t('call.about')}</label>
            <input
              id="call-about"
              className="input"
              maxLength={1000}
              value={about}
              onChange={(event) => setAbout(event.target.value)}
            />
          </div>
        </>
      )}
      {set.error && (
        <p className="problem" role="alert">
          {set.error.message}
        </p>
      )}
      <div className="row">
        {data.slots.length > 0 && (
          <button type="submit" className="button primary" disabled={set.isPending || !at}>
            {t('call.set')}
          </button>
        )}
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  )
}
