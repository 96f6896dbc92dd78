import { useState } from 'react'
import type { StatementPart } from '#care/statement.ts'
import type { Statement } from '#contract/statements.ts'
import type { StatusLanguage } from '#contract/status.ts'
import { useAction } from '#web/api/query.ts'
import { Highlighted } from '#web/care/Highlighted.tsx'
import { shortly, worthSaying } from '#web/status/faults.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { FormEnd } from '#web/ui/FormEnd.tsx'

/** In the order in which whoever was hurt wants to read them. */
const parts: readonly StatementPart[] = ['hurt', 'did', 'sorry', 'doing', 'when']

/** Line by line: the words, what is against them, and where somebody has something to say. */
export function Lines({ statement, language }: { statement: Statement; language: StatusLanguage }) {
  const reading = statement.reading[language]
  const [at, setAt] = useState<number | null>(null)
  if (!reading) return null
  const text = statement.words[language]!
  return (
    <section className="card statement-lines" aria-label={t(`statusPage.language.${language}`)}>
      <ol>
        {reading.lines.map((line) => {
          const own = statement.comments.filter(
            (one) => !one.settledAt && one.language === language && line.text.includes(one.quote),
          )
          const faults = worthSaying(line.faults)
          return (
            <li key={line.start} className={line.faults.length ? 'flagged' : undefined}>
              <p lang={language} className="serif">
                <Highlighted
                  text={line.text}
                  places={faults.map((one) => ({
                    start: one.start - line.start,
                    end: one.end - line.start,
                  }))}
                  label={t('statements.flagged')}
                />
              </p>
              {faults.map((one) => (
                <p key={`${one.id} ${one.start}`} className="fault">
                  <q>{shortly(text.slice(one.start, one.end))}</q>{' '}
                  {t(`statusPage.fault.${one.id}` as TextKey)}
                </p>
              ))}
              {own.map((one) => (
                <p key={one.id} className="remark">
                  <b>{one.by}</b> {one.text}
                </p>
              ))}
              {at === line.start ? (
                <Remark
                  statement={statement}
                  language={language}
                  quote={text.slice(line.start, line.end).slice(0, 500)}
                  onClose={() => setAt(null)}
                />
              ) : (
                <button type="button" className="link" onClick={() => setAt(line.start)}>
                  {t('statements.remark')}
                  <span className="hide">: {line.text.slice(0, 60)}</span>
                </button>
              )}
            </li>
          )
        })}
      </ol>
      <ul className="statement-parts" aria-label={t('statements.says')}>
        {parts.map((part) => {
          const isMissing = reading.missing.includes(part)
          return (
            <li key={part} className={isMissing ? 'missing' : 'there'}>
              <span aria-hidden="true">{isMissing ? '–' : '✓'}</span>{' '}
              {t(`statements.part.${part}${isMissing ? '.missing' : ''}` as TextKey)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Remark({
  statement,
  language,
  quote,
  onClose,
}: {
  statement: Statement
  language: StatusLanguage
  quote: string
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const say = useAction('POST /statements/{id}/comments', { onDone: onClose })
  const { id, version } = statement
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        say.mutate({ params: { id }, body: { version, language, quote, text } })
      }}
    >
      <div className="field">
        <label htmlFor="statement-remark">{t('statements.remark')}</label>
        <textarea
          id="statement-remark"
          className="input"
          rows={2}
          required
          autoFocus
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <FormEnd does={t('app.save')} quiet busy={say.isPending} onCancel={onClose} />
    </form>
  )
}
