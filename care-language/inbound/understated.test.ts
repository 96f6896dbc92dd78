import { expect, test } from 'vitest'
import { readInbound } from '../inbound.ts'

const signals = (text: string, teammates: string[] = []) => readInbound(text, { teammates }).signals

test.each([
  // By the shape of the telling.
  'I reserved a bay by the door and got one on the roof.',
  'Only three of the six mugs were in the crate.',
  'The barrier stayed down although the screen said open.',
  'The label is made out to a firm I sold in 2021.',
  'I was billed 72, while the offer says 61.',
  'The gate rattles all night since your fitter was here.',
  "You've debited 30 euros twice.",
  'The fitter said nothing was wrong. The floor was wet again by noon.',
  // By elimination: it tells something, asks nothing and thanks nobody.
  'The second bench is not the colour of the first.',
  'My skirt came back a size smaller.',
  'The choir heard the fire alarm twice during the requiem.',
  // By what is asked for.
  'The hose is in two halves. Please send the right one.',
])('a failure without a loud word: %s', (text) => {
  expect(signals(text).failure).toBeGreaterThanOrEqual(0.5)
})

test.each([
  'Here is the form, as agreed.',
  'We need a bigger basket.',
  'Do I get a message if the gate is stuck?',
  'What do you charge for a cracked pane?',
  'Grace does not know the colour yet, she is asking her brother.',
  'The plums are lovely this year.',
  'I have just paid the March invoice.',
  'Please find attached the signed contract.',
  'We have two cats and a rabbit.',
  'Sadly we shall not renew in spring. Nothing is the matter, we are moving to the coast.',
  'Thank you Ben, what a week. I could not have wished for more.',
])('no failure: %s', (text) => {
  expect(signals(text).failure).toBeLessThan(0.5)
})

test('a colleague who is named in a letter without trouble or errand is praised', () => {
  const { signals, praised } = readInbound('Ben came back on his bicycle to bring my scarf.', {
    teammates: ['Ben', 'Sara'],
  })
  expect(signals.praise).toBeGreaterThanOrEqual(0.5)
  expect(praised).toEqual(['Ben'])
  for (const text of [
    'I spoke to Ben on Monday.',
    'Ben told me to bring the form.',
    'Hello Ben, the plums are here.',
    'Ben never came.',
    'When does Ben come?',
  ])
    expect(readInbound(text, { teammates: ['Ben'] }).praised, text).toEqual([])
})

test.each([
  ['leaving', 'Please take us off your list, we found a bakery nearer by.'],
  ['leaving', 'I am taking my prescriptions to the chemist on the corner.'],
  ['urgent', 'The notary shuts at four today and the deed is not here.'],
  ['urgent', 'My train goes in ten minutes and the door is not open.'],
  ['chase', 'Where do things stand with the roof?'],
  ['chase', 'How is our application coming along?'],
  ['repeat', 'Every single week the same: no lid.'],
  ['upset', 'My heart sank when I saw it.'],
] as const)('%s: %s', (signal, text) => {
  expect(signals(text)[signal]).toBeGreaterThanOrEqual(0.5)
})
