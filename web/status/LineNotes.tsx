import type { StatementReading } from '#care/statement.ts'
import { t } from '#web/text/t.ts'
import { shortly, worthSaying } from './faults.ts'

/** What a reader at the shoulder says: one line after the other, each with its words and its reason. Nothing here stops anybody. */
export function LineNotes({ reading, most = 3 }: { reading: StatementReading | null; most?: number }) {
  const found = (reading?.lines ?? []).flatMap(({ text, start, faults }) =>
    worthSaying(faults).map((one) => ({ ...one, words: text.slice(one.start - start, one.end - start) })),
  )
  if (found.length === 0) return null
  return (
    <ul className="line-notes" aria-label={t('statusPage.lint')}>
      {found.slice(0, most).map((one) => (
        <li key={`${one.id} ${one.start}`}>
          <q>{shortly(one.words)}</q> {t(`statusPage.fault.${one.id}`)}
        </li>
      ))}
      {found.length > most && (
        <li className="meta">{t('statusPage.faultsMore', { n: found.length - most })}</li>
      )}
    </ul>
  )
}
