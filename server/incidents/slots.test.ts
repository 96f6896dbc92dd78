import { describe, expect, it } from 'vitest'
import { readPasted } from './pasted.ts'
import { fill, oddness, slotsIn } from './slots.ts'

const values = new Map([
  ['name', 'Inês'],
  ['street', 'Rua do Norte 4'],
  ['concierge', 'Ana Costa'],
])

describe('slots', () => {
  it('are filled, keep a place where nothing is known, and take what is said instead', () => {
    const { text, empty, used } = fill(
      'Dear {{ Name }}, the {{boiler}} in {{street|your street}} and {{floor|your flat}}. {{concierge}}',
      values,
    )
    expect(text).toBe('Dear Inês, the {{boiler}} in Rua do Norte 4 and your flat. Ana Costa')
    expect(empty).toEqual(['boiler'])
    expect(used).toEqual([
      { slot: 'name', value: 'Inês' },
      { slot: 'street', value: 'Rua do Norte 4' },
    ])
  })

  it('leave no gap where thanks are for others', () => {
    expect(fill('It is over.\n\n{{thanks}}\n\nAna', values).text).toBe('It is over.\n\nAna')
    expect(slotsIn('{{thanks}} {{street|there}}')).toEqual([
      { name: 'thanks', fallback: null },
      { name: 'street', fallback: 'there' },
    ])
  })

  it('are the same letter to two people where only the name differs', () => {
    const rui = new Map([...values, ['name', 'Rui']])
    const north = new Map([...rui, ['street', 'Rua do Sul 2']])
    const same = (text: string, of: Map<string, string>) => fill(text, of).sameAs
    expect(same('Dear {{name}}, it rains.', values)).toBe(same('Dear {{name}}, it rains.', rui))
    expect(same('{{name}}, {{street}}', values)).not.toBe(same('{{name}}, {{street}}', north))
  })

  it.each([
    ['name', 'Inês Carvalho', null],
    ['street', 'Rua do Norte 4, 2º Esq.', null],
    ['name', 'Dr. O’Neill-Sáez', null],
    ['name', '李小龍', null],
    ['name', 'ines‮evil', 'unseen'],
    ['name', 'Rui\nBcc: all', 'unseen'],
    ['street', '<b>Rua</b>', 'signs'],
    ['street', '{{name}}', 'signs'],
    ['name', 'rui@mail.example', 'address'],
    ['bought', 'see https://bad.example', 'address'],
    ['name', 'Rui 2', 'digits'],
    ['name', '---', 'letters'],
    ['street', 'N/A', 'nothing'],
    ['name', 'InÃªs', 'garbled'],
    ['street', 'x'.repeat(121), 'long'],
  ])('say what is odd about %s “%s”', (name, value, odd) => {
    expect(oddness(name, value)).toBe(odd)
  })
})

it('reads a pasted list as it comes out of mails, tables and chats', () => {
  const { entries, unreadable } = readPasted(
    [
      'Inês Carvalho <Ines.Carvalho@mail.example>',
      'rui.matos@mail.example; +351 912 345 678\tnuno.faria@mail.example',
      '',
      '\u200bteresa.pinto@mail.example.',
      'the lady on the third floor',
      '---',
    ].join('\r\n'),
  )
  expect(entries.map(({ line, email, digits, name }) => [line, email ?? digits, name])).toEqual([
    [1, 'ines.carvalho@mail.example', 'Inês Carvalho'],
    [2, 'rui.matos@mail.example', null],
    [2, '912345678', null],
    [2, 'nuno.faria@mail.example', null],
    [4, 'teresa.pinto@mail.example', null],
  ])
  expect(unreadable).toEqual([{ line: 5, given: 'the lady on the third floor' }])
})
