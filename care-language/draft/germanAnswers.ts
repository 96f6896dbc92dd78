import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import type { Doing } from './acts.ts'
import type { Answered } from './answers.ts'
import { saysWhen } from './times.ts'

const measures =
  /\d+(?:[.,]\d+)? ?(?:kilo\p{L}*|kg|gramm|g|cm|zentimeter|mm|m|meter|km|liter|l|watt|stück|personen|jahre?|monate?|wochen?|tage?|stunden?|minuten?|mal|grad|%|prozent)\b/iu
const deeds =
  /\b(?:bitte|ich (?:möchte|erwarte|verlange|will|brauche|fordere|hätte gern|würde gern\p{L}*)|(?:können|könnten|kannst|könnt|könntest) (?:Sie|du|ihr)|\p{L}+en Sie)\b/iu
const acts =
  /\b(?:(?:habe|haben) (?:ich|wir)?[^.!?]*(?:ge\p{L}+|\p{L}+iert|(?:zurück|über|ver|ein|aus|an|be|er|ent|um|ab|nach)\p{L}+(?:t|en))|(?:ist|sind)\b[^!?]{0,90}(?:ge\p{L}+(?:t|en)|\p{L}+iert|unterwegs|erledigt|storniert|auf (?:Ihrem|deinem|Ihre|deine)|raus|frei|da\b)|(?:ich|wir) (?:\p{L}+e|\p{L}+en) (?:Ihnen|dir|euch|Sie|dich|das|die|den|es|ihn|heute|morgen|noch|sie)|(?:wird|werden)\b[^!?]{0,60}(?:erstattet|überwiesen|gutgeschrieben|geliefert|geschickt|ersetzt|repariert|getauscht|geändert|gelöscht)|geht (?:heute|morgen|noch|gleich)[^.!?]*raus|hängt an|anbei|im Anhang|liegt bei|bringe|hole|komme|rufe|schicke|überweise|erstatte|tausche|ändere|klingelt|kommt|bringt|holt|ruft|fährt|liefert|repariert|gehen)\b|\b(?:bin|sind|ist|stehe|steht)\b[^.!?]*\b(?:bei (?:Ihnen|dir|euch)|vor Ort|an (?:Ihrer|deiner|der) Tür)\b/iu
/** What each form of asking wants to hear; the first that fits counts. */
const kinds: readonly (readonly [asks: RegExp, answers: RegExp, worth?: number])[] = [
  [
    /\b(?:bis |ab |seit )?wann\b|wie lange|um wie viel uhr|welche[mnrs]? (?:tag|datum|uhrzeit)/i,
    /\b\d{1,2} uhr\b|\bum \p{L}+\b|\b(?:bis|ab|von|gegen) (?:halb |viertel )?(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mittags?|mitternacht|ladenschluss)\b|\bseit (?:\p{L}+|\d+) (?:minuten|stunden|tagen)\b|\bbis (?:zum )?\d|\b\d{1,2}\.(?!\d)/iu,
  ],
  [
    /(?<!\bwer [^?]{0,24})\b(?:was kostet|koste[nt]|preis|wie teuer|wie viel|wieviel|gebühr)\b/i,
    /\d+(?:[.,]\d\d)? ?(?:€|euro|eur|franken|fr\.|chf|stutz)|€ ?\d|\d+,\d\d|\b(?:kostenlos|kostenfrei|gratis|umsonst|nichts|frei)\b/i,
  ],
  [
    /\b(?:wo|woher|wohin|welche[mnrs]? (?:ort|adresse|gleis))\b/i,
    /\b(?:am|beim?|im|in der|an der|vor|gegenüber|hinter|neben|gleis|eingang|straße|treffpunkt|oben|unten|links|rechts|unter|dort|da|platz|haus|\p{L}+(?:straße|weg|gasse|tor|platz)) /iu,
  ],
  [/\bwie (?:schwer|groß|lang|hoch|alt|weit|breit|tief|oft|viele|warm|stark|schnell)\b/i, measures],
  [
    /\b(?:warum|wieso|weshalb|wie (?:das|es|so etwas) passieren|wie (?:kann|konnte) (?:das|es|so etwas|sowas)|wie konnte|grund|was (?:war|ist) (?:denn |da |hier )*(?:los|passiert|schiefgegangen|geschehen|schief gelaufen|schiefgelaufen))\b/i,
    /\b(?:weil|denn|nämlich|grund|fehler|daran, dass|vergessen|verwechselt|übersehen|(?:ich|wir) (?:hatte|hatten|hab|habe|haben)\b)/i,
  ],
  [
    /\b(?:wer|wen|wem)\b/i,
    /\b(?:ich|wir|unsere?|(?:versicherung|kolleg\p{L}+) )\b|\b\p{Lu}\p{Ll}+ (?:kommt|ruft|bezahlt|übernimmt)/iu,
    0.3,
  ],
  [
    /\bwie geht es (?:jetzt |nun |dann )?weiter|was (?:tun|macht|machen|unternehmen) (?:sie|ihr)|was (?:passiert|geschieht|nun|jetzt)\b/i,
    acts,
  ],
  [
    /\b(?:wie|was (?:mache|muss|soll|kann|tun))\b/i,
    /(?:^|[:;,] )(?:\p{L}+en Sie|\p{L}{3,}(?:e|en|ß|g|k|l|t|n) (?:die|den|das|dann|einfach|bitte|Sie)|einmal \p{L}+en)\b|\b(?:Sie|du) (?:können|kannst|müssen|musst|drücken|halten|brauchen)|\b\p{L}+ Sie bitte\b|\bbitte \p{L}+/iu,
  ],
]
const opens =
  /^(?:ja|nein|klar|gern\p{L}*|natürlich|selbstverständlich|leider|das geht|sicher|aber ja|doch|(?:kannst du|können sie|könnt ihr|darfst du|dürfen sie|kommt man|kann man|geht|haben wir|gibt es|machen wir|bekommst du|bekommen sie)(?=[,.:!;]))\b/iu
