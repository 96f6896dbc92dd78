import { expect, it } from 'vitest'
import { decode } from '../decode.ts'
import { kindOf } from '../kind.ts'

// Automatic answers that no header gives away, as their programs begin the subject; and what people write. All are ours.

const machines = [
  'Automatic reply: The tap',
  'Out of Office: The tap',
  'Out of office Re: The tap',
  'Abwesenheitsnotiz: Der Hahn',
  'Automatische Antwort: Der Hahn',
  'AutoReply: The tap',
  'Réponse automatique : Le robinet',
  'Absence du bureau : Le robinet',
  'Respuesta automática: El grifo',
  'Fuera de la oficina: El grifo',
  'Risposta automatica: Il rubinetto',
  'Fuori sede: Il rubinetto',
  'Automatisch antwoord: De kraan',
  'Afwezigheidsmelding: De kraan',
  'Odpowiedź automatyczna: Kran',
  'Автоответ: Кран',
  'Автоматический ответ: Кран',
  'Автоматична відповідь: Кран',
  '自動返信: 蛇口',
  '自動応答: 蛇口',
  '自动回复: 水龙头',
  '自動回覆: 水龍頭',
  '자동 회신: 수도꼭지',
  '부재중 자동 응답',
  'Automaattinen vastaus: Hana',
  'Autosvar: Kranen',
  'Automatisk svar: Hanen',
  'Automatiskt svar: Kranen',
  'Frånvaro: Kranen',
  'Automatická odpověď: Kohoutek',
  'Automatikus válasz: Csap',
  'Otomatik Yanıt: Musluk',
  'Răspuns automat: Robinetul',
  'Resposta automática: A torneira',
  'Ausência temporária: A torneira',
  'Αυτόματη απάντηση: Η βρύση',
  'תשובה אוטומטית: הברז',
  'رد تلقائي: الصنبور',
  'Trả lời tự động: Vòi nước',
  'Balasan otomatis: Keran',
  'Vacation reply',
  'On leave: The tap',
  'I am away until 4 January',
  'Away from my desk Re: The tap',
  'Automatski odgovor: Slavina',
]
const people = [
  'Out of hot water',
  'Automatic door broken',
  'Holiday let: the tap',
  'The office is out of paper',
  'Answering machine in flat 3',
  'Away game tickets',
  'Re: automatic reply settings of my boiler',
  'Vacation home boiler',
  'I am away next week, please come after that',
  'Away until Monday, who has the key?',
  'I am out of the office on Friday afternoon',
]

const automatic = (subject: string, more = '') =>
  kindOf(
    decode(
      Buffer.from(
        `From: paul@mail.example\r\nTo: hello@brightpipe.example\r\nSubject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=\r\n${more}Content-Type: text/plain; charset=utf-8\r\n\r\nThank you for your message.\r\n`,
      ),
    ),
  ).flags.autoReply

it.each(machines)('a machine: %s', (subject) => {
  expect(automatic(subject, 'In-Reply-To: <1@brightpipe.example>\r\n')).toBe(true)
})

it.each(people)('a person: %s', (subject) => {
  expect(automatic(subject)).toBe(false)
})
