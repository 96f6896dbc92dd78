import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { lazy, Suspense, useState } from 'react'
import type { Tag } from '#contract/tags.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import './tags.css'

const TagPicker = lazy(() => import('./TagPicker.tsx'))

/** The tags of a person: what holds for them in every matter. The same words as on conversations. */
export function PersonTags({ id, who, inboxId }: { id: string; who: string; inboxId?: string | undefined }) {
  const mayAct = useMe().teammate.role !== 'observer'
  const { data } = useApi('GET /customers/{id}/tags', { params: { id } })
  const [picking, setPicking] = useState(false)
  const told = (name: string, on: boolean) =>
    toast({
      text: t(on ? 'tag.putOn' : 'tag.takenOff', { name }),
      action: { label: t('app.undo'), run: () => set(name, !on) },
    })
  const put = useAction('POST /customers/{id}/tags')
  const take = useAction('DELETE /customers/{id}/tags/{tagId}')
  const worn = (name: string): Tag | undefined =>
    data?.tags.find((one) => one.name.toLowerCase() === name.toLowerCase())
  function set(name: string, on: boolean): void {
    if (on) {
      const body = { name, ...(inboxId && { inboxId }) }
      put.mutate({ params: { id }, body }, { onSuccess: () => told(name, true) })
      return
    }
    const tag = worn(name) ?? put.data?.tags.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (tag) take.mutate({ params: { id, tagId: tag.id } }, { onSuccess: () => told(tag.name, false) })
  }
  if (!data || (data.tags.length === 0 && !mayAct)) return null
  return (
    <section className="person-tags" aria-label={t('tag.ofPerson', { who })}>
      {data.tags.map((tag) => (
        <span key={tag.id} className="tag">
          <span className="cut">{tag.name}</span>
          {mayAct && (
            <button
              type="button"
              aria-label={t('tag.takeOff', { name: tag.name })}
              onClick={() => set(tag.name, false)}
            >
              <XIcon size={12} />
            </button>
          )}
        </span>
      ))}
      {mayAct && (
        <button type="button" className="tag add" onClick={() => setPicking(true)}>
          {t('tag.add')}
        </button>
      )}
      <Suspense fallback={null}>
        {picking && (
          <TagPicker
            title={t('tag.ofPerson', { who })}
            worn={data.tags.map((tag) => tag.name)}
            onSet={set}
            onClose={() => setPicking(false)}
          />
        )}
      </Suspense>
    </section>
  )
}
