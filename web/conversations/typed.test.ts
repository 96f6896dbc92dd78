import { describe, expect, it } from 'vitest'
import { findEmoji } from './emoji.ts'
import { typedIn } from './typed.ts'

const at = (text: string) => {
  const typed = typedIn(text, text.length)
  return typed && `${typed.sign}${typed.term} ${typed.from}-${typed.to}`
}

describe('what was just typed', () => {
  it('is an emoji’s name or a teammate’s, at the beginning of a word', () => {
    expect(at('Thank you :hea')).toBe(':hea 10-14')
    expect(at(':+1')).toBe(':+1 0-3')
    expect(at('Ask @')).toBe('@ 4-5')
    expect(at('(@Ana')).toBe('@Ana 1-5')
    expect(at('Ask @Ana Cos')).toBe('@Ana Cos 4-12')
    expect(at('@Inês')).toBe('@Inês 0-5')
  })
  it('is nothing in a time, an address, a smiley or a word', () => {
    for (const text of ['at 10:30', 'see:this', 'ana@casa', 'fine :)', 'Dear all:', ': yes', 'the @ 3'])
      expect(at(text), text).toBeNull()
  })
  it('is over once the sentence has gone on', () => expect(at('Ask @Ana whether she')).toBeNull())
})

describe('an emoji by its name', () => {
  const names = {
    '❤️': ['red_heart', 'love', 'like'],
    '🧡': ['orange_heart', 'love'],
    '👍': ['thumbs_up', '+1', 'yes', 'good'],
    '🙏': ['folded_hands', 'please', 'thank_you', 'thanks'],
    '😥': ['sad_but_relieved_face', 'phew'],
  }
  const found = (term: string, extra = '') => findEmoji(term, names, extra).map((one) => one.emoji)

  it('comes first by the name itself, then by what it stands for', () => {
    expect(found('red_h')).toEqual(['❤️'])
    expect(found('heart')).toEqual(['❤️', '🧡'])
    expect(found('thank')).toEqual(['🙏'])
    expect(found('+1')).toEqual(['👍'])
    expect(found('xyz')).toEqual([])
  })
  it('is found by the words of another language too, and by those first', () => {
    expect(found('herz', 'herz ❤️, danke 🙏, traurig 😥')).toEqual(['❤️'])
    expect(found('dan', 'herz ❤️, danke 🙏')).toEqual(['🙏'])
  })
})
