import type { Answer } from '#web/api/client.ts'
import { t } from '#web/text/t.ts'
import type { SectionId } from './sections.ts'

/** Something that needs a person, beside the entry where it is mended. */
export interface Light {
  state: 'watch' | 'bad'
  says: string
  remedy: string | null
  /** The page of that entry says it by itself. */
  isTold: boolean
}
export type Lights = ReadonlyMap<SectionId, readonly Light[]>

/** What the house knows about itself; null where it has not answered, or this role may not ask. */
export interface Known {
  health: Answer<'GET /health'> | null
  mailboxes: Answer<'GET /mailboxes'> | null
  team: Answer<'GET /teammates'> | null
  companyName: string
  isAdmin: boolean
}

/** Each need lights one entry: the one where somebody does something about it, else Health. */
export function lightsOf({ health, mailboxes, team, companyName, isAdmin }: Known): Lights {
  const lights = new Map<SectionId, Light[]>()
  const light = (at: SectionId, one: Light) => lights.set(at, [...(lights.get(at) ?? []), one])
  for (const line of health?.lines ?? []) {
    // A mailbox that does not connect is known from the mailboxes, and sooner.
    if (line.state === 'good' || (line.id.startsWith('mailbox-') && line.state === 'bad')) continue
    const at = homeOf(line.id, isAdmin)
    light(at, { state: line.state, says: line.says, remedy: line.remedy, isTold: at === 'health' })
  }
  for (const mailbox of mailboxes?.items ?? [])
    if (mailbox.state === 'failing')
      light('mailboxes', {
        state: 'bad',
        says: t('lights.mailbox', { address: mailbox.address }),
        remedy: null,
        isTold: true,
      })
  const neverCame = health?.lines.some((line) => line.id === 'mail-in' && line.figures.received === 0)
  if (mailboxes?.items.length === 0 && neverCame)
    light('mailboxes', {
      state: 'watch',
      says: t('lights.noMailbox'),
      remedy: null,
      isTold: true,
    })
  // Of a long team only the first page is here: then nothing can be said. Whoever is alone can name nobody.
  const here = team?.next ? [] : (team?.items.filter((one) => one.state === 'here' && !one.demo) ?? [])
  if (isAdmin && here.length > 1 && here.filter((one) => one.role === 'admin').length === 1)
    light('people', {
      state: 'watch',
      says: t('lights.oneAdmin'),
      remedy: t('lights.oneAdmin.remedy'),
      isTold: false,
    })
  if (isAdmin && !companyName)
    light('company', {
      state: 'watch',
      says: t('lights.noName'),
      remedy: t('lights.noName.remedy'),
      isTold: false,
    })
  return lights
}

function homeOf(id: string, isAdmin: boolean): SectionId {
  if (id === 'way-out' || id.startsWith('mailbox-')) return 'mailboxes'
  return id === 'backup' && isAdmin ? 'data' : 'health'
}

/** The worst of several. */
export const worst = (lights: readonly Light[]): Light['state'] =>
  lights.some((one) => one.state === 'bad') ? 'bad' : 'watch'
