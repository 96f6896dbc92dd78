import { joinSpans, type Span, sentences } from '../sentences.ts'

const requests =
  /\b(?:bitte (?!beachten|entschuldigen)\p{L}+|(?:können|könnten|würden|wollen) Sie|kannst du|könntest du|(?:möchte|hätte|bräuchte|brauche|benötige) (?:ich|wir)|ich (?:möchte|hätte gern|würde gern\w*|will|brauche|bräuchte|benötige|erwarte|verlange|fordere|bitte (?:Sie|um|darum)|wüsste gern)|wir (?:möchten|hätten gern|würden gern\w*|brauchen|bitten|erwarten)|wäre es möglich|ist es möglich|es wäre (?:schön|nett|toll|gut),? wenn|würden? [^.!?,]{1,40} gern\w*|(?:mich|uns) würde interessieren|(?:ich|wir) (?:weiß|wissen) (?:\w+ )?nicht, (?:ob|wie|wo|wann|was|wer|wohin)|(?:ich|wir) verstehen? [^.!?,]{1,40} nicht|es muss [^.!?]{0,30} jemand)\b|^(?:und |dann |also )?\p{L}+en Sie (?:mir|uns|das|die|den|es|ihn|sie|dies\p{L}*|mein\p{L}*|unser\p{L}*|bitte|endlich)\b/iu
const asked =
  '(?:bis wann|ab wann|seit wann|(?:an|mit|für|bei|von|zu) we[nm]|wann|wer|wen|wem|wo|woher|wohin|wofür|womit|wozu|worauf|was|wie|warum|wieso|weshalb|welche\\p{L}*|ob|darf|dürfen|kann|kannst|können|könnt\\p{L}*|gibt|ist|sind|habt|haben|hat|muss|müssen|soll|sollen|brauche\\p{L}*|wird|werden|geht|koste[tn]|passiert|bekomm\\p{L}*|funktioniert|reicht|liefer[tn]|kommt|kommen|stimmt|gilt|gelten|nehmt|habts|hätte[nt]?|lohnt|gehört|dürfte)'
/** "Ich erwarte einen Termin und eine Erklärung", "könnt ihr das ändern und mir die zwei Wochen gutschreiben". */
const alsoWanted =
  '(?:eine (?:Erklärung|Antwort|Entschuldigung|Bestätigung|Rückmeldung|Rechnung|Kopie|Gutschrift|Erstattung|Auskunft|Stellungnahme)|einen (?:neuen )?(?:Termin|Ersatz|Rückruf|Beleg|Nachweis)|(?:mir|uns) [^.,?!]{3,60}en[?.!]?$)'
const alsoWants = new RegExp(`^${alsoWanted}`, 'iu')
const joint = new RegExp(
  `(?:,\\s*(?:und\\s+|oder\\s+)?|\\s+und\\s+)(?=${asked}\\b|schicken\\b|bitte\\b)|\\s+und\\s+(?=${alsoWanted})`,
  'giu',
)
const begins = new RegExp(
  `^(?:(?:und|oder|aber|hallo|hi|moin|guten (?:tag|morgen|abend)|grüß gott|servus|danke|super)[,! ]+)*${asked}\\b`,
  'iu',
)
/** Asked without a mark, in haste: "habt ihr die auch in 43". */
const turned =
  /^(?:(?:hallo|hi|hey|moin|servus|und|oder|sorry|kurze frage)[,:! ]+)*(?:habt ihr|haben sie|hast du|gibts|gibt['’]s|gibt es|kann (?:ich|man)(?! (?:\p{L}+ )?(?:verstehen|nur|bestätigen|empfehlen|sagen))|können (?:wir|sie)|könnt ihr|kannst du|könnten sie|darf (?:ich|man)|dürfen wir|was kost\p{L}*|wann (?:kommt|kommen|ist|sind|wird|kann|macht|habt|haben|bekomm\p{L}*)|wo (?:ist|sind|bleibt|finde|kann)|wie (?:lange|viel|oft|kann|geht|komme)|ist (?:das|es|der|die|mein\p{L}*) [^,.]{2,40} (?:möglich|noch|schon|auch)|muss (?:ich|man)|bekomme ich|wer (?:ist|kann|kommt|zahlt|hat))(?!\p{L})/iu
/** "Wann?" alone. */
const oneWord = /^(?:wann|warum|wieso|weshalb|wo|wohin|wer|wie)\?/i
const marked = /\?["'”’)]*\s*$/

/** The questions and requests of a German letter: by the mark, by the closed forms of asking, each clause by itself. */
export function germanAsksIn(text: string): Span[] {
  const asks = joinedAtDates(sentences(text)).flatMap(clausesOf)
  const plain = asks.filter(({ text: said }) => !puzzled.test(said))
  return plain.length > 0 ? plain : asks
}

/** "Ich verstehe den Bescheid nicht" asks by itself; beside a question it only says why that is asked. */
const puzzled = /^(?:ich|wir) verstehen? [^.!?,]{1,40} nicht\b/iu

function clausesOf(sentence: Span): Span[] {
  const { text } = sentence
  const isMarked = marked.test(text)
  const isAsked = isMarked || turned.test(text)
  if (isMarked ? text.split(/\s+/).length < 2 && !oneWord.test(text) : !isAsked && !requests.test(text))
    return []
  const parts: Span[] = []
  let from = 0
  const cut = (to: number, next: number) => {
    const piece = text.slice(from, to)
    const lead = piece.length - piece.trimStart().length
    const said = piece.trim().replace(/[,;]$/, '')
    if (said)
      parts.push({
        text: said,
        start: sentence.start + from + lead,
        end: sentence.start + from + lead + said.length,
      })
    from = next
  }
  for (const match of text.matchAll(joint)) cut(match.index, match.index + match[0].length)
  cut(text.length, text.length)
  const found = parts.filter(
    (part, at) =>
      (isAsked && (begins.test(part.text) || marked.test(part.text))) ||
      (isAsked && turned.test(part.text)) ||
      requests.test(part.text) ||
      (at > 0 && alsoWants.test(part.text)) ||
      (at > 0 && /^(?:ob|wann|wie|wo|was|wer|warum|welche\p{L}*)\b/iu.test(part.text)),
  )
  // "Ich bitte um Mitteilung, ob …" asks what stands behind it.
  const asksFor = (part: Span, at: number) =>
    /\b(?:Mitteilung|Auskunft|wissen|Antwort|mitteilen|sagen|erklären|verraten|sagen Sie (?:mir|uns)|sag (?:mir|uns)|schreiben|Bescheid geben|interessieren|weiß (?:leider |noch )?nicht)$/i.test(
      part.text,
    ) &&
    !/\bund wissen$/i.test(part.text) &&
    found[at + 1] !== undefined
  return found.filter((part, at) => !asksFor(part, at))
}

/** "Am 24. geöffnet", "am 3. Mai": the stop behind a day ends no sentence. */
const joinedAtDates = (spans: readonly Span[]): Span[] =>
  joinSpans(
    spans,
    (span, before) =>
      /\b\d{1,2}\.$/.test(before.text) &&
      /^(?:\p{Ll}|Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/u.test(span.text),
  )
