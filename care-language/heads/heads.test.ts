import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../weights/manifest.json' with { type: 'json' }
import { cannedScore } from './canned.ts'
import { readHeads } from './heads.ts'
import { headNames, scoreText } from './score.ts'
import { isImperative } from './syntax/imperative.ts'
import { passiveIn } from './syntax/passive.ts'

const bytes = readFileSync(new URL('../weights/heads.bin', import.meta.url))
const heads = readHeads(bytes)
const score = (head: string, text: string) => scoreText(heads, head, text)

test('the weights are the ones the manifest speaks of, and small', () => {
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.sha256)
  expect(bytes.length).toBe(manifest.bytes)
  expect(bytes.length).toBeLessThan(1_300_000)
  for (const one of Object.values(manifest.data)) expect(one.licence).toMatch(/CC BY 4\.0|CDLA|Apache/)
})

test('every head gives a number between nothing and certainty', () => {
  for (const head of headNames)
    for (const text of ['', '?', 'Thank you, Ana!', '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u0000 مرحبا', 'x'.repeat(100_000)]) {
      const value = score(head, text)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
    }
  expect(() => score('warmth', 'hello')).toThrow(/No head is called warmth/)
})

test.each([
  ['thanks', 'Thank you so much for the quick repair, Ben.', 'The tap in the yard drips.'],
  ['praise', 'The cake was wonderful, what a beautiful piece of work.', 'We open at seven.'],
  ['negative', 'I am so disappointed and sad about this awful visit.', 'The parcel is blue.'],
  ['request', 'Could you please send me the invoice by Friday?', 'It rained on Tuesday.'],
  ['question', 'do you know when he comes', 'he comes on friday i think so'],
  ['greeting', 'hello', 'my boiler is cold'],
  ['closing', 'bye have a nice day', 'my boiler is cold'],
  ['passive', 'Your order will be shipped from the yard.', 'I ship your order today.'],
  ['imperative', 'Please close the red tap first.', 'The red tap is closed.'],
  [
    'canned',
    'Please do not hesitate to contact us if you have any further questions.',
    'Ben left the key in the blue cup.',
  ],
])('%s: “%s”, not “%s”', (head, yes, no) => {
  expect(score(head, yes)).toBeGreaterThanOrEqual(0.5)
  expect(score(head, no)).toBeLessThan(0.5)
})

test.each([
  ['The wrong address was entered.', 'entered'],
  ['Can that be repaired?', 'repaired'],
  ['He got hired last week.', 'hired'],
  ['Attached is the form you wanted.', 'attached'],
])('“%s” is passive', (text, participle) => {
  expect(passiveIn(text)?.participle).toBe(participle)
})
test.each([
  'I am tired.',
  'We are closed on Mondays.',
  'She has baked it.',
  'It is interested parties only.',
  'I have been there.',
])('“%s” is not passive', (text) => {
  expect(passiveIn(text)).toBeNull()
})

test.each([
  'Send me the photo.',
  'If it rains, take the bag in.',
  "Don't turn the red tap.",
  'Let us know.',
  '1. Open the box',
])('“%s” orders or invites', (text) => {
  expect(isImperative(text)).toBe(true)
})
test.each([
  'Thank you.',
  'Water is everywhere.',
  'I send it today.',
  'Do you open on Sunday?',
  'Call centre hours are short.',
])('“%s” does not', (text) => {
  expect(isImperative(text)).toBe(false)
})

test('a drawer sounds like a drawer', () => {
  expect(cannedScore('Thank you for contacting us, your request is very important to us.')).toBeGreaterThan(
    0.8,
  )
  expect(cannedScore('I found your blue bag behind the oven.')).toBeLessThan(0.4)
})
