import type { Case } from './case.ts'

export const seen: Case[] = [
  {
    to: 'Ursula Bösch',
    called: 'Frau Bösch',
    fault: 'ours',
    writer: 'Reto',
    message:
      'Grüezi, das Velo, das Sie am Montag geflickt haben, hat schon wieder einen Platten. Ich musste es am Dienstag über den ganzen Hügel stossen. Wann kann ich es bringen und kostet das nochmals etwas?',
    drafts: [
      {
        draft:
          'Grüezi Frau Bösch\n\nDas ganze Velo über den Hügel stossen, am Tag nach der Reparatur: Das tut mir leid. Ich habe den Dorn im Mantel übersehen.\n\nBringen Sie es morgen ab 8 Uhr, Sie können darauf warten. Es kostet Sie nichts, und die 35 Franken vom Montag bekommen Sie an der Kasse zurück.\n\nFreundliche Grüsse\nReto',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wann kann ich es bringen': true, 'kostet das nochmals etwas': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Frau Bösch\n\nFalls Ihnen Umstände entstanden sind, möchten wir uns dafür entschuldigen. Sie können das Velo jederzeit vorbeibringen.\n\nFreundliche Grüsse\nReto',
        is: { name: 'ok', apology: 'conditional', when: false },
        asks: { 'kostet das nochmals etwas': false },
        says: ['apology.conditional', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Franz Hölzl',
    fault: 'nobody',
    writer: 'Resi',
    message: 'Servus Resi, habts ihr am Pfingstmontag offen? Und darf der Hund mit in die Stube?',
    drafts: [
      {
        draft:
          'Servus Franz,\n\nam Pfingstmontag samma von 10 bis 22 Uhr da. Der Hund darf selbstverständlich mit, Wasser steht neben dem Ofen.\n\nPfiat di\nResi',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'habts ihr am Pfingstmontag offen': true, 'darf der Hund mit': true },
        sends: true,
      },
      {
        draft: 'Servus Franz,\n\nja, am Pfingstmontag haben wir offen, von 10 bis 22 Uhr.\n\nPfiat di\nResi',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'habts ihr am Pfingstmontag offen': true, 'darf der Hund mit': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Mag. Elfriede Pichler',
    called: 'Frau Mag. Pichler',
    channel: 'letter',
    fault: 'ours',
    writer: 'Dr. Haas',
    message:
      'Sehr geehrte Damen und Herren, mein Ansuchen vom 3. Jänner ist noch immer unbeantwortet. Bis wann darf ich mit dem Bescheid rechnen? Und wer ist dafür zuständig?',
    drafts: [
      {
        draft:
          'Sehr geehrte Frau Mag. Pichler,\n\nSie warten seit dem 3. Jänner, und das ist unsere Schuld: Ihr Ansuchen lag in der falschen Abteilung. Dafür möchte ich mich bei Ihnen entschuldigen.\n\nZuständig bin seit heute ich. Der Bescheid geht am Donnerstag, 12. Februar, eingeschrieben an Sie ab.\n\nMit besten Grüßen\nDr. Haas',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Bis wann darf ich mit dem Bescheid rechnen': true, 'wer ist dafür zuständig': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Mag. Pichler,\n\nIhr Ansuchen wird derzeit bearbeitet. Sie werden zu gegebener Zeit verständigt.\n\nMit besten Grüßen\nDr. Haas',
        is: { name: 'wrong', apology: 'none', when: false },
        asks: { 'Bis wann darf ich mit dem Bescheid rechnen': false, 'wer ist dafür zuständig': false },
        says: ['name.wrong', 'questions.unanswered', 'apology.missing'],
      },
    ],
  },
  {
    to: 'Jonas Kühne',
    channel: 'chat',
    fault: 'ours',
    writer: 'Mia',
    message: 'hi, mein paket ist laut app zugestellt, aber hier ist nix. könnt ihr mal schauen?',
    drafts: [
      {
        draft:
          'Hi Jonas, hab nachgeschaut: Der Bote hat es bei Nr. 14 statt 41 abgegeben, sorry, das geht auf uns. Er holt es gerade und klingelt bis 18 Uhr bei dir.',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'könnt ihr mal schauen': true },
        sends: true,
      },
      {
        draft: 'Hi, bitte wende dich an den Nachbarn.',
        is: { name: 'missing', apology: 'none', when: false },
        says: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Selin Yılmaz',
    fault: 'nobody',
    writer: 'Anke',
    message:
      'Hallo, ich möchte den Töpferkurs im März verschenken. Gibt es Gutscheine, und wie lange sind die gültig? Kann man den Namen draufschreiben?',
    drafts: [
      {
        draft:
          'Hallo Selin,\n\nwas für ein schönes Geschenk. Gutscheine gibt es, drei Jahre lang einlösbar, und den Namen schreibe ich mit der Feder darauf, wenn du ihn mir bis Freitag verrätst.\n\nLiebe Grüße aus der Werkstatt\nAnke',
        is: { name: 'ok', apology: 'none', when: true },
        asks: {
          'Gibt es Gutscheine': true,
          'wie lange sind die gültig': true,
          'Kann man den Namen draufschreiben': true,
        },
        sends: true,
      },
      {
        draft:
          'Hallo {{vorname}},\n\nGutscheine gibt es, drei Jahre lang einlösbar, und den Namen schreibe ich mit der Feder darauf.\n\nAnke',
        is: { name: 'placeholder', apology: 'none', when: true },
        asks: {
          'Gibt es Gutscheine': true,
          'wie lange sind die gültig': true,
          'Kann man den Namen draufschreiben': true,
        },
        says: ['name.wrong'],
      },
      {
        draft: 'Hallo Selin,\n\nGutscheine gibt es. Ich schicke dir gern einen zu.\n\nAnke',
        is: { name: 'ok', apology: 'none', when: false },
        asks: {
          'Gibt es Gutscheine': true,
          'wie lange sind die gültig': false,
          'Kann man den Namen draufschreiben': false,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Heinz Wittkamp',
    called: 'Herr Wittkamp',
    fault: 'ours',
    writer: 'Kundendienst',
    message:
      'Guten Tag, Ihr Monteur sollte gestern zwischen 8 und 12 kommen. Ich habe mir dafür freigenommen. Niemand kam, niemand rief an. Ich erwarte einen neuen Termin und eine Erklärung.',
    drafts: [
      {
        draft:
          'Guten Tag Herr Wittkamp,\n\nein freier Vormittag, umsonst gewartet, kein Anruf: Dafür entschuldige ich mich. Der Auftrag wurde von mir auf den falschen Tag gelegt.\n\nHerr Okoye ist am Donnerstag um 8:00 Uhr bei Ihnen und ruft an, wenn er losfährt. Die Anfahrt berechnen wir nicht.\n\nViele Grüße\nSimone Abel, Kundendienst',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'einen neuen Termin': true, 'eine Erklärung': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Wittkamp,\n\nleider kam es bei der Tourenplanung zu einem Fehler, sodass der Termin nicht eingehalten werden konnte. Wir melden uns in Kürze bei Ihnen.\n\nMit freundlichen Grüßen\nKundendienst',
        is: { name: 'ok', apology: 'passive', when: false },
        asks: { 'einen neuen Termin': false },
        says: ['apology.passive', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Beat Zgraggen',
    fault: 'ours',
    writer: 'Corinne',
    message:
      'Hoi Corinne, ihr habt mir die Rechnung zweimal abgebucht, je 129 Franken. Bitte um Rückzahlung. Und passiert das jetzt jeden Monat?',
    drafts: [
      {
        draft:
          'Hoi Beat\n\nZweimal 129, das ist unser Fehler und er tut mir leid. Ich habe den Lauf am Montag doppelt gestartet.\n\nDie 129 sind seit heute früh auf dem Weg zu dir und spätestens am Freitag auf deinem Konto. Nein, es passiert nicht wieder: Der Lauf startet ab sofort nur noch mit einem zweiten Knopfdruck.\n\nLiebs Grüessli\nCorinne',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'um Rückzahlung': true, 'passiert das jetzt jeden Monat': true },
        sends: true,
      },
      {
        draft: 'Hoi Beat\n\nDie 129 werden dir schnellstmöglich zurückerstattet.\n\nGruss\nCorinne',
        is: { name: 'ok', apology: 'none', when: false },
        asks: { 'um Rückzahlung': true, 'passiert das jetzt jeden Monat': false },
        says: ['questions.unanswered', 'apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Anna-Lena Schuster',
    fault: 'ours',
    writer: 'Tom',
    message:
      'Hallo Tom, in der Tagesstätte hat mein Sohn heute Erdnussflips bekommen, obwohl die Allergie im Blatt steht. Er ist ok, wir waren zwei Stunden in der Klinik. Wie kann das sein? Was macht ihr, damit es nie wieder vorkommt?',
    drafts: [
      {
        draft:
          'Hallo Anna-Lena,\n\nzwei Stunden Klinik, und das Blatt hing an der Wand: Ich schäme mich, und es tut mir leid. Ich hatte die Vertretung nicht eingewiesen.\n\nErdnüsse sind seit heute Mittag aus dem Haus. Jedes Kind mit Allergie trägt ab Montag ein rotes Band, und wer vertritt, unterschreibt vorher die Liste. Heute Abend um sieben rufe ich dich an, wenn es dir recht ist.\n\nDrück ihn von uns\nTom',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wie kann das sein': true, 'Was macht ihr, damit es nie wieder vorkommt': true },
        sends: true,
      },
      {
        draft:
          'Hallo Anna-Lena,\n\nwir bedauern den Vorfall. Ohne Anerkennung einer Rechtspflicht bieten wir dir einen freien Tag an.\n\nTom',
        is: { name: 'ok', apology: 'legal', when: false },
        asks: { 'Wie kann das sein': false, 'Was macht ihr': false },
        says: ['apology.legal', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Prof. Dr. Karl Ebner',
    called: 'Herr Prof. Ebner',
    fault: 'nobody',
    writer: 'Lisa Moser',
    message:
      'Grüß Gott, ich bräuchte für die Tagung 60 Sessel und ein Rednerpult. Was kostet das für zwei Tage? Liefern Sie in den zweiten Stock ohne Lift?',
    drafts: [
      {
        draft:
          'Grüß Gott Herr Professor Ebner,\n\n60 Sessel und das Pult kosten für beide Tage 340 Euro. Unsere Burschen tragen alles hinauf, der zweite Stock ist inbegriffen.\n\nIch halte die Sessel bis Mittwoch für Sie frei.\n\nHerzliche Grüße\nLisa Moser',
        is: { name: 'ok', apology: 'none', when: true },
        asks: {
          'ich bräuchte für die Tagung 60 Sessel': true,
          'Was kostet das für zwei Tage': true,
          'Liefern Sie in den zweiten Stock ohne Lift': true,
        },
        sends: true,
      },
      {
        draft:
          'Grüß Gott Herr Ebner,\n\n60 Sessel und ein Pult haben wir auf Lager. Der zweite Stock ist inbegriffen.\n\nLisa Moser',
        is: { name: 'wrong', apology: 'none', when: true },
        asks: { 'Was kostet das für zwei Tage': false, 'Liefern Sie in den zweiten Stock ohne Lift': true },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Gülsüm Arslan',
    called: 'Frau Arslan',
    fault: 'theirs',
    writer: 'Bernd Kuhl',
    message:
      'Guten Tag, ich habe aus Versehen das falsche Datum gebucht, 12. statt 21. August. Können Sie das noch ändern? Es tut mir leid.',
    drafts: [
      {
        draft:
          'Guten Tag Frau Arslan,\n\nZahlendreher passieren mir jede Woche. Ihr Zimmer ist jetzt vom 21. August an für Sie reserviert, ohne Aufpreis; die neue Bestätigung hängt an.\n\nEine gute Anreise\nBernd Kuhl',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Können Sie das noch ändern': true },
        sends: true,
      },
      {
        draft:
          'Guten Tag Herr Arslan,\n\nIhr Zimmer ist jetzt vom 21. August an für Sie reserviert.\n\nBernd Kuhl',
        is: { name: 'wrong', apology: 'none', when: true },
        asks: { 'Können Sie das noch ändern': true },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Lukas Imhof',
    fault: 'ours',
    writer: 'Team Abo',
    message:
      'Salü, seit dem Umzug kommt die Zeitung nicht mehr. Ich habe euch die neue Adresse im März gemeldet. Könnt ihr das bitte in Ordnung bringen und mir die zwei Wochen gutschreiben?',
    drafts: [
      {
        draft:
          'Salü Lukas\n\nDu hast im März alles richtig gemacht, wir haben die Adresse nur im Briefversand geändert. Entschuldige bitte.\n\nAb morgen liegt die Zeitung wieder bei dir im Kasten. Die zwei Wochen sind deinem Abo bereits angehängt.\n\nHerzlich\nNina vom Team Abo',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Könnt ihr das bitte in Ordnung bringen': true, 'mir die zwei Wochen gutschreiben': true },
        sends: true,
      },
      {
        draft: 'Lieber Kunde\n\nIhre Anfrage wurde an die zuständige Stelle weitergeleitet.\n\nTeam Abo',
        is: { name: 'missing', apology: 'none', when: false },
        asks: { 'Könnt ihr das bitte in Ordnung bringen': false, 'mir die zwei Wochen gutschreiben': false },
        says: ['questions.unanswered', 'apology.missing', 'name.missing'],
      },
    ],
  },
  {
    to: 'Tanja Reuter',
    fault: 'ours',
    writer: 'Ole',
    message:
      'Moin Ole, der Kuchen für den 80. von Oma war innen roh. Wir haben ihn vor 30 Leuten angeschnitten. Was war da los?',
    drafts: [
      {
        draft:
          'Moin Tanja,\n\nvor 30 Leuten angeschnitten und innen roh, an Omas Achtzigstem. Das tut mir von Herzen leid. Ich hab ihn zehn Minuten zu früh rausgeholt, weil der nächste in den Ofen musste.\n\nDas Geld ist heute zurückgegangen, alle 78 Euro. Wenn Oma mag, bringe ich ihr am Sonntag um drei einen neuen, durchgebacken, mit einer 8 und einer 0 drauf.\n\nGrüß sie lieb\nOle',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Was war da los': true },
        sends: true,
      },
      {
        draft:
          'Moin Tanja,\n\ndas tut uns leid, wenn der Kuchen nicht ganz deinen Vorstellungen entsprochen hat. Du kriegst beim nächsten Mal 10 % Rabatt.\n\nOle',
        is: { name: 'ok', apology: 'conditional', when: false },
        asks: { 'Was war da los': false },
        says: ['apology.conditional', 'questions.unanswered'],
      },
    ],
  },
]
