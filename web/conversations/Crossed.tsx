import { t } from '#web/text/t.ts'
import type { Crossing } from './useSending.ts'

/** What came in while the reply was written, above the kept words; nothing was sent. */
export function Crossed({ messages, onAnyway }: { messages: readonly Crossing[]; onAnyway: () => void }) {
  return (
    <div className="crossed" role="alert">
      <p>
        <b>{t('composer.crossed')}</b>
      </p>
      {messages.map((message) => (
        <blockquote key={message.id} dir="auto">
          <b>{message.from}</b>
          <span className="serif">{message.text}</span>
        </blockquote>
      ))}
      <button type="button" className="button quiet" onClick={onAnyway}>
        {t('composer.anyway')}
      </button>
    </div>
  )
}
