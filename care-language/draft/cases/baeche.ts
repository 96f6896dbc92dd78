import type { Case } from './case.ts'

export const baeche: Case[] = [
  {
    to: 'Dorothea Lindner',
    called: 'Frau Lindner',
    fault: 'ours',
    writer: 'Malte Rohde',
    message:
      'Guten Tag, seit der Wartung am Montag ist unsere Heizung kalt. Wir haben ein Neugeborenes im Haus. Bitte schicken Sie heute noch jemanden, und sagen Sie mir, ob wir solange einen Heizlüfter benutzen dürfen.',
    drafts: [
      {
        draft:
          'Liebe Frau Lindner,\n\nein Neugeborenes in einer kalten Wohnung, und das nach unserer Wartung: Es tut mir leid. Ich habe das Ventil nicht wieder aufgedreht.\n\nIch bin um 14 Uhr bei Ihnen. Einen Heizlüfter dürfen Sie bis dahin laufen lassen, einen Meter vom Bettchen entfernt.\n\nMalte Rohde',
        is: { name: 'ok', apology: 'real', when: true },
        asks: {
          'Bitte schicken Sie heute noch jemanden': true,
          'ob wir solange einen Heizlüfter benutzen dürfen': true,
        },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Frau Lindner,\n\nvielen Dank für Ihre Nachricht. Wir haben Ihr Anliegen an den Notdienst weitergegeben. Dieser wird sich schnellstmöglich bei Ihnen melden.\n\nIhr Service',
        is: { name: 'ok', apology: 'none', when: false },
        asks: { 'ob wir solange einen Heizlüfter benutzen dürfen': false },
        says: ['questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Cem Aydin',
    fault: 'nobody',
    writer: 'Rike',
    message: 'Hi, habt ihr das Zelt auch in Grün und wie schwer ist es?',
    drafts: [
      {
        draft: 'Hi Cem,\n\nGrün ist da, zwei Stück. Es wiegt 2,4 Kilo mit Heringen.\n\nGute Nächte\nRike',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'habt ihr das Zelt auch in Grün': true, 'wie schwer ist es?': true },
        sends: true,
      },
      {
        draft: 'Hi Cem,\n\nja, Grün haben wir auch.\n\nRike',
        is: { name: 'ok', apology: 'none' },
        asks: { 'habt ihr das Zelt auch in Grün': true, 'wie schwer ist es?': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Brigitte Maurer',
    called: 'Frau Maurer',
    fault: 'ours',
    writer: 'Falk Simon',
    message:
      'Sie haben den Baum meines Mannes gefällt, den falschen. Er hat ihn gepflanzt, als unser Sohn geboren wurde. Ich weiß nicht, was ich ihm sagen soll. Was tun Sie jetzt?',
    drafts: [
      {
        draft:
          'Liebe Frau Maurer,\n\nder Baum, den Ihr Mann zur Geburt Ihres Sohnes gepflanzt hat, steht nicht mehr, weil ich das Kreuz an den falschen Stamm gemacht habe. Ich bitte Sie beide um Entschuldigung.\n\nErsetzen kann ich ihn nicht. Ich komme morgen um neun, wenn Sie es erlauben, und sage es Ihrem Mann selbst. Das Holz liegt trocken bei uns; ein Tischler macht daraus, was er möchte, auf unsere Kosten.\n\nFalk Simon',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Was tun Sie jetzt?': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Maurer,\n\nleider ist es zu einer Verwechslung gekommen. Sollten Sie einen Schaden geltend machen wollen, wenden Sie sich bitte schriftlich an unsere Versicherung.\n\nFalk Simon',
        is: { name: 'wrong', apology: 'passive' },
        says: ['name.wrong', 'apology.passive'],
      },
    ],
  },
  {
    to: 'Anton Weiß',
    fault: 'nobody',
    writer: 'Gesa',
    message:
      'Moin Gesa, wo finde ich im neuen Portal die Lohnabrechnung? Und bis wann bekommt ihr die Stundenzettel?',
    drafts: [
      {
        draft:
          'Moin Anton,\n\noben rechts auf deinen Namen tippen, dann „Dokumente“, da liegt sie. Die Stundenzettel hätten wir gern bis zum 28., mittags.\n\nGesa',
        is: { name: 'ok', apology: 'none', when: true },
        asks: {
          'wo finde ich im neuen Portal die Lohnabrechnung?': true,
          'bis wann bekommt ihr die Stundenzettel?': true,
        },
        sends: true,
      },
      {
        draft: 'Moin Anton,\n\ndie Stundenzettel bitte bis zum 28. abgeben.\n\nGesa',
        is: { name: 'ok', apology: 'none' },
        asks: {
          'wo finde ich im neuen Portal die Lohnabrechnung?': false,
          'bis wann bekommt ihr die Stundenzettel?': true,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Hildegard Frey',
    called: 'Frau Frey',
    fault: 'ours',
    writer: 'Ole Petersen',
    message:
      'Der Fahrdienst hat mich gestern nicht zur Dialyse gebracht. Ich stand eine Stunde unten im Hof. Ich habe Angst, dass das noch einmal passiert. Kommt morgen jemand?',
    drafts: [
      {
        draft:
          'Liebe Frau Frey,\n\neine Stunde im Hof, und die Dialyse wartet nicht. Das war unser Fehler: Ich habe den Wagen am falschen Tor warten lassen, und es tut mir von Herzen leid.\n\nMorgen um 7:10 klingelt Herr Yilmaz oben an Ihrer Tür und geht mit Ihnen hinunter. Ich rufe Sie um sieben an, damit Sie wissen, dass er unterwegs ist.\n\nOle Petersen',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Kommt morgen jemand?': true },
        sends: true,
      },
      {
        draft:
          'Hallo Frau Frey,\n\nwir entschuldigen uns, falls etwas nicht geklappt hat. Die Fahrten werden disponiert.\n\nDisposition',
        is: { name: 'ok', apology: 'conditional' },
        asks: { 'Kommt morgen jemand?': false },
        says: ['questions.unanswered', 'apology.conditional'],
      },
    ],
  },
  {
    to: 'Max Oberhuber',
    fault: 'theirs',
    writer: 'Susi',
    message: 'Servus, ich hab aus Versehen zwei Karten fürs Konzert gekauft. Kann ich eine zurückgeben?',
    drafts: [
      {
        draft:
          'Servus Max,\n\neine nehmen wir gern zurück, der Abend ist eh fast voll. Die 28 Euro sind übermorgen wieder auf deinem Konto.\n\nViel Spaß mit der anderen\nSusi',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Kann ich eine zurückgeben?': true },
        sends: true,
      },
      {
        draft: 'Servus Maxi,\n\ndas steht alles in unseren AGB auf der Website.\n\nSusi',
        is: { name: 'wrong', apology: 'none' },
        asks: { 'Kann ich eine zurückgeben?': false },
        says: ['name.wrong', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Ilona Nagy',
    fault: 'ours',
    writer: 'Bernd',
    message:
      'Im Paket waren nur 5 statt 6 Gläser und eins hat einen Sprung. Ich brauche sie am Freitag für meine Gäste. Wie geht es jetzt weiter?',
    drafts: [
      {
        draft:
          'Liebe Ilona,\n\nfünf Gläser für sechs Gäste, und eins davon gesprungen: Entschuldigung, beim Packen habe ich nicht gezählt.\n\nZwei neue gehen heute per Express raus und sind am Donnerstag bei Ihnen. Das gesprungene dürfen Sie wegwerfen.\n\nBernd',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wie geht es jetzt weiter?': true },
        sends: true,
      },
      {
        draft:
          'Liebe Ilona,\n\nbitte senden Sie uns Fotos. Danach prüfen wir das und melden uns bei Ihnen.\n\nBernd',
        is: { name: 'ok', apology: 'none', when: false },
        says: ['next.no_time'],
      },
    ],
  },
  {
    to: 'Thea Winter',
    fault: 'nobody',
    writer: 'Jakob',
    later: true,
    message: 'Perfekt, vielen Dank! Dann sehen wir uns am Samstag.',
    drafts: [
      {
        draft: 'Bis Samstag, Thea! Die Sonne ist bestellt.\n\nJakob',
        is: { name: 'ok', apology: 'none', when: true },
        sends: true,
      },
      {
        draft: 'Hallo [Name],\n\nvielen Dank für Ihre Anfrage.\n\nJakob',
        is: { name: 'placeholder', apology: 'none' },
        says: ['name.wrong'],
      },
    ],
  },
]
