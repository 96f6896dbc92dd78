import { joinSpans, type Span, sentences } from '../sentences.ts'

export interface Layout {
  /** The greeting as it stands, with its place; null without one. */
  greeting: Span | null
  /** What is called in the greeting: "Amara" of "Hi Amara,". */
  called: string
  /** The sentences between greeting and signature. */
  body: Span[]
  /** The closing formula or line and the name under it. */
  signature: Span[]
}

const greets =
  /^\s*(?:hi|hello|hey|hiya|dear|greetings|good (?:morning|day|afternoon|evening)|olá|ola|hallo|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin(?: moin)?|servus|grüß (?:gott|dich|sie|euch)|gruess gott|grüezi(?: mitenand)?|grüessech|salü|sali|hoi|tach|guten abend|geschätzte[rs]?|werte[rs]?|bonjour|bonsoir|salut|hola|buenos días|buenas|ciao|buongiorno|labas|hej|hei|ahoj|cześć|dzień dobry|merhaba|salam|namaste|kia ora|shalom|aloha|oi|yo|salve|god (?:dag|morgen|kväll)|goddag|hola|terve|zdravo|selam|moi|tere|sveiki)\b/iu
const regards =
  /^(?:(?:with )?(?:my |our |the )?(?:kind|kindest|best|warm|warmest|many|sincere|friendly)(?:est)? (?:regards|wishes|greetings|thanks)|regards|sincerely|(?:yours |most )?(?:sincerely|faithfully|truly)(?: yours)?|yours|best|cheers|thanks|thank you|many thanks|all the best|(?:mit )?(?:freundlichen|herzlichen|besten|lieben|viele|liebe|beste) grü(?:ß|ss)en?|xoxo|love|à bientôt|cordialement|bien (?:à vous|cordialement)|bis bald|hasta (?:luego|pronto)|saludos|um abraço|abraços?|cumprimentos|com os melhores|met vriendelijke groet\w*|(?:med )?(?:vänliga |vennlig )?hilsen|hälsningar|pozdrav\w*|slán)\b/i

/** More sentences than this, or longer ones, are not a reply. */
const most = 150
const shortened = (span: Span): Span =>
  span.text.length > 800 ? { ...span, text: span.text.slice(0, 800) } : span

/** Takes a draft apart: greeting, what is said, and the name under it. */
export function layoutOf(text: string, writer: string): Layout {
  const all = joinedAtDates(sentences(text).slice(0, most)).map(shortened)
  let greeting: Span | null = null
  let called = ''
  const body: Span[] = []
  for (const [at, span] of all.entries()) {
    if (at !== 0) {
      body.push(span)
      continue
    }
    const split = splitGreeting(span)
    greeting = split.greeting
    called = split.called
    if (split.rest) body.push(split.rest)
  }
  const signature: Span[] = []
  while (
    body.length > 0 &&
    signature.length < 5 &&
    isSignature(
      body.at(-1)!,
      body.length,
      writer,
      text,
      signature.length > 0 || Boolean(greeting),
      signature.length > 0,
    )
  )
    signature.unshift(body.pop()!)
  return { greeting, called, body, signature }
}

const month = /^(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)/

/** "Am Donnerstag, 12. Februar": the stop behind a German day ends no sentence. */
const joinedAtDates = (spans: readonly Span[]): Span[] =>
  joinSpans(
    spans,
    (span, before) =>
      (month.test(span.text) && /\b\d{1,2}\.$/.test(before.text)) ||
      /\b(?:Mag|Dkfm|Ing)\.$/.test(before.text),
  )

function splitGreeting(span: Span): { greeting: Span | null; called: string; rest: Span | null } {
  const greeted = greets.exec(span.text)
  if (!greeted) {
    // "Ewa," and "Pilar, call us": a name alone at the head.
    const name = /^(\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?)[,!:–—]\s*/u.exec(span.text)
    if (
      !name ||
      /^(?:Yes|No|Sorry|Unfortunately|However|Thanks|Sure|Then|First|Today|Please|Congratulations|Well|Also|Ok|Okay|Of|So|Great|Good|Nice|Right|Indeed|Sadly|Absolutely|Ja|Nein|Gern|Gerne|Klar|Natürlich|Danke|Super|Leider|Moin|Bis)$/i.test(
        name[1]!.split(' ')[0]!,
      )
    )
      return { greeting: null, called: '', rest: span }
    return cutAt(span, name[0].length, name[1]!)
  }
  const after = span.text.slice(greeted[0].length)
  const stop = /^[^,!:.;\n–—?]{0,60}/.exec(after)?.[0] ?? ''
  // "Hi there. …", "Dear Mr. Lowry": a title's full stop is not the end.
  const titled = /^\s*(?:(?:herrn?|frau) )?(?:mr|mrs|ms|dr|prof|st|mag|ing|dkfm)$/i.test(stop)
    ? (/^\s*(?:\w+ )?\w+\.(?: (?:dr|mag|ing)\.)?[^,!:.;\n–—?]{0,60}/i.exec(after)?.[0] ?? stop)
    : stop
  const calledRaw = titled.trim()
  if (calledRaw.split(/\s+/).length > 6) return { greeting: null, called: '', rest: span }
  return cutAt(span, greeted[0].length + titled.length, calledRaw)
}

function cutAt(span: Span, from: number, called: string): ReturnType<typeof splitGreeting> {
  const rest = span.text.slice(from)
  const lead = /^[\s,!:.;–—?]*/.exec(rest)![0].length
  const text = rest.slice(lead)
  return {
    greeting: { text: span.text.slice(0, from), start: span.start, end: span.start + from },
    called,
    rest: text ? { text, start: span.start + from + lead, end: span.end } : null,
  }
}

function isSignature(
  span: Span,
  left: number,
  writer: string,
  text: string,
  formal: boolean,
  signed: boolean,
): boolean {
  const words = span.text.split(/\s+/)
  if (words.length > 8) return false
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.end).trim() === span.text
  // "… than our porter. Paul": a name behind the last stop.
  if (!line && signed) return false
  if (!line) return words.length <= 3 && words.every((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word)) && left > 1
  if (regards.test(span.text) && words.length <= 6) return true
  const named = writer
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 2)
  const low = span.text.toLowerCase()
  if (named.some((part) => low.includes(part)) && words.length <= 6 && left > 1)
    return !/[.!?]$/.test(span.text) || words.length <= 3
  if (
    left > 1 &&
    /^(?:the|your|our) (?:[\p{L}]+ ){0,3}(?:team|service|desk|department|management|staff|support|office|crew)$/iu.test(
      span.text,
    )
  )
    return true
  if (
    left > 1 &&
    /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2},? (?:direct|tel|phone|mobile|on)?[:. ]*[+\d][\d /()-]{4,}$/iu.test(
      span.text,
    )
  )
    return true
  // "Data protection office", a line by itself at the end.
  if (
    formal &&
    left > 1 &&
    words.length <= 4 &&
    /^\p{Lu}[\p{L} &’'-]*\b(?:team|service|services|desk|department|management|support|office|crew|reception|care|relations)$/u.test(
      span.text,
    )
  )
    return true
  // A short last line of capitals without an end is a name, a role or a team.
  return (
    formal &&
    left > 1 &&
    !/[.!?:,]$/.test(span.text) &&
    words.length <= 5 &&
    words.every((word) => /^[\p{Lu}&|,\d(]|^(?:and|of|the|at|for|in|team|support|your)$/u.test(word))
  )
}
