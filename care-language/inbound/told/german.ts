import { once } from '../../once.ts'
import { phrases } from '../german/pattern.ts'

/** As of an English sentence: what may show in a German one that tells something. */
export const germanTraits = once(() => ({
  denies: phrases('nicht|kein~|nie|niemals|niemand~|nichts|ohne|weder|nirgends|verweiger~'),
  fallsShort: phrases(
    'nur|halb~|Hälfte|zu (?:kurz|klein|groß|spät|eng|weit|lang|früh|heiß|kalt|laut|dünn)|zweimal|doppelt|zweite~ Mal|dritte~ Mal|statt|stattdessen|obwohl|trotzdem|dabei|aber|doch|plötzlich|einfach|immer|wieder|noch|schon|dennoch|sogar|erst',
  ),
  differs: phrases('als|andere~|fremd~|falsch~|verschieden~|verkehrt~|ganze~|jemand~|gegenüber'),
  breaks: phrases(
    '~brochen~|~bricht|brach|~tropf~|~riss~|reißt|~leck~|undicht~|riech~|stink~|~brannt~|~stürz~|stopp~|vergess~|verlor~|verlier~|verschw~|fehl~|versäum~|spät|verspät~|schmutz~|dreckig~|kalt~|sauer|klemm~|flacker~|quietsch~|wackel~|eingelaufen|blätter~|Delle~|Kratzer|verkratz~|Fehler|leer~|tot|ausgefallen|abgesagt|fiel|fällt|gefallen|gesperrt|verschlossen|klapper~|Loch|Löcher|~schimmel~|rost~|~fleck~|nass|warte~|gewartet|wein~|geweint|lach~|allein|Stück~|Teilen|aus|weg|ab|kaputt~|defekt~|beschädigt~|Mahnung~|Strafe|verschüttet|verbogen|lose|steckt|stecken|sperr~',
  ),
  yourDeed: phrases(
    '(?:Ihr|Ihre|Ihrem|Ihren|euer|eure|eurem|euren)(?: \\p{L}+)? (?:hat|ist|war|kam|fuhr|ging|sagt|sagte|zeigt|steht|macht|wurde|ließ|stand)|Sie haben|ihr habt|Sie (?:sagten|schrieben|versprachen|schicken)|haben Sie mir',
  ),
  yourPeople: phrases(
    '(?:Ihr|Ihre|Ihrem|Ihren|der|die|das|den|dem|euer|eure) (?:Mann|Männer|Fahrer|Fahrerin|Kollege~|Kollegin|Monteur~|Techniker~|App|Seite|Webseite|Brief|Schreiben|Rechnung|Bildschirm|System|Arzt|Zahnarzt|Kellner~|Bote~|Laden|Zug|Bus|Fähre|Hotel|Anleitung|Etikett|Deckel|Karton|Paket|Karte|Automat|Hausmeister|Drucker)',
  ),
  you: phrases('Sie|Ihnen|ihr|euch|Ihr~'),
  hoped: phrases(
    'bestellt~|gebucht~|reserviert~|bezahlt~|wollte~|sollte~|versprochen|vereinbart|zugesagt|laut|erwartet~|gedacht|verlangt~|hätte~|gewünscht~',
  ),
  arrived: phrases(
    'kam~|gekommen|bekam~|bekommen|erhielt~|erhalten|~geliefert|geöffnet|~gepackt|zurück|gefunden|lag~|war~ (?:nur|noch)|ankam~',
  ),
  unlike: phrases('link~…recht~|erste~…zweite~|obere~…untere~|eine~…andere~'),
  against: phrases('aber|statt|doch|sondern|während|obwohl|und nicht|dabei'),
  past: phrases(
    'war~|hatte~|kam~|ging~|wurde~|stand~|lag~|saß~|fuhr~|rief~|gab~|fand~|ließ~|blieb~|brach~|schlief~|sah~|hieß~|bekam~|\\p{Ll}{3,}te|\\p{Ll}{3,}ten',
  ),
  perfect: phrases('(?:hat|haben|habe|ist|sind|wurde|wurden)…ge\\p{Ll}{3,}(?:t|en)'),
  since: phrases('seit|bis|nachdem|als|bevor|während|solange|seitdem|Stunde~|Wochen|Tage~?|Monate~?'),
  areThey: phrases(
    '(?:ich|wir|sie|er) (?:bin|sind|ist|habe|haben|hat|arbeite~|wohne~|nehme~|komme~|kommt|spiele~|brauche~|möchte~|würde~|werde~|kann|können|reise~|trage~|bevorzuge~|nutze~|geht)|(?:bin|sind|habe|haben|nehme~|komme~|möchte~|würde~|werde~|kann|können) (?:ich|wir)',
  ),
  didTheyBear: phrases(
    '(?:ich|wir) (?:war~|hatte~|stand~|saß~|wartete~|musste~|kam~|bekam~|wollte~|schlief~|ging~)',
  ),
  stands: phrases(
    'ist|sind|hat|haben|steht|stehen|liegt|liegen|läuft|wiegt|misst|gibt|geht|gehen|hängt|heißt|lautet|beträgt',
  ),
  names: phrases(
    '~nummer|Code|Name~|Nachname|Größe|Adresse|Anschrift|Konto|Zweck|Bank|Modell|Version|Farbe|Höhe|Breite|Kontakt|Police|Mail|Telefon|IBAN|Zimmer|Geburtsdatum|Schlüssel|Tür|Text|Formular|Unterlagen|Datei|Liste|Zeichnung|Foto~?|Kopie|Rechnung|Vertrag|Baujahr|Stock|Liter~?|Zoll|cm|kg|Meter~?|Kilo|Quadratmeter',
  ),
  mine: phrases(
    '(?:mein~|unser~) (?:\\p{L}+ )?\\p{L}+ (?:ist|sind|hat|haben|läuft|landet|kommt|geht|steht|heißt|wird|misst)',
  ),
  kin: phrases(
    '(?:mein~|unser~) (?:Frau|Mann|Mutter|Vater|Sohn|Tochter|Kinder~?|Hund|Katze|Freund~?|Chor|Klasse|Verein|Kollegin|Kollege|Bruder|Schwester|Eltern|Gäste~?|Team|Büro|Schule)',
  ),
  passesOn:
    /^(?:anbei|im anhang|unten|hier|ja\b|nein,|für|zu |zum|zur|bitte|größe|überwiesen|heute per|wie|gern|zwei|drei|anreise|version|ich nehme|wir nehmen)/iu,
  plans: phrases(
    'wird|werden|würde~|wäre~|möchte~|morgen|nächste~|ab (?:Januar|Montag|dem)|am \\d+\\.|um \\d+|kann|können|soll',
  ),
  allows: phrases(
    'kann|können|darf|bitte|braucht|am besten|passt|gern|hätte~ gern|lieber|beide~|dasselbe|einverstanden|lässt',
  ),
  lasts: phrases(
    '(?:eine|zwei|drei|vier|fünf|acht|neun|zehn|halbe|ganze~|\\d+) (?:Stunde~|Minuten|Abende?|Nächte?|Tage?|Wochen?|Monate?)',
  ),
  says: phrases('(?:auf|laut|im|in)…(?:steht|stehen|zeigt|gilt)|hieß es|laut'),
  figure: /\d/g,
  figures: /\d\D+\d/g,
  colon: /:/g,
  lists: /^[^.!?]*,[^.!?]*,[^.!?]*$/g,
  ofThe: phrases('^(?:der|die|das|den|dem|im|beim)'),
  ofMine: phrases('^(?:mein~|unser~)'),
  ofMe: phrases('^(?:ich|wir)'),
  ofYou: phrases('^(?:Ihr|Ihre|Sie|euer|eure|ihr)'),
  ofSomebody: phrases('^(?:er|sie|niemand|jemand|man|keiner)'),
  ofIt: phrases('^(?:es|das|dies|da)'),
}))
