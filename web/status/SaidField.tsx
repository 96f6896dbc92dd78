import { useId } from 'react'
import type { Said, StatusLanguage } from '#contract/status.ts'
import { t } from '#web/text/t.ts'
import { LineNotes } from './LineNotes.tsx'
import { useLines } from './useLines.ts'

/** The same words in every language of the page; a language that is left empty gets the other one's. */
export function SaidField({
  label,
  help,
  said,
  languages,
  most,
  rows = 1,
  reads = null,
  isOptional = false,
  first = false,
  onChange,
}: {
  label: string
  help?: string
  said: Said
  languages: readonly StatusLanguage[]
  most: number
  rows?: number
  /** A reader looks over the shoulder: at the lines, and for a statement at what is still missing. */
  reads?: 'lines' | 'statement' | null
  isOptional?: boolean
  first?: boolean
  onChange: (said: Said) => void
}) {
  const id = useId()
  const one = (language: StatusLanguage, at: number) => {
    const own = `${id}-${language}`
    const words = said[language] ?? ''
    const isNeeded = !isOptional && languages.every((other) => other === language || !said[other]?.trim())
    const props = {
      id: own,
      className: 'input',
      lang: language,
      maxLength: most,
      value: words,
      required: isNeeded,
      autoFocus: first && at === 0,
      ...(help && at === 0 && { 'aria-describedby': `${id}-help` }),
      onChange: ({ target }: { target: { value: string } }) =>
        onChange({ ...said, [language]: target.value }),
    }
    return (
      <div key={language} className="field">
        <label htmlFor={own}>
          {label}
          {languages.length > 1 && <span className="meta"> {t(`statusPage.language.${language}`)}</span>}
        </label>
        {rows > 1 ? <textarea rows={rows} {...props} /> : <input {...props} />}
        {help && at === 0 && <small id={`${id}-help`}>{help}</small>}
        {reads && <Read text={words} language={language} isStatement={reads === 'statement'} />}
      </div>
    )
  }
  return <>{languages.map(one)}</>
}

function Read({
  text,
  language,
  isStatement,
}: {
  text: string
  language: StatusLanguage
  isStatement: boolean
}) {
  const reading = useLines(text, language)
  const missing = isStatement ? (reading?.missing ?? []) : []
  return (
    <>
      <LineNotes reading={reading} />
      {missing.length > 0 && (
        <p className="meta">
          {t('statements.stillMissing', {
            parts: missing.map((part) => t(`statements.part.${part}`)).join(', '),
          })}
        </p>
      )}
    </>
  )
}
