import { once } from '../../once.ts'
import type { Span } from '../../sentences.ts'
import type { Signal } from '../signal.ts'
import { amiss } from '../told/amiss.ts'
import { isIn, phrases } from './pattern.ts'

/** Somebody who is glad, tells a plan, passes something on, or says that nothing is amiss. */
const innocent = once(() =>
  phrases(
    '(?:läuft|geht|funktioniert|heizt|klappt)(?: \\p{L}+){0,2} wieder(?! nicht)|kurze Info|nicht mehr (?:nötig|kommen)|stör(?:t|en)(?: \\p{L}+){0,3} nicht|macht nichts|schadet nicht|~dank~|merci|entschuldig~|sorry|tut mir leid|gefällt|gefallen|gilt|gelten|links|rechts|geradeaus|(?:habe|hab|haben) (?:ich|wir)(?: \\p{L}+){0,6} (?:\\p{L}*(?:geschickt|gesandt|wiesen|zahlt|schrieben|füllt|gesendet|geladen|bestellt|gebucht|meldet))|unser~ (?:Büro|Haus|Garten|Eingang|Parkplatz|Gäste|Laden|Praxis|Hof|Lager|Empfang)|für unsere|steht unten|freu(?:e|en|t|te)~|froh|glücklich~|gern~|schön~|super|toll~|prima|gut|bestens|wunderbar~|perfekt~|lecker~|zufrieden~|geklappt|erledigt|gefunden|gelöst|herzlichen Glückwunsch|gratulier~|kein(?:e|en)? (?:Problem~|Sorge~|Eile|Beschwerde~|Stress|Grund)|reicht (?:\\p{L}+ )?(?:völlig|aus|vollkommen|uns|mir)|keine Eile|Zeit (?:genug|haben wir)|alles (?:klar|da|in Ordnung)|in Ordnung|passt(?: so)?|(?<![ ,])bis (?:dann|bald|morgen|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)',
    'anbei|im Anhang|beiliegend|beigefügt|liegt bei|liegen bei|(?:schicke|sende|maile|übersende) (?:ich |wir )?|wie (?:besprochen|gewünscht|vereinbart|abgesprochen|verlangt|erbeten)|Bescheid (?:geben|sagen)|(?:zur|nur zur) (?:Info|Information|Kenntnis)~|(?:mein|unser)(?:e|en)? (?:neue~ )?(?:Adresse|Nummer|Anschrift|Name|Telefonnummer|Handynummer) (?:ist|lautet)|neue (?:Adresse|Nummer|Anschrift)|(?:ich|wir) (?:habe|haben)(?: \\p{L}+){0,6} (?:überwiesen|bezahlt|unterschrieben|geschickt|gesendet|ausgefüllt|eingezahlt|hochgeladen|bestellt|gebucht|angemeldet|entschieden)|(?:ich|wir) (?:werde|werden|komme|kommen|plane|planen|suche|suchen|möchte|möchten|hätte|hätten|will|wollen|brauche|brauchen|interessiere|interessieren|ziehe|ziehen|nehme|nehmen|wollte|wollten|bin|sind|wohne|wohnen|besitze|besitzen|kündige)(?! (?:ratlos|enttäuscht|leid))|nicht (?:schlimm|weiter|nötig)|(?:würde|wäre|könnte|falls|wenn|vielleicht|eventuell)~',
  ),
)
/** Told of what was done or stands there, by the verb. */
const tells = once(() =>
  phrases(
    'ist|sind|war|waren|hat|haben|hatte|hatten|wurde|wurden|kam|kamen|ging|gingen|lag|lagen|stand|standen|fand|gab|sah|roch|riecht|schmeckt~|bekam~|musste~|blieb~|fiel~|lief~|steht|stehen|liegt|zeigt|macht|sagt|kommt|geht|(?:\\p{L}{3,}(?:te|ten|tet))',
  ),
)
const greeting =
  /^(?:hallo|hi|hey|moin|servus|grüezi|grüß gott|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|(?:mit )?(?:viele|liebe|beste|freundliche|schöne|herzliche)[nr]? grü(?:ß|ss)en?|lg|gruß|gruss)(?!\p{L})[^,!.\n]{0,50}(?:[,!.]|$)/iu
