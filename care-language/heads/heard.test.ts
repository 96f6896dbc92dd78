import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHeads } from './heads.ts'
import { gauges, heardIn } from './heard.ts'

const heads = readHeads(readFileSync(new URL('../weights/heads.bin', import.meta.url)))
const names = (text: string) => heardIn(heads, text).map((one) => one.head)

test('a letter is heard sentence by sentence, each head where it is sure first', () => {
  const text =
    'Hello. The blue boiler is cold. Thank you so much for coming on Monday. When do you come again?'
  const heard = heardIn(heads, text)
  expect(heard.map((one) => one.head)).toEqual(expect.arrayContaining(['thanks', 'question']))
  const thanks = heard.find((one) => one.head === 'thanks')!
  expect(text.slice(thanks.start, thanks.end)).toBe('Thank you so much for coming on Monday.')
})

test('a gauge says nothing, whatever is written', () => {
  expect(gauges).toContain('anger')
  expect(names('I am furious, this is an outrage, I hate it!')).not.toContain('anger')
})

test('nothing is heard in nothing, in noise, or in what somebody else wrote below', () => {
  expect(names('')).toEqual([])
  expect(names('\u0000\u0007')).toEqual([])
  expect(names('The tap drips.\n\n> Thank you so much for the quick repair, Ben.')).not.toContain('thanks')
  expect(() => heardIn(heads, 'x '.repeat(500_000))).not.toThrow()
})
