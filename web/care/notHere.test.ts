import { expect, test } from 'vitest'
import { bringBack, mostKept, sendAway } from './notHere.ts'

test('sent away in one conversation, it speaks in the others, and comes back where it is taken back', () => {
  const away = sendAway(sendAway({}, 'cnv_oven', 'tone.curt'), 'cnv_cake', 'name.missing')
  expect(away).toEqual({ cnv_oven: ['tone.curt'], cnv_cake: ['name.missing'] })
  const both = sendAway(sendAway(away, 'cnv_oven', 'close.warm'), 'cnv_oven', 'close.warm')
  expect(both.cnv_oven).toEqual(['tone.curt', 'close.warm'])
  expect(bringBack(both, 'cnv_oven', 'tone.curt').cnv_oven).toEqual(['close.warm'])
  expect(bringBack(away, 'cnv_oven', 'tone.curt')).toEqual({ cnv_cake: ['name.missing'] })
  expect(bringBack(away, 'cnv_garden', 'tone.curt')).toEqual(away)
})

test('what was touched longest ago is forgotten first', () => {
  let away = sendAway({}, 'cnv_first', 'tone.curt')
  for (let n = 1; n < mostKept; n++) away = sendAway(away, `cnv_${n}`, 'tone.curt')
  away = sendAway(away, 'cnv_first', 'close.warm')
  away = sendAway(away, 'cnv_new', 'tone.curt')
  expect(Object.keys(away)).toHaveLength(mostKept)
  expect(away.cnv_first).toEqual(['tone.curt', 'close.warm'])
  expect(away).not.toHaveProperty('cnv_1')
})
