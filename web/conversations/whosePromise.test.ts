import { expect, it } from 'vitest'
import { findPromises } from '#care/promises.ts'
import { teammates } from '#cast/company.ts'
import { type Colleague, makerOf } from './whosePromise.ts'

const one = (who: 'ana' | 'ben' | 'tomas' | 'lena' | 'rosa', inboxes: string[]): Colleague => ({
  id: who,
  name: teammates[who].name,
  role: teammates[who].role,
  inboxes,
})
const team = {
  items: [
    one('ana', ['repairs']),
    one('ben', ['repairs']),
    one('tomas', ['bakery']),
    one('lena', ['repairs']),
    one('rosa', ['repairs', 'bakery']),
  ],
  next: null,
}
const whose = (text: string, items = team.items, next: string | null = null) => {
  const [promise] = findPromises(text, { ref: '2026-11-25T10:00:00', tz: 'Europe/Lisbon' })
  return makerOf(promise!.who, { items, next }, 'repairs', 'ana')?.id ?? null
}

it('is theirs whose name is said, by first name, whole name or title', () => {
  expect(whose('Ben will call you on Thursday.')).toBe('ben')
  expect(whose('Ben Okafor will call you on Thursday.')).toBe('ben')
  expect(whose('Mr Okafor will call you on Thursday.')).toBe('ben')
  expect(whose('Our colleague Mr. Okafor will call you on Thursday.')).toBe('ben')
  expect(makerOf('colleague:Herr Okafor', team, 'repairs', 'ana')?.id).toBe('ben')
  expect(makerOf('colleague:Tomas', team, 'bakery', 'ana')?.id).toBe('tomas')
})

it('is the writer’s where nobody else is meant, sees the inbox, or can be told apart', () => {
  expect(whose('I will call you on Thursday.')).toBeNull()
  expect(whose('We will call you on Thursday.')).toBeNull()
  expect(whose('Ana will call you on Thursday.')).toBeNull()
  expect(whose('Our colleague Tomás will call you on Thursday.')).toBeNull()
  expect(whose('Lena will call you on Thursday.')).toBeNull()
  const twoBens = [...team.items, { ...one('ben', ['repairs']), id: 'other', name: 'Ben Ferreira' }]
  expect(whose('Ben will call you on Thursday.', twoBens)).toBeNull()
  expect(whose('Ben Okafor will call you on Thursday.', twoBens)).toBe('ben')
  expect(whose('Ben will call you on Thursday.', team.items, 'more')).toBeNull()
})
