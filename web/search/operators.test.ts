import { expect, it } from 'vitest'
import { completions, partsOf, without } from './operators.ts'

it('shows whole operators as parts that can be taken off, and none that is still being typed', () => {
  const text = 'boiler tag:"spare part" is:open from:mar'
  const parts = partsOf(text)
  expect(parts.map((part) => part.text)).toEqual(['tag:"spare part"', 'is:open'])
  expect(without(text, parts[0]!)).toBe('boiler is:open from:mar')
  expect(partsOf('re:boiler note:this ')).toEqual([])
})

const names = { tag: ['Spare part', 'Part missing'], persontag: ['Regular'] }
it.each([
  ['is:', ['open', 'waiting', 'later', 'done', 'unread', 'spam']],
  ['boiler promise:l', ['late']],
  ['tag:part', ['Part missing', 'Spare part']],
  ['tag:"spare p', ['Spare part']],
  ['persontag:reg', ['Regular']],
  ['is:open boi', []],
  ['boiler', []],
  ['before:', []],
])('completes %j', (text, expected) => {
  expect(completions(text, names).map((one) => one.label)).toEqual(expected)
})

it('puts a name of several words in quotation marks and goes on behind it', () => {
  expect(completions('cold tag:spa', { tag: ['Spare part'] })[0]!.whole).toBe('cold tag:"Spare part" ')
  expect(completions('cold tag:"spare p', { tag: ['Spare part'] })[0]!.whole).toBe('cold tag:"Spare part" ')
})
