import type { Statement } from '#contract/statements.ts'
import { type Said, statusLanguages } from '#contract/status.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { SaidField } from '#web/status/SaidField.tsx'
import { SaidForm } from '#web/status/SaidForm.tsx'
import { filled } from '#web/status/said.ts'
import { useKept } from '#web/status/useKept.ts'
import { t } from '#web/text/t.ts'

/** Other words, read line by line while they are written. What was begun stays in this browser. */
export function WordsForm({ statement, onClose }: { statement: Statement; onClose: () => void }) {
  const { id, version, title, words } = statement
  const { data: page } = useApi('GET /status-page')
  const { kept, change, forget } = useKept<{ title: Said; words: Said }>(`${id}.${version}`, { title, words })
  const save = useAction('POST /statements/{id}/versions', {
    quiet: true,
    onDone: () => {
      forget()
      onClose()
    },
  })
  const languages = statusLanguages.filter((one) => page?.languages.includes(one) || words[one] || title[one])
  return (
    <SaidForm
      name={t('statements.change')}
      does={t('app.save')}
      action={save}
      forget={forget}
      onSay={() =>
        save.mutate({
          params: { id },
          body: { title: filled(kept.title), words: filled(kept.words), after: version },
        })
      }
      onClose={onClose}
    >
      <SaidField
        label={t('statements.headline')}
        said={kept.title}
        languages={languages}
        most={140}
        onChange={(next) => change({ title: next })}
      />
      <SaidField
        label={t('statements.words')}
        help={t('statements.wordsHelp')}
        said={kept.words}
        languages={languages}
        most={8000}
        rows={12}
        reads="statement"
        first
        onChange={(next) => change({ words: next })}
      />
      {statement.signers.some((one) => one.signedAt) && <p className="meta">{t('statements.signAnew')}</p>}
    </SaidForm>
  )
}
