import { describe, expect, it } from 'vitest'
import { readAmount, readCsv, readMoment } from './csv.ts'

describe('a CSV file', () => {
  it('keeps what quotes hold: separators, quotes and line ends', () => {
    expect(readCsv('mail,what\r\nmaria@mail.example,"Oven, ""two doors""\nand a pipe"\r\n')).toEqual([
      ['mail', 'what'],
      ['maria@mail.example', 'Oven, "two doors"\nand a pipe'],
    ])
  })
  it('sees by its first line what divides, and leaves out empty lines', () => {
    expect(readCsv('\ufeffmail;what\n\n a@b.example ;Bread, rye\n;\n')).toEqual([
      ['mail', 'what'],
      ['a@b.example', 'Bread, rye'],
    ])
    expect(readCsv('mail\twhat\na\tb')).toEqual([
      ['mail', 'what'],
      ['a', 'b'],
    ])
    expect(readCsv('"one;two;three",b\nx,y')[1]).toEqual(['x', 'y'])
  })
})

describe('what a cell says', () => {
  it('reads the day, whichever way it is written', () => {
    const day = (given: string) => {
      const at = readMoment(given)
      return at && [new Date(at).getFullYear(), new Date(at).getMonth() + 1, new Date(at).getDate()]
    }
    for (const given of ['2026-03-04', '2026-03-04 10:15', '4.3.2026', '04/03/2026'])
      expect(day(given), given).toEqual([2026, 3, 4])
    expect(day('03/25/2026')).toEqual([2026, 3, 25])
    expect(readMoment('2026-03-04T10:15:00Z')).toBe('2026-03-04T10:15:00.000Z')
    for (const given of ['', 'soon', '31.6.2026', '2026-13-01']) expect(readMoment(given), given).toBeNull()
  })
  it('reads an amount, whichever sign divides', () => {
    expect(['1.280,50', '1,280.50', '1280.5', '€ 1 280.50'].map(readAmount)).toEqual([
      1280.5, 1280.5, 1280.5, 1280.5,
    ])
    expect(readAmount('1.280')).toBe(1280)
    expect(readAmount('-12')).toBe(-12)
    expect(readAmount('a lot')).toBeNull()
  })
})
