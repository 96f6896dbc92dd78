/** What people who serve do, as German says it: the plain form and those of ich, wir and er. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const plain = `rufen melden schicken senden kümmern prüfen klären bringen kommen erstatten überweisen tauschen ersetzen geben leiten schauen sehen informieren halten holen liefern reparieren reservieren legen versenden fragen stellen buchen schreiben
  antworten benachrichtigen bestellen stornieren ändern sprechen backen bauen packen verschicken übernehmen sorgen besorgen gehen suchen mailen faxen posten erledigen richten setzen nehmen ziehen teilen verlängern aktivieren sperren entsperren erneuern montieren wechseln füllen
  ergänzen korrigieren berichtigen verrechnen erlassen hinterlegen veranlassen vereinbaren besprechen trennen treffen testen messen wiegen fahren laden öffnen schließen starten beginnen übergeben zahlen auszahlen drucken kopieren übersetzen unterschreiben hören forschen haken fassen beheben lassen vergüten sagen regeln machen bezahlen
  warten kleben hängen spielen schalten tragen entlüften putzen reinigen waschen nähen kürzen streichen schneiden pflanzen behandeln untersuchen verbinden verschieben geleiten eskalieren notieren vermerken passen aktualisieren installieren konfigurieren deaktivieren kündigen löschen rechnen kalkulieren koordinieren organisieren reichen verbessern entfernen spülen schärfen polieren lackieren kochen servieren decken heben bewahren parken beantworten zeigen begleiten springen justieren kontaktieren analysieren dokumentieren planen heften schleifen tapezieren verlegen abdichten dichten behalten schenken spendieren`

const changes: Readonly<Record<string, string>> = {
  geben: 'gibt',
  sehen: 'sieht',
  sprechen: 'spricht',
  besprechen: 'bespricht',
  nehmen: 'nimmt',
  übernehmen: 'übernimmt',
  halten: 'hält',
  treffen: 'trifft',
  messen: 'misst',
  fahren: 'fährt',
  laden: 'lädt',
  lassen: 'lässt',
  erlassen: 'erlässt',
  übergeben: 'übergibt',
  backen: 'backt',
  ändern: 'ändert',
  liefern: 'liefert',
  verlängern: 'verlängert',
  erneuern: 'erneuert',
  kümmern: 'kümmert',
  wechseln: 'wechselt',
}

const stemOf = (verb: string): string => verb.replace(/e?n$/, '')
const ofI = (verb: string): string =>
  verb.endsWith('eln')
    ? `${verb.slice(0, -3)}le`
    : verb.endsWith('ern')
      ? `${verb.slice(0, -1)}e`
      : `${stemOf(verb)}e`
const ofHe = (verb: string): string =>
  changes[verb] ??
  (/[td]en$/.test(verb) || /(?:chn|ffn|gn)en$/.test(verb) ? `${stemOf(verb)}et` : `${stemOf(verb)}t`)

const verbs = [...set(plain)]
/** "rufe", "rufen": with ich and wir. */
export const acts: ReadonlySet<string> = new Set([
  ...verbs,
  ...verbs.map(ofI),
  ...verbs.map(stemOf).filter((stem) => stem.length > 2),
  'ändere',
  'liefere',
  'kümmere',
])

/** With ich and wir no act of service: what is thought, wished, owned or always so. */
const idle = set(
  `bin habe hab ihnen ihren einen meinen unseren seinen deinen keinen diesen allen beiden beziehe bedanke wende bleibe möchte kann will muss soll darf hoffe denke glaube finde freue weiß verstehe bedaure bedauere wünsche danke bitte entschuldige brauche benötige sehe meine heiße arbeite empfehle rate biete würde stehe bestätige teile übersende erinnere weise gratuliere könnte hätte wäre sollte müsste
  sind haben beziehen bedanken wenden bleiben möchten können wollen müssen sollen dürfen hoffen denken glauben finden freuen wissen verstehen bedauern wünschen danken bitten entschuldigen brauchen benötigen sehen arbeiten empfehlen raten bieten verkaufen führen würden stehen bestätigen teilen übersenden erinnern weisen gratulieren könnten hätten wären sollten erwarten schätzen berechnen verlangen werde werden gehe gehen verspreche versprechen garantiere garantieren
  hatte hatten wollte wollten konnte konnten musste mussten durfte durften wurde wurden war waren dachte dachten`,
)
/** A verb no table has, in the form of its subject. */
export const mayAct = (word: string, subject: string): boolean =>
  word.length > 3 && !idle.has(word) && (subject === 'ich' ? /[^aeiouäöüt]e$/ : /[^aeiouäöü]e?n$/).test(word)
/** "ruft", "gibt": with er, a name, a trade. */
export const heActs: ReadonlySet<string> = new Set(verbs.map(ofHe))

/** Who acts as us. */
export const trades = set(
  `monteur monteurin techniker technikerin fahrer fahrerin kollege kollegin kollegen kolleginnen team kundendienst werkstatt fachabteilung abteilung buchhaltung ärztin arzt praxis schreiner elektriker installateur mitarbeiter mitarbeiterin
  zusteller bote meister meisterin filiale lager service chef chefin leiterin leiter sachbearbeiter sachbearbeiterin gutachter gutachterin bäcker bäckerin konditor konditorin schwester pfleger pflegerin hausmeister hausmeisterin entwickler entwicklerin jungs leute mädels sekretariat empfang rezeption vertrieb versand notdienst zentrale verwaltung makler maklerin gerüstbauer dachdecker maler malerin tierarzt tierärztin trainer trainerin lehrer lehrerin kellner kellnerin köchin koch jemand gärtner gärtnerin küche`,
)

/** A trade, also as the end of a longer word: "Raumausstatter", "Hausdame". */
export const isTrade = (word: string): boolean =>
  trades.has(word) ||
  /\p{L}(?:techniker|monteur|meister|fahrer|kollege|kollegin|kollegen|mitarbeiter|mitarbeiterin|ausstatter|wart|wartin|dame|leiter|leiterin|betreuer|betreuerin|berater|beraterin|service|abteilung|team|werkstatt|dienst|schwester|pfleger|pflegerin|arzt|ärztin|meisterin|bearbeiter|bearbeiterin|bauer|macher|leger|installateur|bote|botin|zentrale|verwaltung|buchhaltung|annahme|küche|redaktion|assistentin|assistent)$/u.test(
    word,
  )
