import { expect, test } from 'vitest'
import { readInbound } from '../../inbound.ts'
import { learnTold, toldIn } from '../../train/told.ts'
import { weights } from './weights.ts'

test('the weights are what the sentences teach', () => {
  expect(learnTold(toldIn('en'), 'en')).toEqual(weights.en)
  expect(learnTold(toldIn('de'), 'de')).toEqual(weights.de)
})

const failure = (text: string) => readInbound(text).signals.failure

test.each([
  'Your baker put raisins in although Ida had asked for none.',
  'The clock stops each time the church bell rings.',
  'Jo waited at the gate until the last coach had gone.',
  'The lesson was cut short and nobody said why.',
  // Beside a question, too.
  'Your courier left the cello in the rain. Who do I speak to about it?',
  'Ihr Bote hat das Cello im Regen stehen lassen. Mit wem spreche ich darüber?',
  'Statt der Geige lag eine Bratsche im Kasten.',
])('tells of something amiss: %s', (text) => {
  expect(failure(text)).toBeGreaterThanOrEqual(0.5)
})

test.each([
  'The choir has twelve singers and a dog.',
  'My cello is from 1890 and I keep it in the hall.',
  'We will take the evening course, both of us.',
  'Our order number is 5512 and the address is 3 Quay Street.',
  'The proof of address and the last two payslips are on the portal.',
  'I am away until 4 January.',
  'Das Cello ist von 1890 und steht im Flur.',
  'Wir nehmen den Abendkurs, Rechnung an die Firma.',
  'Unsere Bestellnummer lautet 5512.',
])('tells how things are: %s', (text) => {
  expect(failure(text)).toBeLessThan(0.5)
})

test('a thank you ends no hurry where something is still asked for', () => {
  const urgent = (text: string) => readInbound(text).signals.urgent
  expect(
    urgent('Please send the score today, it is urgent, I need it by tonight. Thanks a million!'),
  ).toBeGreaterThanOrEqual(0.5)
  expect(urgent('The score came today, at the last minute. Thanks a million!')).toBeLessThan(0.5)
})

test('what is told quietly is as severe as what is told loudly, and an allergy in a booking is no harm', () => {
  const quiet = readInbound(
    'The alarm you fitted for my mother, who is 84 years old, has not made a sound since Sunday.',
  )
  expect(quiet.severity).toBeGreaterThanOrEqual(0.5)
  expect(quiet.worst).not.toBeNull()
  expect(readInbound('Table for six on Friday. Jo has a nut allergy.').severity).toBeLessThan(0.3)
})
