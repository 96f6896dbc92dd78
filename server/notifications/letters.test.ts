import { expect, it } from 'vitest'
import { customers } from '#cast/cast.ts'
import { houseSpeaks, speaking } from '#server/base/spoken.ts'
import { type News, wordAbout } from './letters.ts'

const house = { url: 'https://care.example' }
const about = (kind: News['kind'], conversationId: string): News => ({
  conversationId,
  kind,
  customer: customers.maria.name,
  subject: 'Die Heizung',
  what: 'ich rufe an',
  due: new Date('2026-11-27T16:00:00Z'),
  by: null,
})
const reader = (language: 'de' | 'en' | 'system') => ({
  name: 'Ana Costa',
  email: 'ana@team.example',
  timeZone: 'Europe/Berlin',
  preferences: { language },
})

it('writes to each in the language they have chosen, whoever set it off', () => {
  const late = [about('late', 'cnv_1')]
  const german = wordAbout(house, reader('de'), late)
  expect(german.letter.subject).toBe(`Überfällig: Du hast ${customers.maria.name} „ich rufe an“ versprochen`)
  expect(german.letter.text).toContain('bis Freitag, 27. November, 17:00 Uhr')
  expect(german.short.body).toBe('Überfällig: „ich rufe an“, bis Freitag, 27. November, 17:00 Uhr')
  const english = speaking('de', () => wordAbout(house, reader('en'), late))
  expect(english.letter.subject).toBe(`Late: you promised ${customers.maria.name} “ich rufe an”`)
  expect(english.letter.text).toContain('by Friday 27 November, 17:00')
})

it('writes in the language of the house to whoever has chosen none', () => {
  const two = [about('mention', 'cnv_1'), about('came-back', 'cnv_2')]
  expect(wordAbout(house, reader('system'), two).letter.subject).toBe('2 things that wait for you')
  houseSpeaks('de')
  try {
    const { letter } = wordAbout(house, reader('system'), two)
    expect(letter.subject).toBe('2 Sachen warten auf dich')
    expect(letter.text).toContain('· Jemand hat eine Notiz mit deinem Namen geschrieben')
  } finally {
    houseSpeaks('en')
  }
})
