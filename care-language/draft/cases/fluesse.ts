import type { Case } from './case.ts'

export const fluesse: Case[] = [
  {
    to: 'Renate Vogel',
    called: 'Frau Vogel',
    fault: 'ours',
    writer: 'Timo Kern',
    message:
      'Guten Tag, die Waschmaschine, die Sie am Freitag angeschlossen haben, läuft aus. Das ganze Bad stand unter Wasser. Wann kommt jemand, und wer bezahlt den Boden? Renate Vogel',
    drafts: [
      {
        draft:
          'Sehr geehrte Frau Vogel,\n\nein ganzes Bad unter Wasser, das tut mir leid. Ich habe am Freitag die Schelle am Schlauch nicht festgezogen; das war mein Fehler.\n\nIch bin heute um 16 Uhr bei Ihnen, mit einem Trockner für den Boden. Den Schaden bezahlt unsere Versicherung, und ich fülle den Bogen gleich mit Ihnen aus.\n\nTimo Kern',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Wann kommt jemand': true, 'wer bezahlt den Boden?': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Frau Vogel,\n\nfalls Ihnen Unannehmlichkeiten entstanden sind, bitten wir um Entschuldigung. Ein Mitarbeiter wird sich zeitnah bei Ihnen melden.\n\nIhr Serviceteam',
        is: { name: 'ok', apology: 'conditional', when: false },
        asks: { 'Wann kommt jemand': false, 'wer bezahlt den Boden?': false },
        says: ['questions.unanswered', 'apology.conditional', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Jonas Albrecht',
    fault: 'nobody',
    writer: 'Mira',
    channel: 'chat',
    message: 'hi, kann ich mein rad auch im zug nach husum mitnehmen? was kostet das?',
    drafts: [
      {
        draft:
          'Hallo Jonas, ja, das geht: im letzten Wagen sind acht Plätze. Die Karte fürs Rad kostet 6,50. Gute Fahrt! Mira',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'kann ich mein rad auch im zug nach husum mitnehmen?': true, 'was kostet das?': true },
        sends: true,
      },
      {
        draft: 'Hallo! Ja, Räder können mitgenommen werden, solange Platz ist.',
        is: { name: 'missing', apology: 'none' },
        asks: { 'kann ich mein rad auch im zug nach husum mitnehmen?': true, 'was kostet das?': false },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Aylin Demir',
    fault: 'ours',
    writer: 'Kai',
    message:
      'Ihr habt mir die Hochzeitsringe mit dem falschen Datum graviert. Wir heiraten am Samstag! Könnt ihr das noch ändern?',
    drafts: [
      {
        draft:
          'Liebe Aylin,\n\nam Samstag heiratet ihr, und auf den Ringen steht ein Tag, der euch nichts sagt. Es tut mir sehr leid, ich habe eine 3 für eine 8 gelesen.\n\nJa, das geht: Ich hole die Ringe heute Abend um sieben bei euch ab, am Freitag um zwölf bringe ich sie zurück. Kosten tut es nichts.\n\nKai',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Könnt ihr das noch ändern?': true },
        sends: true,
      },
      {
        draft:
          'Hallo Ayla,\n\nbei der Gravur ist leider ein Fehler unterlaufen. Schick uns die Ringe bitte zurück, wir kümmern uns so schnell wie möglich darum.\n\nKai',
        is: { name: 'wrong', apology: 'passive', when: false },
        says: ['name.wrong', 'apology.passive', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Dr. Hans-Peter Lohse',
    called: 'Dr. Lohse',
    fault: 'nobody',
    writer: 'Ines Falk',
    message:
      'Sehr geehrte Damen und Herren, ich bitte um Mitteilung, ob das Archiv am 24. geöffnet ist und ob ich einen Lesegerätplatz reservieren kann. Dr. Lohse',
    drafts: [
      {
        draft:
          'Sehr geehrter Herr Dr. Lohse,\n\nam 24. haben wir bis 13 Uhr geöffnet. Ein Platz am Lesegerät ist ab neun für Sie eingetragen, der am Fenster.\n\nBringen Sie bitte Ihren Ausweis mit.\n\nInes Falk',
        is: { name: 'ok', apology: 'none', when: true },
        asks: {
          'ob das Archiv am 24. geöffnet ist': true,
          'ob ich einen Lesegerätplatz reservieren kann': true,
        },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Lohmann,\n\nam 24. haben wir bis 13 Uhr geöffnet.\n\nMit freundlichen Grüßen\nInes Falk',
        is: { name: 'wrong', apology: 'none' },
        asks: {
          'ob das Archiv am 24. geöffnet ist': true,
          'ob ich einen Lesegerätplatz reservieren kann': false,
        },
        says: ['name.wrong', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Petra Sommer',
    fault: 'ours',
    writer: 'Olaf',
    message:
      'Seit drei Wochen warte ich auf die Rückzahlung von 240 Euro für den abgesagten Kurs. Bitte überweisen Sie das Geld endlich. Ich brauche es für die Miete.',
    drafts: [
      {
        draft:
          'Liebe Petra,\n\ndrei Wochen, und Ihre Miete hängt daran: Das hätten wir sofort machen müssen. Entschuldigung, ich habe die Liste der Rückzahlungen nicht abgeschickt.\n\nDie 240 Euro sind heute um zehn als Sofortüberweisung hinausgegangen und spätestens um elf auf Ihrem Konto. Ich rufe Sie um zwölf an, um zu hören, ob sie da sind.\n\nOlaf',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Bitte überweisen Sie das Geld endlich': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Kundin,\n\nIhr Anliegen wurde an die Buchhaltung weitergeleitet. Die Bearbeitung erfolgt schnellstmöglich. Wir danken für Ihr Verständnis.\n\nIhr Kundenservice',
        is: { name: 'missing', apology: 'none', when: false },
        asks: { 'Bitte überweisen Sie das Geld endlich': false },
        says: ['name.missing', 'questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Uwe Brandt',
    fault: 'nobody',
    writer: 'Lea',
    message:
      'Moin, die Kaffeemaschine zeigt „Entkalken“, obwohl ich das gestern gemacht habe. Wie bekomme ich die Meldung weg?',
    drafts: [
      {
        draft:
          'Moin Uwe,\n\nhalte die Taste mit dem Tropfen fünf Sekunden lang, bis es zweimal piept; dann ist die Meldung weg. Bleibt sie stehen, war der Tank beim Spülen leer: einmal voll machen und das Spülen wiederholen.\n\nGuten Kaffee\nLea',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Wie bekomme ich die Meldung weg?': true },
        sends: true,
      },
      {
        draft: 'Moin Uwe,\n\ndanke für Deine Nachricht. Wir prüfen das und melden uns.\n\nLea',
        is: { name: 'ok', apology: 'none', when: false },
        asks: { 'Wie bekomme ich die Meldung weg?': false },
        says: ['questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Sabine Kessler',
    called: 'Frau Kessler',
    fault: 'ours',
    writer: 'Rolf Anders',
    message:
      'Mein Vater saß gestern zwei Stunden im Rollstuhl am Bahnsteig, weil niemand mit der Rampe kam. Er ist 84. Ich möchte wissen, wie das passieren konnte.',
    drafts: [
      {
        draft:
          'Sehr geehrte Frau Kessler,\n\nzwei Stunden im Rollstuhl am Bahnsteig, mit 84: Das beschämt mich. Ich bitte Sie und Ihren Vater um Entschuldigung. Ich hatte die Anmeldung für Gleis 3 eingetragen, der Zug kam auf 9, und ich habe den Kollegen nicht angerufen.\n\nSeit heute steht auf jedem Gleis eine Rampe. Ihren Vater rufe ich morgen um zehn selbst an, wenn es ihm recht ist.\n\nRolf Anders',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'möchte wissen, wie das passieren konnte': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Frau Kessler,\n\nwir bedauern etwaige Unannehmlichkeiten. Ohne Anerkennung einer Rechtspflicht erhalten Sie einen Gutschein über 10 Euro.\n\nRolf Anders',
        is: { name: 'ok', apology: 'legal' },
        asks: { 'möchte wissen, wie das passieren konnte': false },
        says: ['apology.legal', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Emil Hartmann',
    fault: 'theirs',
    writer: 'Nele',
    message:
      'Ich habe mich bei der Größe vertan und 43 statt 44 bestellt. Kann ich die Wanderschuhe tauschen? Der Karton ist leider schon im Altpapier.',
    drafts: [
      {
        draft:
          'Hallo Emil,\n\nklar, auch ohne Karton. Die 44 geht heute noch raus; leg die 43 in irgendeine Schachtel, der Fahrer nimmt sie am Donnerstag an der Tür mit.\n\nViel Freude am Berg\nNele',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Kann ich die Wanderschuhe tauschen?': true },
        sends: true,
      },
      {
        draft: 'Hallo {{Vorname}},\n\nja, Sie können die Schuhe tauschen.\n\nNele',
        is: { name: 'placeholder', apology: 'none' },
        asks: { 'Kann ich die Wanderschuhe tauschen?': true },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Katharina Wolff',
    fault: 'nobody',
    writer: 'Jan',
    message: 'Danke für den schönen Abend mit dem Chor! Meine Mutter hat noch beim Frühstück gesummt.',
    drafts: [
      {
        draft:
          'Liebe Katharina,\n\ndas Summen Ihrer Mutter ist das schönste Lob. Ich lese Ihre Zeilen heute Abend in der Probe vor. Grüßen Sie sie von uns allen.\n\nJan',
        is: { name: 'ok', apology: 'none' },
        sends: true,
      },
      {
        draft: 'Liebe Katarzyna,\n\ndanke für die netten Worte!\n\nJan',
        is: { name: 'wrong', apology: 'none' },
        says: ['name.wrong'],
      },
    ],
  },
  {
    to: 'Farid Nazari',
    fault: 'ours',
    writer: 'Svenja',
    message:
      'Guten Tag, ich habe für mein Sohn die Schultasche bestellt, und es ist gekommen eine rosa mit Pferde. Montag ist erste Schultag. Bitte schicken Sie die blaue mit Rakete schnell, und was mache ich mit der rosa?',
    drafts: [
      {
        draft:
          'Lieber Farid,\n\nam Montag ist sein erster Schultag, und wir schicken Pferde: Es tut mir leid, ich habe die falsche Schachtel gegriffen.\n\nDie blaue mit der Rakete ist heute mit dem Boten unterwegs und morgen bis zwölf bei Ihnen. Die rosa schenken Sie bitte einem Kind, das Pferde mag.\n\nIhrem Sohn einen guten ersten Tag\nSvenja',
        is: { name: 'ok', apology: 'real', when: true },
        asks: {
          'Bitte schicken Sie die blaue mit Rakete schnell': true,
          'was mache ich mit der rosa?': true,
        },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Nazari,\n\nIhre Reklamation ist eingegangen und wird bearbeitet.\n\nMit freundlichen Grüßen\nReklamationsabteilung',
        is: { name: 'ok', apology: 'none', when: false },
        asks: {
          'Bitte schicken Sie die blaue mit Rakete schnell': false,
          'was mache ich mit der rosa?': false,
        },
        says: ['questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Margit Steiner',
    called: 'Frau Steiner',
    fault: 'unclear',
    writer: 'Paul Egger',
    message:
      'Seit dem Umbau klopft es nachts in der Wand zum Bad. Ich schlafe kaum. Können Sie herausfinden, woher das kommt?',
    drafts: [
      {
        draft:
          'Liebe Frau Steiner,\n\nkaum Schlaf, und das jede Nacht: Das soll aufhören. Ich komme heute um 21 Uhr selbst und höre mit Ihnen hin, denn nachts hört man die Leitung am besten. Ist es die Klammer, die ich vermute, sitzt sie morgen bis zehn fest.\n\nPaul Egger',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'Können Sie herausfinden, woher das kommt?': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrte Frau Steiner,\n\nes tut uns leid, wenn Sie sich gestört fühlen. Geräusche in Altbauten sind normal.\n\nPaul Egger',
        is: { name: 'ok', apology: 'conditional' },
        asks: { 'Können Sie herausfinden, woher das kommt?': false },
        says: ['apology.conditional', 'questions.unanswered'],
      },
    ],
  },
  {
    to: 'Lisa Brunner',
    fault: 'nobody',
    writer: 'Tom',
    later: true,
    message: 'Super, danke! Und bis wann muss ich die Teilnehmer melden?',
    drafts: [
      {
        draft: 'Bis Freitag um zwölf, Lisa, gern einfach als Liste in einer Mail. Bis bald, Tom',
        is: { name: 'ok', apology: 'none', when: true },
        asks: { 'bis wann muss ich die Teilnehmer melden?': true },
        sends: true,
      },
      {
        draft: 'Gerne! Melden Sie die Teilnehmer bitte über das Portal.\n\nTom',
        is: { name: 'missing', apology: 'none' },
        asks: { 'bis wann muss ich die Teilnehmer melden?': false },
        says: ['questions.unanswered'],
        annoys: ['name.missing'],
      },
    ],
  },
  {
    to: 'Gerhard Pohl',
    called: 'Herr Pohl',
    fault: 'ours',
    writer: 'Anke Reuter',
    message:
      'Sie haben mir zweimal den Beitrag abgebucht, 2 x 64,90. Meine Frau liegt im Krankenhaus und ich sitze hier über Kontoauszügen. Buchen Sie das zurück!',
    drafts: [
      {
        draft:
          'Lieber Herr Pohl,\n\nSie sollten jetzt bei Ihrer Frau sein und nicht über Auszügen sitzen, die wir durcheinandergebracht haben. Es tut mir leid: Ich habe den Lauf zweimal gestartet.\n\nDie 64,90 habe ich soeben zurückgebucht; sie sind morgen früh auf dem Konto. Sie müssen nichts tun.\n\nIhrer Frau gute Besserung\nAnke Reuter',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Buchen Sie das zurück!': true },
        sends: true,
      },
      {
        draft:
          'Sehr geehrter Herr Pohl,\n\nes wurde versehentlich doppelt abgebucht. Die Rückbuchung wird veranlasst.\n\nMit freundlichen Grüßen\nAnke Reuter',
        is: { name: 'ok', apology: 'passive', when: false },
        asks: { 'Buchen Sie das zurück!': true },
        says: ['apology.passive', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Mareike Janssen',
    fault: 'nobody',
    writer: 'Bo',
    message:
      'Hallo, gibt es am 3. Mai noch zwei Plätze für die Wattwanderung, dürfen Hunde mit und wo treffen wir uns?',
    drafts: [
      {
        draft:
          'Hallo Mareike,\n\nzwei Plätze am 3. Mai sind frei und für dich bis Sonntag zurückgelegt. Hunde dürfen mit, an der Leine. Wir treffen uns um 8:40 am Deichtor in Nessmersiel, bei der roten Bank.\n\nBo',
        is: { name: 'ok', apology: 'none', when: true },
        asks: {
          'gibt es am 3. Mai noch zwei Plätze': true,
          'dürfen Hunde mit': true,
          'wo treffen wir uns?': true,
        },
        sends: true,
      },
      {
        draft:
          'Hallo Mareike,\n\nam 3. Mai sind noch zwei Plätze frei. Der Treffpunkt ist das Deichtor in Nessmersiel.\n\nBo',
        is: { name: 'ok', apology: 'none' },
        asks: {
          'gibt es am 3. Mai noch zwei Plätze': true,
          'dürfen Hunde mit': false,
          'wo treffen wir uns?': true,
        },
        says: ['questions.unanswered'],
      },
    ],
  },
  {
    to: 'Stefan Huber',
    fault: 'ours',
    writer: 'Vera',
    message:
      'Das Hotelzimmer roch nach Rauch, obwohl ich Nichtraucher gebucht hatte. Ich habe Asthma und die Nacht im Auto verbracht. Ich erwarte mein Geld zurück.',
    drafts: [
      {
        draft:
          'Lieber Herr Huber,\n\neine Nacht im Auto, weil Sie in unserem Zimmer keine Luft bekamen: Das tut mir sehr leid. Ich habe Ihnen ein Zimmer gegeben, in dem der Gast davor geraucht hatte, und nicht gerochen, was da war.\n\nDie 118 Euro sind heute auf Ihre Karte zurückgegangen. Wenn Sie uns noch einmal vertrauen: Zimmer 6 ist ab sofort das erste mit eigener Lüftung, und die Nacht darin ist unser Gast.\n\nVera Lang',
        is: { name: 'ok', apology: 'real', when: true },
        asks: { 'Ich erwarte mein Geld zurück': true },
        sends: true,
      },
      {
        draft:
          'Lieber Herr Huber,\n\nsollte es zu Beeinträchtigungen gekommen sein, entschuldigen wir uns dafür. Wir melden uns demnächst.\n\nVera Lang',
        is: { name: 'ok', apology: 'conditional', when: false },
        asks: { 'Ich erwarte mein Geld zurück': false },
        says: ['apology.conditional', 'questions.unanswered', 'next.no_time'],
      },
    ],
  },
  {
    to: 'Nina Schwarz',
    fault: 'nobody',
    writer: 'Carlo',
    message:
      'Ich würde gern meine Adresse ändern: Lindenweg 4, 24103 Kiel. Und schicken Sie mir bitte die Rechnung vom Mai noch einmal.',
    drafts: [
      {
        draft:
          'Hallo Nina,\n\ndie Adresse ist geändert, Lindenweg 4 in Kiel. Die Rechnung vom Mai hängt an dieser Mail.\n\nGutes Einleben\nCarlo',
        is: { name: 'ok', apology: 'none', when: true },
        asks: {
          'würde gern meine Adresse ändern': true,
          'schicken Sie mir bitte die Rechnung vom Mai noch einmal': true,
        },
        sends: true,
      },
      {
        draft:
          'Hallo Nina,\n\nbitte teilen Sie uns Ihre neue Adresse mit, dann ändern wir sie gern.\n\nCarlo',
        is: { name: 'ok', apology: 'none' },
        asks: { 'schicken Sie mir bitte die Rechnung vom Mai noch einmal': false },
        says: ['questions.unanswered'],
      },
    ],
  },
]
