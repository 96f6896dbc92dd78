import { useState } from 'react'
import { type Said, type StatusLanguage, type StatusPage, statusLanguages } from '#contract/status.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import { Logo } from './Logo.tsx'
import { Parts } from './Parts.tsx'
import { Programs } from './Programs.tsx'
import { SaidField } from './SaidField.tsx'
import { filled, isSaid } from './said.ts'

/** How the page looks and speaks, for leads; programs that hear of it, for admins. */
export function PageItself({ page }: { page: StatusPage }) {
  const me = useMe()
  return (
    <details className="page-itself">
      <summary>{t('statusPage.itself')}</summary>
      <div className="stack">
        <Parts page={page} />
        <Settings page={page} />
        {me.teammate.role === 'admin' && <Programs />}
      </div>
    </details>
  )
}

function Settings({ page }: { page: StatusPage }) {
  const { data: inboxes } = useApi('GET /inboxes')
  const [intro, setIntro] = useState<Said>(page.intro ?? {})
  const change = useAction('PATCH /status-page', {
    onDone: () => toast({ text: t('app.saved'), lasts: 3000 }),
  })
  const speak = (language: StatusLanguage, on: boolean) => {
    const languages = statusLanguages.filter((one) => (one === language ? on : page.languages.includes(one)))
    if (languages.length) change.mutate({ body: { languages } })
  }
  return (
    <div className="card stack">
      <h3>{t('statusPage.look')}</h3>
      <p>{t('statusPage.lookLead')}</p>
      <fieldset className="choices">
        <legend>{t('statusPage.languages')}</legend>
        {statusLanguages.map((language) => (
          <label key={language}>
            <input
              type="checkbox"
              checked={page.languages.includes(language)}
              disabled={change.isPending || (page.languages.length === 1 && page.languages[0] === language)}
              onChange={({ target }) => speak(language, target.checked)}
            />
            {t(`statusPage.language.${language}`)}
          </label>
        ))}
      </fieldset>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ body: { intro: isSaid(intro) ? filled(intro) : null } })
        }}
      >
        <SaidField
          label={t('statusPage.intro')}
          help={t('statusPage.introHelp')}
          said={intro}
          languages={page.languages}
          most={300}
          isOptional
          onChange={setIntro}
        />
        <div className="row">
          <button type="submit" className="button quiet" disabled={change.isPending}>
            {t('app.save')}
          </button>
        </div>
      </form>
      <Logo logo={page.logo} onChange={(logo) => change.mutate({ body: { logo } })} />
      <div className="field">
        <label htmlFor="status-inbox">{t('statusPage.inbox')}</label>
        <select
          id="status-inbox"
          className="input"
          value={page.inboxId ?? ''}
          disabled={change.isPending}
          onChange={({ target }) => change.mutate({ body: { inboxId: target.value || null } })}
        >
          <option value="">{t('statusPage.inboxFirst')}</option>
          {inboxes?.items.map((inbox) => (
            <option key={inbox.id} value={inbox.id}>
              {inbox.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
