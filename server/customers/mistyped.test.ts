import { expect, it } from 'vitest'
import { nearestFirst, oneSlipIn, slips } from './mistyped.ts'

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

it('has a pattern for whatever slip there is in a name, and none where too little is left to find it by', () => {
  const name = 'Marta Arimar'
  const letters = [...name]
  const slipped = letters.flatMap((_, n) => {
    const [before, behind] = [letters.slice(0, n), letters.slice(n + 1)]
    const swapped = [...before, behind[0] ?? '', letters[n], ...behind.slice(1)]
    return [
      [...before, ...behind],
      [...before, 'x', ...behind],
      [...before, letters[n], 'x', ...behind],
      swapped,
    ]
  })
  const fits = (pattern: string) =>
    new RegExp(`^${pattern.replace(/[.*+?^$()[\]{}|]/g, '\\$&').replaceAll('%', '.*')}$`, 'i').test(name)
  for (const typed of slipped.map((one) => one.join('')))
    expect(oneSlipIn(typed)?.some(fits), typed).toBe(true)
  expect(oneSlipIn('Marta Kodabe')?.some(fits)).toBe(false)
  expect(oneSlipIn('Mraia')).toBeNull()
  expect(oneSlipIn('')).toBeNull()
  expect(oneSlipIn('Marta_Ari%mar')).toContain('%Marta\\_Ari%ar%')
})
