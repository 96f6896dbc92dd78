import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown'
import { memo } from 'react'
import { useLocation } from 'wouter'
import { useApi } from '#web/api/query.ts'
import { t } from '#web/text/t.ts'
import { Menu } from '#web/ui/Menu.tsx'
import { type ListedView, useViews } from './useViews.ts'

/** Beyond this nobody counts. */
const most = 99
const shown = (count: number | null | undefined) =>
  !count ? '' : count > most ? t('views.many', { n: most }) : String(count)

/** Which list is open, and every other: those I have pinned first, with their counts. */
export const ViewMenu = memo(function ViewMenu({ view, inbox }: { view: string; inbox: string }) {
  const [, go] = useLocation()
  const { pinned, all } = useViews()
  const here = all.find((one) => one.key === view)
  const { data: counts } = useApi(
    'GET /conversations/counts',
    { query: { views: pinned.map((one) => one.key).join(','), ...(inbox && { inbox }) } },
    { enabled: pinned.length > 0, keep: true },
  )
  const names = all.map((one) => one.name)
  // Two of one name are told apart by who made them.
  const label = (one: ListedView) =>
    one.saved && names.filter((name) => name === one.name).length > 1
      ? t('views.of', { name: one.name, maker: one.saved.makerName ?? '', ref: one.key.slice(-3) })
      : one.name
  const count = here && shown(counts?.[here.key])
  return (
    <Menu
      label={t('inbox.view')}
      className="view-opener"
      start
      items={[
        ...all.map((one) => ({
          label: label(one),
          hint: shown(counts?.[one.key]),
          checked: one.key === view,
          run: () => go(`/inbox/${one.key}`),
        })),
        ...(here?.saved?.mayChange
          ? [{ label: t('views.change'), run: () => go(`/views/${here.key}`) }]
          : []),
        { label: t('views.new'), run: () => go('/views/new') },
        { label: t('views.all'), run: () => go('/views') },
      ]}
    >
      <span className="cut">{here?.name ?? t('inbox.view')}</span>
      {count ? <span className="count">{count}</span> : null}
      <CaretDownIcon size={16} />
    </Menu>
  )
})
