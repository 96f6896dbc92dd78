import { useState } from 'react'
import type { Tag } from '#contract/tags.ts'
import { queryClient } from '#web/api/cache.ts'
import { api } from '#web/api/client.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/toast.tsx'
import './tags.css'

/** Settings: every tag with how much wears it; rename, make one of two, or take out of use. Each can be taken back. */
export function TagList() {
  const { data } = useApi('GET /tags', { query: { counted: '1', limit: 500 } })
  const [text, setText] = useState('')
  const rename = useAction('PATCH /tags/{id}')
  if (!data) return null
  const term = text.trim().toLowerCase()
  const shown = data.items.filter((one) => one.name.toLowerCase().includes(term))
  const retire = async (tag: Tag, into: Tag | null) => {
    const params = { id: tag.id }
    try {
      if (into) await api('POST /tags/{id}/merging', { params, body: { into: into.id } })
      else await api('DELETE /tags/{id}', { params })
      toast({
        text: into
          ? t('tag.merged', { name: tag.name, into: into.name })
          : t('tag.removed', { name: tag.name }),
        action: {
          label: t('app.undo'),
          run: () =>
            void api('POST /tags/{id}/restoring', { params }).then(
              () => queryClient.invalidateQueries(),
              (refusal: Error) => toast({ text: refusal.message, lasts: 8000 }),
            ),
        },
      })
    } catch (refusal) {
      toast({ text: (refusal as Error).message, lasts: 8000 })
    }
    void queryClient.invalidateQueries()
  }
  return (
    <section className="card stack" aria-labelledby="all-tags">
      <h3 id="all-tags">{t('tag.title')}</h3>
      <p className="meta">{data.items.length ? t('tag.help') : t('tag.noneYet')}</p>
      {data.items.length > 12 && (
        <input
          type="search"
          className="input"
          aria-label={t('filter.find')}
          placeholder={t('filter.find')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <ul className="plain-list tag-lines">
        {shown.map((tag) => (
          <li key={`${tag.id} ${tag.name}`} className="row">
            <input
              className="input auto grow"
              aria-label={t('tag.rename', { name: tag.name })}
              defaultValue={tag.name}
              maxLength={40}
              onBlur={({ target }) =>
                target.value.trim() &&
                target.value.trim() !== tag.name &&
                rename.mutate({ params: { id: tag.id }, body: { name: target.value } })
              }
            />
            <span className="meta">
              {t('tag.worn', { n: tag.conversations ?? 0, people: tag.people ?? 0 })}
            </span>
            {data.items.length > 1 && (
              <Menu
                label={t('tag.merge', { name: tag.name })}
                className="button bare"
                items={data.items
                  .filter((one) => one.id !== tag.id)
                  .slice(0, 60)
                  .map((one) => ({ label: one.name, run: () => void retire(tag, one) }))}
              >
                {t('tag.mergeInto')}
              </Menu>
            )}
            <button type="button" className="button bare" onClick={() => void retire(tag, null)}>
              {t('views.remove')}
              <span className="hide"> {tag.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
