import { expect, it } from 'vitest'
import { nearestFirst, slips } from './mistyped.ts'

it('counts a letter that is missing, too many, wrong or swapped as one slip', () => {
  for (const typed of ['Lpes', 'Loopes', 'Lobes', 'Lpoes']) expect(slips(typed, 'Lopes'), typed).toBe(1)
  expect(slips('Lopes', 'Lopes')).toBe(0)
  expect(slips('', 'Ana')).toBe(3)
})

it('puts whose name was nearly typed before whoever only shares a part of it', () => {
  const people = [
    { name: 'Maria Costa', preferredName: null },
    { name: 'Inês Maria Lopes', preferredName: null },
    { name: 'Rosa Amaral', preferredName: 'Maria' },
  ]
  const names = (term: string) => nearestFirst(term, people).map((one) => one.name)
  expect(names('maria lpoes')[0]).toBe('Inês Maria Lopes')
  expect(names('Ines Maira Lopes')[0]).toBe('Inês Maria Lopes')
  expect(names('Mraia')[0]).toBe('Maria Costa')
})
