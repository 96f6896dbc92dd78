import { expect, it } from 'vitest'
import { findPromises } from '#care/promises.ts'
import { idOf, isAmong } from './usePromises.ts'

const promisesIn = (text: string) => findPromises(text, { ref: '2026-11-25T10:00:00', tz: 'Europe/Lisbon' })

it('what was kept or declined stays so while its sentence is typed on, from any letter', () => {
  for (const sentence of [
    'And I will write to you on Monday.',
    'I will call you tomorrow at 11:00 about the boiler.',
    'I will call you today and all will be well.',
    'Ich rufe Sie am Freitag um 15 Uhr zurück.',
  ]) {
    const whole = promisesIn(sentence)
    expect(whole).toHaveLength(1)
    for (let typed = 1; typed < sentence.length; typed++)
      for (const promise of promisesIn(sentence.slice(0, typed)))
        expect(isAmong(new Set([idOf(promise)]), whole[0]!), sentence.slice(0, typed)).toBe(true)
  }
})

it('another promise is another one, in any script', () => {
  const kept = new Set([idOf({ quote: 'I will call you on Friday' })])
  expect(isAmong(kept, { quote: 'I will write to you on Friday' })).toBe(false)
  expect(isAmong(new Set([idOf({ quote: 'Θα σας καλέσω' })]), { quote: 'Θα σας γράψω' })).toBe(false)
})
