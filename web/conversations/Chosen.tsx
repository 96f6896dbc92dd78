import { useState } from 'react'
import type { ConversationRow } from '#contract/conversations.ts'
import { api } from '#web/api/client.ts'
import { queryClient, useApi } from '#web/api/query.ts'
import { useKeys } from '#web/app/keys.ts'
import { useMe } from '#web/app/session.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { toast } from '#web/ui/toast.tsx'
import type { useChosen } from './useChosen.ts'

/**
 * What can be done with several at once. Never a reply: an answer to many goes out as many answers, each with its own
 * words. Done here says no goodbye, so it is offered with its undo.
 */
export function Chosen({ chosen, all }: { chosen: ReturnType<typeof useChosen>; all: number }) {
  const me = useMe()
  const { data: team } = useApi('GET /teammates')
  const [busy, setBusy] = useState(false)
  const { rows } = chosen
  const mayAct = me.teammate.role !== 'observer'
  const each = async (work: (row: ConversationRow) => Promise<unknown>): Promise<number> => {
    setBusy(true)
    const results = await Promise.allSettled(rows.map(work))
    setBusy(false)
    const refused = results.find((result) => result.status === 'rejected')
    if (refused) toast({ text: (refused.reason as Error).message, lasts: 8000 })
    void queryClient.invalidateQueries()
    return results.filter((result) => result.status === 'fulfilled').length
  }
  const give = async (teammateId: string | null, name: string) => {
    const n = await each((row) =>
      api('POST /conversations/{id}/assignment', { params: { id: row.id }, body: { teammateId } }),
    )
    if (n > 0) toast({ text: t('chosen.given', { n, name }), lasts: 5000 })
    chosen.nobody()
  }
  const done = async () => {
    const closed = rows.map((row) => row.id)
    const n = await each((row) =>
      api('POST /conversations/{id}/closing', { params: { id: row.id }, body: {} }),
    )
    chosen.nobody()
    if (n === 0) return
    const undo = async () => {
      await Promise.allSettled(
        closed.map((id) => api('POST /conversations/{id}/reopening', { params: { id } })),
      )
      void queryClient.invalidateQueries()
    }
    toast({ text: t('chosen.done', { n }), action: { label: t('app.undo'), run: () => void undo() } })
  }
  useKeys([
    { keys: 'Escape', label: 'keys.chooseNobody', run: chosen.nobody },
    ...(mayAct
      ? [
          { keys: 'e', label: 'keys.done' as const, run: () => void done() },
          { keys: 'i', label: 'keys.toMe' as const, run: () => void give(me.teammate.id, t('thread.toMe')) },
          {
            keys: 'a',
            label: 'keys.assign' as const,
            run: () => document.getElementById('chosen-give')?.click(),
          },
        ]
      : []),
  ])
  return (
    <div className="chosen" role="toolbar" aria-label={t('chosen.label')}>
      <h1 aria-live="polite">{t('chosen.count', { n: rows.length })}</h1>
      {rows.length < all && (
        <button type="button" className="button bare" onClick={chosen.everybody}>
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
              { label: t('thread.toMe'), hint: 'i', run: () => void give(me.teammate.id, t('thread.toMe')) },
              ...(team?.items ?? [])
                .filter((one) => one.role !== 'observer' && one.id !== me.teammate.id)
                .map((one) => ({
                  label: one.name,
                  hint: one.title ?? '',
                  run: () => void give(one.id, one.name),
                })),
              { label: t('thread.toNobody'), run: () => void give(null, t('view.new')) },
            ]}
          >
            {t('chosen.give')}
          </Menu>
          <button type="button" className="button quiet" disabled={busy} onClick={() => void done()}>
            {t('thread.done')}
          </button>
        </>
      )}
      <button type="button" className="button bare" onClick={chosen.nobody}>
        {t('app.cancel')}
      </button>
    </div>
  )
}
