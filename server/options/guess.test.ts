import { expect, it } from 'vitest'
import { guessChoice } from './guess.ts'

const choices = [
  { position: 1, text: 'We refund the 42 euros' },
  { position: 2, text: 'We send a new kettle' },
  { position: 3, text: 'We repair yours in the workshop' },
]

it.each([
  ['Option 2 please, that would be lovely.', 2],
  ['Number three for us.\n\nGrace', 3],
  ['I would take the first one.', 1],
  ['2', 2],
  ['3, thank you', 3],
  ['The last one sounds best to me.', 3],
  ['A refund would be best for us, thank you.', 1],
  ['Could you repair it? I am fond of the old one.', 3],
  ['Hello Ana,\n\nplease send a new kettle.\n\nMaria', 2],
  ['Not the first, I would rather have the second.', 2],
])('%j takes up choice %i', (letter, position) => {
  expect(guessChoice(letter, choices)?.position).toBe(position)
})

it.each([
  ['Thank you, we will think about it.'],
  ['The first or the second, whichever is quicker.'],
  ['I do not want a refund.'],
  ['When can you tell me more?'],
  ['For the first time in weeks it was warm.'],
])('%j names none, so a person reads', (letter) => {
  expect(guessChoice(letter, choices)).toBeNull()
})

it('says with which words', () => {
  expect(guessChoice('Hello Ana.\nOption 2 please, that would be lovely. Bye', choices)?.words).toBe(
    'Option 2 please, that would be lovely.',
  )
})
