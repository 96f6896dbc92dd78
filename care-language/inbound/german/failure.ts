import { once } from '../../once.ts'
import type { Clue } from '../signal.ts'
import { phrases } from './pattern.ts'

/** What should have been done with a thing, at the end of its sentence. */
const done =
  '(?:angekommen|gekommen|erschienen|eingetroffen|aufgetaucht|eingegangen|passiert|geschehen|funktioniert|geklappt|geliefert|zugestellt|verschickt|versandt|geschickt|gebracht|abgeholt|geleert|gereinigt|geputzt|repariert|behoben|erledigt|bearbeitet|beantwortet|geantwortet|zurückgerufen|angerufen|gemeldet|erstattet|zurückerstattet|überwiesen|gutgeschrieben|ausgezahlt|bezahlt|storniert|gekündigt|freigeschaltet|aktiviert|installiert|angeschlossen|geändert|berücksichtigt|eingehalten|erhalten|bekommen|gekriegt|informiert|benachrichtigt|geholfen|abgebucht|verbucht|montiert|aufgebaut|ausgetauscht|umgetauscht|eingetragen|durchgeführt|gebucht|bestätigt|da|fertig|zurück)'
const works =
  '(?:funktionier~|(?:geht|passt|klappt)(?! es (?:bei )?(?:mir|uns|leider))(?! (?:mir|uns|auch|am)(?!\\p{L}))(?<!(?:Termin|Uhr|(?<!seit )(?:Mon|Diens|Mitt|Donners|Frei|Sams|Sonn)(?:tag|woch|abend)|Woche|Datum|morgen|Uhrzeit) (?:(?:leider|bei mir|bei uns|da) )*\\p{L}+)|gehen|ging|gehn|läuft|laufen|lief|klappte|startet~|öffnet|öffnen|reagier~|heizt|kühlt|druckt|lädt|laden|schließt|schliesst|schließen|stimmt|stimmen|stimmte|hält|halten|passen(?! (?:mir|uns))|verbindet|speichert|erkennt|akzeptiert|leuchtet|dreht|spült|schleudert|pumpt|spielt|springt|schaltet|zieht|haftet|klebt|brennt|erscheint|kommt|kommen)'
const goods =
  '(?:Strom|Internet|WLAN|Wasser|Warmwasser|Heizung|Licht|Geld|Guthaben|Daten|Fotos|Bilder|Mails|Dateien|Telefon|Fernseh~|Netz|Koffer|Fahrrad|Gepäck|Termin|Buchung|Konto|Server|Seite|Website|Webseite|Paket|Punkte)'
const number = '(?:ein~|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|mehrere~|etliche|\\d+)'