const yesNo =
  /^(?:\P{L}*)(?:(?:und|oder|hallo|hi|moin|guten tag)[,! ]+)*(?:kann|können|könnt\p{L}*|darf|dürfen|gibt|ist|sind|haben|habt|hat|muss|müssen|soll|geht|brauche\p{L}*|kommt|kommen|bekomme\p{L}*|lässt|nehm\p{L}*|ob|habts|koste[nt]|passiert|liefer[nt]|liefert|reicht|funktioniert|stimmt|gilt|lohnt|gehört|hätte[nt]?|wird|werden)\b/iu
/** Somebody will see to it: that answers nothing. */
const vague =
  /\b(?:(?:melden|meldet|melde)\b[^.!?]*\b(?:uns|sich|mich)|(?:uns|sich|mich) (?:\p{L}+ ){0,4}melden|leite\p{L}* (?:\p{L}+ ){0,5}weiter|nehme\p{L}* (?:\p{L}+ ){0,5}ernst|prüfen (?:das|es|wir|Ihr)|wird (?:\p{L}+ )*(?:bearbeitet|geprüft|weitergeleitet)|weitergeleitet|Bearbeitung|kümmern (?:uns|sich)|eingegangen|Anliegen|Verständnis|bitte (?:senden|schicken) Sie uns|(?:steht|stehen|finden Sie) (?:\p{L}+ ){0,3}(?:in|auf) (?:unser\p{L}*|der) (?:AGB|Website|Webseite|Homepage|FAQ)|weitergegeben|(?:ist|sind|bleiben) (?:wir )?dran|(?:Behebung|Prüfung|Klärung|Lösung) (?:erfolgt|läuft)|höchste\p{L}* Qualität)\b/iu

/**
 * Which asks of a German letter a draft answers. Roots and forms find most answers, not all, so that one counts as open only
 * where no sentence is left that could be its answer; else it is `nearly`, and nobody is interrupted.
 */
export function germanAnswersTo(asks: readonly Span[], doings: readonly Doing[]): Answered[] {
  const lines = doings
    .map(({ span }) => span)
    .filter(({ text }) => !vague.test(text) && !feels.test(text) && text.split(/\s+/).length > 2)
  const taken = new Set<Span>()
  const answers = asks.map((ask) => {
    const first = yesNo.test(ask.text)
      ? lines.find((span) => opens.test(span.text) && !taken.has(span))
      : undefined
    let best = { score: first ? 1 : 0, span: first }
    for (const span of lines) {
      const score = likeness(ask.text, span.text)
      if (score > best.score) best = { score, span }
    }
    if (best.score < 0.5 || !best.span) return null
    taken.add(best.span)
    return best.span
  })
  // What stands in its own words between the others answers what it touches, though no form says so.
  for (const [number, ask] of asks.entries()) {
    if (answers[number]) continue
    let best = { score: 0.1, span: undefined as Span | undefined }
    for (const span of lines) {
      const score =
        taken.has(span) || (measured(ask.text) && !couldAnswer(ask.text, span.text))
          ? 0
          : likeness(ask.text, span.text)
      if (score > best.score) best = { score, span }
    }
    if (!best.span) continue
    answers[number] = best.span
    taken.add(best.span)
  }
  const left = lines.filter((span) => !taken.has(span))
  return answers.map((span, number) => ({
    answered: span !== null,
    nearly: span === null && left.some((line) => couldAnswer(asks[number]!.text, line.text)),
    answeredBy: span && { start: span.start, end: span.end },
  }))
}

