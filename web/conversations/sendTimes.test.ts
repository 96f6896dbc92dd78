import { describe, expect, it } from 'vitest'
import { instantIn, isSameClock, placeOf, wallClockIn } from '#web/ui/zone.ts'
import { slotsIn } from './sendTimes.ts'

const told = (zone: string, now: string) =>
  slotsIn(zone, new Date(now)).map(({ key, at }) => `${key} ${at.toISOString()}`)

describe('the hours an answer may leave', () => {
  it('are good hours where it is read', () => {
    // Wednesday morning in Lisbon.
    expect(told('Europe/Lisbon', '2026-11-25T10:10:00Z')).toEqual([
      'today 2026-11-25T14:00:00.000Z',
      'tomorrow 2026-11-26T09:00:00.000Z',
      'monday 2026-11-30T09:00:00.000Z',
    ])
    // The same moment is Wednesday evening in Tokyo.
    expect(told('Asia/Tokyo', '2026-11-25T10:10:00Z')).toEqual([
      'tomorrow 2026-11-26T00:00:00.000Z',
      'monday 2026-11-30T00:00:00.000Z',
    ])
    // Sunday: tomorrow is Monday.
    expect(told('Europe/Lisbon', '2026-11-29T20:00:00Z')).toEqual(['tomorrow 2026-11-30T09:00:00.000Z'])
  })

  it('hold on the days when clocks change', () => {
    expect(told('Europe/Berlin', '2026-03-28T20:00:00Z')).toEqual([
      'tomorrow 2026-03-29T07:00:00.000Z',
      'monday 2026-03-30T07:00:00.000Z',
    ])
    expect(told('America/New_York', '2026-10-31T23:00:00Z')).toEqual([
      'tomorrow 2026-11-01T14:00:00.000Z',
      'monday 2026-11-02T14:00:00.000Z',
    ])
  })
})

describe('a clock on a wall', () => {
  it('is read and set in any zone', () => {
    for (const zone of ['Europe/Lisbon', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'])
      for (const text of ['2026-01-15T09:00', '2026-07-15T23:59', '2026-12-31T00:00'])
        expect(wallClockIn(zone, instantIn(zone, text)), `${zone} ${text}`).toBe(text)
  })
  it('that is put forward shows the hour after the one left out', () => {
    expect(wallClockIn('Europe/Berlin', instantIn('Europe/Berlin', '2026-03-29T02:30'))).toBe(
      '2026-03-29T03:30',
    )
  })
  it('is named by its town', () => {
    expect(placeOf('America/New_York')).toBe('New York')
    expect(isSameClock('Europe/Berlin', 'Europe/Paris')).toBe(true)
    expect(isSameClock('Europe/Berlin', 'Asia/Tokyo')).toBe(false)
  })
})
