import { describe, expect, it } from 'vitest'
import { findDates } from '../dates.ts'
import { findPromises } from '../promises.ts'
import { germanLetters } from './letters.ts'

/** Said on Monday 23 November 2026 at 10:00 in Berlin: text, then `quote; who; due`. */
const said: readonly (readonly [string, ...string[]])[] = [
  [
    'Liebe Frau Hartmann, ich rufe Sie morgen um 15 Uhr an.',
    'ich rufe Sie morgen um 15 Uhr an; writer; 2026-11-24T15:00',
  ],
  [
    'Wir schicken Ihnen die neue Lampe bis Freitag und melden uns danach.',
    'Wir schicken Ihnen die neue Lampe bis Freitag; firm; 2026-11-27',
    'melden uns danach; firm; event',
  ],
  [
    'Sie erhalten die Gutschrift innerhalb von drei Werktagen.',
    'Sie erhalten die Gutschrift innerhalb von drei Werktagen; firm; 2026-11-26',
  ],
  ['Ihre Bestellung wird heute noch versandt.', 'Ihre Bestellung wird heute noch versandt; firm; 2026-11-23'],
  ['Sobald Sie uns das Foto schicken, bestellen wir das Teil.', 'bestellen wir das Teil; firm; event; if'],
  ['Ich werde das am Montag mit Rosa klären.', 'Ich werde das am Montag mit Rosa klären; writer; 2026-11-30'],
  [
    'Der Techniker kommt am Donnerstag zwischen 14 und 16 Uhr zu Ihnen.',
    'Der Techniker kommt am Donnerstag zwischen 14 und 16 Uhr zu Ihnen; firm; ~2026-11-26T16:00',
  ],
  [
    'Sie hören von mir bis spätestens Freitag, 27. November, 12 Uhr.',
    'Sie hören von mir bis spätestens Freitag, 27. November, 12 Uhr; writer; 2026-11-27T12:00',
  ],
  ['Ihr Rad ist am 3. Dezember fertig.', 'Ihr Rad ist am 3. Dezember fertig; firm; 2026-12-03'],
  [
    'Ich gebe Ihnen in zwei Stunden Bescheid.',
    'Ich gebe Ihnen in zwei Stunden Bescheid; writer; 2026-11-23T12:00',
  ],
  [
    'Wir tauschen die Leuchte nächste Woche aus.',
    'Wir tauschen die Leuchte nächste Woche aus; firm; ~2026-12-04',
  ],
  [
    'Ich melde mich morgen Vormittag bei Ihnen.',
    'Ich melde mich morgen Vormittag bei Ihnen; writer; 2026-11-24T12:00',
  ],
  [
    'Wir überweisen Ihnen den Betrag bis Ende des Monats.',
    'Wir überweisen Ihnen den Betrag bis Ende des Monats; firm; ~2026-11-30',
  ],
  [
    'Ich pack dir noch zwei Brote dazu und bring alles morgen um sieben vorbei.',
    'Ich pack dir noch zwei Brote dazu; writer; none',
    'bring alles morgen um sieben vorbei; writer; 2026-11-24T07:00',
  ],
  [
    'Der Monteur ist morgen zwischen 8 und 12 Uhr bei Ihnen. Er ruft Sie vorher an.',
    'Der Monteur ist morgen zwischen 8 und 12 Uhr bei Ihnen; firm; ~2026-11-24T12:00',
    'Er ruft Sie vorher an; firm; event',
  ],
  [
    'Frau Duarte wird Sie heute Nachmittag anrufen.',
    'Frau Duarte wird Sie heute Nachmittag anrufen; colleague:Frau Duarte; 2026-11-23T17:00',
  ],
  [
    'Unser Fahrer Ben bringt Ihnen den Tisch am Samstag.',
    'Unser Fahrer Ben bringt Ihnen den Tisch am Samstag; colleague:Ben; 2026-11-28',
  ],
  [
    'Die neue Karte wurde bestellt und wird Ihnen bis Freitag zugestellt.',
    'wird Ihnen bis Freitag zugestellt; firm; 2026-11-27',
  ],
  [
    'Das Geld ist spätestens am Freitag auf Ihrem Konto.',
    'Das Geld ist spätestens am Freitag auf Ihrem Konto; firm; 2026-11-27',
  ],
  [
    'Die Gutschrift geht Ihnen in den nächsten Tagen per Post zu.',
    'Die Gutschrift geht Ihnen in den nächsten Tagen per Post zu; firm; none',
  ],
  [
    'Die Zahlung erfolgt bis spätestens 4.12. und wir schreiben Ihnen.',
    'Die Zahlung erfolgt bis spätestens 4.12.; firm; 2026-12-04',
    'wir schreiben Ihnen; firm; none',
  ],
  [
    'Ich verspreche Ihnen, dass das Bad bis Ostern fertig wird.',
    'dass das Bad bis Ostern fertig wird; writer; 2027-03-28',
  ],
  [
    'Spätestens übermorgen haben Sie meine Antwort.',
    'Spätestens übermorgen haben Sie meine Antwort; writer; 2026-11-25',
  ],
  [
    'Am Donnerstag, den 3. Dezember, holen wir das alte Gerät ab.',
    'Am Donnerstag, den 3. Dezember, holen wir das alte Gerät ab; firm; 2026-12-03',
  ],
  [
    'Wir vergüten Ihnen die Fahrt und erlassen die Gebühr.',
    'Wir vergüten Ihnen die Fahrt; firm; none',
    'erlassen die Gebühr; firm; none',
  ],
  [
    'Sie werden von dort bis zum 15. Dezember verständigt.',
    'Sie werden von dort bis zum 15. Dezember verständigt; firm; 2026-12-15',
  ],
]
const unsaid = [
  'Falls gewünscht, legen wir gern eine Karte bei.',
  'Wir hatten Ihnen zugesagt, bis Freitag zu antworten, und haben das nicht geschafft.',
  'Gestern wollte ich Sie anrufen, da war leider besetzt.',
  'Wir können Ihnen das leider nicht schicken.',
  'Wenn Sie möchten, rufe ich Sie morgen an.',
  'Wir prüfen das gerade mit der Werkstatt und es dauert an.',
  'Vielleicht schicken wir Ihnen morgen die Rechnung und das Teil.',
  'Ich hoffe, dass die Lampe am Freitag bei Ihnen ist.',
  'DHL bringt das Paket morgen zu Ihnen und wir wissen es.',
  'Wir haben Ihnen die Lampe am Montag geschickt und sie ist da.',
  'Rufen Sie uns bitte am Freitag an, wenn die Lampe nicht da ist.',
  'Wir werden Ihnen dafür nichts berechnen und die Sache ist erledigt.',
  'Können wir Sie morgen anrufen und die Sache klären?',
]