const verb = /(?<!\p{L})\p{Ll}{3,}(?:t|te|ten)(?!\p{L})/u
/** What they are and have, which nobody has done to them. */
const ofThemselves =
  /^(?:(?:ich|wir)(?!\p{L})|(?:mein|unser)e? (?:\p{L}+ )?(?:mann|frau|mutter|vater|eltern|sohn|tochter|kinder|kind|oma|opa|bruder|schwester|hund|katze|familie|verein|firma|gruppe|klasse|team)(?!\p{L}) (?:und \p{L}+ (?:\p{L}+ )?)?(?:ist|sind|hat|haben|besteht|zählt|liegt|heißt|wohnt|feiert|möchte\p{L}*|kommt|wird|braucht|lebt))(?!\p{L})/iu
/** Asked for only where something is wrong: put right, paid back, explained. */
const putRight = once(() =>
  phrases(
    '(?:Geld|Betrag|Gebühr~|Kosten)(?: \\p{L}+){0,4} (?:zurück~|erstatten)|zurückerstatt~|Rückerstattung|Erstattung|Ersatz~|(?:die|den|das|der) (?:richtige~|fehlende~|passende~|bestellte~)|reparier~|Reparatur|korrigier~|richtig ?stellen|in Ordnung (?:zu )?bringen|Schadenersatz|Entschädigung|entschädig~|nachliefer~|nachbesser~|umtausch~|wie (?:konnte|kann) (?:das|so etwas|es|sowas)(?: \\p{L}+){0,3} (?:passieren|sein)|warum (?:wurde|wurden|hat|haben|habt|ist|sind|war|funktioniert|geht|kommt|steht|fehlt|bekomme|muss)|wieso (?:wurde|wurden|hat|haben|habt|ist|sind|war|funktioniert|geht|kommt|steht|fehlt|bekomme|muss)',
  ),
)
const inGeneral =
  /^(?:bekommt (?:man|er|sie)|bekommen wir|bieten|haben sie|habt ihr|gibt es|was kostet|wie viel|reparieren|falls|wenn|machen sie|macht ihr)(?!\p{L})|(?<!\p{L})(?:falls|im fall|was kostet|was würde|wie teuer|termin für)(?!\p{L})/iu

/** From here a sentence is taken for trouble, alone or beside an ask; under the last one no elimination makes it one. */
const enough = 0.6
const askingToo = 0.7
const little = 0.3

/**
 * As with an English letter: one that tells something, asks nothing, thanks nobody and plans nothing reports a failure; so does
 * one that asks for what only a failure needs. Null where neither is so; else the words it rests on.
 */
export function toldGermanTrouble(
  told: readonly Span[],
  asks: readonly Span[],
  signals: Readonly<Record<Signal, number>>,
  text: string,
): Span | null {
  if (signals.failure >= 0.5 || signals.vulnerable >= 0.5 || signals.leaving >= 0.4 || signals.chase >= 0.5)
    return null
  const right = asks.find((ask) => isIn(putRight(), ask.text) && !inGeneral.test(ask.text))
  if (right) return right
  if (signals.thanks >= 0.35 || signals.praise >= 0.3) return null
  const likely = told.map((one) => {
    const said = one.text.replace(greeting, '').trim()
    const isTold =
      said.split(/\s+/).length >= 3 && !isIn(innocent(), said) && !/^sollten?(?!\p{L})/iu.test(said)
    return isTold && !asks.some((ask) => ask.start < one.end && one.start < ask.end) ? amiss(said, 'de') : 0
  })
  const surest = Math.max(0, ...likely)
  if (surest >= (asks.length > 0 ? askingToo : enough)) return told[likely.indexOf(surest)]!
  if (asks.length > 0 || surest < little) return null
  if (isIn(innocent(), text) || told.length > 6) return null
  const telling = told.filter(({ text: all }) => {
    const said = all.replace(greeting, '').trim()
    return (
      (isIn(tells(), said) || verb.test(said)) &&
      !ofThemselves.test(said) &&
      !/^sollten?(?!\p{L})/iu.test(said) &&
      said.split(/\s+/).length >= 4
    )
  })
  if ((signals.upset >= 0.55 || signals.urgent >= 0.5) && telling.length < 2) return null
  return telling[0] ?? null
}
