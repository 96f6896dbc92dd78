import { expect, test } from 'vitest'
import { type DraftContext, readDraft } from './draft.ts'
import { readInbound } from './inbound.ts'
import { languageOf } from './language.ts'

test.each([
  ['Thank you for the photo, I bring the right tap on Friday.', 'en'],
  ['Vielen Dank für das Foto, ich bringe am Freitag den richtigen Hahn mit.', 'de'],
  ['Merci pour la photo, je vous apporte le bon robinet vendredi.', 'fr'],
  ['Obrigado pela fotografia, o Ben leva a torneira certa na sexta e não é nada para pagar.', 'pt'],
  ['Спасибо за фотографию, я привезу кран в пятницу.', 'other'],
  ['写真をありがとうございます。金曜日に伺います。', 'other'],
  ['ok', null],
])('%s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})

const context = (message: string): DraftContext => ({
  channel: 'email',
  customer: { name: 'Lena Hartmann', preferredName: 'Frau Hartmann', message },
  ours: { writer: 'Ana Costa', firstReply: true, fault: 'ours' },
  ref: '2026-11-25T09:00',
  tz: 'Europe/Berlin',
})
const said = (message: string, draft: string) =>
  readDraft(draft, context(message)).observations.map((one) => one.id)

test('German asks are found by their mark and by the closed forms of asking', () => {
  const asks = readInbound(
    'Guten Tag, die Heizung ist seit Montag kalt. Wann kommt jemand? Bitte schicken Sie mir auch die Rechnung. Danke für Ihre Mühe.',
  ).asks
  expect(asks.map((ask) => ask.text)).toEqual([
    'Wann kommt jemand?',
    'Bitte schicken Sie mir auch die Rechnung.',
  ])
})

test('a German sorry with an if is pointed out, a plain one is not', () => {
  const message = 'Guten Tag, der Techniker ist nicht gekommen und ich habe den ganzen Tag auf ihn gewartet.'
  expect(
    said(
      message,
      'Liebe Frau Hartmann,\n\nbitte entschuldigen Sie, falls Ihnen dadurch ein Tag verloren ging. Ben ist morgen um 9 Uhr bei Ihnen.\n\nHerzliche Grüße\nAna Costa',
    ),
  ).toContain('apology.conditional')
  expect(
    said(
      message,
      'Liebe Frau Hartmann,\n\nein ganzer Tag am Fenster, und ich habe den Termin falsch eingetragen. Das tut mir leid. Ben ist morgen um 9 Uhr bei Ihnen.\n\nHerzliche Grüße\nAna Costa',
    ),
  ).not.toContain('apology.conditional')
})

test('in a language we cannot read, only the checks that need none speak', () => {
  const message = 'Bonjour, le chauffage ne marche plus depuis lundi et nous avons un bébé.'
  const ids = said(
    message,
    'Bonjour {{nom}},\n\nnous avons bien reçu votre message et nous vous remercions pour votre patience avec nous.\n\nCordialement\nAna Costa',
  )
  expect(ids).toContain('name.wrong')
  expect(ids.filter((id) => !['name.wrong', 'name.missing', 'canned.template'].includes(id))).toEqual([])
})
