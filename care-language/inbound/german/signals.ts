import { once } from '../../once.ts'
import type { Span } from '../../sentences.ts'
import type { Signal } from '../signal.ts'
import { type Evidence, inItsWords, order, type Signals } from '../weigh.ts'
import { isIn, phrases } from './pattern.ts'
import { acute, frail, grave, hardship, needed } from './plight.ts'
import { germanSigns } from './signs.ts'

/** "Nicht kaputt", "kein Problem", "ohne Fehler": the word stands there, the thing does not. */
const turnedBefore =
  /(?<!\p{L})(?:nicht|kein\p{L}*|nie|niemals|ohne|nichts|weder|kaum|keineswegs|keinesfalls|statt|anstatt|nirgends)(?: (?:mehr|so|ganz|wirklich|sehr|weiter|weiters|besonders|im|in|als|etwa|irgendein\p{L}*|jede[nrms]?|gleich|etwas|allzu|sonderlich|(?:ge|be|ver|er)\p{L}+|große?[nrms]?|grosse?[nrms]?))* $/iu
/** "Tropft nicht mehr", "ärgere mich nicht", "kündige ich nicht". */
const turnedBehind =
  /^(?: (?:ich|wir|es|mich|uns|sich|ja|jetzt|nun|aber|zum Glück|auch|hier))* nicht(?! (?:nur|wahr))(?:$|[ .,!?])/iu
