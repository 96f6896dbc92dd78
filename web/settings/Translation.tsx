import { useState } from 'react'
import type { EngineKind, TranslationSetting } from '#contract/translation.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { type TextKey, t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import '#web/translation/translation.css'

const kinds: readonly EngineKind[] = ['libretranslate', 'deepl', 'openai']
const examples: Record<EngineKind, string> = {
  libretranslate: 'http://localhost:5000',
  deepl: 'https://api-free.deepl.com',
  openai: 'http://localhost:11434/v1',
}

/** Which engine translates, and what of the house it is handed. */
export function Translation() {
  const { data } = useApi('GET /translation')
  return data ? <Form key={JSON.stringify(data)} setting={data} /> : null
}

function Form({ setting }: { setting: TranslationSetting }) {
  const me = useMe()
  const { engine } = setting
  const [kind, setKind] = useState<EngineKind>(engine?.kind ?? 'libretranslate')
  const [url, setUrl] = useState(engine?.url ?? '')
  const [model, setModel] = useState(engine?.model ?? '')
  const [key, setKey] = useState('')
  const [inside, setInside] = useState(engine?.inside ?? false)
  const [byItself, setByItself] = useState(setting.byItself)
  const [off, setOff] = useState<readonly string[]>(setting.off)
  const set = useAction('PUT /translation', {
    quiet: true,
    onDone: () => toast({ text: t('app.saved'), lasts: 3000 }),
  })
  const drop = useAction('DELETE /translation')
  const trial = useAction('POST /translation/trial', { quiet: true })
  return (
    <>
      <p>{t('translationPage.lead')}</p>
      <form
        className="card stack"
        aria-label={t('settings.translation')}
        onSubmit={(event) => {
          event.preventDefault()
          set.mutate({
            body: {
              kind,
              url,
              model: kind === 'openai' ? model : null,
              ...(key && { key }),
              inside,
              byItself,
              off: [...off],
            },
          })
        }}
      >
        <div className="field">
          <span className="label" id="engine-kind">
            {t('translationPage.kind')}
          </span>
          <div className="switch" role="group" aria-labelledby="engine-kind">
            {kinds.map((one) => (
              <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
                {t(`translationPage.kind.${one}` as TextKey)}
              </button>
            ))}
          </div>
          <small>{t(`translationPage.about.${kind}` as TextKey)}</small>
        </div>
        <div className="field">
          <label htmlFor="engine-url">{t('translationPage.url')}</label>
          <input
            id="engine-url"
            type="url"
            className="input"
            required
            value={url}
            placeholder={examples[kind]}
            onChange={({ target }) => setUrl(target.value)}
          />
        </div>
        {kind === 'openai' && (
          <div className="field">
            <label htmlFor="engine-model">{t('translationPage.model')}</label>
            <input
              id="engine-model"
              className="input"
              required
              value={model}
              onChange={({ target }) => setModel(target.value)}
            />
          </div>
        )}
        <div className="field">
          <label htmlFor="engine-key">{t('translationPage.key')}</label>
          <input
            id="engine-key"
            type="password"
            autoComplete="off"
            className="input"
            value={key}
            aria-describedby="engine-key-hint"
            onChange={({ target }) => setKey(target.value)}
          />
          <small id="engine-key-hint">
            {t(engine?.hasKey ? 'translationPage.keyKept' : 'translationPage.keyHint')}
          </small>
        </div>
        <label className="row engine-choice">
          <input type="checkbox" checked={inside} onChange={({ target }) => setInside(target.checked)} />
          {t('translationPage.inside')}
        </label>
        <p className={inside ? 'meta' : 'banner'} role="note">
          {t(inside ? 'translationPage.staysHere' : 'translationPage.leaves')}
        </p>
        <label className="row engine-choice">
          <input type="checkbox" checked={byItself} onChange={({ target }) => setByItself(target.checked)} />
          {t('translationPage.byItself')}
        </label>
        <p className="meta">{t('translationPage.asWritten')}</p>
        <fieldset className="engine-inboxes">
          <legend>{t('translationPage.inboxes')}</legend>
          {me.inboxes.map(({ id, name }) => (
            <label key={id} className="row engine-choice">
              <input
                type="checkbox"
                checked={!off.includes(id)}
                onChange={({ target }) =>
                  setOff(target.checked ? off.filter((one) => one !== id) : [...off, id])
                }
              />
              {name}
            </label>
          ))}
        </fieldset>
        {set.error && (
          <p className="problem" role="alert">
            {set.error.message}
          </p>
        )}
        <div className="row">
          <button type="submit" className="button primary" disabled={set.isPending}>
            {t(engine ? 'translationPage.change' : 'translationPage.connect')}
          </button>
          {engine && (
            <>
              <button
                type="button"
                className="button quiet"
                disabled={trial.isPending}
                onClick={() => trial.mutate({ body: {} })}
              >
                {t('translationPage.try')}
              </button>
              <button type="button" className="button bare danger" onClick={() => drop.mutate({})}>
                {t('translationPage.disconnect')}
              </button>
            </>
          )}
        </div>
        <div role="status">
          {trial.isPending && <p className="meta">{t('translationPage.trying')}</p>}
          {trial.error && <p className="problem">{trial.error.message}</p>}
          {trial.data && (
            <dl className="facts">
              <dt>{t('translationPage.asked')}</dt>
              <dd lang="en">{trial.data.asked}</dd>
              <dt>{t('translationPage.inGerman')}</dt>
              <dd lang="de">{trial.data.text}</dd>
              <dt>{t('translationPage.back')}</dt>
              <dd lang="en">{trial.data.back}</dd>
              <dt>{t('translationPage.took')}</dt>
              <dd>{t('translationPage.seconds', { n: trial.data.ms / 1000 })}</dd>
            </dl>
          )}
        </div>
      </form>
    </>
  )
}