/** What went wrong, in words for it and in what befell somebody. The last of a clue: a "nicht" takes it back. */
export const germanFailure = once((): readonly Clue[] => [
  [
    phrases(
      // "Das Paket ist noch nicht da", "wurde nie abgeholt", "habe nichts bekommen".
      `(?:nicht|nie|niemals|nichts|kein~)(?: (?:mehr|richtig|wirklich|ganz|vollständig|wie vereinbart|wie besprochen|wie bestellt|pünktlich|rechtzeitig|sauber|ordentlich|korrekt|mit|bei \\p{L}+|auf \\p{L}+|in \\p{L}+|zu \\p{L}+|von \\p{L}+|an \\p{L}+|ein einziges Mal|einmal)){0,3} ${done}`,
      `kein~(?: (?:einzige~|warme~|neue~|richtige~|weitere~))? (?:\\p{L}+ )${done}`,
      `${works}(?: \\p{L}+){0,4}? (?:nicht|nie|kein~|nichts)(?! (?:um|nur|darum|so (?:schnell|eilig)|gleich|sofort|vor|drin|auf (?:unser|ihr)~))`,
      `(?:nicht|nie|nichts)(?: (?:mehr|richtig|wirklich|ganz|gescheit|ordentlich|recht|sauber)){0,2} (?:funktioniert~|geht|läuft|klappt|startet|öffnet|heizt|kühlt|druckt|lädt|schließt|stimmt|hält|angeht|anspringt|aufgeht|zugeht|ausgeht|warm wird|ankommt|reagiert|lief|ging)`,
      '(?:wird|werden|wurde|bleibt|ist)(?: \\p{L}+){0,3} nicht(?: (?:mehr|richtig|wirklich|ganz)){0,2} (?:warm|heiß|kalt|dicht|sauber|voll|geladen|angezeigt|erkannt|angenommen|akzeptiert|gefunden|geladen)',
      '(?:lässt|ließ|lassen|liessen)(?: es| er| sie| das)? sich(?: \\p{L}+){0,5} nicht',
      '(?:kann|konnte|können|konnten|kannst) (?:ich|wir|man|er|sie|mich|uns)?(?: \\p{L}+){0,5}? ?(?:nicht|nichts|niemand~|kein~)(?: \\p{L}+){0,3} (?:einloggen|anmelden|öffnen|erreichen|aufrufen|herunterladen|runterladen|benutzen|nutzen|verwenden|bezahlen|buchen|abschließen|starten|lesen|ansehen|abspielen|drucken|speichern|duschen|heizen|kochen|arbeiten|schlafen|waschen|telefonieren|zugreifen|einlösen|ändern|zurücksetzen|verbinden|registrieren|empfangen|hören|sehen)',
      '(?:komme|kommen|kam|kamen|komm) (?:ich |wir )?(?:seit \\p{L}+ (?:\\p{L}+ )?)?(?:leider |mehr |einfach )?(?:nicht|nirgends) (?:mehr )?(?:in (?:den|die|das|mein~|unser~)|ins|an (?:den|die|das|mein~)|auf (?:den|die|das)|aus (?:dem|der)|raus|hoch|nach (?:oben|unten)|rein|hinein|weiter|durch|drauf|ins|in mein~|an mein~|in unser~|in die|ran)',
      'niemand(?:en)?…(?:erreichbar|da|gekommen|gemeldet|zurückgerufen|abgehoben|erschienen|zuständig|erreicht|erreichen|geöffnet|aufgemacht|gesagt|informiert|ran|hilft|weiß|kümmert)',
      '(?:hat|haben|habt|hast) (?:sich |uns |mir )?(?:bis heute |bisher |noch |bislang |seither )?(?:niemand|keiner|kein Mensch)',
    ),
    0.6,
  ],
  [
    phrases(
      '(?:kein~|ohne)(?: \\p{L}+)? (?:Verbindung|Empfang|Bild|Ton|Warmwasser|warmes Wasser|Wasser|Strom|Internet|WLAN|Heizung|Licht|Druck|Signal|Zugriff|Zugang|Bestätigung|Antwort|Rückmeldung|Rückruf|Reaktion|Nachricht|Gutschrift|Erstattung|Lieferung|Sendung|Paket|Ersatz)(?: (?:erhalten|bekommen|gekommen|da|mehr))',
      'noch (?:immer |gar )?(?:kein~|nichts)(?: \\p{L}+){0,5}(?: (?:erhalten|bekommen|gekommen|gehört|passiert|angekommen|da|geschehen|gesehen|eingegangen|gekriegt))',
      '(?:immer noch|noch immer|bis heute|nach wie vor|weiterhin|bislang|bisher)(?: \\p{L}+){0,3} (?:nicht|kein~|nichts|niemand)',
      '(?:seit \\p{L}+(?: \\p{L}+)? )?(?:kein~|ohne) (?:warmes Wasser|Warmwasser|Heizung|Strom|Internet|WLAN|Telefon|Fernsehen)',
      'bis heute nicht(?: \\p{L}+)?',
    ),
    0.55,
  ],
  [
    phrases(
      'kaputt~|~defekt~|beschädigt~|(?:zer|ab|ge|durch|ver)brochen~|zerrissen~|gerissen~|zersprungen~|gesprungen~|zerdrückt~|zerbeult~|verbeult~|verschimmelt~|schimmel(?:t|ig|ige|n)|Schimmel|undicht~|verstopft~|verbogen~|verkratzt~|zerkratzt~|(?:Kratzer|Risse?|Dellen?|Beulen?|Löcher|Macken?|Flecken)|abgefallen|abgegangen|abgeblättert|verzogen|ausgefallen|ausgelaufen|geplatzt~|eingelaufen|verfärbt~|abgefärbt|verdorben~|verwelkt~|vertrocknet~|eingegangen(?= nach)|ranzig~|verschmutzt~|schmutzig~|dreckig~|verdreckt~|versalzen~|angebrannt~|eiskalt|lauwarm~|ungenießbar~|unlesbar~|unbrauchbar~|nicht lesbar|fehlerhaft~|mangelhaft~|falsch~|verkehrt~|vertauscht~|verwechselt|ver(?:spätet|schwunden|gammelt|klemmt)~|durchgebrannt|überhitzt|leer angekommen|veraltet~',
      '(?:\\p{L}*(?:fehlermeldung|störung|ausfall|schaden|schäden|mängel|mangel|panne)|Fehler)(?:en|s|n)?(?! (?:von mir|meinerseits|versicher~))',
      'wund(?= |[.,])|mein~ alte~ (?:Nachname~|Namen?|Adresse|Anschrift|Nummer)|(?:alte~|frühere~|ehemalige~) (?:Nachname~|Adresse|Anschrift) (?:steht|drauf|verwendet)|(?:zieht|druckt|hängt|sitzt|steht|läuft|näht|schneidet|dreht)(?: \\p{L}+){0,4} schief|schief(?:gelaufen|gegangen|gelaufen| gelaufen| gegangen|läuft|ging| ist)|daneben ?gegangen|hakt es|nicht in Ordnung|nicht ganz richtig|nicht richtig(?! (?:verstanden|gelesen|aufgepasst|ausgedrückt|zugehört))',
      '(?:ein~|viele|große~|massive~|ständig|immer|nur|erhebliche~|wieder) (?:Problem~|Schwierigkeiten)|(?:Problem~|Schwierigkeiten|Ärger|Theater|Stress) mit|gibt es Probleme',
      '(?:Loch|Macke)(?= [^.!?]{0,20}[.!])|leider(?! (?:kann|können|bin|sind|muss|müssen|habe|haben|schaffe|schaffen|darf|dürfen) (?:ich|wir))(?! (?:ich|wir) )(?<!(?:ich|wir) (?:\\p{L}+ ){0,3}leider)(?<!(?:kann|können|muss|müssen|schaffe|schaffen) (?:\\p{L}+ ){0,3}leider)(?=(?: [^.!?]{0,50})? (?:nicht|kein~|nie|nur|zu (?:groß|klein|spät|kurz|lang|eng|weit|viel|wenig)))',
    ),
    0.6,
    true,
  ],
  [
    phrases(
      '(?:rauscht|drückt|rutscht|kratzt|scheuert|eitert|verliert|schwankt|hallt|dröhnt|knackt|blinkt|überhitzt|leiert|fusselt|färbt)(?= [^.!?]*(?:stark|seit|hinter|am|an|und|ständig|ab|dauernd|immer|plötzlich)|[.!])|tropf(?:t|te|en)|leckt|klemmt~|klemmen|hakt|quietscht|knirscht|rattert|flackert~|ruckelt~|hängt (?:sich|dauernd|ständig|fest|immer|seit)|stinkt|brummt|streikt~|spinnt|surrt|kracht|wackelt|piept|piepst|pfeift|blockiert~|läuft (?:aus|über|voll|durch die|unter|die Wand|ins)|rostet|rostig|schimmelt|klappert|eiert|zickt|versagt~|verweigert|verschluckt|verdirbt|verdirb~|(?:meldet|gibt|schlägt)(?: \\p{L}+){0,5} (?:Alarm|Fehler~|Störung~)|lahmt|kriecht|friert ein',
      '(?:fällt|fiel|fallen|fielen)…aus|(?:bleibt|blieb|bleiben|blieben)…(?:stehen|hängen|liegen|stecken|dunkel|schwarz|kalt|weiß|leer|aus)|(?:stehen|hängen|stecken|liegen) ?geblieben|(?:geht|ging|gehen)(?: (?!nicht)\\p{L}+){0,4} (?:kaputt|aus)|stürzt…ab|stürzte…ab|abgestürzt|bricht…(?:ab|zusammen|weg)|brach…ab|löst sich|lösen sich|reißt|riss|(?:kommt|kam|kamen|kommen)(?: \\p{L}+){0,3} (?:zu spät|verspätet|durch die (?:Decke|Wand))|(?:Link|Leitung|Akku|Bildschirm|Display|Telefon|Handy|Gerät|Bild|Knopf|Taste)(?: (?:ist|war|sind))?(?: \\p{L}+){0,2} (?:tot|hin|leer|schwarz)|(?:ist|war|sind)(?: \\p{L}+){0,5} hin(?= ?[.!,])|(?:läuft|lief)…(?:schief|aus)',
      '(?:sich|ist|sind|hat|haben)…(?:aufgelöst|verabschiedet|den Geist aufgegeben|abgelöst|losgelöst|verformt|verstellt|aufgehängt|ausgeschaltet|abgeschaltet|abgebrochen|runtergefallen|heruntergefallen|umgefallen)|gibt den Geist auf|gab den Geist auf',
      '(?:ist|wurde|wird)(?: \\p{L}+){0,3} (?:hin|tot)(?= ?[.!])|(?:(?:fehlt|fehlen)(?! (?:Ihnen|euch|dir|Sie))|fehlte|fehlten|gefehlt|vermisse|vermissen|unvollständig~|abhanden ?gekommen)',
      `${goods}(?: (?:ist|sind|war|waren|ist aber|ist jetzt|plötzlich)| aber| auf einmal){1,2}(?: \\p{L}+){0,4}? (?:weg|aus|verschwunden|gelöscht|futsch|tot|kalt|gesperrt|gestohlen|geklaut)`,
    ),
    0.6,
    true,
  ],
  [
    phrases(
      // Money.
      '(?:doppelt|zweimal|zwei Mal|2x|dreimal|mehrfach|zweifach)(?: \\p{L}+){0,3} (?:ab|be|ver|ein|über|zu|aus)?(?:gebucht|buchen|rechnet|zahlt|bezahlt|lastet|gezogen|geliefert|gestellt|verschickt|wiesen|erhalten|bekommen|Rechnung)~',
      '(?:zu (?:viel|wenig|hoch|spät|früh|klein|groß|eng|kurz|lang|weit|dünn|laut|süß|salzig|trocken|hart))(?: \\p{L}+){0,2}(?: (?:berechnet|abgebucht|bezahlt|geliefert|gekommen|angekommen|geraten|ausgefallen|gewesen|erhalten|bekommen|verlangt|kassiert|für|gezahlt))|(?:ist|sind|war|waren|kam)(?: \\p{L}+){0,3} (?:viel |deutlich |leider |etwas |ganze zwei Nummern )?zu (?:groß|klein|eng|kurz|spät|laut|salzig|trocken|hart|weit|lang|hoch)',
      '(?:abgebucht|berechnet|belastet|kassiert|verlangt)…(?:obwohl|ohne|trotz|statt|vereinbart|aber|zu viel)|obwohl…(?:abgebucht|berechnet|belastet|kassiert|verlangt)|trotz (?:meiner |der |rechtzeitiger |fristgerechter )?(?:Kündigung|Zahlung|Bestätigung|Zusage|Reservierung|Buchung|Termin\\p{L}*)',
      '(?:vereinbart|abgemacht|ausgemacht|besprochen|zugesagt|angeboten|bestellt|versprochen|gebucht|reserviert) (?:war(?:en)?|hatten wir|hatte ich|wurden?)(?: \\p{L}+){0,2} (?:aber|jedoch|doch|eigentlich|etwas anderes)|(?:aber|jedoch|doch|eigentlich) (?:vereinbart|abgemacht|ausgemacht|bestellt|versprochen|gebucht|reserviert)|(?:vereinbart|abgemacht|ausgemacht|zugesagt|bestellt|versprochen|gebucht|reserviert) (?:war(?:en)?|hatten wir|hatte ich|habe ich|haben wir)(?: aber| jedoch| eigentlich)?',
      '(?:trotzdem|dennoch|plötzlich|jetzt|nun|heute|gestern|wieder)(?: \\p{L}+){0,3} (?:Mahnung|Inkasso~|Mahngebühr~|Mahnbescheid)|Mahnung (?:bekommen|erhalten)',
      '(?:nie|nicht|niemals) (?:bestellt|beauftragt|gebucht|autorisiert|unterschrieben|in Auftrag gegeben|abgeschlossen|zugestimmt|verlangt|genehmigt)~',
      '(?:zu Unrecht|unberechtigt~|unrechtmäßig~|grundlos~|ohne (?:jeden |jegliche )?(?:Grund|Vorwarnung|Rückfrage|Ankündigung|Begründung|Erlaubnis|zu fragen|Bescheid)|ohne (?:meine|unsere|jede|jegliche|vorherige) (?:\\p{L}+ )?(?:Zustimmung|Erlaubnis|Wissen|Einwilligung|Info~))',
      '(?:statt|anstelle|anstatt)(?: \\p{L}+){1,4}…(?:bekommen|geliefert|erhalten|geschickt|gekommen|war~|kam~|lag~|gekriegt|gebracht)|bekam~ (?:ich |wir )?stattdessen|stattdessen (?:kam|bekam|lag|war|hat|wurde|erhielt|steht|stand|ist)~|(?:bekam|erhielt|kam|lag|wurde)(?: \\p{L}+){0,3} stattdessen',
      `(?:nur|bloß|lediglich) (?:\\p{L}+ )?(?:${number}|die Hälfte|halb)(?: \\p{L}+){0,3} (?:statt|von|erhalten|bekommen|geliefert|angekommen|da|drin|gekommen)`,
    ),
    0.6,
  ],
  [
    phrases(
      // What was promised, and who was let down.
      '(?:Techniker|Monteur|Handwerker|Fahrer|Kollege|Kollegin|Lieferung|Paket|Rückruf|Antwort|Mitarbeiter~|Berater~|Bus|Zug|Taxi|Arzt|Geld|Ware) (?:sollte|wollte)(?: \\p{L}+){0,6} (?:melden|kommen|anrufen|zurückrufen|da sein|ankommen|eintreffen|liefern|bringen)|(?:sollte|sollten|wollte|wollten|hätte|hätten|hättet)(?! ich (?:gern|mal)| wir (?:gern|mal))…(?:kommen|geliefert|da sein|ankommen|zurückrufen|melden|sein|werden|müssen|abholen|eintreffen|bringen|schicken|beginnen|sollen)(?:…(?:aber|nicht|bis heute|trotzdem|jedoch|niemand|nichts|wo))',
      'obwohl…(?:bestellt|bezahlt|zugesagt|gekündigt|versprochen|vereinbart|bestätigt|gebucht|reserviert|gesagt|repariert|geschrieben|gebeten|gemeldet|zugesichert|ausgemacht|abgesagt|überwiesen|storniert|abbestellt|steht|stand|stehen|haben|hatten|habe|hatte|habt)',
      '(?:versprochen~|zugesagte?n?|zugesichert~|vereinbart~|angekündigt~)(?: \\p{L}+){1,8} (?:nicht|nie|kein~|niemand|nichts|ausgeblieben|fehlt)|(?:wurde|wurden|war|haben|hat|habt)…(?:versprochen|zugesagt|zugesichert)',
      '(?:länger|mehr|später|teurer|kleiner|weniger|schlechter)(?: \\p{L}+){0,4} als (?:zugesagt|versprochen|vereinbart|besprochen|angekündigt|abgemacht|angegeben|bestellt)|als (?:zugesagt|versprochen|vereinbart|besprochen|angekündigt|abgemacht)|(?:musste|mussten)(?: \\p{L}+){0,8} warten|vertröstet|hingehalten|abgewimmelt|abgefertigt|abgespeist|ignoriert|im Stich (?:gelassen|lassen)|(?:sitzen|stehen|hängen|warten)(?: |)(?:gelassen|lassen)|versetzt worden|hat uns versetzt|hat mich versetzt|aufgelegt|Warteschleife|vergeblich|vergebens|umsonst (?:gewartet|gefahren|versucht|gekommen|angerufen|angereist|da|hingefahren)|vor (?:verschlossen~|geschlossen~|zugesperrt~) Tür~|aus der Leitung|weitergereicht|von (?:Pontius|einem zum ander~|einer Stelle)|im Kreis',
      '(?:wurde|wurden|ist|sind|habt|haben Sie|hat|war|Sie haben)…(?:abgesagt|gestrichen|gesperrt|gelöscht|verschoben|vergessen|verloren|verlegt|übersehen|ausgelassen|gekürzt|abgelehnt|abgewiesen|weggeschickt|ausgefallen)(?! (?:ich|wir))',
      `(?:${number}|halbe~|ganze~|den ganzen|eine) (?:halbe~ |volle~ |ganze~ )?(?:Stunden?|Minuten|Tag~|Wochen?|Vormittag|Nachmittag)(?: \\p{L}+){0,4} (?:gewartet|warten (?:müssen|lassen)|zu spät|Verspätung|verspätet|vertan|in der Warteschleife|gehangen|verbracht)|seit (?:\\p{L}+ )?(?:Stunden|Tagen|Wochen|Monaten) (?:\\p{L}+ )?(?:warte|warten|vertröste~|ohne)|(?:warte|warten) (?:\\p{L}+ ){0,4}(?:seit|schon|immer noch|noch immer|vergeblich)|Verspätung|wo bleib(?:t|en)`,
      '(?:unfreundlich~|unverschämt~|unhöflich~|schroff~|patzig~|respektlos~|herablassend~|pampig~|genervt~|grob|ungehalten~|abweisend~)',
      '(?:von|an|für|auf|mit) (?:ein~ |den Namen (?:ein~ )?)?(?:ander(?:en|er|em)|fremde[nrm]?|Unbekannte[nr]?) (?:Patient~|Kund~|Person~|Namen|Familie|Firma|Adresse|Konto|Mieter~|Gast|Mensch~)|fremde~ (?:Daten|Namen?|Unterlagen|Rechnung~|Adresse|Konto|Person~|Bestellung~|Paket~)|(?:von|an|für|auf|bei) jemand(?:em|en)? ander(?:em|en|es|s)|nicht (?:von mir|mein~|meins|unser~|unseres)(?= [.!]|[.!])|hat sich (?:jemand )?in mein~…eingeloggt|gehackt',
      'trotzdem(?: [^.!?]{0,30})?(?= ?[.!])|(?:fiel|fällt) (?:mir|uns)(?: \\p{L}+){0,2} auf, dass|in der (?:Beschreibung|Anzeige|Artikelbeschreibung) (?:stand|standen|hieß)|anders als (?:beschrieben|vereinbart|besprochen|bestellt|angegeben)|spottet jeder|Patzer|überrumpelt|über den Tisch gezogen|(?:überschütte~|überhäuft~|bombardier~|belästig~|zugemüllt)|(?:verhalten|Benehmen|Ton)(?: \\p{L}+){0,5} (?:beschämend|unmöglich|daneben|peinlich|unter aller)~|angeschrien|angebrüllt|angeschnauzt|ausgelacht|angepöbelt|beschimpft|nicht (?:dabei|dran|drin|hinbekomm~|hingekriegt|im Griff|auf die Reihe~)|jedoch (?:ohne|nicht|nur)|(?:steht|stand|stehen) (?:\\p{L}+ )?(?:mal |schon |schon wieder |wieder )+(?:still)?|aber (?:stark |sehr |ganz |total )?(?:nach \\p{L}+|kalt|roh|hart|trocken|laut|dreckig)|(?:stark |furchtbar |streng |komisch |seltsam )(?:nach)|als? "?(?:Frau|Herr|Mann)"? (?:angeschrieben|angesprochen|angeredet)|mit ["„»](?:Frau|Herr|Mann)[^ ]{0,2} (?:angeschrieben|angesprochen|angeredet)|(?:Wegen|durch) (?:Ihre~|eure~|dies~) (?:\\p{L}+ )?(?:Fehler~|Versehen~|Versäumnis~|Verspätung|Panne)|nicht (?:das|der|die|den|so)(?:,)? (?:was|wie|ich|wir|Richtige~|richtige~|passende~|bestellte~)',
      'nicht (?:geholfen|besser geworden|behoben|geändert|verbessert)|(?:hilft|brachte|bringt|half) (?:leider )?(?:nichts?|auch nicht)|ohne Erfolg|erfolglos~',
    ),
    0.55,
  ],
  [
    phrases(
      // What it did to somebody.
      '(?:war|waren|ist|schwamm|lag|steckte|krabbelte|fand~)(?: \\p{L}+){0,2} (?:Schnecke|Wurm|Würmer|Maden?|Fliege|Käfer|Haar|Kakerlake|Maus|Mäuse|Wanzen|Bettwanzen|Schrauben?|Knochen|Splitter)|Ausschlag|allergisch(?:e|en)? (?:reagiert|Reaktion)|(?:Nüsse|Nuss|Gluten|Laktose|Milch|Ei|Erdnüsse|Haare?|Glas|Plastik|Metall|Wurm|Schimmel|Käfer|Splitter|Stein) (?:drin|enthalten|gefunden|im|in der|in dem)|(?:übergeben|erbrochen|Lebensmittelvergiftung|Magenkrämpfe|Durchfall|Bauchschmerzen)|(?:verbrannt|verbrüht|verletzt|geschnitten|ausgerutscht|gestürzt|gestolpert|hingefallen|eingeklemmt|geschwollen|angeschwollen|Stromschlag)|(?:waren|war|sind|ist)(?: \\p{L}+){0,2} (?:Nüsse|Nuss|Gluten|Erdnüsse|Haare?|Glassplitter|Splitter|Schimmel|Maden|Käfer)|(?:ihr|ihm|mir|uns) (?:\\p{L}+ ){0,3}schlecht|krank geworden|durch d~ (?:Decke|Wand|Dach)',
      '(?:so etwas|sowas|das|dies|dergleichen) (?:dürfte|darf|sollte|kann)(?: \\p{L}+){0,4} nicht(?: \\p{L}+){0,3} (?:passieren|vorkommen|sein)|noch nie(?: \\p{L}+){0,2} (?:erlebt|passiert|gesehen)|(?:das|was) (?:ist|war) (?:mir |uns )?(?:da |hier |bei Ihnen )?passiert',
      '(?:hat|haben|hatte|hatten|ist|sind)…(?:hinterlassen|beschmutzt|zerstört|verwüstet|überschwemmt|ruiniert|verdorben|demoliert|angefahren|zerlegt)',
    ),
    0.6,
    true,
  ],
])
