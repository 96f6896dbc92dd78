import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { notFound } from './errors.ts'
import { parse } from './http/serve.ts'
import { houseSpeaks, inHouse, languageAsked, speaking } from './spoken.ts'
import { dayText, moment, places, text, textLanguage, weekdayText } from './text.ts'

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

it('answers in the first language asked for that it has, else in that of the house', () => {
  const asked = [
    'de',
    'de-AT,de;q=0.9,en;q=0.8',
    'en-US,en;q=0.9,de;q=0.8',
    'fr,de;q=0.5,en;q=0.7',
    'DE;q=0, en',
  ]
  expect(asked.map(languageAsked)).toEqual(['de', 'de', 'en', 'en', 'en'])
  expect([languageAsked(undefined), languageAsked('*'), languageAsked('pt-PT')]).toEqual(['en', 'en', 'en'])
  houseSpeaks('de')
  try {
    expect([languageAsked('pt-PT'), languageAsked('en'), inHouse()]).toEqual(['de', 'en', 'de'])
    expect(notFound().message).toMatch(/^Das ist nicht hier/)
    expect(speaking('en', () => notFound().message)).toMatch(/^This is not here/)
  } finally {
    houseSpeaks('en')
  }
})

it('names in German what is wrong with a value, also where a library looked at it', () => {
  const wrong = () => parse(z.strictObject({ name: z.string() }), { name: 7 }, '')
  expect(wrong).toThrow(/^Something in the request needs another look: \/name Invalid input/)
  expect(() => speaking('de', wrong)).toThrow(
    /^An der Anfrage stimmt etwas noch nicht: \/name Ungültige Eingabe/,
  )
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

it('speaks to customers in their language where we have it, and in English elsewhere', () => {
  expect(
    ['de', 'de-AT', 'DE_ch', 'German', 'Deutsch (Schweiz)', 'de,en;q=0.5', 'pt', 'den', null].map((one) =>
      textLanguage(one),
    ),
  ).toEqual(['de', 'de', 'de', 'de', 'de', 'de', 'en', 'en', 'en'])
  expect(text('pages.you', {}, 'de')).toBe('Sie')
  expect(text('team.this.passkey', {}, 'de')).toBe('Dieser Passkey')
  // Per du only with whoever said so, and where the language has it; what is no different is said as ever.
  expect(['de', 'German', 'en', null].map((one) => textLanguage(one, 'informal'))).toEqual([
    'de-du',
    'de-du',
    'en',
    'en',
  ])
  expect(textLanguage('de', 'formal')).toBe('de')
  expect(text('pages.you', {}, 'de-du')).toBe('Du')
  expect(text('pages.doing', {}, 'de-du')).toBe('Was wir tun')
  expect(() => text('team.farewell', {}, 'de')).toThrow('no text team.farewell')
  const at = new Date('2026-11-27T15:00:00Z')
  expect(moment(at, 'Europe/Berlin', 'de')).toBe('Freitag, 27. November, 16:00 Uhr')
  expect(dayText(at, 'Europe/Berlin', 'de')).toBe('27. November 2026')
  expect([weekdayText(0, 'de'), weekdayText(6)]).toEqual(['Sonntag', 'Saturday'])
})

const read = (place: string, language: string) =>
  JSON.parse(readFileSync(`${server}${place}/text.${language}.json`, 'utf8')) as Record<string, string>
// A word behind a brace may also begin what a choice says.
const slots = (message: string) => [...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort()

/** Answers to other mail servers, which are read by their programs and by whoever keeps their log. */
const toMachines = /^email\.smtp\./

it.each(places)('says in German all that %s says in English, with the same values', (place) => {
  const [english, german] = [read(place, 'en'), read(place, 'de')]
  expect(Object.keys(english).filter((key) => !(key in german) && !toMachines.test(key))).toEqual([])
  for (const [key, message] of Object.entries(german)) {
    expect(english, key).toHaveProperty([key])
    if (!message.includes('plural')) expect([key, slots(message)]).toEqual([key, slots(english[key]!)])
  }
})

/** Of whom it is said in German: to them, per Sie. A sentence may begin with a "Sie" that means a thing. */
const perSie = /\b(Sie|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihres|Ihnen)\b|Guten Tag/
const ofThings = new Set([
  'callbacks.wrong.phone',
  'handover.language',
  'pages.me.formality.formal',
  'pages.me.closed.text',
  'pages.ask.gone.text',
])

/** Who reads these is nobody we know. */
const toStrangers = ['status']

it.each(places.filter((place) => !toStrangers.includes(place)))(
  'says per du whatever %s says per Sie, with the same values, and nothing else',
  (place) => {
    const german = read(place, 'de')
    const formal = Object.keys(german).filter((key) => perSie.test(german[key]!))
    const du = existsSync(`${server}${place}/text.de-du.json`) ? read(place, 'de-du') : {}
    expect(Object.keys(du).filter((key) => !formal.includes(key))).toEqual([])
    expect(formal.filter((key) => !(key in du) && !ofThings.has(key))).toEqual([])
    for (const [key, message] of Object.entries(du)) {
      if (!ofThings.has(key)) expect([key, perSie.exec(message)?.[0]]).toEqual([key, undefined])
      expect([key, slots(message)]).toEqual([key, slots(german[key]!)])
    }
  },
)
