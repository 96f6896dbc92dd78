import { expect, test } from 'vitest'
import { sentences } from '../sentences.ts'
import { deedsOf } from './acts.ts'
import { apologyIn } from './apology.ts'
import { closeOf } from './close.ts'
import { layoutOf } from './layout.ts'
import { blameIn } from './tone.ts'

const apologies: Record<string, string[]> = {
  real: [
    'I am sorry that I sent Ben to the wrong house.',
    'Sorry for the delay.',
    'That was our mistake, and nobody else pays for it.',
    'We let you down on Tuesday.',
    'I forgot your bread, plain and simple.',
    'My apologies, I mixed up the two Annas.',
    'I owe you an apology: I read the letter too fast.',
    'We should have called you before noon.',
    'This one is on us.',
    'The error was mine.',
    'Please forgive us for the cold night.',
    'I apologise for the two hours you stood in the rain.',
    'I got the hour wrong.',
    'We broke your vase while we carried the oven.',
  ],
  conditional: [
    'We are sorry if this upset you.',
    'I apologise for any trouble.',
    'Sorry if there was a misunderstanding.',
    'Should this have caused you discomfort, we apologise.',
    'We are sorry that you feel treated badly.',
    'If we have offended you, I am sorry.',
    'Apologies for any confusion this may have caused.',
    'I am sorry if my colleague was perhaps a little short with you.',
    'We would like to apologise in case the room was not to your taste.',
  ],
  passive: [
    'Mistakes were made.',
    'An error occurred when the order was entered.',
    'Your form was mislaid.',
    'The wrong size was packed.',
    'It appears that the parcel was left outside.',
    'Unfortunately the booking was not passed on.',
    'A misunderstanding has arisen in the kitchen.',
    'It was overlooked that you are allergic.',
    'Your file was assigned to the wrong person and the letter was never answered.',
    'The date was entered incorrectly.',
    'There was a mix-up and your cake was delivered to another address.',
  ],
  legal: [
    'We regret any inconvenience.',
    'As a gesture of goodwill and without admission of liability we return half of it.',
    'The company regrets that the service did not meet your expectations.',
    'This letter does not constitute an acknowledgement of fault.',
    'We apologise in accordance with section 4 of our terms.',
    'Purely as a goodwill gesture we refund the fee.',
  ],
  none: [
    'I am sorry to hear that the dog is ill.',
    'Unfortunately the shop is closed on Monday.',
    'I am afraid the blue one is sold out.',
    'Sorry for your loss.',
    'Ben comes tomorrow at nine.',
    'Your refund was sent this morning.',
    'No need to apologise, it happens to all of us.',
    'The radiators were bled last week.',
  ],
}
for (const [kind, list] of Object.entries(apologies))
  test.each(list)(`${kind}: %s`, (text) => {
    expect(apologyIn(sentences(text), true).kind).toBe(kind)
  })

test.each([
  'As already explained, the tap must be closed first.',
  'You failed to send the form in time.',
  'Had you read the instructions, this would not have happened.',
  'You should have told us about the stairs.',
  'This clearly states that pets are not allowed.',
  'Our records show that you did not pay.',
  'Please read the terms carefully next time.',
  'The damage is due to improper use.',
  'It is not our fault that you were not at home.',
  'As I said on Monday, we need the number.',
  'You did not follow the steps.',
  'No other customer has complained.',
])('blames: %s', (text) => {
  expect(blameIn(text)).not.toBeNull()
})
test.each([
  'You should have it by Friday.',
  'The code was entered with an O instead of a zero.',
  'It was not your fault, the sign is hidden.',
  'You must have been frightened.',
  'As you said, the bell rings twice.',
  'You did everything right.',
  'You should have been told on Monday.',
])('does not blame: %s', (text) => {
  expect(blameIn(text)).toBeNull()
})

const deedOf = (text: string) => deedsOf(sentences(text), [])[0]!.deed
test.each([
  'I have put the money back on your card.',
  'Your new key is in the post.',
  'The second charge has been refunded.',
  'Ana rings you at four.',
  'You get the old price.',
  'Done: you are on the list.',
  'We replace the glass free of charge.',
  'The fee is off your bill.',
])('does something: %s', (text) => {
  expect(deedOf(text)).toBe('act')
})
test.each([
  'We are looking into it.',
  'Your feedback has been forwarded to the team.',
  'We take this very seriously.',
  'I have passed this on to my manager.',
  'Your case is under review.',
  'We have taken note of your complaint.',
  'Everything is on our website.',
])('does nothing yet: %s', (text) => {
  expect(['vague', 'stock']).toContain(deedOf(text))
})

const close = (text: string) =>
  closeOf(layoutOf(`Dear Grace,\n\nBen comes tomorrow at nine and brings the valve.\n\n${text}`, 'Ana Costa'))
test.each([
  'I hope the little one sleeps until seven.\nAna Costa',
  'Thank you for trying the wheel twice.\n\nAna Costa',
  'My own number is 555 0142.\n\nKind regards\nAna Costa',
  'Give the dog a bone from me,\nAna',
  'See you on Thursday!',
  'Shout if it drips again.',
  'Good luck with the exam,\nAna Costa',
  'I look forward to your drawing of the kitchen.\n\nBest wishes\nAna Costa',
  'Enjoy the warm room.\n\nAna',
  'Warm greetings to your mother,\nAna Costa',
])('warm: %s', (text) => {
  expect(close(text)).toBe('warm')
})
test.each([
  'Kind regards,\nAna Costa',
  'Please let us know if you have any further questions.\n\nKind regards\nAna Costa',
  'We look forward to hearing from you.\n\nRegards\nAna Costa',
  'Have a nice day!\nAna',
  'Ana Costa',
])('plain: %s', (text) => {
  expect(close(text)).toBe('plain')
})
test('none: the text just stops', () => {
  expect(closeOf(layoutOf('Ben comes tomorrow at nine.', 'Ana Costa'))).toBe('none')
})
