/**
 * German letters of many trades, written and labelled before the reader saw them (bench/care/promises.md tells what it found
 * then); mended by class since. Text, then `quote; who; due`, said on Monday 23 November 2026 at 10:00.
 */
export const germanLetters: readonly (readonly [string, ...string[]])[] = [
  [
    'Guten Tag Frau Lehmann,\n\nvielen Dank für Ihre Nachricht. Ich kümmere mich heute noch um die fehlende Lieferung und gebe Ihnen bis morgen Mittag Bescheid. Falls die Ware nicht mehr auftaucht, schicken wir Ihnen sofort Ersatz.\n\nFreundliche Grüße\nJens Arndt',
    'Ich kümmere mich heute noch um die fehlende Lieferung; writer; 2026-11-23',
    'gebe Ihnen bis morgen Mittag Bescheid; writer; 2026-11-24T13:00',
    'schicken wir Ihnen sofort Ersatz; firm; event',
  ],
  [
    'Hallo Herr Yıldız, Ihr Auto ist in der Werkstatt angekommen. Die Bremsen werden morgen von unserem Meister geprüft. Sie bekommen danach einen Anruf mit dem Kostenvoranschlag.',
    'Die Bremsen werden morgen von unserem Meister geprüft; firm; 2026-11-24',
    'Sie bekommen danach einen Anruf mit dem Kostenvoranschlag; firm; event',
  ],
  [
    'Sehr geehrte Frau Dr. Simon,\n\nwir bedauern, dass Ihr Zug ausgefallen ist. Die Erstattung in Höhe von 48,20 Euro wird Ihnen innerhalb von 14 Tagen überwiesen. Zu Ihrer Frage nach der Sitzplatzreservierung melden wir uns gesondert.\n\nMit freundlichen Grüßen',
    'Die Erstattung in Höhe von 48,20 Euro wird Ihnen innerhalb von 14 Tagen überwiesen; firm; 2026-12-07',
    'melden wir uns gesondert; firm; none',
  ],
  [
    'Hi Lukas, danke für den Hinweis! Den Fehler haben wir gefunden, das Update spielen wir heute Nacht ein. Morgen früh sollte alles wieder laufen. Wenn nicht, sag mir bitte Bescheid, dann schaue ich es mir direkt an.',
    'das Update spielen wir heute Nacht ein; firm; 2026-11-23T21:00',
    'dann schaue ich es mir direkt an; writer; event; if',
  ],
  [
    'Liebe Frau Peters, Ihre Rezepte liegen bereit. Das dritte Medikament bestellen wir gerade, es kommt heute Nachmittag. Unser Bote bringt es Ihnen gegen 18 Uhr vorbei.',
    'es kommt heute Nachmittag; firm; 2026-11-23T17:00',
    'Unser Bote bringt es Ihnen gegen 18 Uhr vorbei; firm; 2026-11-23T18:00',
  ],
  [
    'Guten Tag,\nIhre Anfrage ist bei uns eingegangen. Ein Mitarbeiter wird sich in den nächsten zwei Werktagen bei Ihnen melden. Bitte antworten Sie nicht auf diese E-Mail.',
    'Ein Mitarbeiter wird sich in den nächsten zwei Werktagen bei Ihnen melden; firm; 2026-11-25',
  ],
  [
    'Sehr geehrter Herr Hoffmann,\n\nnach Prüfung Ihrer Unterlagen können wir Ihrem Widerspruch leider nicht abhelfen. Der Bescheid wird Ihnen in den kommenden Tagen zugestellt. Gegen ihn können Sie innerhalb eines Monats Klage erheben.',
    'Der Bescheid wird Ihnen in den kommenden Tagen zugestellt; firm; none',
  ],
  [
    'Moin Frau Jansen! Das Boot ist bis Freitag wieder dicht, versprochen. Ich lasse es Donnerstag zu Wasser und schicke Ihnen ein Foto. Gruß, Hinnerk',
    'Das Boot ist bis Freitag wieder dicht; firm; 2026-11-27',
    'Ich lasse es Donnerstag zu Wasser; writer; 2026-11-26',
    'schicke Ihnen ein Foto; writer; none',
  ],
  [
    'Hallo Mia, klar, die Torte machen wir dir ohne Nüsse. Abholen kannst du sie Samstag ab 9. Ich schreib dir kurz, wenn sie fertig ist.',
    'die Torte machen wir dir ohne Nüsse; firm; none',
    'Ich schreib dir kurz; writer; event',
  ],
  [
    'Guten Tag Herr Brandt,\n\nwir haben Ihre Reklamation an den Hersteller weitergeleitet. Sobald uns die Antwort vorliegt, informieren wir Sie umgehend. Unabhängig davon schreiben wir Ihnen 30 Euro auf Ihrem Kundenkonto gut.',
    'informieren wir Sie umgehend; firm; event',
    'schreiben wir Ihnen 30 Euro auf Ihrem Kundenkonto gut; firm; none',
  ],
  [
    'Sehr geehrte Frau Öztürk,\nIhr Termin bei Dr. Weber am 2. Dezember muss leider verschoben werden. Frau Keller ruft Sie morgen Vormittag an, um einen neuen zu vereinbaren. Wir bitten um Ihr Verständnis.',
    'Frau Keller ruft Sie morgen Vormittag an; colleague:Frau Keller; 2026-11-24T12:00',
  ],
  [
    'Hallo! Tut uns leid, da ist uns ein Fehler passiert. Du bekommst die richtige Größe noch diese Woche zugeschickt, und die falsche kannst du behalten. Den Versand übernehmen natürlich wir.',
    'Du bekommst die richtige Größe noch diese Woche zugeschickt; firm; ~2026-11-27',
    'Den Versand übernehmen natürlich wir; firm; none',
  ],
  [
    'Sehr geehrter Herr Nowak,\n\nvielen Dank für Ihr Schreiben vom 18. November. Ihr Anliegen wird derzeit von der Fachabteilung geprüft. Eine abschließende Antwort erhalten Sie spätestens am 7. Dezember.',
    'Eine abschließende Antwort erhalten Sie spätestens am 7. Dezember; firm; 2026-12-07',
  ],
  [
    'Grüezi Frau Meier, ich habe mit dem Hauswart gesprochen. Er kommt am Mittwoch um 7:30 Uhr vorbei und entlüftet die Heizkörper. Falls Sie nicht da sind, lassen Sie uns bitte einen Schlüssel da.',
    'Er kommt am Mittwoch um 7:30 Uhr vorbei; firm; 2026-11-25T07:30',
    'entlüftet die Heizkörper; firm; none',
  ],
  [
    'Guten Morgen Herr Ott, die Rechnung wurde versehentlich doppelt erstellt. Wir stornieren die zweite noch heute. Eine Bestätigung geht Ihnen per E-Mail zu. Bitte überweisen Sie nur den Betrag aus der ersten.',
    'Wir stornieren die zweite noch heute; firm; 2026-11-23',
    'Eine Bestätigung geht Ihnen per E-Mail zu; firm; none',
  ],
  [
    'Liebe Eltern,\nam Freitag fällt der Sportunterricht aus. Die Kinder werden in der Aula betreut. Ab Montag findet der Unterricht wieder statt.\nIhre Schulleitung',
  ],
  [
    'Hallo Frau Wagner, ich habe Ihren Fall übernommen. Ich werde mir die Unterlagen am Vormittag durchlesen und Sie anschließend anrufen. Bis dahin müssen Sie nichts tun.',
    'Ich werde mir die Unterlagen am Vormittag durchlesen; writer; 2026-11-23T12:00',
    'Sie anschließend anrufen; writer; event',
  ],
  [
    'Guten Tag Frau Krämer, wir bieten Ihnen gern einen Umtausch an. Möchten Sie das Kleid lieber in Blau? Dann legen wir es Ihnen zurück.',
    'Dann legen wir es Ihnen zurück; firm; event; if',
  ],
  [
    'Sehr geehrte Damen und Herren,\n\nwir bestätigen den Eingang Ihrer Kündigung. Der Vertrag endet zum 31. Dezember. Das Restguthaben zahlen wir Ihnen nach Vertragsende aus. Die Schlussrechnung folgt im Januar.',
    'Das Restguthaben zahlen wir Ihnen nach Vertragsende aus; firm; event',
    'Die Schlussrechnung folgt im Januar; firm; ~2027-01-31',
  ],
  [
    'Hi Ben, ich hab gerade mit dem Lager telefoniert: dein Paket liegt noch da, das Etikett war ab. Die Kollegen kleben ein neues drauf und geben es heute um vier der Post mit. Die Sendungsnummer kommt gleich per Mail.',
    'Die Kollegen kleben ein neues drauf; firm; none',
    'geben es heute um vier der Post mit; firm; 2026-11-23T16:00',
    'Die Sendungsnummer kommt gleich per Mail; firm; none',
  ],
  [
    'Guten Tag Herr Seidel,\n\nIhr Zimmer ist ab 15 Uhr bezugsfertig. Das Babybett stellt Ihnen die Hausdame vor Ihrer Anreise hinein. Den Parkplatz haben wir reserviert. Wir freuen uns auf Sie!',
    'Das Babybett stellt Ihnen die Hausdame vor Ihrer Anreise hinein; firm; event',
  ],
  [
    'Sehr geehrte Frau Ritter, für die Wartezeit entschuldige ich mich. Ihre Beschwerde nehme ich in das nächste Teamgespräch mit. Sie hören in der kommenden Woche von mir, was dabei herausgekommen ist.',
    'Ihre Beschwerde nehme ich in das nächste Teamgespräch mit; writer; none',
    'Sie hören in der kommenden Woche von mir; writer; ~2026-12-04',
  ],
  [
    'Servus Toni, deine Ski sind gewachst, die Bindung stell ich dir morgen noch ein. Kannst ab zehn kommen. Wennst später kommst, ruf kurz an, dann wart ich auf dich.',
    'die Bindung stell ich dir morgen noch ein; writer; 2026-11-24',
    'dann wart ich auf dich; writer; event; if',
  ],
  [
    'Guten Tag,\n\nder Techniker konnte Sie heute nicht antreffen. Ein neuer Termin wurde für Donnerstag, 26.11., zwischen 8 und 12 Uhr vereinbart. Sie werden eine halbe Stunde vorher angerufen.',
    'Sie werden eine halbe Stunde vorher angerufen; firm; event',
  ],
  [
    'Hallo Frau Schulz,\nich habe nachgesehen: Ihr Konto wurde am 20. gesperrt, weil das Passwort dreimal falsch war. Ich schalte es jetzt wieder frei. In ungefähr zehn Minuten bekommen Sie von uns einen Link, mit dem Sie ein neues setzen können.',
    'Ich schalte es jetzt wieder frei; writer; none',
    'In ungefähr zehn Minuten bekommen Sie von uns einen Link; firm; 2026-11-23T10:10',
  ],
  [
    'Sehr geehrter Herr Albrecht,\n\ndie von Ihnen gemeldete Straßenlaterne wird voraussichtlich in der 49. Kalenderwoche repariert. Der Bauhof ist informiert. Für Rückfragen stehen wir Ihnen gern zur Verfügung.',
  ],
  [
    'Liebe Frau Braun, die Gardinen sind genäht! Unser Raumausstatter hängt sie Ihnen am Dienstag um 14 Uhr auf. Sollte etwas nicht passen, ändern wir es kostenlos.',
    'Unser Raumausstatter hängt sie Ihnen am Dienstag um 14 Uhr auf; firm; 2026-11-24T14:00',
    'ändern wir es kostenlos; firm; event',
  ],
  [
    'Hallo Pia, das mit dem Gutschein kläre ich mit der Buchhaltung. Rechne bitte bis Mittwoch mit einer Antwort von mir. Und ja, die Punkte trage ich dir nach.',
    'das mit dem Gutschein kläre ich mit der Buchhaltung; writer; none',
    'Rechne bitte bis Mittwoch mit einer Antwort von mir; writer; 2026-11-25',
    'die Punkte trage ich dir nach; writer; none',
  ],
  [
    'Guten Tag Herr Fuchs, normalerweise antworten wir innerhalb von 24 Stunden. Leider ist gerade viel los. Wir hoffen, Ihnen bis Ende der Woche Näheres sagen zu können.',
  ],
  [
    'Sehr geehrte Frau Lorenz,\n\nich bestätige Ihnen den Rückruf unseres Sachbearbeiters Herrn Tiede für Mittwoch, den 25. November, um 11 Uhr. Er hat Ihre Akte dann vorliegen.',
    'den Rückruf unseres Sachbearbeiters Herrn Tiede für Mittwoch, den 25. November, um 11 Uhr; colleague:Herr Tiede; 2026-11-25T11:00',
  ],
  [
    'Sehr geehrter Herr Vogt,\n\nIhre Reklamation tut uns leid. Wir lassen die Jacke am Montag bei Ihnen abholen und prüfen die Naht in unserer Schneiderei. Das Ergebnis teilen wir Ihnen bis zum 4. Dezember mit. Die Versandkosten tragen wir.',
    'Wir lassen die Jacke am Montag bei Ihnen abholen; firm; 2026-11-30',
    'prüfen die Naht in unserer Schneiderei; firm; none',
    'Das Ergebnis teilen wir Ihnen bis zum 4. Dezember mit; firm; 2026-12-04',
    'Die Versandkosten tragen wir; firm; none',
  ],
  [
    'Hallo Frau Stein, der Kollege aus der Haustechnik schaut sich die Heizung morgen zwischen 9 und 11 an. Wenn ein Ersatzteil nötig ist, bestelle ich es noch am selben Tag.',
    'der Kollege aus der Haustechnik schaut sich die Heizung morgen zwischen 9 und 11 an; firm; ~2026-11-24T11:00',
    'bestelle ich es noch am selben Tag; writer; event',
  ],
  [
    'Moin Kerstin, danke für die Bilder. Das ist eindeutig unser Fehler. Neue Fliesen gehen morgen früh auf den Weg, du hast sie spätestens Donnerstag. Die kaputten kannst du entsorgen.',
    'Neue Fliesen gehen morgen früh auf den Weg; firm; 2026-11-24T12:00',
    'du hast sie spätestens Donnerstag; firm; 2026-11-26',
  ],
  [
    'Sehr geehrte Familie Kurz,\n\nIhr Antrag ist vollständig. Über ihn wird in der Sitzung am 9. Dezember entschieden. Den Bescheid erhalten Sie im Anschluss per Post.',
    'Über ihn wird in der Sitzung am 9. Dezember entschieden; firm; 2026-12-09',
    'Den Bescheid erhalten Sie im Anschluss per Post; firm; event',
  ],
  [
    'Guten Tag, Sie haben recht, die Rechnung stimmt nicht. Ich korrigiere sie und lasse sie Ihnen heute noch zukommen. Bitte zahlen Sie solange nichts.',
    'Ich korrigiere sie; writer; none',
    'lasse sie Ihnen heute noch zukommen; writer; 2026-11-23',
  ],
  [
    'Hallo Timo, leider ist der Kurs voll. Ich setze dich auf die Warteliste und sag dir Bescheid, sobald jemand abspringt.',
    'Ich setze dich auf die Warteliste; writer; none',
    'sag dir Bescheid; writer; event',
  ],
  [
    'Sehr geehrte Frau Bach,\n\nIhre Zähne werden am 1. Dezember von Dr. Lang kontrolliert. Sie erhalten von uns zwei Tage vorher eine Erinnerung per SMS. Bitte bringen Sie Ihre Karte mit.',
    'Ihre Zähne werden am 1. Dezember von Dr. Lang kontrolliert; firm; 2026-12-01',
    'Sie erhalten von uns zwei Tage vorher eine Erinnerung per SMS; firm; event',
  ],
  ['Liebe Mieterinnen und Mieter, am 2. Dezember wird das Wasser abgestellt. Wir bitten um Ihr Verständnis.'],
  [
    'Hallo Herr Demir, die Bank hat die Zahlung noch nicht freigegeben. Sobald das Geld da ist, verschicken wir die Ware. Ich behalte das im Auge und informiere Sie spätestens am Freitag.',
    'verschicken wir die Ware; firm; event',
    'Ich behalte das im Auge; writer; none',
    'informiere Sie spätestens am Freitag; writer; 2026-11-27',
  ],
  [
    'Guten Abend Frau Roth, Ihre Mutter hat gut gegessen. Schwester Anja bleibt heute Nacht bei ihr. Sollte etwas sein, rufen wir Sie sofort an, auch um drei Uhr früh.',
    'Schwester Anja bleibt heute Nacht bei ihr; colleague:Anja; 2026-11-23T21:00',
    'rufen wir Sie sofort an; firm; event',
  ],
  [
    'Hi Jonas, das Ticket liegt jetzt bei der Entwicklung. Der Fix kommt mit Version 4.3 am Donnerstag. Du kriegst dann eine Mail von uns.',
    'Der Fix kommt mit Version 4.3 am Donnerstag; firm; 2026-11-26',
    'Du kriegst dann eine Mail von uns; firm; event',
  ],
  [
    'Sehr geehrter Herr Lange,\nwir haben den Betrag von 89 Euro heute angewiesen. Er sollte in zwei bis drei Tagen auf Ihrem Konto sein.',
  ],
  [
    'Liebe Frau Engel, der Kranz ist fertig. Ich bringe ihn morgen persönlich zur Kapelle, so gegen halb zehn. Die Schleife wird vorher noch von meiner Frau beschriftet.',
    'Ich bringe ihn morgen persönlich zur Kapelle; writer; 2026-11-24T09:30',
    'Die Schleife wird vorher noch von meiner Frau beschriftet; firm; event',
  ],
  [
    'Hallo! Schade, dass es nicht gepasst hat. Schick die Schuhe einfach zurück, dann erstatten wir dir den vollen Preis. Das Etikett hängt an.',
    'dann erstatten wir dir den vollen Preis; firm; event; if',
  ],
  [
    'Guten Tag Frau Haas, Ihr Hund ist gut aus der Narkose aufgewacht. Sie können ihn ab 17 Uhr holen. Die Fäden ziehen wir in zehn Tagen, das kostet nichts extra.',
    'Die Fäden ziehen wir in zehn Tagen; firm; 2026-12-03',
  ],
  [
    'Sehr geehrte Frau Kaya,\n\nvielen Dank für Ihr Interesse an der Wohnung. Eine Besichtigung ist am Samstag um 10 Uhr möglich. Unsere Maklerin Frau Ernst erwartet Sie vor dem Haus.',
    'Unsere Maklerin Frau Ernst erwartet Sie vor dem Haus; colleague:Frau Ernst; none',
  ],
  [
    'Hallo Herr Groß, die Leitung ist seit heute Morgen gestört. Unsere Techniker arbeiten daran. Um 14 Uhr melden wir uns mit dem nächsten Stand, auch wenn es noch nichts Neues gibt.',
    'Um 14 Uhr melden wir uns mit dem nächsten Stand; firm; 2026-11-23T14:00',
  ],
  [
    'Guten Tag, ich würde Ihnen gern helfen, brauche aber Ihre Kundennummer. Nennen Sie sie mir bitte, und ich schaue sofort nach.',
    'ich schaue sofort nach; writer; event; if',
  ],
  [
    'Sehr geehrter Herr Busch, Ihr Widerspruch liegt uns vor. Wir werden ihn sorgfältig prüfen und unaufgefordert auf Sie zukommen.',
    'Wir werden ihn sorgfältig prüfen; firm; none',
    'unaufgefordert auf Sie zukommen; firm; none',
  ],
  [
    'Hallo Lena, Umbuchung hat geklappt! Melde mich gleich noch mit den neuen Zeiten. Den Aufpreis schenken wir euch.',
    'Melde mich gleich noch mit den neuen Zeiten; writer; none',
    'Den Aufpreis schenken wir euch; firm; none',
  ],
  [
    'Guten Tag Frau Wolf, die Lieferung verzögert sich leider um etwa eine Woche. Wir haben beim Hersteller nachgefragt und hoffen auf den 2. Dezember. Wenn Sie nicht warten möchten, stornieren wir kostenlos.',
  ],
  [
    'Lieber Herr Petersen, Ihr Dach wird am Donnerstag ab acht Uhr gedeckt, sofern es trocken bleibt. Wir sind zu viert und abends fertig. Den Schutt nehmen wir mit.',
    'Ihr Dach wird am Donnerstag ab acht Uhr gedeckt; firm; 2026-11-26T08:00',
    'Den Schutt nehmen wir mit; firm; none',
  ],
  [
    'Sehr geehrte Frau Schmitt,\n\nIhre Unterlagen reiche ich am Mittwoch beim Amt ein. Ich verspreche Ihnen, dass die Frist gehalten wird. Eine Kopie lege ich in Ihr Fach.',
    'Ihre Unterlagen reiche ich am Mittwoch beim Amt ein; writer; 2026-11-25',
    'dass die Frist gehalten wird; writer; none',
    'Eine Kopie lege ich in Ihr Fach; writer; none',
  ],
  [
    'Guten Morgen, unser Büro ist vom 23. Dezember bis 2. Januar geschlossen. Ihre Nachricht wird danach beantwortet.',
    'Ihre Nachricht wird danach beantwortet; firm; event',
  ],
  [
    'Hallo Frau Pohl, die Lampe habe ich Ihnen bis Samstag zurückgelegt. Falls sie Ihnen doch nicht gefällt, geben Sie kurz Bescheid, dann geht sie wieder in den Verkauf.',
  ],
  [
    'Hallo Frau Marx,\nich habe mir den Vorgang angesehen. Der Zähler wurde falsch abgelesen. Wir berechnen die Monate September bis November neu, und Sie bekommen das Guthaben mit der nächsten Abrechnung zurück. Ich lege Ihnen die Ablesung als Foto bei.',
    'Wir berechnen die Monate September bis November neu; firm; none',
    'Sie bekommen das Guthaben mit der nächsten Abrechnung zurück; firm; none',
    'Ich lege Ihnen die Ablesung als Foto bei; writer; none',
  ],
  [
    'Sehr geehrter Herr Hahn,\n\ndie Scheibe ist bestellt und trifft am Mittwoch bei uns ein. Am Donnerstagvormittag wird sie eingebaut. Bis 16 Uhr können Sie den Wagen abholen. Auf Wunsch bringen wir ihn Ihnen auch.',
    'Am Donnerstagvormittag wird sie eingebaut; firm; 2026-11-26T12:00',
  ],
  [
    'Hey Nora, sorry für das Chaos. Ich hab dir gerade 20 € erstattet. Das zweite Paket schick ich dir morgen raus, Tracking kommt per Mail. Und falls die Farbe wieder nicht passt: einfach behalten.',
    'Das zweite Paket schick ich dir morgen raus; writer; 2026-11-24',
    'Tracking kommt per Mail; firm; none',
  ],
  [
    'Guten Tag Frau Iwanowa, Ihre Anfrage zum Kitaplatz habe ich an Frau Seiler weitergegeben. Sie ruft Sie bis Donnerstag zurück. Wenn Sie vorher etwas wissen müssen, erreichen Sie mich unter der Durchwahl 14.',
    'Sie ruft Sie bis Donnerstag zurück; colleague:Frau Seiler; 2026-11-26',
  ],
  [
    'Sehr geehrte Damen und Herren,\nwir beziehen uns auf Ihr Schreiben vom 12. November. Die beanstandeten Mängel werden von uns bis zum 18. Dezember beseitigt. Unser Bauleiter stimmt den genauen Termin telefonisch mit Ihnen ab.',
    'Die beanstandeten Mängel werden von uns bis zum 18. Dezember beseitigt; firm; 2026-12-18',
    'Unser Bauleiter stimmt den genauen Termin telefonisch mit Ihnen ab; firm; none',
  ],
  [
    'Hallo Herr Weiß, die Impfung für Minka steht im Januar an. Wir erinnern Sie rechtzeitig. Heute bekommt sie nur das Wurmmittel.',
    'Wir erinnern Sie rechtzeitig; firm; none',
  ],
  ['Liebe Gäste, das Frühstück servieren wir ab Montag im Wintergarten.'],
  [
    'Guten Tag Frau Arslan, der Lift ist wieder in Betrieb. Die Firma kommt trotzdem morgen noch einmal und tauscht das Seil. Ich bleibe dran und halte Sie auf dem Laufenden.',
    'Ich bleibe dran; writer; none',
    'halte Sie auf dem Laufenden; writer; none',
  ],
  [
    'Sehr geehrter Herr Kühn,\n\nleider war der Versand an die alte Adresse unser Versehen. Das Paket wird zurückgeholt und Ihnen kostenfrei neu zugestellt. Rechnen Sie bitte mit drei bis vier Werktagen.',
    'Das Paket wird zurückgeholt; firm; none',
    'Ihnen kostenfrei neu zugestellt; firm; none',
  ],
  [
    'Hi Emil, dein Rad steht Mittwoch ab 17 Uhr bereit. Neue Bremsbeläge sind drin. Die Lampe kriegst du umsonst dazu.',
    'dein Rad steht Mittwoch ab 17 Uhr bereit; firm; 2026-11-25T17:00',
    'Die Lampe kriegst du umsonst dazu; firm; none',
  ],
  [
    'Guten Morgen Herr Franke, ich kann Ihnen noch nichts Endgültiges sagen. Sobald die Technik geantwortet hat, melde ich mich. Spätestens morgen um zehn hören Sie von mir, so oder so.',
    'melde ich mich; writer; event',
    'Spätestens morgen um zehn hören Sie von mir; writer; 2026-11-24T10:00',
  ],
  [
    'Sehr geehrte Frau Neumann, Ihre Kündigung wird zum 31. Januar wirksam. Eine Bestätigung haben wir Ihnen heute geschickt. Die Kaution wird nach der Übergabe abgerechnet und überwiesen.',
    'Die Kaution wird nach der Übergabe abgerechnet; firm; event',
    'überwiesen; firm; event',
  ],
  [
    'Hallo zusammen, die Probe am Freitag fällt aus. Wir holen sie im Dezember nach. Ich stelle euch die Noten bis Sonntag in die Cloud.',
    'Wir holen sie im Dezember nach; firm; ~2026-12-31',
    'Ich stelle euch die Noten bis Sonntag in die Cloud; writer; 2026-11-29',
  ],
  [
    'Guten Tag, Ihre Bestellung 4711 ist unterwegs und kommt voraussichtlich am Dienstag an. Bei Problemen hilft Ihnen der Zusteller weiter.',
  ],
  [
    'Sehr geehrte Frau Winter,\n\nich danke Ihnen für das offene Gespräch. Wie besprochen werde ich den Dienstplan so ändern, dass immer dieselbe Pflegerin zu Ihrer Mutter kommt. Das gilt ab dem 1. Dezember. Am 8. rufe ich Sie an und frage, ob es so gut ist.',
    'werde ich den Dienstplan so ändern; writer; none',
    'Am 8. rufe ich Sie an; writer; 2026-12-08',
    'frage, ob es so gut ist; writer; none',
  ],
  [
    'Hallo Ayşe, deine Brille ist da! Herr Lorenz passt sie dir an, wenn du vorbeikommst. Dauert fünf Minuten.',
    'Herr Lorenz passt sie dir an; colleague:Herr Lorenz; event; if',
  ],
  [
    'Guten Tag Herr Sommer, eine Stornierung ist bis 48 Stunden vorher kostenlos. Soll ich Ihnen einen anderen Termin heraussuchen?',
  ],
  [
    'Sehr geehrte Familie Lutz, für den Ausfall der Heizung mindern wir die Miete im Dezember um 15 Prozent. Der Notdienst ist heute Abend zwischen 18 und 20 Uhr bei Ihnen. Zwei Heizlüfter bringt der Hausmeister gleich vorbei.',
    'für den Ausfall der Heizung mindern wir die Miete im Dezember um 15 Prozent; firm; ~2026-12-31',
    'Der Notdienst ist heute Abend zwischen 18 und 20 Uhr bei Ihnen; firm; ~2026-11-23T20:00',
    'Zwei Heizlüfter bringt der Hausmeister gleich vorbei; firm; none',
  ],
  [
    'Hallo Frau Beck, der Kuchen ist laktosefrei, aber nicht glutenfrei. Für Samstag backe ich Ihnen gern einen ohne Mehl. Sagen Sie mir nur bis Donnerstag, für wie viele Personen.',
    'Für Samstag backe ich Ihnen gern einen ohne Mehl; writer; 2026-11-28',
  ],
  [
    'Sehr geehrter Herr Yilmaz,\n\nin der Sache 12 O 334/26 haben wir Klage eingereicht. Der Termin ist auf den 14. Januar bestimmt. Frau Dr. Engel wird Sie dort vertreten. Vorab besprechen wir alles mit Ihnen, einen Terminvorschlag schickt Ihnen mein Sekretariat.',
    'Frau Dr. Engel wird Sie dort vertreten; colleague:Frau Dr. Engel; none',
    'Vorab besprechen wir alles mit Ihnen; firm; none',
    'einen Terminvorschlag schickt Ihnen mein Sekretariat; firm; none',
  ],
  [
    'Sehr geehrte Frau Busse,\n\nvielen Dank, dass Sie uns auf den Fehler in der Rechnung aufmerksam gemacht haben. Ich habe die Position gestrichen. Die korrigierte Rechnung sende ich Ihnen morgen zu. Ihre Zahlungsfrist verlängern wir auf den 15. Dezember.\n\nFreundliche Grüße, Milan Horvat',
    'Die korrigierte Rechnung sende ich Ihnen morgen zu; writer; 2026-11-24',
    'Ihre Zahlungsfrist verlängern wir auf den 15. Dezember; firm; none',
  ],
  [
    'Hallo Frau Linde, der Schlüsseldienst ist informiert und in etwa 40 Minuten bei Ihnen. Ich bleibe solange am Telefon. Die Kosten übernimmt die Hausverwaltung.',
    'Ich bleibe solange am Telefon; writer; none',
    'Die Kosten übernimmt die Hausverwaltung; firm; none',
  ],
  [
    'Hi Max, dein Abo ist gekündigt, läuft aber noch bis Ende Januar. Danach wird nichts mehr abgebucht. Deine Daten löschen wir nach 30 Tagen.',
    'Deine Daten löschen wir nach 30 Tagen; firm; 2026-12-23',
  ],
  [
    'Guten Tag Herr Rieger, Sie hatten nach einem Termin gefragt. Diese Woche ist alles voll. Ich habe Sie für Dienstag, den 1. Dezember, um 9.15 Uhr eingetragen. Passt das? Wenn ja, schicke ich Ihnen die Bestätigung.',
    'schicke ich Ihnen die Bestätigung; writer; event; if',
  ],
  [
    'Sehr geehrter Herr Opitz,\n\nder Schaden wurde unserer Versicherung gemeldet. Ein Gutachter wird sich den Wagen in der kommenden Woche ansehen. Bis zur Klärung stellen wir Ihnen kostenlos ein Ersatzfahrzeug. Es steht ab morgen früh auf unserem Hof für Sie bereit.',
    'Ein Gutachter wird sich den Wagen in der kommenden Woche ansehen; firm; ~2026-12-04',
    'stellen wir Ihnen kostenlos ein Ersatzfahrzeug; firm; none',
    'Es steht ab morgen früh auf unserem Hof für Sie bereit; firm; 2026-11-24T12:00',
  ],
  [
    'Liebe Frau Sander, Ihre Tochter hat die Jacke in der Garderobe vergessen. Wir heben sie auf. Frau Mayr gibt sie ihr am Montag mit.',
    'Wir heben sie auf; firm; none',
    'Frau Mayr gibt sie ihr am Montag mit; colleague:Frau Mayr; 2026-11-30',
  ],
  ['Hallo, wir sind umgezogen! Ab 1. Dezember finden Sie uns in der Lindenstraße 4.'],
  [
    'Guten Tag Frau Vogel,\nIhr Zahnersatz ist vom Labor für den 9. zugesagt. Wir rufen Sie an, sobald er da ist, und machen dann einen Termin aus. Schmerztabletten liegen für Sie am Empfang.',
    'Wir rufen Sie an; firm; event',
    'machen dann einen Termin aus; firm; event',
  ],
  [
    'Sehr geehrte Frau Klein, hiermit bestätige ich den Eingang Ihrer Beschwerde. Sie wird innerhalb von zehn Arbeitstagen geprüft. Ich melde mich unaufgefordert.',
    'Sie wird innerhalb von zehn Arbeitstagen geprüft; firm; 2026-12-07',
    'Ich melde mich unaufgefordert; writer; none',
  ],
  [
    'Hallo Herr Adam, das Bild kommt nächsten Mittwoch aus der Rahmung zurück. Ich lege Ihnen auch ein Passepartout dazu, geht aufs Haus. Abholen können Sie ab Donnerstag.',
    'Ich lege Ihnen auch ein Passepartout dazu; writer; none',
  ],
  [
    'Guten Abend Frau Thiel, ich habe Ihre Nachricht gelesen und möchte mir dafür Zeit nehmen. Morgen Vormittag setze ich mich dran, am Nachmittag haben Sie meine Antwort. Danke für Ihre Geduld.',
    'Morgen Vormittag setze ich mich dran; writer; 2026-11-24T12:00',
    'am Nachmittag haben Sie meine Antwort; writer; 2026-11-24T17:00',
  ],
  [
    'Sehr geehrter Herr Pfeiffer, die Strecke ist bis 4. Dezember gesperrt. Es fahren Busse. Ihre Fahrkarte gilt auch dort. Entschädigung zahlen wir auf Antrag.',
  ],
  [
    'Hi Cem! Geht klar, Samstag 14 Uhr, vier Leute. Ich halte euch den Tisch am Fenster frei. Wenn ihr euch verspätet, ruft kurz durch.',
    'Ich halte euch den Tisch am Fenster frei; writer; none',
  ],
  [
    'Guten Tag Frau Jung, das Medikament ist derzeit nicht lieferbar. Ich spreche heute mit Ihrem Arzt über eine Alternative und rufe Sie danach an. Sie stehen nicht ohne da.',
    'Ich spreche heute mit Ihrem Arzt über eine Alternative; writer; 2026-11-23',
    'rufe Sie danach an; writer; event',
  ],
  [
    'Sehr geehrte Frau Dr. Bauer,\n\nIhr Manuskript liegt nun zwei Gutachtern vor. Mit einer Entscheidung ist bis Ende Januar zu rechnen. Sobald die Gutachten eingegangen sind, leiten wir sie Ihnen weiter.',
    'leiten wir sie Ihnen weiter; firm; event',
  ],
  [
    'Hallo Frau Acar, ja, das Zelt ist noch frei. Soll ich es reservieren? Den Aufbau machen unsere Jungs, das ist im Preis drin. Geliefert wird am Freitag zwischen 10 und 12.',
    'Den Aufbau machen unsere Jungs; firm; none',
    'Geliefert wird am Freitag zwischen 10 und 12; firm; ~2026-11-27T12:00',
  ],
  [
    'Sehr geehrter Herr Witt, der Graben vor Ihrem Haus wird am Donnerstag geschlossen und der Gehweg bis Freitagabend wieder gepflastert. Für die Verzögerung bitte ich um Entschuldigung. Sollten danach Steine locker sein, komme ich persönlich vorbei.',
    'der Graben vor Ihrem Haus wird am Donnerstag geschlossen; firm; 2026-11-26',
    'der Gehweg bis Freitagabend wieder gepflastert; firm; 2026-11-27T21:00',
    'komme ich persönlich vorbei; writer; event',
  ],
  ['Guten Tag, wir antworten in der Regel innerhalb eines Werktages. Am Wochenende sind wir nicht besetzt.'],
  [
    'Hallo Rosi, das Kleid kürze ich dir bis Donnerstag. Am Saum nähe ich noch ein Band ein, damit es nicht rutscht. 25 Franken, zahlst einfach beim Abholen.',
    'das Kleid kürze ich dir bis Donnerstag; writer; 2026-11-26',
    'Am Saum nähe ich noch ein Band ein; writer; none',
  ],
  [
    'Sehr geehrte Familie Nguyen, Ihr Sohn kann ab Januar in die Gruppe von Herrn Falk. Den Vertrag bekommen Sie noch in dieser Woche von der Verwaltung zugeschickt.',
    'Den Vertrag bekommen Sie noch in dieser Woche von der Verwaltung zugeschickt; firm; ~2026-11-27',
  ],
  [
    'Guten Tag Frau Heinz, Ihr Paket wurde leider beim Nachbarn abgegeben, der im Urlaub ist. Wir klären das mit dem Fahrer und geben Ihnen noch heute Rückmeldung. Sollte es verloren sein, bekommen Sie umgehend ein neues.',
    'Wir klären das mit dem Fahrer; firm; none',
    'geben Ihnen noch heute Rückmeldung; firm; 2026-11-23',
    'bekommen Sie umgehend ein neues; firm; event',
  ],
  [
    'Sehr geehrter Herr Dr. Lenz,\n\nIhr Einspruch wurde an die zuständige Stelle abgegeben. Von dort erhalten Sie bis Mitte Dezember einen Bescheid. Ich habe mir den Vorgang auf Wiedervorlage gelegt und frage am 15. nach.',
    'Von dort erhalten Sie bis Mitte Dezember einen Bescheid; firm; ~2026-12-15',
    'frage am 15. nach; writer; 2026-12-15',
  ],
  [
    'Hallo Bettina, das Kleid ist traumhaft geworden! Anprobe am Donnerstag um fünf? Ich hebe dir die Stoffreste auf.',
    'Ich hebe dir die Stoffreste auf; writer; none',
  ],
  [
    'Moin Herr Claasen, der Motor läuft wieder. Morgen machen wir noch eine Probefahrt, und um drei können Sie ihn holen. Die Rechnung legen wir ins Handschuhfach.',
    'Morgen machen wir noch eine Probefahrt; firm; 2026-11-24',
    'Die Rechnung legen wir ins Handschuhfach; firm; none',
  ],
  [
    'Sehr geehrte Frau Albers, wir bedauern den Vorfall sehr. Die Kollegin wurde angesprochen. Ihnen entstehen keine Kosten. Das Zimmer wird Ihnen vollständig erstattet, die Gutschrift sehen Sie in fünf bis sieben Tagen auf Ihrer Karte.',
    'Das Zimmer wird Ihnen vollständig erstattet; firm; none',
  ],
  [
    'Hey Fiete, der Server ist seit 13:20 wieder da. Ursache war ein volles Log. Ich baue heute Abend eine Warnung ein und schreib dir den Bericht bis Mittwoch zusammen.',
    'Ich baue heute Abend eine Warnung ein; writer; 2026-11-23T21:00',
    'schreib dir den Bericht bis Mittwoch zusammen; writer; 2026-11-25',
  ],
  [
    'Liebe Frau Otto, die Hörgeräte sind eingestellt. Bitte tragen Sie sie eine Woche zur Probe. Am 30. sprechen wir darüber, wie es war. Frau Janz ruft Sie am Freitag kurz an, ob Sie zurechtkommen.',
    'Am 30. sprechen wir darüber; firm; 2026-11-30',
    'Frau Janz ruft Sie am Freitag kurz an; colleague:Frau Janz; 2026-11-27',
  ],
  ['Guten Tag, Ihr Termin im Bürgeramt ist am 2. Dezember um 8:40 Uhr. Bitte bringen Sie Ihren Ausweis mit.'],
  [
    'Sehr geehrter Herr Sander,\nnach Rücksprache mit der Technik können wir den Fehler nicht nachstellen. Schicken Sie uns bitte die Protokolldatei, dann schaut sich das unser Entwickler direkt an.',
    'dann schaut sich das unser Entwickler direkt an; firm; event; if',
  ],
  [
    'Hallo Frau Rau, die Nachtschwester hat Ihren Vater heute zweimal umgelagert, es ist nichts rot. Der Arzt kommt um elf. Ich gebe ihm Ihre Frage weiter und melde mich nach der Visite.',
    'Der Arzt kommt um elf; firm; 2026-11-23T11:00',
    'Ich gebe ihm Ihre Frage weiter; writer; none',
    'melde mich nach der Visite; writer; event',
  ],
  [
    'Hi Sarah, die Karten sind raus! Falls was dazwischenkommt, tauschen wir bis einen Tag vorher kostenlos.',
    'tauschen wir bis einen Tag vorher kostenlos; firm; event',
  ],
  ['Sehr geehrte Eigentümer, die Fassade wird ab März gestrichen. Das Gerüst steht etwa sechs Wochen.'],
  [
    'Guten Tag Herr Ruf, wir haben Ihre Adresse geändert. Die Karte wird neu gedruckt und in den nächsten Tagen an Sie verschickt. Die alte sperren wir zum Monatsende.',
    'Die Karte wird neu gedruckt; firm; none',
    'in den nächsten Tagen an Sie verschickt; firm; none',
    'Die alte sperren wir zum Monatsende; firm; ~2026-11-30',
  ],
  [
    'Hallo Ilka, mein Chef hat zugestimmt: Du darfst die Leiter übers Wochenende behalten. Montag früh hole ich sie bei dir ab.',
    'Montag früh hole ich sie bei dir ab; writer; 2026-11-30T12:00',
  ],
  [
    'Sehr geehrte Frau Blum, Ihr Kind hat den Platz! Die Eingewöhnung begleitet Frau Özdemir. Den genauen Ablauf besprechen wir beim Elternabend am 10. Dezember.',
    'Die Eingewöhnung begleitet Frau Özdemir; colleague:Frau Özdemir; none',
    'Den genauen Ablauf besprechen wir beim Elternabend am 10. Dezember; firm; 2026-12-10',
  ],
  [
    'Guten Abend Herr Mai, der Kuchen für morgen ist gebacken. Wir liefern zwischen neun und zehn. Bitte klingeln wir bei Ihnen oder bei der Nachbarin?',
    'Wir liefern zwischen neun und zehn; firm; ~2026-11-24T10:00',
  ],
  [
    'Sehr geehrter Herr Kern, eine Reparatur lohnt sich nicht mehr. Wenn Sie einverstanden sind, entsorgen wir das Gerät für Sie kostenlos.',
  ],
  [
    'Hallo Frau Stark, ich bin am Freitag bei Ihnen im Haus und nehme das Paket gleich mit. Den Beleg lasse ich Ihnen da.',
    'ich bin am Freitag bei Ihnen im Haus; writer; 2026-11-27',
    'nehme das Paket gleich mit; writer; none',
    'Den Beleg lasse ich Ihnen da; writer; none',
  ],
]
