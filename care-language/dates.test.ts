import { describe, expect, it } from 'vitest'
import { findDates, findDue } from './dates.ts'

/** Said on Monday 7 November 2016, 16:12; days and months in American order. */
const when = { ref: '2016-11-07T16:12:00' }

describe('what a date names', () => {
  it.each([
    ['Come back on the 21st.', '2016-11-21'],
    ['Shall we meet on 15?', '2016-11-15'],
    ['The key is here since Oct. 2, 2015.', '2015-10-02'],
    ['Thu 14th works.', '2017-09-14'],
    ['next week on Thursday', '2016-11-17'],
    ['Friday week', '2016-11-18'],
    ['a week on Monday', '2016-11-14'],
    ['the third Monday of next month', '2016-12-19'],
    ['Tomorrow week suits me better.', '2016-11-15'],
    ['They came on Friday last.', '2016-11-04'],
    ['You signed on 3 February of this year.', '2016-02-03'],
    ['The last tram goes at ten past midnight.', '00:10:00'],
    ['the day after tomorrow', '2016-11-09'],
    ['three weeks from tomorrow', '2016-11-29'],
    ['two Sundays from now', '2016-11-20'],
    ['five days before Christmas', '2016-12-20'],
    ['Easter 2018', '2018-04-01'],
    ['fifteen August nineteen hundred ninety three', '1993-08-15'],
    ['2016-12-16T12:23', '2016-12-16T12:23:00'],
    ['22/04', '2017-04-22'],
    ['3/4/17', '2017-03-04'],
    ['tomorrow at 7:15a', '2016-11-08T07:15:00'],
    ['today at 8p', '2016-11-07T20:00:00'],
    ['tomorrow at half past three', '2016-11-08T15:30:00'],
    ['Monday the 14th at 3', '2016-11-14T15:00:00'],
    ['8 in the morning on Friday', '2016-11-11T08:00:00'],
    ['in an hour and a half', '2016-11-07T17:42:00'],
    ['at five-thirty tomorrow evening', '2016-11-08T17:30:00'],
    ['It is 20 min past eight in the evening.', '20:20:00'],
    ['at eleven', '23:00:00'],
    ['9:00a', '09:00:00'],
    ['at 0730', '07:30:00'],
    ['the last day of this month', '2016-11-30'],
    ['the first day of next month', '2016-12-01'],
    ['the Tuesday after Easter 2017', '2017-04-18'],
    ['the Monday after next', '2016-11-21'],
    ['next month on the 20th', '2016-12-20'],
    ['the 12th of last month', '2016-10-12'],
    ['two weeks ago today', '2016-10-24'],
    ['two Mondays ago', '2016-10-24'],
    ['2018 November 11', '2018-11-11'],
    ['nine forty five tonight', '2016-11-07T21:45:00'],
    ['17.00 hrs on Tuesday', '2016-11-08T17:00:00'],
    ['three years since 2011', '2014-01-01'],
    ["on Thursday's boat", '2016-11-10'],
  ])('reads “%s” as %s', (text, value) => {
    expect(findDates(text, when).map((one) => one.value)).toEqual([value])
  })

  it.each([
    'You may get a call.',
    'The second floor is closed.',
    'Bring it to flat 4, 12 May Street.',
    'My number is 0121 496 0123.',
    'We hope to have it in the new year.',
    'It costs 3.50 or 12 euros.',
    'Set up a 1:1 with her.',
    'We march on, and the sun sat low.',
    'It took three days.',
    'Between 2 and 4 somebody is here.',
    'Every Tuesday we bake rye.',
    'Open 24/7.',
    'Have a great week!',
    'Order 20161108-33 is here.',
    'It is a size 10/12.',
    'Friday pm or tomorrow AM would do.',
    'A table for eight, please.',
    'We post an update every 30 minutes.',
  ])('leaves “%s” silent', (text) => {
    expect(findDates(text, when)).toEqual([])
  })

  it('gives each its place in the text', () => {
    const text = 'Next Monday or Tuesday, or on 11/25?'
    expect(findDates(text, when).map((one) => [text.slice(one.start, one.end), one.value])).toEqual([
      ['Next Monday or Tuesday', '2016-11-14'],
      ['Tuesday', '2016-11-08'],
      ['on 11/25', '2016-11-25'],
    ])
  })
})

describe('a due', () => {
  it('says of which kind it is', () => {
    const due = (text: string) => {
      const found = findDue(text, { ref: '2026-11-23T10:00', tz: 'Europe/London' })
      return found && [found.due, found.kind]
    }
    expect(due('by Friday')).toEqual(['2026-11-27', 'date'])
    expect(due('by 3pm')).toEqual(['2026-11-23T15:00', 'instant'])
    expect(due('next week')).toEqual(['2026-12-04', 'range-end'])
    expect(due('right now')).toBeNull()
    expect(due('last Friday')).toEqual(['2026-11-20', 'date'])
  })
})