const when = { ref: '2026-11-23T10:00', tz: 'Europe/Berlin' }
const row = (text: string) =>
  findPromises(text, when).map(
    (one) =>
      `${one.quote}; ${one.who}; ${one.dueKind === 'range-end' ? '~' : ''}${one.due ?? one.dueKind}${one.conditional ? '; if' : ''}`,
  )

describe('promises in German', () => {
  it.each(said)('reads “%s”', (text, ...promises) => {
    expect(row(text)).toEqual(promises)
  })
  it.each(unsaid)('finds none in “%s”', (text) => {
    expect(row(text)).toEqual([])
  })
})

describe('whole letters in German', () => {
  it('finds nearly all promises and makes up hardly any', () => {
    const told = (promise: string) => promise.split('; ').slice(1).join('; ')
    let found = 0
    let matched = 0
    let wanted = 0
    for (const [text, ...promises] of germanLetters) {
      const left = row(text).map(told)
      found += left.length
      wanted += promises.length
      for (const promise of promises.map(told)) {
        const at = left.indexOf(promise)
        if (at < 0) continue
        matched++
        left.splice(at, 1)
      }
    }
    expect(matched / wanted).toBeGreaterThan(0.9)
    expect(matched / found).toBeGreaterThan(0.9)
  })
})

describe('dates in German', () => {
  it('names days and times as the letter means them', () => {
    const values = (text: string) => findDates(text, when).map((one) => one.value)
    expect(values('Wir sind am 3. Dezember um 15:30 Uhr bei Ihnen und die Lampe ist da.')).toEqual([
      '2026-12-03T15:30:00',
    ])
    expect(values('Ich bin übermorgen da und Sie sind es am 24.12. auch.')).toEqual([
      '2026-11-25',
      '2026-12-24',
    ])
  })
})
