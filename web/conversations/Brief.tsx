import { QuotesIcon } from '@phosphor-icons/react/dist/csr/Quotes'
import { memo } from 'react'
import type { Conversation } from '#contract/conversations.ts'
import { useAction } from '#web/api/query.ts'
import { type TextKey, t } from '#web/text/t.ts'

/** Readable in ten seconds: what they asked, as ticks, and the words that show how they feel; each leads to where it stands. */
export const Brief = memo(function Brief({ conversation }: { conversation: Conversation }) {
  const tick = useAction('POST /conversations/{id}/asks/{askId}/answer')
  const open = conversation.asks.filter((ask) => !ask.answered)
  const moods = conversation.moods
    .filter((mood) =>
      ['upset', 'failure', 'urgent', 'leaving', 'vulnerable', 'repeat', 'chase', 'praise'].includes(
        mood.signal,
      ),
    )
    // Who says the same in two letters is shown once.
    .filter(
      ({ signal, words }, at, all) =>
        at === all.findIndex((one) => one.signal === signal && one.words === words),
    )
    .slice(0, 2)
  if (conversation.asks.length === 0 && moods.length === 0) return null
  return (
    <section className="brief" aria-label={t('brief.label')}>
      {conversation.asks.length > 0 && (
        <details open={open.length > 0}>
          <summary>
            {t('brief.asked')}{' '}
            <span className="meta">
              {t('brief.count', {
                answered: conversation.asks.length - open.length,
                all: conversation.asks.length,
              })}
            </span>
          </summary>
          <ul>
            {conversation.asks.slice(-8).map((ask) => (
              <li key={ask.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={ask.answered}
                    onChange={(event) =>
                      tick.mutate({
                        params: { id: conversation.id, askId: ask.id },
                        body: { answered: event.target.checked },
                      })
                    }
                  />
                  <span className="serif" dir="auto">
                    {ask.text}
                  </span>
                </label>
                <a
                  href={`#${ask.messageId}`}
                  className="icon-button"
                  aria-label={t('brief.where', { ask: ask.text })}
                  title={t('brief.where', { ask: ask.text })}
                >
                  <QuotesIcon size={16} />
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {moods.length > 0 && (
        <div className="moods">
          {moods.map((mood) => (
            <p key={mood.signal + mood.words} className="mood">
              <b>{t(`mood.${mood.signal}` as TextKey)}</b>{' '}
              <a href={`#${mood.messageId}`} className="serif" dir="auto">
                “{mood.words}”
              </a>
            </p>
          ))}
        </div>
      )}
    </section>
  )
})
