import { remember } from '../remember.ts'
import type { Span } from '../sentences.ts'
import type { Doing } from './acts.ts'
import type { Answered } from './answers.ts'
import { saysWhen } from './times.ts'

/** What each form of asking wants to hear; the first that fits counts. */
const kinds: readonly (readonly [asks: RegExp, answers: RegExp])[] = [
  [/\b(?:bis |ab |seit )?wann\b|wie lange|um wie viel uhr|welche[mnrs]? (?:tag|datum|uhrzeit)/i, /$^/],
  [
    /\b(?:was kostet|kosten|preis|wie teuer|wie viel|wieviel|gebühr)\b/i,
    /\d+(?:[.,]\d\d)? ?(?:€|euro|eur|franken)|€ ?\d|\d+,\d\d|\b(?:kostenlos|kostenfrei|gratis|umsonst|nichts|frei)\b/i,
  ],
  [
    /\b(?:wo|woher|wohin|welche[mnrs]? (?:ort|adresse|gleis))\b/i,
    /\b(?:am|beim?|im|in der|an der|vor|gegenüber|hinter|neben|gleis|eingang|straße|treffpunkt|platz|haus|\p{L}+(?:straße|weg|gasse|tor|platz)) /iu,
  ],
  [
    /\b(?:warum|wieso|weshalb|wie (?:das|es|so etwas) passieren|wie konnte|grund)\b/i,
    /\b(?:weil|denn|nämlich|grund|fehler|daran, dass|vergessen|verwechselt|übersehen|(?:ich|wir) (?:hatte|hatten|habe|haben)\b)/i,
  ],
  [
    /\b(?:wer|wen|wem)\b/i,
    /\b(?:ich|wir|unsere?|(?:versicherung|kolleg\p{L}+) )\b|\b\p{Lu}\p{Ll}+ (?:kommt|ruft|bezahlt|übernimmt)/iu,
  ],
  [
    /\b(?:wie|was (?:mache|muss|soll|kann|tun))\b/i,
    /(?:^|[:;,] )(?:\p{L}+en Sie|\p{L}{3,}(?:e|en|ß|g|k|l|t|n) (?:die|den|das|dann|einfach|bitte|Sie)|einmal \p{L}+en)\b|\b(?:Sie|du) (?:können|kannst|müssen|musst|drücken|halten|brauchen)|\b\p{L}+ Sie bitte\b|\bbitte \p{L}+/iu,
  ],
]
const deeds =
  /\b(?:bitte|ich (?:möchte|erwarte|verlange|will|brauche|fordere|hätte gern|würde gern\p{L}*)|(?:können|könnten|kannst|könnt|könntest) (?:Sie|du|ihr)|\p{L}+en Sie)\b/iu
const acts =
  /\b(?:(?:habe|haben) (?:ich|wir)?[^.!?]*(?:ge\p{L}+|\p{L}+iert|(?:zurück|über|ver|ein|aus|an|be|er|ent|um|ab|nach)\p{L}+(?:t|en))|(?:ist|sind)\b[^.!?]*(?:ge\p{L}+(?:t|en)|unterwegs|erledigt|storniert|auf (?:Ihrem|deinem|Ihre|deine)|raus|frei|da\b)|(?:ich|wir) (?:\p{L}+e|\p{L}+en) (?:Ihnen|dir|euch|Sie|dich|das|die|den|es|ihn|heute|morgen|noch|sie)|geht (?:heute|morgen|noch|gleich)[^.!?]*raus|hängt an|anbei|im Anhang|liegt bei|bringe|hole|komme|rufe|schicke|überweise|erstatte|tausche|ändere)\b/iu
const opens =
  /^(?:ja|nein|klar|gern\p{L}*|natürlich|selbstverständlich|leider|das geht|sicher|aber ja|doch)\b/iu
const yesNo =
  /^(?:\P{L}*)(?:(?:und|oder|hallo|hi|moin|guten tag)[,! ]+)*(?:kann|können|könnt\p{L}*|darf|dürfen|gibt|ist|sind|haben|habt|hat|muss|müssen|soll|geht|brauche\p{L}*|ob)\b/iu
/** Somebody will see to it: that answers nothing. */
const vague =
  /\b(?:(?:melden|meldet|melde)\b[^.!?]*\b(?:uns|sich|mich)|(?:uns|sich|mich) \p{L}* ?(?:melden)|prüfen (?:das|es|wir|Ihr)|wird (?:\p{L}+ )*(?:bearbeitet|geprüft|weitergeleitet)|weitergeleitet|Bearbeitung|kümmern (?:uns|sich)|eingegangen|Anliegen|Verständnis)\b/iu

/** Which asks of a German letter a draft answers. Unsure is `nearly`: only what nothing touches is called open. */
export function germanAnswersTo(asks: readonly Span[], doings: readonly Doing[]): Answered[] {
  const lines = doings.map(({ span }) => span).filter((span) => !vague.test(span.text))
  let opened = lines.filter((span) => opens.test(span.text))
  return asks.map((ask): Answered => {
    const first = yesNo.test(ask.text) ? opened[0] : undefined
    if (first) {
      opened = opened.slice(1)
      return { answered: true, nearly: false, answeredBy: { start: first.start, end: first.end } }
    }
    let best = { score: 0, span: undefined as Span | undefined }
    for (const span of lines) {
      const score = likeness(ask.text, span.text)
      if (score > best.score) best = { score, span }
    }
    const answered = best.score >= 0.5
    return {
      answered,
      nearly: !answered && best.score >= 0.3,
      answeredBy: answered && best.span ? { start: best.span.start, end: best.span.end } : null,
    }
  })
}

const likeness = (ask: string, line: string): number => likenessOf(`${ask}\0${line}`)
const likenessOf = remember((key) => {
  const [ask, line] = key.split('\0') as [string, string]
  const shared = [...roots(ask)].filter((one) => [...roots(line)].some((other) => akin(one, other))).length
  const near = Math.min(0.5, shared * 0.22)
  const isDeed = deeds.test(ask)
  const kind = kinds.find(([asks]) => asks.test(ask))
  if (/\?\s*$/.test(line)) return near * 0.5
  if (kind) {
    const fits =
      kind === kinds[0] ? saysWhen(line) || /\b\d{1,2} uhr\b|\bum \p{L}+\b/iu.test(line) : kind[1].test(line)
    if (fits) return near + (kind === kinds[4] ? 0.3 : 0.5)
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
