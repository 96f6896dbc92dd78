import { useState } from 'react'
import type { Fact } from '#contract/customers.ts'
import { useAction } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'
import { inDays } from './Facts.tsx'

const days = { never: null, quarter: 91, year: 365 } as const

/** Remembers something they said, with how carefully it is held, whether we may speak of it, and when it goes. */
export function FactForm({
  customerId,
  kind,
  conversationId,
  inboxId,
  onClose,
}: {
  customerId: string
  kind: Fact['kind']
  conversationId?: string | undefined
  inboxId?: string | undefined
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [privacy, setPrivacy] = useState<Fact['privacy']>('plain')
  const [mention, setMention] = useState<Fact['mention']>('ask')
  const [expires, setExpires] = useState<keyof typeof days>('never')
  const remember = useAction('POST /customers/{id}/facts', { quiet: true, onDone: onClose })
  const pick = <V extends string>(
    name: string,
    label: string,
    value: V,
    choices: readonly (readonly [V, string])[],
    set: (value: V) => void,
  ) => (
    <div className="field">
      <label htmlFor={`fact-${name}`}>{label}</label>
      <select
        id={`fact-${name}`}
        className="input"
        value={value}
        onChange={(event) => set(event.target.value as V)}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <form
      className="stack about-form"
      aria-label={t(`fact.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault()
        if (!text.trim()) return
        const left = days[expires]
        remember.mutate({
          params: { id: customerId },
          body: {
            text,
            kind,
            privacy,
            mention,
            ...(left !== null && { expiresAt: inDays(left) }),
            ...(conversationId && { conversationId }),
            ...(inboxId && { inboxId }),
          },
        })
      }}
    >
      <div className="field">
        <label htmlFor="new-fact">{t(`fact.${kind}`)}</label>
        <textarea
          id="new-fact"
          className="input"
          rows={2}
          required
          autoFocus
          maxLength={1000}
          placeholder={t(`fact.${kind}.example`)}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="two">
        {pick(
          'privacy',
          t('fact.privacy'),
          privacy,
          (['plain', 'careful', 'sensitive'] as const).map((one) => [one, t(`privacy.${one}`)]),
          setPrivacy,
        )}
        {pick(
          'expires',
          t('fact.expires'),
          privacy === 'sensitive' && expires === 'never' ? 'year' : expires,
          (privacy === 'sensitive'
            ? (['quarter', 'year'] as const)
            : (['never', 'quarter', 'year'] as const)
          ).map((one) => [one, t(`expires.${one}`)]),
          setExpires,
        )}
        {kind === 'life' &&
          pick(
            'mention',
            t('fact.mention'),
            mention,
            (['ask', 'yes', 'no'] as const).map((one) => [one, t(`mention.${one}`)]),
            setMention,
          )}
      </div>
      {remember.error && (
        <p className="problem" role="alert">
          {remember.error.message}
        </p>
      )}
      <FormEnd does={t('app.save')} busy={remember.isPending} onCancel={onClose} />
    </form>
  )
}
