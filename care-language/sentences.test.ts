import { describe, expect, it } from 'vitest'
import { sentences } from './sentences.ts'

const texts = (text: string) => sentences(text).map((one) => one.text)

describe('sentences', () => {
  it.each([
    'Wir liefern am 27. November.',
    'Die Uhr ist ab dem 3. um vier bei uns.',
    'It was due on 27. November and came a day late.',
    'Das Angebot gilt bis 31. Dez. und wird nicht verlängert.',
    'It ships on Thurs. 3 Dec. and lands on Fri. morning.',
    'We will be there Nov. 27 at 9.',
    'You will have it by Thurs. Dec. 3 at the latest.',
  ])('keeps the dot of a day inside “%s”', (text) => {
    expect(texts(text)).toEqual([text])
  })
  it('ends a sentence at a number that is no day', () => {
    expect(texts('We have 27. Ana will count again.')).toEqual(['We have 27.', 'Ana will count again.'])
    expect(texts('Your order is 4127. November is our busiest month.')).toEqual([
      'Your order is 4127.',
      'November is our busiest month.',
    ])
  })
  it('keeps the dot of a title and says where each sentence stands', () => {
    const text = 'Hello Dr. Amaral. I have it.\n\nLena'
    expect(sentences(text)).toEqual([
      { text: 'Hello Dr. Amaral.', start: 0, end: 17 },
      { text: 'I have it.', start: 18, end: 28 },
      { text: 'Lena', start: 30, end: 34 },
    ])
  })
})