/** "Falls er ausfällt", "wenn etwas fehlt", "sollte das kaputtgehen", "würde": it has not happened. */
const supposed =
  /^\s*sollten? [^,]*$|(?:^|[\s„"(])(?:falls|sofern|sollten?(?= (?:noch |sich |doch |einmal )*(?:sie|er|es|ich|wir|man|etwas|das|die|der|ein\p{L}*|mal|unser\p{L}*|mein\p{L}*) [^,]*$)|angenommen|im fall(?:e)?|bevor|damit|ob)(?= |$)[^,]*$/iu
/** "Es könnte kaputtgehen", "um Fehler zu vermeiden": a thought. "Könnten Sie sofort kommen" is none where it is about hurry. */
const imagined = /(?:^|[\s„"(])(?:um|würden?|würde|wäre[nt]?|könnten?|vermeiden|verhindern)(?= |$)[^,]*$/iu
const whenever = /(?:^|[\s„"(])wenn(?= |$)[^,]*$/iu
/** "Wenn ich auf Bezahlen drücke, stürzt sie ab": each time it is done, it has happened. */
const eachTime =
  /(?:^|[\s,])(?:immer|jedes mal|jedesmal|erst|sogar|nur|auch|ständig|sobald|nur dann),? wenn(?= )[^,]*$/iu

/** What stands before a place in its own sentence. */
const before = (text: string, at: number): string =>
  /[^.!?;:\n]*$/u.exec(text.slice(Math.max(0, at - 90), at))![0]

function firstOf(
  pattern: RegExp,
  text: string,
  isTurned: boolean,
  isSupposed: boolean,
  /** Whether a "nicht" behind it may take it back: a wheelchair that does not get in is one. */
  isVerb = true,
  isThought = true,
): { start: number; end: number } | null {
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [start, end] = [match.index, match.index + match[0].length]
    if (end === start) pattern.lastIndex++
    const ahead = before(text, start)
    if (isSupposed && (begsPardon.test(ahead) || (ofOurs.test(ahead) && notDone.test(match[0])))) continue
    if (isTurned && noMatter.test(text.slice(end, end + 60))) continue
    if (isTurned && (turnedBefore.test(ahead) || (isVerb && turnedBehind.test(text.slice(end, end + 40)))))
      continue
    if (isSupposed && isThought && imagined.test(ahead)) continue
    if (isSupposed && (supposed.test(ahead) || (whenever.test(ahead) && !eachTime.test(ahead)))) continue
    return { start, end }
  }
  return null
}

/** Facts and feelings in a German text, as `signalsIn` reads them in an English one. */
export function germanSignalsIn(text: string, asks: readonly Span[]): Signals {
  const signals = Object.fromEntries(order.map((name) => [name, 0])) as Record<Signal, number>
  const evidence: Evidence[] = []
  const told = (one: { start: number; end: number }) => !isInGeneral(one, asks)
  for (const name of order) {
    let silence = 1
    for (const [pattern, weight, negatable] of germanSigns()[name]) {
      const found = firstOf(
        pattern as RegExp,
        text,
        negatable === true,
        supposable.has(name),
        name !== 'vulnerable',
        name !== 'urgent',
      )
      if (!found || (supposable.has(name) && !told(found))) continue
      silence *= 1 - weight
      evidence.push({ signal: name, ...inItsWords(text, found.start, found.end) })
    }
    signals[name] = Math.round(Math.min(1 - silence, 0.99) * 100) / 100
  }
  const worst = worstOf(text, told)
  settle(signals, text, worst.acute !== null)
  // What makes it urgent where nobody says so: the plight itself.
  const plight = worst.acute ?? worst.grave ?? worst.hardship ?? worst.frail
  if (signals.urgent >= 0.5 && plight && !evidence.some((one) => one.signal === 'urgent'))
    evidence.push({ signal: 'urgent', ...plight })
  const shown = evidence.filter((one) => signals[one.signal] > 0)
  return {
    signals,
    evidence: shown.sort((a, b) => a.start - b.start || a.end - b.end),
    plight: {
      acute: worst.acute !== null,
      grave: worst.grave !== null,
      frail: worst.frail !== null,
      hardship: worst.hardship !== null,
    },
    worst:
      plight?.words ??
      shown.find((one) => one.signal === 'failure' || one.signal === 'vulnerable')?.words ??
      null,
  }
}

/** "Der Kratzer stört uns nicht", "ist nicht schlimm": said of it, it is no matter. */
const noMatter =
  /^[^.!?]{0,30}(?<!\p{L})(?:stör\p{L}+(?: \p{L}+){0,2} nicht|(?:macht|tut) (?:\p{L}+ ){0,2}nichts|(?:ist|wäre)(?: \p{L}+){0,2} (?:nicht (?:\p{L}+ )?(?:schlimm|tragisch)|kein (?:Problem|Drama)))/iu

/** "Entschuldigen Sie die Störung", "sorry für die Verspätung". */
const begsPardon = /(?:entschuldig|sorry|verzeih|pardon|tut (?:mir|uns) leid)[^,]*$/iu
/** "Wir sind am Freitag nicht da", "ich habe noch nicht bezahlt": theirs to do. */
const ofOurs =
  /(?<!\p{L})(?:(?:ich|wir) (?:bin|sind|habe?n?|waren?|konnten?|hatten?)|(?:bin|sind|habe?n?|waren?|konnten?|hatten?) (?:ich|wir))(?!\p{L})[^,]*$/iu
const notDone =
  /^(?:nicht|nie|nichts|kein\p{L}*)(?!.*(?:erhalten|bekommen|gekriegt|angekommen|informiert|benachrichtigt))/iu

const supposable: ReadonlySet<Signal> = new Set<Signal>(['failure', 'vulnerable', 'urgent', 'upset'])

/** "Vertragen das auch Allergiker?", "Kann man den Akku tauschen, wenn er leer ist?": asked in general, it has not happened. */
const asksInGeneral =
  /^(?:(?:und|oder|auch|hallo|guten tag|moin|außerdem|ausserdem|noch eine frage)[, :]+)*(?:kann|können|könnte|gibt|gibts|ist|sind|haben sie|habt ihr|hast du|macht|was (?:kostet|passiert|ist|mache|muss)|wie|welche\p{L}*|(?:nehmen|reparieren|machen|verkaufen|liefern|führen|kaufen|vermieten|tauschen) sie|(?:nehmt|repariert|macht|verkauft|liefert|führt|kauft) ihr|bekommt man|kriegt man|vertragen|verträgt|darf|dürfen|muss|wo (?:finde|kann|bekomme)|bieten|eignet|enthält|enthalten|wer|bekomme ich|wird|werden|lohnt|reicht|hält)(?!\p{L})/iu
const happened =
  /(?<!\p{L})(?:mein\p{L}*|unser\p{L}*|mir|uns|noch immer|immer noch|wieder|gestern|vorgestern|seit|schon|bereits|heute|heut|letzte\p{L}*|trotzdem|dass|nicht (?:mehr|möglich))(?!\p{L})/iu

const isInGeneral = (one: { start: number; end: number }, asks: readonly Span[]): boolean =>
  asks.some(
    (ask) =>
      ask.start <= one.start &&
      one.end <= ask.end &&
      asksInGeneral.test(ask.text) &&
      !happened.test(ask.text),
  )

const mocks = once(() =>
  phrases(
    'na (?:super|toll|klasse|prima|bravo|großartig|wunderbar|danke|bestens)|ja (?:super|toll|klasse|prima)|(?:super|toll|klasse|prima|spitze|bravo)(?:e|er|es)? (?:Service|Leistung|Arbeit|Kundenservice|Kundendienst|gemacht),? ?(?:wie immer|wieder|wirklich|echt|ganz|mal|habt ihr)|danke für nichts|vielen dank für nichts|Glückwunsch|Meisterleistung|Glanzleistung|(?:ganz|echt|wirklich) (?:toll|super|klasse|große klasse)(?= ?[.!])',
  ),
)
const noHurry = once(() =>
  phrases(
    '(?:keine|nicht in|ohne|hat keine|gar keine) Eile|eilt (?:\\p{L}+ ){0,2}nicht|nicht (?:eilig|dringend)|(?:kein|ohne) (?:Stress|Druck|Zeitdruck)|in (?:aller )?Ruhe|(?:brauchen|müssen) (?:\\p{L}+ ){0,3}nicht (?:zu )?beeilen|lassen Sie sich (?:ruhig )?Zeit|lass(?:t)? (?:dir|euch) (?:ruhig )?Zeit|irgendwann|wenn (?:es|Sie|ihr|du) (?:\\p{L}+ )*(?:passt|Zeit (?:habt|haben|hast))|bei Gelegenheit',
  ),
)
const helpless = once(() =>
  phrases(
    'was (?:soll|sollen|kann|können|muss|müssen) (?:ich|wir)(?: \\p{L}+){0,2} (?:tun|machen)|was (?:ich|wir) (?:\\p{L}+ )?(?:tun|machen) (?:soll|sollen|können|kann)|was nun|was jetzt',
  ),
)
/** "Danke im Voraus" thanks for nothing yet. */
const inAdvance = once(() =>
  phrases(
    '(?:(?:vielen|besten|herzlichen|schönen|lieben)? ?(?:Dank|danke)) (?:schon (?:mal |einmal )?|bereits )?(?:(?:im|zum) (?:Voraus|voraus)|vorab|schon mal|für (?:Ihre|eure|die|deine|Ihr) (?:\\p{L}+ )?(?:Hilfe im|Mühe|Bemühung~|Verständnis|Unterstützung im|baldige~|Rückmeldung im))',
  ),
)
const signsOff =
  /(?:^|[\n.!?])\s*(?:vielen dank|danke(?: schön| sehr)?|besten dank|herzlichen dank|dankeschön|merci|lieben dank)(?: (?:und|mit)? ?(?:viele|liebe|beste|freundliche|schöne|freundlichen)? ?(?:grüße|grüsse|gruß|gruss|grüßen|grüssen|lg))?[,!. ]*\s*(?:\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*){0,2})?\s*$/iu
const thanksWord = /(?<!\p{L})(?:\p{L}*dank\p{L}*|merci)(?!\p{L})/giu
const refuses = /(?<!\p{L})nein,? danke/iu

/** What one signal says about another. */
function settle(signals: Record<Signal, number>, text: string, isAcute: boolean) {
  if (signals.failure >= 0.5 && (isIn(mocks(), text) || (signals.upset >= 0.5 && signals.thanks < 0.5))) {
    signals.praise = Math.min(signals.praise, 0.35)
    if (isIn(mocks(), text)) signals.thanks = Math.min(signals.thanks, 0.35)
  }
  if (signals.thanks > 0) {
    const said = text.match(thanksWord)?.length ?? 0
    const isClosing = text.length > 40 && signsOff.test(text.slice(-120))
    if (said <= 1 && signals.praise < 0.5 && (isClosing || isIn(inAdvance(), text) || refuses.test(text)))
      signals.thanks = 0.35
  }
  if (signals.failure < 0.5 && signals.upset < 0.4 && signals.chase < 0.5) {
    // "Zum dritten Mal bestellt, und wieder perfekt": no complaint; a fright over a gift is no grief.
    if (signals.praise >= 0.5 || signals.thanks >= 0.5) signals.repeat = Math.min(signals.repeat, 0.3)
  }
  if (signals.praise >= 0.5 && signals.failure < 0.5) signals.upset = Math.min(signals.upset, 0.35)
  if (
    (signals.praise >= 0.5 || signals.thanks >= 0.7) &&
    signals.failure < 0.5 &&
    signals.upset < 0.5 &&
    !text.includes('?')
  )
    signals.urgent = Math.min(signals.urgent, 0.3)
  // Failed again, and tired of it.
  if (signals.failure >= 0.5 && signals.repeat >= 0.5 && signals.upset >= 0.4)
    signals.upset = Math.max(signals.upset, 0.5)
  // Harm, and nobody there who knows what to do.
  if (isIn(grave(), text) && isIn(helpless(), text)) signals.urgent = Math.max(signals.urgent, 0.65)
  // Somebody frail, and what they cannot be without is gone.
  if (signals.failure >= 0.5 && isIn(frail(), text) && isIn(needed(), text))
    signals.urgent = Math.max(signals.urgent, 0.7)
  // Danger is urgent, also for somebody who writes that it has time.
  if (isAcute) signals.urgent = Math.max(signals.urgent, 0.75)
  else if (isIn(noHurry(), text)) signals.urgent = Math.min(signals.urgent, 0.2)
}

function worstOf(text: string, told: (one: { start: number; end: number }) => boolean) {
  const place = (pattern: RegExp) => {
    const found = firstOf(pattern, text, true, true, false)
    return found && told(found) ? inItsWords(text, found.start, found.end) : null
  }
  return { acute: place(acute()), grave: place(grave()), hardship: place(hardship()), frail: place(frail()) }
}
