import { expect, it } from 'vitest'
import { whereSaid } from './whereSaid.ts'

const sources = {
  feels: [{ signal: 'upset', words: 'I am really disappointed', messageId: 'msg_1' }],
  asked: [
    { text: 'When do you come?', messageId: 'msg_2' },
    { text: 'Two things.\nIs the part there?', messageId: 'msg_3' },
  ],
  promised: [{ promiseId: 'prm_1', what: 'call the supplier', due: null }],
}

it('finds where a line of a brief stands by its words, within its own part', () => {
  const at = (part: Parameters<typeof whereSaid>[1], line: string) => whereSaid({ sources }, part, line)
  expect(at('feels', 'Upset: “I am really disappointed”')).toBe('msg_1')
  expect(at('asked', 'When do you come?')).toBe('msg_2')
  expect(at('asked', 'Is the part there?')).toBe('msg_3')
  expect(at('promised', 'call the supplier, by Friday 15:00')).toBe('prm_1')
})

it('leads nowhere from what the giver wrote by hand', () => {
  const at = (part: Parameters<typeof whereSaid>[1], line: string) => whereSaid({ sources }, part, line)
  expect(at('asked', 'He wants to know about the van.')).toBeUndefined()
  expect(at('asked', '')).toBeUndefined()
  expect(at('more', 'When do you come?')).toBeUndefined()
  const empty = { ...sources, feels: [{ signal: 'upset', words: '', messageId: 'msg_1' }] }
  expect(whereSaid({ sources: empty }, 'feels', 'Upset')).toBeUndefined()
})