/** Who asks for an hour or a price hears a figure or a word of time; and how it went wrong only says why. */
function couldAnswer(ask: string, line: string): boolean {
  if (kinds[0]![0].test(ask)) return /\d/.test(line) || kinds[0]![1].test(line) || saysWhen(line)
  if (kinds[1]![0].test(ask)) return kinds[1]![1].test(line)
  if (kinds[4]![0].test(ask)) return kinds[4]![1].test(line) || bygone.test(line)
  return !slips.test(line)
}
/** Asked for an hour or a price: nothing else will do. */
const measured = (ask: string): boolean => kinds[0]![0].test(ask) || kinds[1]![0].test(ask)
const bygone =
  /(?<!\p{L})(?:war|waren|wurde|wurden|worden|lag|lagen|stand|standen|ging|kam|blieb|fehlte\p{L}*|(?:ge|ver|be|über|er|ent)\p{L}+(?:te|ten))(?!\p{L})/iu
const slips =
  /(?<!\p{L})(?:wurde|wurden)(?: \p{L}+){0,4} (?:versehentlich|irrtümlich|fälschlich\p{L}*)(?!\p{L})/iu

/** Sorrow, thanks and greetings are no answers. */
const feels =
  /^(?:vielen |herzlichen |besten )?(?:dank|danke)\b|\b(?:tut (?:mir|uns) [^.!?]*leid|Entschuldigung|entschuldigen|bedauern|Grüße|gute[nrs]? (?:Fahrt|Besserung|Tag|Nächte)|viel (?:Spaß|Freude|Erfolg))\b/iu

const likeness = (ask: string, line: string): number => likenessOf(`${ask}\0${line}`)
const likenessOf = remember((key) => {
  const [ask, line] = key.split('\0') as [string, string]
  const shared = [...roots(ask)].filter((one) => [...roots(line)].some((other) => akin(one, other))).length
  const near = Math.min(0.5, shared * 0.22)
  const isDeed = deeds.test(ask)
  const kind = kinds.find(([asks]) => asks.test(ask))
  if (/\?\s*$/.test(line)) return near * 0.5
  if (kind) {
    const [, answers, worth = 0.5] = kind
    if (answers.test(line) || (kind === kinds[0] && saysWhen(line))) return near + worth
  }
  if (isDeed) return near + (acts.test(line) ? 0.36 : 0.05)
  if (yesNo.test(ask))
    return (
      near +
      (/\b(?:ist|sind|haben|dürfen|darf|können|kann|gibt|geht|nicht|kein\p{L}*)\b/iu.test(line) ? 0.3 : 0.1)
    )
  return near
})

const small = new Set(
  'aber alle alles also auch auf bei bin bis bitte damit dann das dass dem den der des dich die dies diese dir doch dort durch ein eine einem einen einer eines euch euer eure für gern geht haben hallo hat hatte hier ich ihm ihn ihnen ihr ihre ihrem ihren ihrer immer ist jetzt kann kein keine können mein meine meinem meinen meiner mich mir mit muss nach nicht noch nur oder schon sehr sein seine sich sie sind soll über und uns unser unsere vom von vor wann warum was wenn wer werden wie wieder wir wird wo zum zur möchte erwarte schicken danke heute morgen'.split(
    ' ',
  ),
)
const roots = remember((text): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\d]{3,}/gu)) {
    if (small.has(word)) continue
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
    found.add(
      /^\d/.test(plain)
        ? plain
        : plain.replace(/^ge(?=\p{L}{4})/u, '').replace(/(?:ungen|ung|est|en|em|er|es|st|e|n|s|t)$/, ''),
    )
  }
  return found
})

/** "Waschmaschine" and "Maschine", "ändern" and "geändert", "bezahlt" and "zahlen". */
const akin = (one: string, other: string): boolean =>
  one === other ||
  (one.length > 3 && other.length > 3 && (one.includes(other) || other.includes(one))) ||
  (one.length > 5 && other.length > 5 && one.slice(0, 5) === other.slice(0, 5))
