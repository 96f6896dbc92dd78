import { expect, it } from 'vitest'
import { theirTime } from './theirTime.ts'

const noon = new Date('2026-11-26T12:00:00Z')

it('tells their clock where it is another than mine, and when a call would wake them', () => {
  expect(theirTime('Asia/Tokyo', 'Europe/Lisbon', noon)).toEqual({ clock: '21:00', mayCall: false })
  expect(theirTime('America/New_York', 'Europe/Lisbon', noon)).toEqual({ clock: '07:00', mayCall: false })
  expect(theirTime('Europe/Athens', 'Europe/Lisbon', noon)).toEqual({ clock: '14:00', mayCall: true })
})
it('says nothing where both clocks show the same, or nobody knows', () => {
  expect(theirTime('Europe/London', 'Europe/Lisbon', noon)).toBeNull()
  expect(theirTime(null, 'Europe/Lisbon', noon)).toBeNull()
})
