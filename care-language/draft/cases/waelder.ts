import type { Case } from './case.ts'

export const waelder: Case[] = [
  {
    to: 'Renate Vogel',
    called: 'Frau Vogel',
    fault: 'ours',
    writer: 'Jan Petersen',
    message:
      'Guten Tag, am Samstag stand ich mit 40 Gästen vor dem verschlossenen Saal. Ihr Hausmeister ging nicht ans Telefon. Bekomme ich die Miete zurück, und warum war niemand da?',
    drafts: [
      {
        draft:
          'Guten Tag Frau Vogel,\n\n40 Gäste vor einer verschlossenen Tür, und am Telefon nur das Klingeln: Das war mein Fehler, und es tut mir leid. Ich hatte den Samstag in den falschen Kalender geschrieben, deshalb war der Hausmeister zu Hause.\n\nDie ganze Miete ist heute Morgen an Sie zurückgegangen. Wenn Sie das Fest nachholen wollen, gehört Ihnen der Saal an einem Abend Ihrer Wahl, ohne Rechnung.\n\nHerzlich\nJan Petersen, 040 555 0133',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Bekomme ich die Miete zurück': true, 'warum war niemand da?': true },
        sends: true,
      },
      {
        draft:
          'Guten Tag Frau Vogel,\n\nwir bitten etwaige Unannehmlichkeiten zu entschuldigen. Ihr Anliegen wird geprüft.\n\nMit freundlichen Grüßen\nVermietung',
        is: { name: 'ok', when: false },
        asks: { 'Bekomme ich die Miete zurück': false, 'warum war niemand da?': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Murat Yıldız',
    fault: 'nobody',
    writer: 'Svenja',
    message: 'Hallo Svenja, gibt es das Zelt auch in Grün? Und kann ich es am Freitag in Kassel abholen?',
    drafts: [
      {
        draft:
          'Hallo Murat,\n\nin Grün sind noch drei da. Eines liegt ab Freitag um 9 für dich an der Kasse in Kassel, dein Name steht drauf.\n\nViel Spaß am See\nSvenja',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'gibt es das Zelt auch in Grün?': true, 'kann ich es am Freitag in Kassel abholen?': true },
        sends: true,
      },
      {
        draft: 'Hallo Murat,\n\nja, das Zelt gibt es auch in Grün.\n\nSvenja',
        is: { name: 'ok', apology: 'none' },
        asks: { 'gibt es das Zelt auch in Grün?': true, 'kann ich es am Freitag in Kassel abholen?': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Dr. Hedwig Ament',
    called: 'Dr. Ament',
    fault: 'ours',
    writer: 'Lukas Brandl',
    message:
      'Sie haben meine Befunde an eine fremde Adresse geschickt. Wer hat sie jetzt, und was unternehmen Sie? Ich erwarte eine schriftliche Antwort.',
    drafts: [
      {
        draft:
          'Sehr geehrte Frau Dr. Ament,\n\nIhre Befunde in fremden Händen: Dafür bitte ich Sie um Entschuldigung. Ich habe zwei Namen verwechselt, die in der Liste untereinander stehen.\n\nDer Umschlag lag bei einer Familie in der Birkenallee, ungeöffnet. Unser Bote hat ihn um 10 Uhr abgeholt und bringt ihn Ihnen bis 12 Uhr. Die Datenschutzbeauftragte weiß seit heute Bescheid und meldet den Fall der Behörde. Ab morgen prüft bei uns ein zweites Augenpaar jede Anschrift.\n\nDiese Antwort liegt dem Umschlag unterschrieben bei.\n\nLukas Brandl, 089 555 0171',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wer hat sie jetzt': true, 'was unternehmen Sie?': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Dr. Ament,\n\nIhre Befunde wurden versehentlich falsch versandt. Wir nehmen den Datenschutz sehr ernst.\n\nMit freundlichen Grüßen\nLukas Brandl',
        is: { name: 'wrong' },
        asks: { 'Wer hat sie jetzt': false, 'was unternehmen Sie?': false },
        says: ['name.wrong', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Jasmin Ott',
    fault: 'nobody',
    writer: 'Timo',
    channel: 'chat',
    message: 'hi, braucht mein hund ein ticket für die fähre? und wo steige ich ein',
    drafts: [
      {
        draft:
          'Hi Jasmin! Dein Hund fährt umsonst mit, nur an der Leine. Einsteigen kannst du an Brücke 3, gleich neben dem Eisladen.',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'braucht mein hund ein ticket für die fähre?': true, 'wo steige ich ein': true },
        sends: true,
      },
      {
        draft: 'Alle Informationen finden Sie auf unserer Website.',
        is: { name: 'missing', apology: 'none' },
        asks: { 'braucht mein hund ein ticket für die fähre?': false, 'wo steige ich ein': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Walter Eberle',
    called: 'Herr Eberle',
    fault: 'ours',
    writer: 'Conny',
    message:
      'Seit drei Wochen tropft es durch meine Decke, ich habe vier Eimer stehen. Zweimal kam der Dachdecker nicht. Wann kommt endlich jemand?',
    drafts: [
      {
        draft:
          'Guten Tag Herr Eberle,\n\ndrei Wochen mit vier Eimern, und zweimal haben Sie umsonst gewartet: Es tut mir leid, ich habe den Dachdecker nicht erinnert.\n\nEr steht morgen um 7 Uhr auf Ihrem Dach, ich stehe unten. Bis Freitag ist es dicht, am Montag streicht der Maler die Decke. Die Miete für diese drei Wochen bekommen Sie zurück, sie ist seit heute unterwegs.\n\nConny Maurer',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wann kommt endlich jemand?': true },
        sends: true,
      },
      {
        draft:
          'Guten Tag Herr Eberle,\n\nwir haben die Firma erneut beauftragt. Sie wird sich zeitnah bei Ihnen melden.\n\nConny Maurer',
        is: { name: 'ok', apology: 'none', when: false },
        asks: { 'Wann kommt endlich jemand?': false },
        says: ['questions.unanswered', 'apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Elif Kaya',
    fault: 'theirs',
    writer: 'Bodo',
    message:
      'Ich habe aus Versehen zwei Jahreskarten gekauft statt einer. Kann ich eine zurückgeben? Die ist noch nicht benutzt.',
    drafts: [
      {
        draft:
          'Hallo Elif,\n\ndas ist schnell passiert, die Knöpfe liegen nah beieinander. Die zweite Karte ist storniert, und die 89 Euro sind heute auf dein Konto gegangen.\n\nViel Freude im Park\nBodo',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Kann ich eine zurückgeben?': true },
        sends: true,
      },
      {
        draft:
          'Hallo Elif,\n\nhätten Sie die Bestellübersicht gelesen, wäre Ihnen das aufgefallen. Eine Rückgabe ist ausgeschlossen.\n\nBodo',
        is: { name: 'ok', apology: 'none' },
        asks: { 'Kann ich eine zurückgeben?': true },
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Friedrich Lamm',
    called: 'Herr Lamm',
    fault: 'nobody',
    writer: 'Sigrid Ahrens',
    message:
      'Sehr geehrte Frau Ahrens, meine Enkelin möchte im Frühjahr bei Ihnen reiten lernen. Ab welchem Alter geht das, was kostet eine Stunde, und braucht sie einen eigenen Helm?',
    drafts: [
      {
        draft:
          'Sehr geehrter Herr Lamm,\n\nab sechs Jahren sitzen die Kinder bei uns auf dem Pferd. Eine Stunde kostet 22 Euro, in der Gruppe 15. Helme haben wir in allen Größen, sie muss keinen mitbringen.\n\nKommen Sie doch an einem Samstag um zehn vorbei, dann darf sie schon einmal striegeln.\nSigrid Ahrens',
        is: { name: 'ok', apology: 'none', when: true },
        asks: {
          'Ab welchem Alter geht das': true,
          'was kostet eine Stunde': true,
          'braucht sie einen eigenen Helm?': true,
        },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Lamm,\n\nunsere Kurse beginnen im April. Eine Stunde kostet 22 Euro.\n\nMit freundlichen Grüßen\nSigrid Ahrens',
        is: { name: 'ok', apology: 'none' },
        asks: { 'was kostet eine Stunde': true, 'braucht sie einen eigenen Helm?': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Katja Reuter',
    fault: 'ours',
    writer: 'Ole',
    message:
      'Hallo, auf der Torte stand „Alles Gute, Karl“. Mein Sohn heißt Carl und er ist sechs, er hat geweint. Ich möchte das Geld zurück.',
    drafts: [
      {
        draft:
          'Hallo Katja,\n\nder eigene Name falsch auf der Geburtstagstorte, mit sechs Jahren: Das tut mir sehr leid, ich habe deinen Zettel nicht noch einmal gelesen.\n\nDie 48 Euro sind schon zurück auf deiner Karte. Und wenn Carl mag, darf er am Mittwoch um drei zu mir in die Backstube kommen und seinen Namen selbst auf eine Torte schreiben.\n\nGrüß ihn von mir\nOle',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Ich möchte das Geld zurück': true },
        sends: true,
      },
      {
        draft:
          'Hallo Frau Reuter,\n\nfalls Sie die Schreibweise gestört hat, tut uns das leid. Wir leiten Ihre Rückmeldung gern weiter.\n\nOle',
        is: { name: 'ok', apology: 'conditional' },
        asks: { 'Ich möchte das Geld zurück': false },
        says: ['apology.conditional', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Peter Niemann',
    fault: 'ours',
    writer: 'Gesa',
    message:
      'Wo bleibt meine Brille? Ihr hattet Dienstag gesagt, heute ist Freitag und ich darf ohne nicht fahren.',
    drafts: [
      {
        draft:
          'Hallo Peter,\n\nvier Tage ohne Brille und ohne Auto, obwohl ich dir den Dienstag versprochen hatte: Entschuldige bitte. Das linke Glas war gesprungen, und ich habe dich nicht angerufen.\n\nDie neue ist fertig. Ich bringe sie dir heute um 17 Uhr nach Hause und biege die Bügel gleich bei dir.\n\nBis nachher\nGesa',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wo bleibt meine Brille?': true },
        sends: true,
      },
      {
        draft: 'Hallo Petra,\n\ndeine Brille kommt bald.\n\nGesa',
        is: { name: 'wrong', apology: 'none', when: false },
        says: ['name.wrong', 'apology.missing', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Helga Thiel',
    called: 'Frau Thiel',
    fault: 'nobody',
    writer: 'Marek',
    message:
      'Lieber Marek, Sie haben mir am Telefon so geduldig erklärt, wie ich meiner Schwester in Kanada ein Bild schicke. Es ist angekommen! Danke.',
    drafts: [
      {
        draft:
          'Liebe Frau Thiel,\n\ndass das Bild in Kanada angekommen ist, freut mich den ganzen Tag. Grüßen Sie Ihre Schwester, und wenn das nächste hängen bleibt, rufen Sie mich einfach an.\n\nIhr Marek',
        is: { name: 'ok', apology: 'none', when: true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Kunde,\n\nvielen Dank für Ihr Feedback. Bitte bewerten Sie uns auf Google.\n\nMarek',
        is: { name: 'missing', apology: 'none' },
        says: ['name.missing'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
  {
    to: 'Simon Haas',
    fault: 'ours',
    writer: 'Theres',
    message:
      'Mir wurde der Beitrag dreimal abgebucht, 117 Euro zu viel. Bitte überweist das zurück und schickt mir eine Bestätigung für meine Bank.',
    drafts: [
      {
        draft:
          'Hallo Simon,\n\n117 Euro, die dir seit Tagen fehlen, weil ich die Datei dreimal hochgeladen habe: Es tut mir leid.\n\nDas Geld ging heute um 8 Uhr an dich zurück und ist spätestens am Montag da. Die Bestätigung für deine Bank hängt an.\n\nTheres',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Bitte überweist das zurück': true, 'schickt mir eine Bestätigung': true },
        sends: true,
      },
      {
        draft:
          'Hallo Simon,\n\nEntschuldigung für den Fehler! Die 117 Euro haben wir dir heute zurück überwiesen.\n\nTheres',
        is: { name: 'ok', apology: 'real' },
        asks: { 'Bitte überweist das zurück': true, 'schickt mir eine Bestätigung': false },
        says: ['questions.unanswered'],
        annoys: ['apology.missing'],
      },
    ],
  },
  {
    to: 'Nora Weiss',
    fault: 'nobody',
    writer: 'Kilian',
    message: 'Könnt ihr mein altes Rad in Zahlung nehmen? Es ist von 2015 und die Bremse quietscht.',
    drafts: [
      {
        draft:
          'Hallo Nora,\n\ngern, auch mit Quietschen. Für ein Rad von 2015 geben wir meistens zwischen 80 und 150 Euro; bring es vorbei, dann sage ich dir nach zehn Minuten die Zahl.\n\nWir sind bis 18 Uhr da\nKilian',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Könnt ihr mein altes Rad in Zahlung nehmen?': true },
        sends: true,
      },
      {
        draft:
          'Hallo Nora,\n\nvielen Dank für deine Anfrage. Wir melden uns so schnell wie möglich.\n\nKilian',
        is: { name: 'ok', apology: 'none', when: false },
        asks: { 'Könnt ihr mein altes Rad in Zahlung nehmen?': false },
        says: ['questions.unanswered', 'next.no_time'],
        annoys: ['apology.missing', 'empathy.missing'],
      },
    ],
  },
]
