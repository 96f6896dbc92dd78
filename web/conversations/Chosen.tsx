import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import type { BulkAct } from '#contract/bulk.ts'
import { api } from '#web/api/client.ts'
import { useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { usePractice } from '#web/app/practices.ts'
import { openInboxes, useMe } from '#web/app/session.ts'
import { startFrom } from '#web/incidents/startFrom.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import type { useChosen } from './useChosen.ts'
import { useTogether } from './useTogether.ts'

const TagPicker = lazy(() => import('#web/tags/TagPicker.tsx'))
const ChosenPanel = lazy(() => import('./ChosenPanel.tsx'))

/** At most so many at once; whoever means more makes a view of them first. */
const most = 500
type Query = NonNullable<Parameters<typeof api<'GET /conversations'>>[1]>['query']

/**
 * What can be done with several at once, each with one press back. Never a reply: an answer to many goes out as many answers, each with
 * its own words.
 */
export function Chosen({
  chosen,
  all,
  hasMore,
  query,
}: {
  chosen: ReturnType<typeof useChosen>
  /** How many rows are loaded. */
  all: number
  hasMore: boolean
  query: NonNullable<Query>
}) {
  const me = useMe()
  const [, go] = useLocation()
  const incidents = usePractice('incidents')
  const { data: team } = useApi('GET /teammates')
  const { busy, together } = useTogether()
  const [panel, setPanel] = useState<'later' | 'done' | 'tag' | null>(null)
  const { ids, rows } = chosen
  const mayAct = me.teammate.role !== 'observer'
  const act = async (what: BulkAct, said: (n: number) => string, keep = false) => {
    setPanel(keep ? panel : null)
    if ((await together(ids, what, said)) && !keep) chosen.nobody()
  }
  const give = (teammateId: string | null, name: string) =>
    void act({ do: 'assign', teammateId }, (n) => t('chosen.given', { n, name }))
  const everybody = async () => {
    const more: string[] = []
    let after: string | undefined
    do {
      const page = await api('GET /conversations', { query: { ...query, limit: 100, after } })
      more.push(...page.items.map((row) => row.id))
      after = page.next ?? undefined
    } while (after && more.length < most)
    chosen.everybody(more.slice(0, most))
  }
  useKeys([
    { keys: 'Escape', label: 'keys.chooseNobody', run: chosen.nobody },
    ...(mayAct
      ? [
          { keys: 'e', label: 'keys.done' as const, run: () => setPanel('done') },
          { keys: 'h', label: 'keys.later' as const, run: () => setPanel('later') },
          { keys: 'l', label: 'keys.tag' as const, writes: true, run: () => setPanel('tag') },
          { keys: 'i', label: 'keys.toMe' as const, run: () => give(me.teammate.id, t('thread.toMe')) },
          {
            keys: 'a',
            label: 'keys.assign' as const,
            run: () => document.getElementById('chosen-give')?.click(),
          },
          {
            keys: '.',
            label: 'keys.more' as const,
            run: () => document.getElementById('chosen-more')?.click(),
          },
        ]
      : []),
  ])
  const worn = rows[0]?.tags.map((tag) => tag.name) ?? []
  const onAll = worn.filter((name) => rows.every((row) => row.tags.some((tag) => tag.name === name)))
  const inboxes = openInboxes(me).filter((one) => rows.some((row) => row.inboxId !== one.id))
  return (
    <div className="chosen" role="toolbar" aria-label={t('chosen.label')}>
      <h1 aria-live="polite">{t('chosen.count', { n: ids.length })}</h1>
      {(rows.length < all || (hasMore && ids.length <= all)) && (
        <button type="button" className="button bare" onClick={() => void everybody()}>
          {t('chosen.all')}
        </button>
      )}
      {mayAct && (
        <>
          <Menu
            id="chosen-give"
            label={t('thread.assign')}
            className="button quiet"
            items={[
              { label: t('thread.toMe'), hint: 'i', run: () => give(me.teammate.id, t('thread.toMe')) },
              ...(team?.items ?? [])
                .filter((one) => one.role !== 'observer' && one.id !== me.teammate.id)
                .map((one) => ({
                  label: one.name,
                  hint: one.title ?? '',
                  run: () => give(one.id, one.name),
                })),
              { label: t('thread.toNobody'), run: () => give(null, t('view.new')) },
            ]}
          >
            {t('chosen.give')}
          </Menu>
          {(['done', 'later', 'tag'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="button quiet"
              disabled={busy}
              aria-expanded={panel === one}
              title={t('keys.hint', { key: one === 'done' ? 'e' : one === 'later' ? 'h' : 'l' })}
              onClick={() => setPanel(panel === one ? null : one)}
            >
              {t(one === 'tag' ? 'tag.title' : `thread.${one}`)}
            </button>
          ))}
          {incidents && (
            <button
              type="button"
              className="button quiet"
              onClick={() => {
                startFrom(ids, rows[0]?.inboxId ?? null)
                go('/incidents/new')
              }}
            >
              {t('incident.fromChosen')}
            </button>
          )}
          <Menu
            id="chosen-more"
            label={t('thread.more')}
            className="icon-button"
            items={[
              ...inboxes.map((one) => ({
                label: t('chosen.move', { inbox: one.name }),
                run: () =>
                  void act({ do: 'move', inboxId: one.id }, (n) => t('chosen.moved', { n, inbox: one.name })),
              })),
              {
                label: t('spam.mark'),
                run: () => void act({ do: 'spam' }, (n) => t('chosen.spam', { n })),
              },
            ]}
          >
            <DotsThreeIcon size={20} weight="bold" />
          </Menu>
        </>
      )}
      <button type="button" className="button bare" onClick={chosen.nobody}>
        {t('app.cancel')}
      </button>
      {mayAct && !incidents && <p className="meta">{t('chosen.noReply')}</p>}
      <Suspense fallback={null}>
        {(panel === 'later' || panel === 'done') && (
          <ChosenPanel
            what={panel}
            n={ids.length}
            onClose={() => setPanel(null)}
            onAct={(what) =>
              void act(what, (n) => t(what.do === 'close' ? 'chosen.done' : 'chosen.later', { n }))
            }
          />
        )}
        {panel === 'tag' && (
          <TagPicker
            title={t('chosen.tags', { n: ids.length })}
            worn={onAll}
            onSet={(name, on) =>
              void act(
                { do: 'tag', name, on },
                (n) => t(on ? 'chosen.tagged' : 'chosen.untagged', { n, name }),
                true,
              )
            }
            onClose={() => setPanel(null)}
          />
        )}
      </Suspense>
    </div>
  )
}
