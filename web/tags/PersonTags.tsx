import { XIcon } from '@phosphor-icons/react/dist/csr/X'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Tag } from '#contract/tags.ts'
import { useAction, useApi } from '#web/api/query.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { toast } from '#web/ui/toast.tsx'
import './tags.css'

const TagPicker = lazy(() => import('./TagPicker.tsx'))

/** The tags of a person: what holds for them in every matter. The same words as on conversations; each leads to who else wears it. */
export function PersonTags({ id, who, inboxId }: { id: string; who: string; inboxId?: string | undefined }) {
  const mayAct = useMe().teammate.role !== 'observer'
  const { data } = useApi('GET /customers/{id}/tags', { params: { id } })
  const [picking, setPicking] = useState(false)
  const told = (text: string, undo: () => void) =>
    toast({ text, action: { label: t('app.undo'), run: undo } })
  const put = useAction('POST /customers/{id}/tags')
  const take = useAction('DELETE /customers/{id}/tags/{tagId}')
  const called = (name: string, tags: readonly Tag[] = []): Tag | undefined =>
    tags.find((one) => one.name.toLowerCase() === name.toLowerCase())
  const takeOff = (tag: Tag | undefined) =>
    tag &&
    take.mutate(
      { params: { id, tagId: tag.id } },
      { onSuccess: () => told(t('tag.takenOff', { name: tag.name }), () => putOn(tag.name)) },
    )
  // The list on the screen may be of before: what the server answered has the tag.
  function putOn(name: string): void {
    const body = { name, ...(inboxId && { inboxId }) }
    put.mutate(
      { params: { id }, body },
      { onSuccess: ({ tags }) => told(t('tag.putOn', { name }), () => takeOff(called(name, tags))) },
    )
  }
  const set = (name: string, on: boolean): void => void (on ? putOn(name) : takeOff(called(name, data?.tags)))
  if (!data || (data.tags.length === 0 && !mayAct)) return null
  return (
    <section className="person-tags" aria-label={t('tag.ofPerson', { who })}>
      {data.tags.map((tag) => (
        <span key={tag.id} className="tag">
          <Link href={`/search?q=${encodeURIComponent(`persontag:"${tag.name}" `)}`} className="cut">
            {tag.name}
          </Link>
          {mayAct && (
            <button
              type="button"
              aria-label={t('tag.takeOff', { name: tag.name })}
              onClick={() => takeOff(tag)}
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
            says={t('tag.theyRead', { who })}
            worn={data.tags.map((tag) => tag.name)}
            onSet={set}
            onClose={() => setPicking(false)}
          />
        )}
      </Suspense>
    </section>
  )
}
