import { describe, expect, it } from 'vitest'
import { readStatement } from './statement.ts'

const when = { ref: '2026-11-26T09:00', tz: 'Europe/Lisbon' }
const faults = (text: string) =>
  readStatement(text, {
    ...when,
    language: /\b(?:Kund|Wir|Das|Es|Einige|Leider|Sollte|Bis|In der)/.test(text) ? 'de' : 'en',
  }).lines.flatMap((line) => line.faults.map((one) => one.id))
const says = (text: string) => readStatement(text, when).lines.flatMap((line) => line.says)

describe('a public text, line by line', () => {
  it.each([
    ['legal', 'We accept no liability for the damage in the cellar.'],
    ['legal', 'Pursuant to the contract, the affected parties were informed by us.'],
    ['legal', 'Wir zahlen aus reiner Kulanz und ohne Anerkennung einer Rechtspflicht.'],
    ['conditional', 'We are sorry if you had to wait.'],
    ['conditional', 'Sollte Ihnen dadurch ein Schaden entstanden sein, bitten wir um Entschuldigung.'],
    ['excuse', 'We are sorry for the cold night, but the pipe was very old.'],
    ['excuse', 'Es tut uns leid, allerdings war das Rohr sehr alt.'],
    ['passive', 'Mistakes were made in the yard that night.'],
    ['passive', 'The valve was closed too early.'],
    ['passive', 'Das Ventil wurde zu früh geschlossen.'],
    ['passive', 'Leider kam es zu einer Verzögerung bei den Lieferungen.'],
    ['blame', 'You should have checked the date on the box.'],
    ['vague', 'A small number of customers were without water.'],
    ['vague', 'Einige Kunden hatten kein Wasser.'],
    ['stock', 'We take your safety very seriously.'],
    ['stock', 'Wir nehmen Ihre Sicherheit sehr ernst.'],
    ['no-time', 'We will write to you as soon as possible.'],
    ['no-time', 'Wir melden uns schnellstmöglich bei Ihnen.'],
  ])('flags what is %s: %s', (fault, text) => {
    expect(faults(text)).toContain(fault)
  })

  it.each([
    'On Monday night nine families in this town sat in the cold and could not reach us.',
    'We changed our telephone company that day, and we tried the line only from inside the house.',
    'That was our mistake, and I am sorry.',
    '412 of you were left without hot water from ten at night.',
    'Ben has repaired every boiler, and we pay for the night.',
    'By Friday at six I hang the list of those calls in the window of the bakery.',
    'Wir haben den Notruf nur aus dem Haus heraus probiert.',
    'Das war unser Fehler, und es tut mir leid.',
    'In der Nacht auf Dienstag saßen neun Familien im Kalten und konnten uns nicht erreichen.',
    'Bis Freitag um sechs hänge ich die Liste ins Fenster der Bäckerei.',
  ])('has nothing against: %s', (text) => {
    expect(faults(text)).toEqual([])
  })

  it('hears who was hurt, what we did, that we are sorry, what we do and by when', () => {
    expect(says('Nine families sat in the cold and could not reach us.')).toContain('hurt')
    expect(says('We tried nothing and closed the valve too early.')).toContain('did')
    expect(says('I am sorry that we left you alone that night.')).toContain('sorry')
    expect(says('We are bringing heaters to every house now.')).toContain('doing')
    expect(says('By Friday at 18:00 we will have replaced the pipe.')).toContain('when')
    expect(says('Neun Familien saßen im Kalten und konnten uns nicht erreichen.')).toContain('hurt')
    expect(says('Wir haben vergessen, das Ventil zu öffnen.')).toContain('did')
    expect(says('Es tut uns leid, dass wir Sie allein gelassen haben.')).toContain('sorry')
    expect(says('Wir tauschen das Rohr bis Freitag um 18 Uhr aus.')).toEqual(
      expect.arrayContaining(['doing', 'when']),
    )
  })

  it('hears nothing of it in words that say nothing', () => {
    const empty = readStatement(
      'We regret any inconvenience that may have been caused. Our valued customers are our top priority. We will be back in touch shortly.',
      when,
    )
    expect(empty.missing).toEqual(['hurt', 'did', 'sorry', 'when'])
    const leer = readStatement(
      'Wir bedauern etwaige Unannehmlichkeiten und bitten um Ihr Verständnis. Ihre Sicherheit hat für uns höchste Priorität.',
      when,
    )
    expect(leer.missing).toEqual(['hurt', 'did', 'sorry', 'doing', 'when'])
  })

  it('points at the words, in a long text as in a short one, and always the same way', () => {
    const text = `${'We brought heaters to the school on Monday.\n\n'.repeat(60)}Mistakes were made.`
    const [found] = readStatement(text, when).lines.flatMap((line) => line.faults)
    expect(text.slice(found!.start, found!.end)).toContain('were made')
    expect(readStatement(text, when)).toEqual(readStatement(text, when))
    expect(readStatement('', when).lines).toEqual([])
  })
})
