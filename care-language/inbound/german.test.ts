import { expect, test } from 'vitest'
import { readInbound } from '../inbound.ts'
import type { Signal } from './signal.ts'

const read = (text: string, teammates: string[] = []) => readInbound(text, { teammates })
const shown = (text: string): Signal[] =>
  Object.entries(read(text).signals)
    .filter(([, value]) => value >= 0.5)
    .map(([name]) => name as Signal)

test.each<[string, ...Signal[]]>([
  ['Die Brötchen von heute früh sind nicht angekommen.', 'failure'],
  ['Bei der Standuhr schlägt es, aber der Zeiger bleibt auf der Sechs stehen.', 'failure'],
  ['Der Beitrag für Mai wurde doppelt abgebucht.', 'failure'],
  ['Im Karton fehlt der zweite Deckel.', 'failure'],
  ['Statt Roggenbrot habe ich Weizenbrot bekommen.', 'failure'],
  ['Die Spülmaschine tropft schon wieder, obwohl ihr sie am Montag repariert habt.', 'failure', 'repeat'],
  ['Zum vierten Mal ist der Fahrer nicht erschienen. Ich bin stinksauer!', 'failure', 'repeat', 'upset'],
  ['Der Backofen laesst sich seit gestern nicht mehr einschalten.', 'failure'],
  ['Das Schloss schliesst nicht, und draussen ist es dunkel.', 'failure'],
  ['Der Wecker geht seit Montag nicht.', 'failure'],
  ['Der Deckel hat zwei Henkel.', 'failure'],
  ['Warum wurde der Kurs berechnet?', 'failure'],
  ['Unsere Trauung ist am Samstag, wir brauchen die Torte dringend.', 'urgent'],
  ['Könnten Sie die Torte heute noch vorbeibringen?', 'urgent'],
  ['Unser Hund hat Ihr Waschmittel gefressen, was sollen wir tun?', 'urgent'],
  ['Ihr Kalender war drei Wochen in Folge falsch, wir sind bedient.', 'failure', 'repeat', 'upset'],
  ['Ich kündige den Vertrag zum Monatsende.', 'leaving'],
  ['Wir suchen uns jetzt eine andere Werkstatt.', 'leaving'],
  ['Das nächste Schreiben kommt von meinem Anwalt.', 'leaving'],
  ['Herzlichen Dank für die rasche Antwort, das Bild hängt.', 'thanks'],
  ['Gibt es schon etwas Neues vom Tischler?', 'chase'],
  ['Seit drei Wochen warte ich auf eine Antwort.', 'failure', 'chase'],
  ['Meine Frau ist im März gestorben. Welche Papiere brauchen Sie von mir?', 'vulnerable'],
])('a German letter shows what happened: %s', (text, ...wanted) => {
  const found = shown(text)
  for (const name of wanted) expect(found).toContain(name)
})

test.each<[string, ...Signal[]]>([
  ['Es ist nicht schlimm, dass das Brot einen Tag später kommt.', 'failure', 'upset'],
  ['Kein Problem, das hat keine Eile.', 'failure', 'urgent'],
  ['Falls die Uhr einmal kaputt geht, wie lange habe ich Garantie?', 'failure'],
  ['Was mache ich, wenn der Ofen ausfällt?', 'failure'],
  ['Ich möchte nicht kündigen, nur pausieren. Geht das?', 'leaving'],
  ['Eignet sich die Torte für Allergiker?', 'vulnerable', 'failure'],
  ['Der Fleck auf der Tischdecke stört uns nicht.', 'failure'],
  ['Haben Sie am Samstag offen? Vielen Dank im Voraus, Ida Lind', 'thanks', 'failure'],
  ['Anbei das unterschriebene Formular, wie besprochen.', 'failure'],
  ['Nein danke, die Torte ist mir zu teuer.', 'thanks'],
  ['Wir ziehen im Mai um und brauchen ein zweites Regal.', 'failure', 'urgent'],
  ['Wann habt ihr am Sonntag offen?', 'chase', 'urgent'],
  ['Am Dienstag kann ich leider nicht kommen, ginge auch Freitag?', 'failure'],
  ['Ein Termin am Montag passt uns nicht.', 'failure'],
  ['Wir sind im August nicht da, bitte liefern Sie im September.', 'failure'],
  ['Verzeihen Sie die Störung, wann beginnt der Backkurs?', 'failure', 'chase'],
  ['Bis morgen, Ida', 'urgent'],
  ['Ich wollte nachfragen, ob die Werkstatt auch Wecker annimmt.', 'chase'],
  ['Welche Angaben fehlen Ihnen noch von mir?', 'failure'],
  ['Ist ein Frühstück eingeschlossen? Und ist der Parkplatz umsonst?', 'failure', 'urgent'],
  ['Es tut mir leid, dass ich erst heute schreibe.', 'upset', 'failure'],
  ['Sollte im Korb noch etwas fehlen, melde ich mich.', 'failure'],
  ['Nehmen Sie auch defekte Wecker an?', 'failure'],
  ['Wir suchen einen neuen Anbieter für Brot. Können Sie uns ein Angebot machen?', 'leaving'],
  ['Ist die Uhr fertig? Für eine kurze Rückmeldung wäre ich dankbar.', 'thanks'],
  ['Unsere Werkstatt ist im Hof links.', 'failure'],
])('and not what did not: %s', (text, ...unwanted) => {
  const found = shown(text)
  for (const name of unwanted) expect(found).not.toContain(name)
})

