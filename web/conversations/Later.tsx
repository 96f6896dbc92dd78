import { useState } from 'react'
import { useAction } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { onEscape } from '#web/ui/onEscape.ts'
import { exact, wallClock } from '#web/ui/time.ts'
import { toast } from '#web/ui/toast.tsx'

const at = (days: number, hour: number) => {
  const date = new Date()
  date.setDate(date.getDate() + days)
  date.setHours(hour, 0, 0, 0)
  return date
}
const nextMonday = () => at((8 - new Date().getDay()) % 7 || 7, 9)
const presets: [TextKey, () => Date | null][] = [
  ['later.tomorrow', () => at(1, 9)],
  ['later.monday', nextMonday],
  ['later.week', () => at(7, 9)],
  ['later.reply', () => null],
]

/** Put off, always with a reason; where the reason is one's word to them, it goes on the board as a promise. */
export function Later({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [own, setOwn] = useState('')
  const [promised, setPromised] = useState(false)
  const reopen = useAction('POST /conversations/{id}/reopening')
  const snooze = useAction('POST /conversations/{id}/snoozing', {
    onDone: () => {
      toast({
        text: t('later.done'),
        action: { label: t('app.undo'), run: () => reopen.mutate({ params: { id } }) },
      })
      onClose()
    },
  })
  const promise = useAction('POST /promises/snoozing', {
    quiet: true,
    onDone: () => {
      toast({ text: t('later.promisedDone'), lasts: 5000 })
      onClose()
    },
  })
  const go = (until: Date | null) => {
    if (promised && until)
      return promise.mutate({ body: { conversationId: id, what: reason.trim(), due: until.toISOString() } })
    snooze.mutate({
      params: { id },
      body: { until: until?.toISOString() ?? null, reason: reason.trim() || t('later.noReason') },
    })
  }
  const lacksWord = promised && reason.trim() === ''
  return (
    <div className="panel" role="group" aria-label={t('thread.later')} onKeyDown={onEscape(onClose)}>
      <div className="field">
        <label htmlFor="later-reason">{t(promised ? 'later.what' : 'later.reason')}</label>
        <input
          id="later-reason"
          className="input"
          autoFocus
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            // The first choice is the commonest one: whoever writes by the keyboard ends by it.
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || lacksWord) return
            event.preventDefault()
            go(presets[0]![1]())
          }}
          placeholder={t(promised ? 'later.whatExample' : 'later.example')}
        />
      </div>
      <label className="row">
        <input type="checkbox" checked={promised} onChange={(event) => setPromised(event.target.checked)} />{' '}
        {t('later.promised', { name })}
      </label>
      <div className="row">
        {presets.map(([label, when], index) => {
          const until = when()
          // A word needs a time of its own.
          if (promised && !until) return null
          return (
            <button
              key={label}
              type="button"
              className="button quiet"
              disabled={lacksWord}
              title={until ? exact(until.toISOString()) : undefined}
              onClick={() => go(until)}
            >
              {t(label)} {index === 0 && <kbd>↵</kbd>}
            </button>
          )
        })}
        <label className="hide" htmlFor="later-own">
          {t('later.own')}
        </label>
        <input
          id="later-own"
          className="input auto"
          type="datetime-local"
          min={wallClock()}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        {own && (
          <button
            type="button"
            className="button primary"
            disabled={lacksWord}
            onClick={() => go(new Date(own))}
          >
            {t('thread.later')}
          </button>
        )}
        <button type="button" className="button bare" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
      {promise.error && (
        <p className="problem" role="alert">
          {promise.error.message}
        </p>
      )}
    </div>
  )
}
