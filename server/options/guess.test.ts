import { describe, expect, it } from 'vitest'
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

describe('in German', () => {
  const ways = [
    { position: 1, text: 'Wir erstatten Ihnen die 42 Euro' },
    { position: 2, text: 'Wir schicken Ihnen einen neuen Wasserkocher' },
    { position: 3, text: 'Wir reparieren Ihren in der Werkstatt' },
  ]

  it.each([
    ['Möglichkeit 2 bitte, das wäre schön.', 2],
    ['Nummer drei für uns.\n\nGreta', 3],
    ['Ich nehme die erste.', 1],
    ['Den letzten Vorschlag finde ich am besten.', 3],
    ['2, danke', 2],
    ['Guten Tag Ana,\n\nbitte schicken Sie einen neuen Wasserkocher.\n\nGreta', 2],
    ['Könnten Sie ihn reparieren? Ich hänge an dem alten.', 3],
    ['Nicht die erste, die zweite passt uns.', 2],
  ])('%j takes up choice %i', (letter, position) => {
    expect(guessChoice(letter, ways)?.position).toBe(position)
  })

  it.each([
    ['Danke, wir überlegen es uns.'],
    ['Die erste oder die zweite, was eben schneller geht.'],
    ['Ich möchte das Geld nicht erstattet haben.'],
    ['Zum ersten Mal seit Wochen war es warm.'],
    ['Lieber reparieren als wegwerfen, aber entscheiden Sie.'],
  ])('%j names none, so a person reads', (letter) => {
    expect(guessChoice(letter, ways)).toBeNull()
  })
})
