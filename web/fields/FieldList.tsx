import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp'
import { useState } from 'react'
import type { Field, FieldKind, FieldSubject } from '#contract/fields.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'

const subjects: FieldSubject[] = ['conversation', 'customer', 'circle']
const kinds: FieldKind[] = ['text', 'number', 'date', 'choice', 'yes-no']
const choicesOf = (text: string) =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

/** Settings: what this team notes besides. */
export function FieldList() {
  const { data } = useApi('GET /fields')
  const change = useAction('PATCH /fields/{id}')
  if (!data) return null
  const remove = async (field: Field) => {
    const params = { id: field.id }
    try {
      await api('DELETE /fields/{id}', { params })
      toast({
        text: t('field.removed', { name: field.name }),
        action: {
          label: t('app.undo'),
          run: () =>
            void api('POST /fields/{id}/restoring', { params }).then(() => queryClient.invalidateQueries()),
        },
      })
    } catch (refusal) {
      toast({ text: (refusal as Error).message, lasts: 8000 })
    }
    void queryClient.invalidateQueries()
  }
  return (
    <section className="card stack" aria-labelledby="own-fields">
      <h3 id="own-fields">{t('field.title')}</h3>
      <p className="meta">{t('field.help')}</p>
      {subjects.map((subject) => {
        const own = data.items.filter((one) => one.subject === subject)
        if (own.length === 0) return null
        return (
          <div key={subject}>
            <h4 className="label">{t(`field.of.${subject}`)}</h4>
            <ul className="plain-list tag-lines">
              {own.map((field, at) => (
                <li key={field.id} className="row">
                  <input
                    className="input auto"
                    aria-label={t('field.name')}
                    defaultValue={field.name}
                    maxLength={60}
                    onBlur={({ target }) =>
                      target.value.trim() &&
                      target.value.trim() !== field.name &&
                      change.mutate({ params: { id: field.id }, body: { name: target.value } })
                    }
                  />
                  <span className="meta">{t(`field.kind.${field.kind}`)}</span>
                  {field.kind === 'choice' ? (
                    <input
                      className="input auto grow"
                      aria-label={t('field.choices')}
                      defaultValue={field.choices.join(', ')}
                      onBlur={({ target }) =>
                        choicesOf(target.value).join() !== field.choices.join() &&
                        change.mutate({
                          params: { id: field.id },
                          body: { choices: choicesOf(target.value) },
                        })
                      }
                    />
                  ) : (
                    <span className="grow" />
                  )}
                  {at > 0 && (
                    <button
                      type="button"
                      className="icon-button"
                      aria-label={t('views.up', { name: field.name })}
                      onClick={() => change.mutate({ params: { id: field.id }, body: { position: at - 1 } })}
                    >
                      <ArrowUpIcon size={16} />
                    </button>
                  )}
                  <button type="button" className="button bare" onClick={() => void remove(field)}>
                    {t('views.remove')}
                    <span className="hide"> {field.name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <Add />
    </section>
  )
}

function Add() {
  const [subject, setSubject] = useState<FieldSubject>('conversation')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<FieldKind>('text')
  const [choices, setChoices] = useState('')
  const add = useAction('POST /fields', {
    quiet: true,
    onDone: () => {
      setName('')
      setChoices('')
    },
  })
  return (
    <form
      className="stack"
      aria-label={t('field.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) add.mutate({ body: { subject, name, kind, choices: choicesOf(choices) } })
      }}
    >
      <div className="two">
        <div className="field">
          <label htmlFor="field-name">{t('field.name')}</label>
          <input
            id="field-name"
            className="input"
            maxLength={60}
            placeholder={t('field.name.example')}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="field-subject">{t('field.about')}</label>
          <select
            id="field-subject"
            className="input"
            value={subject}
            onChange={({ target }) => setSubject(target.value as FieldSubject)}
          >
            {subjects.map((one) => (
              <option key={one} value={one}>
                {t(`field.of.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="field-kind">{t('field.kind')}</label>
          <select
            id="field-kind"
            className="input"
            value={kind}
            onChange={({ target }) => setKind(target.value as FieldKind)}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`field.kind.${one}`)}
              </option>
            ))}
          </select>
        </div>
        {kind === 'choice' && (
          <div className="field">
            <label htmlFor="field-choices">{t('field.choices')}</label>
            <input
              id="field-choices"
              className="input"
              placeholder={t('field.choices.example')}
              value={choices}
              onChange={({ target }) => setChoices(target.value)}
            />
          </div>
        )}
      </div>
      {add.error && (
        <p className="problem" role="alert">
          {add.error.message}
        </p>
      )}
      <div>
        <button type="submit" className="button quiet" disabled={!name.trim() || add.isPending}>
          {t('field.add')}
        </button>
      </div>
    </form>
  )
}
