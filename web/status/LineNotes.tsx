import type { StatementReading } from '#care/statement.ts'
import { t } from '#web/text/t.ts'
import { shortly, worthSaying } from './faults.ts'

/** What a reader at the shoulder says: one line after the other, each with its words and its reason. Nothing here stops anybody. */
export function LineNotes({
  text,
  reading,
  most = 3,
}: {
  text: string
  reading: StatementReading | null
  most?: number
}) {
  if (!reading) return null
  const found = reading.lines.flatMap((line) => worthSaying(line.faults))
  if (found.length === 0) return null
  return (
    <ul className="line-notes" aria-label={t('statusPage.lint')}>
      {found.slice(0, most).map((one) => (
        <li key={`${one.id} ${one.start}`}>
          <q>{shortly(text.slice(one.start, one.end))}</q> {t(`statusPage.fault.${one.id}`)}
        </li>
      ))}
      {found.length > most && (
        <li className="meta">{t('statusPage.faultsMore', { n: found.length - most })}</li>
      )}
    </ul>
  )
}