test('the furious letter and the polite one weigh by what befell them, not by how loud they are', () => {
  const loud = read('FRECHHEIT!!! Die Kerze ist krumm, ich bin stinksauer!')
  const quiet = read(
    'Guten Tag, in den Keksen waren leider Nüsse. Unser Sohn hat eine Nussallergie und ist jetzt im Krankenhaus. Viele Grüße',
  )
  expect(quiet.severity).toBeGreaterThan(loud.severity)
  expect(quiet.worst).toContain('Nussallergie')
  const gas = read('Es riecht im Keller ein wenig nach Gas, aber es eilt nicht.')
  expect(gas.signals.urgent).toBeGreaterThanOrEqual(0.5)
  expect(gas.evidence.find((one) => one.signal === 'urgent')?.words).toContain('Gas')
  const cold = read('Unsere Heizung ist seit Sonntag aus, und wir haben ein Baby im Haus.')
  expect(cold.signals.urgent).toBeGreaterThanOrEqual(0.5)
  expect(cold.worst).toContain('Heizung')
})

test('the words that showed a signal stand in the letter where they are said to stand', () => {
  const text = 'Hallo Ben, der Ofen heizt nicht. Das ist schon das dritte Mal, und ich habe die Nase voll.'
  const { evidence } = read(text)
  expect(evidence.map((one) => one.signal)).toEqual(expect.arrayContaining(['failure', 'repeat', 'upset']))
  for (const one of evidence) expect(text.slice(one.start, one.end)).toBe(one.words)
})

test('a letter in two languages is read in both', () => {
  const { signals, evidence } = read(
    'Hello, I am writing to you about the order of my mother. Sie ist enttäuscht, weil die Uhr nicht angekommen ist. Please call us, it is the third time.',
  )
  expect(signals.failure).toBeGreaterThanOrEqual(0.5)
  expect(signals.upset).toBeGreaterThanOrEqual(0.5)
  expect(signals.repeat).toBeGreaterThanOrEqual(0.5)
  expect(evidence.map((one) => one.start)).toEqual(evidence.map((one) => one.start).sort((a, b) => a - b))
})

test('teammates whom a German letter praises are named, those it only greets or blames are not', () => {
  const team = ['Sara Lind', 'Ben Okafor']
  const praised = (text: string) => read(text, team).praised
  expect(praised('Ein großes Lob an Sara, sie hat uns sehr freundlich beraten.')).toEqual(['Sara Lind'])
  expect(praised('Richten Sie Herrn Okafor bitte unseren Dank aus. Er war unglaublich geduldig.')).toEqual([
    'Ben Okafor',
  ])
  expect(
    praised('Liebe Frau Lind, vielen Dank für Ihre schnelle Hilfe, jetzt läuft die Uhr wieder.'),
  ).toEqual(['Sara Lind'])
  expect(praised('Hallo Ben, danke. Leider hat Frau Lind nicht zurückgerufen.')).not.toContain('Sara Lind')
  expect(praised('Guten Tag Frau Lind, haben Sie am Samstag offen?')).toEqual([])
})
