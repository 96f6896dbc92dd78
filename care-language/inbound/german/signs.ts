import { once } from '../../once.ts'
import type { Clue, Signal } from '../signal.ts'
import { germanFailure } from './failure.ts'
import { phrases } from './pattern.ts'

const nth =
  '(?:zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|x-te|xte|hundertste|tausendste|zigste|[2-9]\\.)[nrsm]?'
const times =
  '(?:zweimal|dreimal|viermal|fünfmal|mehrmals|mehrfach|mehrere Male|etliche Male|zigmal|\\d+ ?(?:mal|x))'
const sent =
  '(?:gemeldet|geschrieben|gesagt|angerufen|reklamiert|gemailt|gebeten|gefragt|nachgefragt|hingewiesen|beschwert|kontaktiert|mitgeteilt|telefoniert|bemängelt|angemahnt|geschickt|bescheid gegeben|erklärt)'
const family =
  '(?:Mann|Frau|Mutter|Vater|Mama|Papa|Sohn~|Tochter|Kind~?|Bruder~?|Schwester|Oma|Opa|Großmutter|Großvater|Eltern|Onkel|Tante|Schwiegermutter|Schwiegervater|Ehemann~?|Ehefrau|Lebensgefährt~|Partner~|Freund~|Bub~|Baby)'

