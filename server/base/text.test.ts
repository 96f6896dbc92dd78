import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { moment, places, text } from './text.ts'

const server = fileURLToPath(new URL('..', import.meta.url))

it('knows every catalogue that lies in a room', () => {
  const found = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('text.en.json'))
    .map((path) => path.replaceAll('\\', '/').replace('/text.en.json', ''))
  expect(found.sort()).toEqual([...places].sort())
})

it('fills in values, and says which key or value is missing', () => {
  expect(text('team.invite.subject', { by: 'Rosa Amaral', company: 'Casa Amaral' })).toBe(
    'Rosa Amaral invites you to Casa Amaral',
  )
  expect(() => text('team.invite.subject', { by: 'Rosa Amaral' })).toThrow(/company/)
  expect(() => text('team.farewell')).toThrow('no text team.farewell')
})

it('leaves what looks like HTML in names alone', () => {
  expect(text('team.invite.subject', { by: '<b>Ben</b>', company: 'A & B' })).toBe(
    '<b>Ben</b> invites you to A & B',
  )
})

it('tells a moment in the words of a time zone', () => {
  const at = new Date('2026-11-27T23:30:00Z')
  expect(moment(at, 'Europe/Lisbon')).toBe('Friday 27 November, 23:30')
  expect(moment(at, 'Europe/Berlin')).toBe('Saturday 28 November, 00:30')
})
