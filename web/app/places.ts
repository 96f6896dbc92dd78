import type { PracticeName } from '#contract/practices.ts'
import type { TextKey } from '#web/text/t.ts'
import type { icons } from './icons.tsx'

export interface Place {
  path: string
  label: TextKey
  icon: keyof typeof icons
  key: string
  /** On a phone it lies behind "More". */
  behindMore?: boolean
  /** Only there where the team works this way. */
  practice?: PracticeName
}

export const places: readonly Place[] = [
  { path: '/today', label: 'rail.today', icon: 'today', key: 'g t' },
  { path: '/inbox', label: 'rail.inbox', icon: 'inbox', key: 'g i' },
  { path: '/promises', label: 'rail.promises', icon: 'promises', key: 'g p' },
  { path: '/customers', label: 'rail.customers', icon: 'customers', key: 'g c', behindMore: true },
  {
    path: '/matters',
    label: 'matters.title',
    icon: 'matters',
    key: 'g a',
    behindMore: true,
    practice: 'matters',
  },
  {
    path: '/incidents',
    label: 'incident.title',
    icon: 'incidents',
    key: 'g n',
    behindMore: true,
    practice: 'incidents',
  },
  {
    path: '/status-page',
    label: 'statusPage.title',
    icon: 'status',
    key: 'g w',
    behindMore: true,
    practice: 'statusPage',
  },
]
export const placesBelow: readonly Place[] = [
  { path: '/search', label: 'rail.search', icon: 'search', key: '/', behindMore: true },
  { path: '/library', label: 'rail.library', icon: 'library', key: 'g l', behindMore: true },
  { path: '/help', label: 'rail.help', icon: 'help', key: 'g h', behindMore: true },
  { path: '/settings', label: 'rail.settings', icon: 'settings', key: 'g s', behindMore: true },
]

/** Screens without a place of their own on the rail, for the palette. */
export const deeper: readonly Pick<Place, 'path' | 'label' | 'practice'>[] = [
  { path: '/incidents/new', label: 'incident.new', practice: 'incidents' },
  { path: '/statements', label: 'statements.title', practice: 'statements' },
  { path: '/views', label: 'views.all' },
  { path: '/practice', label: 'practice.title' },
  { path: '/circles', label: 'circles.title' },
]

const homes: Readonly<Record<string, string>> = {
  '/circles': '/customers',
  '/conversations': '/inbox',
  '/practice': '/settings',
  '/statements': '/status-page',
  '/views': '/inbox',
}

/** The place an address lies in; a conversation lies in the Inbox. Null where there is nothing. */
export function placeOf(path: string): Place | null {
  const first = `/${path.split('/')[1] ?? ''}`
  const home = homes[first] ?? first
  return [...places, ...placesBelow].find((place) => place.path === home) ?? null
}