/** Facts and feelings in a German letter, signal by signal; the last of a clue: a "nicht" takes it back. */
export const germanSigns = once(
  (): Readonly<Record<Signal, readonly Clue[]>> => ({
    failure: germanFailure(),
    repeat: [
      [
        phrases(
          '(?:zweimal|dreimal|zwei Mal|drei Mal|vier Mal|Tage|Wochen) (?:hintereinander|in Folge)|schon wieder(?! (?:Zeit|Weihnachten|bei|Lust|besser))|schon (?:\\p{L}+ )?(?:mehrmals|mehrfach|zum|dreimal|zweimal|oft)|erneut~|abermals|wieder ?(?:ein)?mal|wiedermal|aufs Neue|wiederholt~|zum wiederholten~ Mal~',
          `zum (?:\\p{L}+ )?(?:${nth}|x-ten|wiederholten|zigsten|n-ten|\\d+\\.) ?Mal~`,
          `(?:das|der|die|den|dies~|nun|jetzt|schon|bereits|mein~|unser~|nach de[mnr]|beim|im) (?:nun |schon |jetzt |bereits |mittlerweile )?${nth} (?:\\p{L}*(?:Mal|Mail|Nachfrage|Anruf|Versuch|Reparatur~|Reklamation|Brief|Techniker|Monteur|Nachricht|Anlauf|Termin|Schreiben|Anfrage|Lieferung|Beschwerde|Ausfall|Gerät|Woche in Folge|Monat in Folge|Mahnung|Paket|Handwerker))`,
          '(?:immer|ständig|dauernd|laufend) (?:wieder|dasselbe|das Gleiche|das gleiche|die gleichen?|derselbe)|immer dasselbe|jedes (?:einzelne )?Mal|(?:jeden|jede) (?:Monat|Woche|Tag|zweiten Tag)|alle paar (?:Tage|Wochen)|am laufenden Band',
          `wieder (?:so(?= ?[.!,])|nicht|kein~|nichts|niemand|kaputt|defekt|ausgefallen|falsch~|das ?selbe|dieselbe|derselbe|die gleiche~|das gleiche~|der gleiche~|zu spät|undicht|los|vergessen|weg|abgestürzt|an der gleichen|da(?! [.!]))`,
          'nicht (?:das erste|zum ersten) Mal|nicht zum ersten ?Mal',
          `(?:${times}|schon (?:\\p{L}+ ){0,4}|bereits (?:\\p{L}+ ){0,4}|letzte Woche (?:\\p{L}+ )?(?:schon|bereits)?|mehrfach)(?: \\p{L}+){0,3} ?${sent}|${times} (?:da|hier|vor Ort|repariert|vergeblich|versucht)`,
          '(?:wie|genau(?:so)?|auch|schon) (?:schon |bereits |auch )?(?:im|beim|in der|am|letzte[sn]?|vorige[sn]?) (?:letzten |vorigen |vergangenen )?(?:Mal|Jahr|Monat|Woche|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Sommer|Winter|Frühjahr|Herbst)(?: (?:auch )?(?:schon )?(?:so|passiert|einmal))',
        ),
        0.75,
      ],
      [
        phrases(
          '(?:immer noch|noch immer|nach wie vor|weiterhin) (?:\\p{L}+ ){0,2}?(?:nicht|kein~|nichts|kaputt|defekt|undicht|falsch|das gleiche|offen|niemand|aus|kalt)|(?:geht|tropft|fehlt|fehlen|läuft|funktioniert|warte|warten)(?: \\p{L}+){0,2} (?:immer noch|noch immer|weiterhin)|obwohl (?:\\p{L}+ ){0,8}(?:repariert|behoben|ausgetauscht|gemeldet|reklamiert|geschrieben)',
        ),
        0.55,
      ],
    ],
    urgent: [
      [
        phrases(
          '(?:sehr |äußerst |höchst |extrem |wirklich |ganz )?dringend~|Notfall(?:s|e)?|eilt|eilig~|drängt|höchste Zeit|es brennt|ASAP|zeitkritisch~|akut~|Eile geboten|in großer Eile|Zeit läuft',
          '(?:so|möglichst) (?:schnell|rasch|bald|zeitnah|zügig)(?: wie (?:nur )?(?:möglich|es geht))?(?: wie möglich)?(?<!so (?:schnell|rasch|bald|zeitnah|zügig))|schnellstmöglich~|schnellstens|baldmöglichst~|raschest~|umgehend~|unverzüglich~',
          '(?:noch heute|heute noch|sofort~|auf der Stelle|auf schnellstem~)(?! [^.!?]{0,60}(?:verliebt|begeistert|überzeugt|wohl ?gefühlt))(?! (?:geholfen|geantwortet|reagiert|da war|erledigt|wohlgefühlt|lieferbar|verfügbar|zugesagt|gefunden|zufrieden|gefallen|geklappt|zurück(?:gerufen|gemeldet|bekommen|geschickt)|wohl))',
          '(?<=\\p{L} )(?:bis|spätestens|vor) (?:spätestens |zum |zu |heute |morgen )?(?:heute|morgen|übermorgen|Abend|Mittag|Mitternacht)(?: (?:früh|Abend|Mittag|Nacht|Vormittag|Nachmittag|\\d+))?',
          '(?:Frist|Visum|Pass|Ausweis|Anmeldung|Angebot|Aktion|Zertifikat|Lizenz|Rezept|Vertrag|Parkticket|Vignette)(?: \\p{L}+){0,4} (?:läuft|endet)(?: \\p{L}+){0,3} (?:ab|aus|heute|morgen|übermorgen)|läuft (?:\\p{L}+ ){0,3}(?:heute|morgen|übermorgen|in (?:ein~|zwei|drei) (?:Tag~|Stunde~))(?: \\p{L}+)? (?:ab|aus)',
          '(?:heute|morgen|übermorgen)(?! (?:\\p{L}+ )?(?:gekommen|angekommen|wieder|Nachmittag passt))(?: (?:früh|Abend|Mittag|Nacht|Vormittag|Nachmittag|um|gegen|\\d+|Uhr|schon|bereits|in aller Frühe))*(?:(?: \\p{L}+){0,3} (?:fliegen|fliege|verreisen|reise~|abreisen|heirat~|Hochzeit|Beerdigung|Prüfung|OP|operiert|abgeben|Abgabe|Abflug|losfahren|Flug|Urlaub|Trauung|Umzug|umziehen|einziehen|Premiere|Geburtstag|Eröffnung|Messe|Taufe|Operation|Vorstellungsgespräch|~termin))',
          '(?:fliegen|fliege|reisen|heiraten|ziehen)(?: \\p{L}+){0,3} (?:morgen|übermorgen|heute|in (?:ein~|zwei|drei) (?:Stunden|Tagen))',
          '(?:Hochzeit|Feier|Beerdigung|Prüfung|Premiere|Konzert|Umzug|Taufe|Eröffnung|Trauerfeier|Geburtstag)(?: \\p{L}+){0,4} (?:ist|findet|beginnt|steht)(?: \\p{L}+){0,2} (?:am (?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)|morgen|übermorgen|heute|vor der Tür|in (?:zwei|drei|\\d) Tagen)',
          '(?:muss|müssen)(?: \\p{L}+){0,2} um \\d{1,2}(?:[:.]\\d\\d)?(?: Uhr)?(?: \\p{L}+){0,5}(?: sein| dort| beim| am| im| zur)|Ware (?:verdirbt|taut)|verdirbt|taut auf|meldet(?: \\p{L}+){0,5} Alarm|(?:muss|müssen)(?: \\p{L}+){0,2} heute(?: \\p{L}+){0,5} (?:überweisen|abgeben|abschicken|einreichen|verschicken|ausliefern|zahlen|auszahlen|buchen|weg|los)|(?:geht|gehen)(?: \\p{L}+){0,2} (?:heute|morgen) (?:aus|zu Ende)|sonst (?:verliere|verlieren|verpasse|verpassen|verfällt|platzt|muss|müssen)|(?:um|ab) (?:\\d{1,2}|sieben|acht|neun|zehn)(?: Uhr)? (?:öffnen|öffne|machen|fangen|beginn|geht)~|(?:Wartezimmer|Laden|Saal|Lokal|Restaurant|Haus) (?:ist )?(?:\\p{L}+ )?(?:schon |bereits )?voll|nur noch (?:\\p{L}+ )?(?:für )?(?:\\p{L}+ )?(?:Ampulle~|Tablette~|Dosen|Dosis|Tage|Spritzen|Sauerstoff|eine Nacht)|(?:können|kann|dürfen) (?:\\p{L}+ ){0,3}nicht (?:länger|mehr länger|mehr lange) warten|nicht (?:bis (?:Montag|morgen|nächste Woche|übermorgen))? ?warten kann|keine Zeit (?:mehr )?(?:zu )?verlieren|duldet keinen Aufschub|jede (?:Minute|Stunde) (?:zählt|kostet)',
          '(?:bin|sind)(?: \\p{L}+){0,4} (?:gestrandet|ausgesperrt|liegen ?geblieben)|(?:stehe|stehen|sitze|sitzen|hänge|hängen)(?: \\p{L}+){0,6} (?:fest|gestrandet|vor der (?:Tür|Haustür|Ferienwohnung|Wohnung|Schranke|Praxis|Schule)|vor verschlossen~ Tür~|am (?:Bahnhof|Flughafen|Straßenrand|Gate)|auf der (?:Autobahn|Straße|Landstraße)|ausgesperrt|eingeschlossen)',
          'in (?:ein~ (?:halben |knappen )?Stunde|zwei Stunden|drei Stunden|\\d+ (?:Minuten|Stunden)|wenigen (?:Minuten|Stunden))(?: (?:\\p{L}+ ){0,4}(?:beginnt|fängt|muss|müssen|geht|fährt|fliegt|kommen|kommt|brauch~|los|öffnen|startet))',
          '(?:braucht?e?|brauchen|bräuchten?|benötig~|müssen|muss)(?: \\p{L}+){0,8} (?:bis|noch) (?:heute|morgen|spätestens|Freitag|Montag|Dienstag|Mittwoch|Donnerstag|Samstag|Sonntag)(?: (?:früh|Abend|Mittag))?',
          '(?:kommen|schicken|rufen|melden|helfen|handeln|antworten|reagieren) (?:Sie |mir |uns |mich )*(?:bitte |doch )*(?:sofort|gleich|schnell|rasch|heute|noch heute|jetzt)|bitte (?:helf~|helfen Sie)(?: \\p{L}+)? (?:schnell|sofort|rasch)|sofort jemand~',
          '(?:Kunden|Gäste|Kinder|Patienten)(?: \\p{L}+){0,2} (?:gehen wieder|stehen (?:schon |bereits )?(?:vor|hier|da|Schlange|auf)|warten (?:schon|bereits|hier|draußen|vor))|(?:verlieren|kostet uns)(?: \\p{L}+){0,3} (?:jede Stunde|Umsatz|stündlich)|ganze~ (?:Betrieb|Laden|Produktion|Büro|Praxis) steht|steht (?:der (?:ganze )?Betrieb|die Produktion|alles) still|(?:Produktion|Betrieb|Kasse~|System) steht|keine einzige',
          'nicht (?:ab|sperren|abstellen|abschalten|absperren)(?: \\p{L}+){0,3}(?: ab)?(?=[.!])|sperren Sie (?:mir |uns )?(?:\\p{L}+ )?nicht',
        ),
        0.6,
        true,
      ],
    ],
    leaving: [
      [
        phrases(
          '(?:aus|von) (?:dem|diesem|meinem|unserem|Ihrem) (?:\\p{L}*vertrag|Abo~|Tarif) (?:wieder )?(?:raus|heraus|rauskomm~|loskomm~)|kündig(?:e|en|t)(?! (?:Sie|sich|an|mir|uns|ihr))|(?:hiermit|vorsorglich|fristgerecht|fristlos|außerordentlich|ordentlich|sonder)(?: \\p{L}+){0,6} kündig~|(?:habe|haben|hatte|hatten) (?:\\p{L}+ ){0,6}gekündigt|(?:meine|unsere|die|diese|fristlose|außerordentliche|als) (?:fristgerechte |sofortige |ordentliche )?Kündigung(?! (?:ist|wurde) (?:nicht )?(?:nötig|möglich))|Sonderkündigung~',
          '(?:trete|treten)…(?:zurück|aus)|(?:vom|von unserem|von dem|von meinem|von de[rm]) (?:\\p{L}*(?:kauf|vertrag|bestellung|buchung|auftrag)~)(?: \\p{L}+){0,3} zurück(?:treten|zutreten|tritt~|getreten)?|widerruf(?:e|en)|Widerruf|(?:meinen|unseren|den) (?:Austritt|Rücktritt)|(?:Verein|Kirche|Gewerkschaft|Club|Verband)(?: \\p{L}+){0,2} austreten',
          'stornier(?:e|en|t)(?: \\p{L}+){0,2} (?:mein~|unser~|die (?:Bestellung|Buchung)|den (?:Auftrag|Vertrag)|alles|hiermit)|möchte (?:\\p{L}+ ){0,5}stornieren',
          '(?:lösch~|schließ~|auflös~|abmelden|deaktivier~) (?:Sie |bitte |sofort |umgehend )*(?:mein~|unser~) (?:\\p{L}+ )?(?:Konto|Account|Kundenkonto|Zugang|Profil|Daten)|(?:mein~|unser~) (?:Konto|Account|Kundenkonto|Profil|Abo~|Abonnement|Mitgliedschaft|Vertrag|Verträge|Mietvertrag)…(?:löschen|schließen|auflösen|beenden|gelöscht|aufgelöst|beendet|abmelden|abbestellen|nicht (?:mehr )?(?:verlängern|fortsetzen|weiterführen))',
          '(?:suche|suchen|such|sucht|gesucht|finde|finden)(?: \\p{L}+){0,4} (?:ander~|neue~) (?:\\p{L}+ )?(?:Anbieter~|Firma|Werkstatt|Lieferant~|Handwerker~|Praxis|Bank|Versicherung|Partner|Arzt|Ärztin|Dienstleister|Händler|Betrieb|Laden|Bäcker~|Verein|Studio|Hotel|Schule|Stromanbieter|Provider)(?! für)|(?:ander~|neue~) (?:Anbieter|Firma|Werkstatt|Bank|Praxis|Versicherung|Laden|Händler|Betrieb|Friseur|Bäckerei|Fahrschule) (?:aufsuchen|suchen|beauftragen|gehen|wechseln)|suche? (?:ich )?(?:mir|uns) (?:(?:jemand|jemanden|was|etwas) ander~|(?:ein~ )?ander~)|suchen (?:wir )?uns (?:jemand~|was|etwas|ein~) ander~',
          '(?:zur Konkurrenz|zu ein~ (?:ander~|günstiger~) \\p{L}+|zum Mitbewerb~|zu (?:Ihrem|eurem) (?:Mitbewerber|Konkurrent~|Wettbewerber)|woanders(?= ?[.!,])|den Anbieter (?:zu )?wechseln|Anbieterwechsel|wechsle (?:ich|zu|den)|wechseln (?:wir )?(?:zu|den|zur)|zur Konkurrenz|woanders(?:hin)? (?:hin ?)?(?:hin|bestell~|kauf~|buch~|gehen|gehe|zu|um)|anderswo~(?: \\p{L}+)?|gehe ich (?:wo)?anders(?:wo)?(?:hin)?)',
          '(?:mein~|unser~|ein(?:en|em|e|er)|zum|dem|vom|den|ans?) (?:\\p{L}*anwalt~|\\p{L}*anwält~)(?!skanzlei am)|Rechtsschutz~|rechtliche~ Schritt~|gerichtlich~|vor Gericht|(?:Anzeige|Strafanzeige|Klage) (?:erstatt~|erheb~|einreich~)|Verbraucher(?:zentrale|schutz)|Konsumentenschutz|Arbeiterkammer|Schlichtungsstelle|Ombuds~|Mieterverein~|Mieterverband|rechtlich (?:vorgehen|prüfen)',
          '(?:nie wieder|nie mehr|(?:ganz )?(?:sicher|bestimmt|definitiv|garantiert)? ?nicht (?:mehr|wieder|noch einmal|nochmal|länger))(?: \\p{L}+){0,5} (?:bei (?:Ihnen|euch|dir|Ihrer|eurer)|bestell~|buchen|buche|kaufen|kaufe|Kund~|betreten|zu (?:Ihnen|euch)|wiederkommen|beauftragen|besuchen|weiter)',
          '(?:das|zum) letzte[ns]? Mal(?: \\p{L}+){0,5} (?:bestell~|gewesen|bei|gebucht|gekauft|Kund~|hier)|(?:seid|sind)(?: \\p{L}+){0,2} (?:uns|mich) (?:bald |dann |endgültig )?los|(?:Sie haben|ihr habt|habt ihr|haben Sie|verlieren Sie|verliert ihr|verlieren|verliert)(?: \\p{L}+){0,4} (?:als )?(?:Kund~)(?: (?:verloren|weniger))?|(?:bin|sind) (?:\\p{L}+ )?(?:raus|weg|fertig mit)(?= ?[.,!]| (?:Ihnen|euch))|Geschäftsbeziehung (?:zu )?beend~|Zusammenarbeit (?:zu )?beend~|(?:hole|holt|holen) (?:ich |wir )?(?:mir |uns )?(?:jemand|wen|eine andere Firma)',
          '(?:Abo|Abonnement|Mitgliedschaft|Vertrag|Verträge|Auftrag|Lieferung|Tarif)(?: \\p{L}+){0,3} (?:beenden|auflösen|abbestellen|zu beenden|nicht (?:mehr )?verlängern|auslaufen)|keine Verlängerung|(?:beenden|kündigen|stoppen|löschen|auflösen) Sie (?:bitte )?(?:mein~|unser~|den|die|das)(?! (?:Irrtum|Fehler))|(?:Strom|Gas|Brot|Ware|Kaffee|Blumen|alles|Internet|Milch)(?: \\p{L}+){0,2} (?:woanders|anderswo)(?:hin|her)?|(?:wo)?anders(?:wo)?(?:hin)? (?:\\p{L}+ )?(?:um|ein|kaufen|einkaufen|buchen|bestellen)',
        ),
        0.7,
        true,
      ],
      [
        phrases(
          'nicht (?:mehr |länger |weiter )?(?:zu )?(?:verläng\\p{L}+|erneuer~|fortsetz~|fortzusetzen|weiterführ~)',
        ),
        0.65,
      ],
    ],
    thanks: [
      [
        phrases(
          '(?:vielen|herzlichen|herzlichsten|besten|lieben|tausend|großen|riesigen|schönen|allerbesten|ganz herzlichen|recht herzlichen|innigen|aufrichtigen|1000|meinen|unseren) (?:lieben |herzlichen |großen |besten )?Dank|Dankeschön|danke schön|danke sehr|(?:danke|dank)(?: \\p{L}+)? (?:vielmals?|euch|dir|Ihnen|für|nochmals?|noch einmal|an)|merci (?:vielmal~|viumau|vilmal)|bedank(?:e|en)(?! (?:für nichts))|dankbar~(?! (?:wenn|wären|wäre))(?<!(?:wäre|wären|wär)(?: \\p{L}+){0,8} dankbar~)|vergelt|Vergelts|dank (?:Ihrer|Ihrem|eurer|eurem|deiner|deinem)|tausend Dank|(?:möchte|wollte|will|möchten|wollten) (?:\\p{L}+ ){0,5}(?:danken|bedanken)',
        ),
        0.8,
      ],
      [phrases('danke|merci|dankschön|thx|thanks|Dank'), 0.55],
    ],
    praise: [
      [
        phrases(
          '(?:so gut (?:wie|gegessen|aufgehoben|betreut)|um alles gekümmert|rührend~|liebevoll~|Respekt(?= ?[!.])|geschwärmt|schwärmen|ein (?:echter |wahrer )?Traum|bester Laune|(?:super|toll|prima|klasse|perfekt|wunderbar)(?!,? (?:danke|vielen|dann|besten|herzlichen|das passt))(?!, )|goldig~|hinbekommen habt|tolle~|großartig~|wunderbare~|wundervoll~|hervorragend~|ausgezeichnet~|spitze|spitzenmäßig~|perfekte~|einwandfrei~|fantastisch~|phantastisch~|exzellent~|genial~|tadellos~|vorbildlich~|traumhaft~|köstlich~|lecker~|vorzüglich~|mustergültig~|erstklassig~|unübertroffen|sensationell~|mega|begeistert~|hellauf|überwältigt)',
          '(?:sehr|so|unglaublich|wirklich|total|überaus|ausgesprochen|äußerst|besonders|echt|richtig|immer|extrem|ganz|unheimlich|wahnsinnig|absolut|mega|unfassbar|ungemein) (?:freundlich~|nett~|hilfsbereit~|kompetent~|geduldig~|lieb|liebe|lieber|liebevoll~|zufrieden~|aufmerksam~|herzlich~|zuvorkommend~|sorgfältig~|einfühlsam~|professionell~|glücklich~|angetan|schön~|lieben|verständnisvoll~|höflich~|zuverlässig~|kulant~|fürsorglich~)|(?:freundlich|nett|geduldig|kompetent|hilfsbereit)~ (?:und|Art|Mitarbeiter~|Kolleg~|Beratung|Service|Team|Dame|Herr)',
          '(?:ein~ )?(?:großes |riesiges |dickes |echtes |extra |besonderes )?(?:Lob|Kompliment)|weiterempfehl~|empfehl(?:e|en) (?:\\p{L}+ )*weiter|(?:die|der|das) (?:Beste|Besten|beste \\p{L}+)|Zeit (?:für (?:mich|uns) )?genommen|richten Sie (?:\\p{L}+ ){0,4}(?:Dank|Grüße|Grüsse|Lob)|(?:meinen |unseren )?Dank (?:\\p{L}+ )?aus|(?:ein|ihr seid|echter) (?:wahrer )?(?:Schatz|Engel|Held|Goldschatz|Juwel|Lebensretter|Profi)|(?:Tag|Abend|Leben|Hochzeit|Urlaub|Feier|Wochenende|Fest) gerettet|Hut ab|Chapeau|weiter so|macht weiter|mit Abstand|zur vollsten Zufriedenheit|rundum|alle Erwartungen|übertroffen|mehr als (?:zufrieden|gedacht|erwartet)|nicht selbstverständlich|(?:sehr|viel|toll|super|wunderbar|so gut) geholfen|(?:fünf|5) Sterne|nichts auszusetzen|Daumen hoch|(?:toll|gut|super|schnell|sauber|ordentlich|freundlich)~ (?:gemacht|beraten|gelöst|gearbeitet|Arbeit|Beratung|Service|Betreuung|organisiert)|wie (?:freundlich|nett|geduldig|lieb|schnell|sorgfältig|aufmerksam|hilfsbereit|herzlich)~|gefreut haben|riesig gefreut',
        ),
        0.65,
        true,
      ],
    ],
    upset: [
      [
        phrases(
          'enttäusch(?:t|te|ten|end|ende|ung|t~)|verärgert~|(?:ich )?ärger(?:e|t) (?:mich|uns)|ärgerlich~|stinksauer|stinkwütend|(?:bin|sind|war|waren|echt|langsam|richtig|ziemlich|sehr|so|stink) sauer|wütend~|zornig|Wut|empör(?:t|end)~|Empörung|entsetzt~|entsetzlich~|fassungslos~|schockiert|erschüttert|entrüstet|sprachlos|Frechheit~|Unverschämtheit~|unverschämt~|Zumutung|unzumutbar~|inakzeptabel~|unerträglich~|unfassbar|unglaublich(?= ?[.!,])|skandal~|lächerlich~|lachhaft|peinlich~|beschämend~|blamabel|blamiert|gedemütigt|bloßgestellt',
          'nicht (?:\\p{L}+ )?(?:hinnehmbar|akzeptabel|zumutbar|hinnehmen|akzeptieren|tragbar|zu fassen|zu glauben|in Ordnung so|fair)|geht (?:gar|überhaupt|so) nicht|so geht (?:das|es|man)(?: \\p{L}+)? (?:nicht|mit)|(?:ein|schlechter|wohl ein) (?:schlechter )?(?:Witz|Scherz)(?! gemacht)|(?:es|mir|uns|jetzt) reicht(?:s| es)?|reicht(?: es|s)? (?:mir|uns|jetzt|langsam)|Nase voll|Schnauze voll|Faxen dicke|(?:habe|haben|hab) (?:es|das) (?:\\p{L}+ )?satt|Geduld (?:\\p{L}+ )?(?:am Ende|verlier~|verloren|zu Ende|erschöpft)|verlier~ (?:\\p{L}+ ){0,4}Geduld|Geduldsfaden',
          'im Stich gelassen|allein ?gelassen|verarscht|veräppelt|veralbert|hinters Licht|für dumm (?:verkauft|verkaufen)|nicht ernst ?genommen|abgezockt|Abzocke~|Betrug~|betrogen|Betrüger~|belogen|angelogen|das Letzte(?= ?[.!,])|immer dasselbe mit (?:euch|Ihnen)|zum (?:Heulen|Weinen|Verzweifeln|Davonlaufen|Kotzen)|einfach unmöglich|was soll das|(?:wie|das) kann (?:das |es |man )?(?:doch |ja |denn |wohl |nur )*(?:nicht (?:wahr |Ihr Ernst |euer Ernst )?sein|sein,? dass)|(?:kann|darf) (?:doch |ja |wohl |einfach )*nicht (?:wahr |Ihr Ernst |euer Ernst )?sein|(?:Ihr|euer|dein) Ernst|noch nie (?:\\p{L}+ ){0,3}(?:erlebt|untergekommen|behandelt|schlecht~)|so etwas (?:habe ich|haben wir)|so (?:behandelt|umgeht|umgegangen|umzugehen)|wie ein~ (?:Bittsteller~|Depp~|Idiot~|Verbrecher~|Nummer|lästig~)',
          '(?:zahle|zahlen)(?: \\p{L}+){0,2} kein~ (?:Cent|Rappen|Euro)|unmöglich(?= ?!)|überrumpelt|zum Haareraufen|(?:bin|sind) (?:jetzt |ehrlich |mehr als |ziemlich )*bedient|geknickt|nicht mehr hören|für nötig (?:gehalten|befunden)|(?:bin|sind|war) (?:es |das )?(?:\\p{L}+ )?leid|spottet jeder|so nicht(?= ?[.!])|angeschrien|angebrüllt|beschimpft|ausgelacht|angeschnauzt|vor allen Leuten|nervt~|katastroph~|miserabel~|miserable~|grauenhaft~|grauenvoll~|schrecklich~|furchtbar~|fürchterlich~|unterirdisch~|grottenschlecht~|unprofessionell~|unfähig~|Inkompetenz|inkompetent~|Saftladen|Sauladen|Schlamperei|Sauerei|Schweinerei|Schande|schlimm(?:ste~|er~|)|verzweifel~|am Ende (?:meiner|unserer|mit (?:mein|unser)~)|Nerven(?! ?(?:arzt|heilkunde))|nervt~|genervt|nervig~|zermürb~|(?:ge|)weint~|Tränen|fix und fertig|Albtraum|Alptraum|Horror~|Angst(?! vorm? (?:Zahnarzt|Fliegen))|Sorgen?(?! (?:tragen|dafür))|besorgt~|beunruhig~|panisch|Panik|traurig~|frustrier~|Frust|verunsichert|ratlos|hilflos~|gestresst|zutiefst|verdammt~|Scheiße?|scheiß~|Mist|beschissen~|schäm(?:en|t) (?:Sie sich|euch)|Hohn|Kundenverarsche|(?:Vertrauen|Glauben) (?:\\p{L}+ )?verloren|lass~ (?:ich |wir )?(?:mir|uns) (?:\\p{L}+ ){0,3}nicht (?:länger |mehr )?(?:bieten|gefallen)|wissen (?:wir )?(?:\\p{L}+ )?nicht (?:mehr )?(?:weiter|was wir tun)|weiß (?:ich )?(?:\\p{L}+ )?nicht (?:mehr )?(?:weiter|was ich (?:noch )?tun)',
        ),
        0.6,
        true,
      ],
      [
        phrases(
          '(?:extra|eigens|umsonst|dafür|deswegen|deshalb|wieder) (?:\\p{L}+ ){0,4}(?:frei ?genommen|Urlaub genommen|freigehalten|gefahren|angereist)|frei ?genommen|(?:den ganzen|einen halben|ganze~|halbe~|zwei|drei|vier|\\d+)(?: \\p{L}+)? (?:Tag|Tage|Vormittag|Nachmittag|Stunden?)(?: \\p{L}+){0,4} (?:gewartet|warten|verbracht|in der Warteschleife|verloren)|(?:umsonst|vergeblich|vergebens) gewartet|vertröstet|hingehalten|abgewimmelt|Warteschleife',
        ),
        0.45,
      ],
      [
        phrases(
          '(?:hören|hörst) Sie von|mein~ (?:Anwalt~|Anwältin)|beim nächsten Mal (?:hören|gehe)|(?:Lest ihr|lesen Sie|wissen Sie|wisst ihr|seid ihr|sind Sie|habt ihr|haben Sie) (?:eigentlich|überhaupt)|interessiert (?:\\p{L}+ )?(?:niemand~|kein~)|(?:dürfte|darf|sollte) (?:\\p{L}+ ){0,4}nicht (?:passieren|vorkommen|sein)|von Ihnen (?:wirklich )?(?:mehr|anderes|Besseres) erwartet|hätte (?:ich|wir)? ?(?:von (?:Ihnen|euch) )?(?:mehr|Besseres) erwartet',
        ),
        0.45,
      ],
      [/!{2,}|\?{2,}|\?!|!\?|(?<!\p{L})\p{Lu}{4,}(?:\s+\p{Lu}{2,}){2,}(?!\p{L})|[😠😡🤬😢😭😤💔]/gu, 0.35],
    ],
    chase: [
      [
        phrases(
          '(?:bitte|erwarte|hätte)(?: \\p{L}+){0,3} (?:endlich|nun|dringend) (?:\\p{L}+ )?(?:um |eine |gerne? )?(?:Antwort|Rückmeldung|Auskunft|Klärung)|(?:dritte|zweite|vierte|erneute|nochmalige)[nrs]? (?:Nachfrage|Anfrage|Mail|Erinnerung)|sollte sich (?:\\p{L}+ ){0,4}melden|(?:ist|sind) (?:die|das|der|sie|er|es) (?:\\p{L}+ )?(?:angekommen|eingegangen)(?= ?\\?)|wie weit (?:die|das|der|es|mein~|unser~)|(?:ist|sind) (?:mein~|unser~) (?:\\p{L}+ )?(?:schon|inzwischen|mittlerweile|denn schon|endlich|bereits)|(?:hat|haben|wurde|ist) (?:\\p{L}+ ){1,3}(?:mittlerweile|inzwischen|schon|bereits|endlich)(?: \\p{L}+){1,3}(?= ?\\?)|zurück ?geschickt…(?:noch nicht|nicht da|keine)|(?:Geld|Gutschrift|Erstattung|Antwort|Ware|Paket)(?: \\p{L}+){0,2} (?:immer noch|noch immer|noch) nicht|(?:etwas|was|irgendetwas|irgendwas) Neues|Neuigkeiten|(?:aktuelle~ |derzeitige~ )?(?:Sachstand|Zwischenstand|Bearbeitungsstand|Stand der Dinge|Lieferstatus)|(?:wie|was) (?:\\p{L}+ ){0,4}(?:Stand|der Status)|wie (?:sieht|schaut)(?: \\p{L}+){0,3} (?:aus|damit aus)|(?:Stand|Status) (?:mein~|unser~|der Bearbeitung|bei|zu|der Sache|in)|wie weit (?:sind Sie|seid ihr|ist)',
          'nach(?:haken|zuhaken|gefragt|gehakt)|nach(?:zu)?fragen(?!,? (?:was|wie viel|welche~|wo|wer|ab|bis)(?!\\p{L}))(?!,? ob(?! [^.!?]*(?:schon|bereits|inzwischen|mittlerweile|angekommen|eingegangen)))|hake (?:\\p{L}+ )?nach|noch(?:mal|mals| ?einmal) (?:\\p{L}+ )?(?:nachfragen|nachhören|nachhaken)|(?:höflich |freundlich |kurz |nochmals? )?(?:an mein~|an unser~|Sie|euch|daran) (?:\\p{L}+ ){0,6}(?:erinnern|zu erinnern)|erinner(?:e|n) (?:ich |wir )?(?:\\p{L}+ )?an mein~|(?:zweite |freundliche |kleine |höfliche )Erinnerung|Erinnerung an mein~',
          '(?:warte|warten|wart) (?:\\p{L}+ ){0,5}?(?:noch|immer|weiterhin|seit|auf (?:\\p{L}+ )?(?:\\p{L}*antwort|rück\\p{L}+|nachricht|anruf|bescheid|\\p{L}*ersatz\\p{L}*|die|das|den|mein~|Ihr~|eure?))',
          '(?:noch |immer noch |noch immer |bisher |bislang |bis heute |leider )?(?:kein~|nie ein~|ohne) (?:\\p{L}+ )?(?:Antwort|Rückmeldung|Reaktion|Rückruf|Auskunft|Lebenszeichen|Bescheid)(?: \\p{L}+){0,3}',
          '(?:nichts|nie) (?:mehr |weiter |wieder )?(?:von (?:Ihnen|euch|dir|Ihrem|Ihrer) )?(?:mehr )?(?:gehört|erfahren)|(?:niemand|keiner)(?: \\p{L}+){0,4} (?:gemeldet|geantwortet|zurückgerufen|reagiert)',
          'wo bleib(?:t|en)|wo (?:ist|sind|steckt) (?:denn |eigentlich |jetzt )?(?:mein~|unser~|(?:die|das|der) (?:\\p{L}*(?:lieferung|bestellung|ware|rechnung|sendung|antwort|paket|geld|erstattung|gutschrift|techniker|fahrer)))|wann (?:\\p{L}+ ){0,5}?(?:rechnen|Antwort|Rückmeldung|Bescheid|meldet|melden|endlich|nun|geliefert)|wann (?:kommt|kommen|bekomme|kriege|erhalte|erhalten|bekommen) (?:ich |wir )?(?:denn |nun |endlich |jetzt )?(?:mein~|unser~|die (?:Ersatz~|Ware|Lieferung|bestellte~))|wann kommt (?:denn |endlich |nun |da )*(?:jemand|wer|der (?:Techniker|Monteur|Handwerker))|wie lange (?:\\p{L}+ ){0,3}(?:noch|warten)',
          '(?:mein~|unser~|letzte~) (?:\\p{L}+ )?(?:E-?Mail|Mail|Nachricht|Schreiben|Anfrage|Brief|Anruf|Antrag|Reklamation)(?:s)? (?:vom|von (?:letzter|letztem|gestern|vorgestern|vor)|von der|aus der letzten)|(?:haben Sie|habt ihr|hast du|ist) (?:\\p{L}+ )?(?:mein~|unser~) (?:\\p{L}+ )?(?:E-?Mail|Mail|Nachricht|Schreiben|Anfrage|Brief|Unterlagen|Antrag)(?: \\p{L}+)? (?:erhalten|bekommen|gelesen|gesehen|angekommen|eingegangen)',
          '(?:inzwischen|mittlerweile|zwischenzeitlich|schon|bereits|endlich) (?:\\p{L}+ ){0,5}(?:gehört|geprüft|entschieden|bearbeitet|geklärt|herausgefunden|erfahren|nachgeschaut|nachgesehen|weitergeleitet|erreicht|dazu gekommen|verschickt|unterwegs)[^.!?\\n]{0,25}(?=\\?)|(?:wissen Sie|weißt du|wisst ihr|gibt es) (?:\\p{L}+ ){0,2}(?:schon|inzwischen|mittlerweile|bereits)|(?:tut|hat) sich (?:\\p{L}+ ){0,4}(?:getan|ergeben|etwas|was)[^.!?\\n]{0,20}(?=\\?)|(?:passiert|geschieht|geht) (?:da |hier |jetzt )?(?:noch |endlich )(?:etwas|was|weiter)',
          'Rückruf (?:von|vom|hatte|wurde|steht|ist)|(?:versprochen~|zugesagt~|angekündigt~) (?:Rückruf|Antwort|Rückmeldung|Gutschrift|Erstattung|Ersatz~)|(?:(?:Sie|er|sie|man|jemand|ihr|Kolleg~) (?:wollten|wollte|wolltet)|wollten Sie|wolltet ihr|wollte (?:sich|mich|uns|man)) (?:\\p{L}+ ){0,4}(?:zurückrufen|anrufen|melden|Bescheid geben|antworten)|seit (?:\\p{L}+ )?(?:Tagen|Wochen|Monaten) (?:\\p{L}+ )?(?:warte|warten|keine|nichts|auf)|wäre (?:schön|nett|toll), (?:\\p{L}+ ){0,3}(?:bald|endlich) (?:\\p{L}+ )?zu hören|schreibe (?:\\p{L}+ ){0,4}zum (?:\\p{L}+)\\.? Mal',
        ),
        0.65,
      ],
    ],
    vulnerable: [
      [
        phrases(
          `(?:demente~|todkranke~|sterbende~|pflegebedürftige~|schwerkranke~) ${family}|${family} \\((?:7[5-9]|8\\d|9\\d)(?: Jahre)?|(?:mein~|unser~|ihr~|sein~|der|die|Ihr~|dein~)(?: \\p{L}+){0,2} ${family}…(?:gestorben|verstorben|verstarb|starb|stirbt|im Sterben|tot|Demenz|dement|Krebs~|Schlaganfall|Koma|Pflegefall|pflegebedürftig|im Hospiz|Beerdigung|Bestattung|beatmet|Beatmung~)|verstorben~|Todesfall|Trauerfall|(?:Tod|Ableben) (?:mein~|unser~|de[rs]|von)|Beerdigung|Bestattung|Trauerfeier|Witwer?|verwitwet|Hospiz~|palliativ~|Krebs(?:erkrankung|patient~|diagnose|kranke~|therapie|)|Chemo~|Tumor~|Dialyse~|Intensivstation|Demenz~|Alzheimer|Fehlgeburt|Totgeburt|Depression~|depressiv|Panikattacken?|Angststörung|Suizid~|Selbstmord~|(?:mir|mich) (?:das Leben nehmen|umbringen)|nicht mehr leben|Frauenhaus|häuslich~ Gewalt|Ex(?:-?(?:Mann|Freund|Partner))? (?:bedroht|schlägt|verfolgt|stalkt)`,
          'arbeitslos~|(?:Arbeit|Job|Stelle|Arbeitsplatz|Wohnung) verloren|obdachlos~|(?:nicht|kaum|nie|keine \\p{L}+)(?: \\p{L}+){0,4} (?:leisten|bezahlen|zahlen|aufbringen|stemmen) (?:kann|können|konnte)|(?:kann|können|könnte)(?: \\p{L}+){0,6} (?:nicht|kaum)(?: \\p{L}+){0,2} (?:leisten|bezahlen|zahlen|aufbringen|stemmen)|(?:konnte|kann|können)(?: \\p{L}+){0,6} (?:Miete|Rechnung~|Raten?|Essen|Strom) (?:\\p{L}+ )?nicht (?:be)?zahlen|künstliche~ Ernährung|Magensonde|Insolvenz|pleite|überschuldet|Schuldnerberatung|Räumung~|zwangsgeräumt|Tafel gehen|Bürgergeld|Sozialhilfe|Grundsicherung|Notstandshilfe|kein Geld (?:mehr|für)|mein letztes Geld|letzten? (?:Ersparnisse|Euro)|Pflegegrad~|pflegebedürftig~|bettlägerig~|schwerbehindert~|behindert~|Behinderung|Pflegestufe|schwer krank~|schwerkrank~|todkrank~|unheilbar~|lebensbedrohlich~|schwer erkrankt',
        ),
        0.8,
        true,
      ],
      [
        phrases(
          '(?:im|ins|aus dem) (?:Krankenhaus|Spital|Klinikum)|in (?:der|die) (?:Klinik|Notaufnahme|Reha)|Notaufnahme|Rollstuhl~|Rollator|Krücken|schwanger~|Schwangerschaft|Neugeboren~|Säugling~|Frühchen|\\p{L}*(?:baby|babys)(?! ?(?:bett|bauch|sitz|phone|fotos))|Kleinkind~|alleinerziehend~|Rentner~|Rentenbezieher~|(?:Autist~|autistisch~|behindertengerecht)|(?:7[5-9]|8\\d|9\\d)(?:-?jährig~| Jahre| geworden)|(?:ist|bin|wird) (?:\\p{L}+ )?(?:7[5-9]|8\\d|9\\d)(?= (?:und|Jahre)|[.,])|sehe (?:\\p{L}+ )?(?:sehr |nur noch |so )?(?:schlecht|wenig|kaum)|sehbehindert~|erblindet|blind~|schwerhörig~|gehörlos~|höre (?:\\p{L}+ )?schlecht|(?:frisch )?operiert|Operation|(?:meiner|der|eine|einer) OP|Insulin|\\p{L}*diabet~|Asthma~|Epilep~|Herzinfarkt|herzkrank~|Herzfehler|Schlaganfall|Geflüchtete~|geflüchtet|auf (?:\\p{L}+ ){0,3}(?:Hilfe|Rollstuhl|Rollator|Gerät|Medikament~|Tablet|Pflege|Unterstützung|Assistenz~|Begleit~|Sauerstoff|Aufzug|Lift|Treppenlift) angewiesen|Sauerstoffgerät|Beatmung~|Inhalator|Treppenlift~|Gehbehinder~|gehbehindert~|nicht gut zu Fuß|(?:chronisch|schwer|sehr) krank|Gips|(?:kümmere|sorge) mich allein',
        ),
        0.5,
        true,
      ],
    ],
  }),
)
