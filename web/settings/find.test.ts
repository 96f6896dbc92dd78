import { expect, it } from 'vitest'
import { practiceNames } from '#contract/practices.ts'
import type { Role } from '#contract/team.ts'
import de from '#web/text/de.json' with { type: 'json' }
import en from '#web/text/en.json' with { type: 'json' }
import { mirrored } from '#web/text/pseudo.ts'
import type { TextKey } from '#web/text/t.ts'
import { findSettings } from './find.ts'
import { otherWords } from './otherWords.ts'
import { groupsFor } from './sections.ts'

const inEnglish = (key: TextKey) => en[key]
const inGerman = (key: TextKey) => de[key]
const texts = mirrored(en)
const find = (typed: string, say = inEnglish, role: Role = 'admin') =>
  findSettings(typed, say, role, practiceNames).map((found) => found.setting.label)
const all = groupsFor('admin').flatMap((group) => group.sections)
const every = all.flatMap((section) => [section, ...section.holds])

it.each([
  ['dark mode', inEnglish, 'look.theme'],
  ['password', inEnglish, 'me.changePassword'],
  ['passwords', inEnglish, 'me.changePassword'],
  ['user', inEnglish, 'settings.people'],
  ['imap', inEnglish, 'mailbox.connect'],
  ['sla', inEnglish, 'targets.title'],
  ['vacation', inEnglish, 'settings.away'],
  ['shortcuts', inEnglish, 'look.keys'],
  ['api key', inEnglish, 'settings.connections'],
  ['Dunkel', inGerman, 'look.theme'],
  ['kennwort', inGerman, 'me.changePassword'],
  ['urlaub', inGerman, 'settings.away'],
  ['offnungszeiten', inGerman, 'company.hours'],
  ['Feiertage', inGerman, 'holidays.title'],
  ['Umzug', inGerman, 'data.import'],
  ['import', inEnglish, 'data.import'],
  ['DSGVO', inGerman, 'theirPages.atOnce'],
  // Somebody who reads German looks for it by an English word, and the other way round.
  ['dark mode', inGerman, 'look.theme'],
  ['Urlaub', inEnglish, 'settings.away'],
] as const)('finds what "%s" means', (typed, say, label) => {
  expect(find(typed, say).slice(0, 4)).toContain(label)
})

it('finds by what explains it, by every word of it, and the name before the rest', () => {
  expect(find('promise falls due')).toContain('notices.quiet')
  expect(find('backup')[0]).toBe('data.backup')
  expect(find('quiet time banana')).toEqual([])
  expect(find('  ')).toEqual([])
  expect(find('time zone', (key) => texts[key])[0]).toBe('company.zone')
})

it('shows only what the reader may see', () => {
  expect(find('backup', inEnglish, 'lead')).not.toContain('data.backup')
  expect(find('invite', inEnglish, 'teammate')).not.toContain('people.invite')
  expect(find('mailbox', inEnglish, 'teammate')).not.toContain('settings.mailboxes')
  expect(findSettings('soon', inEnglish, 'lead', [])).not.toContainEqual(
    expect.objectContaining({ setting: expect.objectContaining({ label: 'targets.title' }) }),
  )
  expect(groupsFor('observer').flatMap((group) => group.sections.map((one) => one.id))).toEqual([
    'me',
    'look',
    'blocked',
    'people',
    'care',
  ])
})

it('knows every way of working, in the order of its page', () => {
  const ways = all.find((section) => section.id === 'practices')!.holds.map((one) => one.label)
  expect(ways).toEqual(practiceNames.map((name) => `practices.${name}`))
})

it('says only whole sentences, and has other words for nothing that is not there', () => {
  const labels = every.map((one) => one.label)
  expect(labels).toEqual([...new Set(labels)])
  expect(Object.keys(otherWords).filter((key) => !labels.includes(key as TextKey))).toEqual([])
  for (const key of every.flatMap((one) => [one.label, ...(one.help ?? [])]))
    expect(`${en[key]} ${de[key]}`, key).not.toMatch(/[{}]/)
})
