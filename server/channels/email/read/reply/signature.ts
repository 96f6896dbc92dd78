import { isDeviceLine } from './device.ts'
import { isBlank, isQuoted } from './signs.ts'

const dashes =
  /^\s*(?:--|—|–|_{2,}|-{2,}|={3,}|\*{3,}|[━─═＝－―‐┏┓┗┛☆★◆◇■□●○※＊*+~][━─═＝－―‐┏┓┗┛☆★◆◇■□●○※＊*+~ 　]{3,})\s*$/
const contact =
  /\+?\(?\d[\d\s()/.-]{6,}\d|https?:\/\/|www\.|[\w.+-]+@[\w-]+\.\w|(?:^|[^\p{L}])(?:tel|t[ée]l|telefon|phone|mobile?|mob|cell|fax|fon|skype|whatsapp)(?=$|[^\p{L}])\.?\s*[:.]?|^\s*[tfme]\s*[.:]\s*\S/iu

/** Closing words that stand alone above a name. What thanks us may be meant for us, and goes only with the writer's own name. */
const regards =
  /^(?:(?:with |my |mit |med |con |com |met |z |s |с |з )?(?:(?:best|kind|kindest|warm|warmest|many|all the|freundliche[nmr]?|besten?|bestem|herzliche[nmr]?|liebe[nmr]?|viele|schöne[nmr]?|beste|bedste|bästa|hjertelig|kærlig|mange|vriendelijke|hartelijke|vennlig|venlig|vänliga?|bästa|med|ystävällisin|parhain|serdecznymi?|pozdravem|srdečným|cordiali|distinti|cordiales|atentos|melhores|sinceros?|с|з) ){0,2}(?:regards|wishes|rgds|grüße[n]?|grüssen|grüsse|gruß|gruss|groeten?|groet|hilsen|hilsener|hilsner|hälsningar|terveisin|pozdrowieniami|pozdrowienia|pozdravem|pozdrav|saluti|saludos?|cumprimentos|уважением|повагою|üdvözlettel)|mfg|m\.f\.g\.|lg|vg|br|mvh|m\.v\.h\.|vh|mvg|kh|dbh|cdlt|cdt|hochachtungsvoll|herzlichst|(?:bien |très |tres )?cordialement|bien à (?:vous|toi)|(?:meilleures|sincères|cordiales|bonnes) salutations|salutations (?:distinguées|cordiales|sincères)|(?:avec |recevez )?mes (?:meilleures |sincères )?salutations|(?:de )?bedste hilsner|(?:med )?(?:venlige|vennlige) hilsener|vänligen|hälsningar|hilsen|terveisin|yst\.? ?terv\.?|sincèrement|atentamente|atenciosamente|sincerely|yours(?: sincerely| truly| faithfully)?|faithfully|respectfully|cheers|salutations|amicalement|cordialmente|abraços?|(?:un|reciba un)? ?(?:cordial |afectuoso )?saludo|saludos (?:cordiales|atentos)|un abrazo|cumps|cari saluti|un (?:caro |cordiale )?saluto|cordialità|saygılarımla|с уважением|з повагою|met vriendelijke groet(?:en)?|mit freundlichen grüßen|med vennlig hilsen|med venlig hilsen|ystävällisin terveisin|s pozdravem|z poważaniem|z (?:wyrazami )?szacunk(?:u|iem)|łączę (?:wyrazy szacunku|pozdrowienia)|pozdr\.?|pozdrawiamy(?: serdecznie)?|pozdrawiam(?: serdecznie)?|serdeczności|(?:com )?os (?:meus )?(?:melhores |mais cordiais )?cumprimentos|com os melhores cumprimentos|με εκτίμηση|με φιλικούς χαιρετισμούς|cu (?:stimă|respect)|cu drag|best|all the best|all best|warmly|warmest|take care|kind rgds|tisztelettel|lugupidamisega|ar cieņu|pagarbiai|su pagarba|lep pozdrav|srdačan pozdrav|s poštovanjem|s spoštovanjem|с уважение|поздрави|з найкращими побажаннями|всего доброго|敬具|此致|敬礼|此致敬礼|祝好|顺祝商祺|敬上|草々|以上|בברכה(?: רבה)?|בכבוד רב|תודה ובברכה|مع (?:خالص |أطيب |فائق )?(?:التحية|التحيات|الاحترام|تحياتي)|تحياتي|با احترام|trân trọng|salam|hormat kami|ขอแสดงความนับถือ)[\s,.!:،，、]*$/iu
const thanks =
  /^(?:many |best |mit |mille |muchas |muito |tante |grazie |much |with )?(?:thanks?|thank you|thanx|thx|danke|vielen dank|besten dank|merci|gracias|obrigad[oa]|grazie|bedankt|dank|takk|tak|tack|kiitos|dzięki|dziękuję|děkuji|díky|спасибо|дякую|köszönöm|mulțumesc|teşekkürler|감사합니다|고맙습니다|谢谢|謝謝|ありがとうございます|תודה|شكرا|شكراً|ευχαριστώ|cảm ơn|regards|cheers)(?: (?:in advance|so much|very much|again|you|a lot|im voraus|d'avance|de antemano|antecipadamente|and (?:best |kind )?regards|und (?:viele |liebe )?grüße|à l'avance|alvast|på forhånd|på förhand|etukäteen|z góry|předem|заранее)){0,2}[\s,.!]*$/iu

/** The words without the signature. By the writer's name, by where it stands, by contact lines; a list or code is none. */
export function withoutSignature(
  text: string,
  writer: { name: string | null; email: string } | null,
): string {
  const lines = text.split('\n')
  let end = withoutDisclaimer(
    lines,
    withoutOwnAddress(lines, withoutDeviceLines(lines, lines.length), writer),
  )
  const names = namesOf(writer)
  for (let round = 0; round < 3; round++) {
    const start = signatureStart(lines, end, names)
    if (start <= 0) break
    end = withoutDeviceLines(lines, start)
  }
  const left = lines.slice(0, end)
  // Who only greets has said so much; a name goes only with something said above it.
  return left.some((line) => /[\p{L}\p{N}]/u.test(line) && !regards.test(line.trim()))
    ? left.join('\n').trimEnd()
    : text
}

/** Where a signature begins; -1 when there is none. Never the first line with words: something is said before one signs. */
function signatureStart(lines: string[], end: number, names: string[]): number {
  const first = lines.findIndex((line) => !isBlank(line))
  const inCode = codeLines(lines)
  const found = (at: number) => at > first && !inCode[at]
  const marked = lastDashes(lines, end, names)
  if (found(marked)) return marked
  const closing = closingAt(lines, end, names)
  if (found(closing)) return closing
  const own = ownNameAt(lines, end, names)
  return found(own) ? own : -1
}

/** A line of dashes with a signature's lines under it: few and short, or with a name or contact lines. "-- " is one by custom. */
function lastDashes(lines: string[], end: number, names: string[]): number {
  for (let at = 0; at < end; at++) {
    if (!dashes.test(lines[at]!)) continue
    const below = lines.slice(at + 1, end).filter((line) => !isBlank(line))
    const custom = /^(?:--|—|–) ?$/.test(lines[at]!)
    if (below.some((line) => isQuoted(line) || /^\s*```/.test(line))) continue
    if (custom && below.length <= 25 && (below.length <= 12 || below.every((line) => line.length < 100)))
      return at
    const short = below.length <= 14 && below.every((line) => line.trim().length <= 80)
    if (short && (below.some((line) => contact.test(line)) || below.some((line) => isNamed(line, names))))
      return at
    if (short && below.length <= 2 && below.every((line) => isName(line) || closes(line))) return at
  }
  return -1
}

/** A line as it is seen, without the links and pictures that its plain text spells out. */
const shown = (line: string): string =>
  line.replace(/<(?:https?:|mailto:|tel:)[^<>]*>|\[(?:image|cid):[^\]]*\]/gi, '').trim()

const closes = (line: string) => regards.test(line.trim()) || thanks.test(line.trim())

/** "Kind regards" and what stands under it, when that is a name. */
function closingAt(lines: string[], end: number, names: string[]): number {
  for (let at = end - 1, seen = 0; at > 0 && seen < 9; at--) {
    if (isBlank(lines[at]!)) continue
    seen++
    const line = lines[at]!.trim()
    if (line.length > 60 || !closes(line)) continue
    const below = lines.slice(at + 1, end).filter((one) => !isBlank(one))
    if (below.length === 0) return -1
    const signed = isNamed(below[0]!, names) || (regards.test(line) && isName(below[0]!))
    const rest = below.slice(1)
    const fits = rest.every((one) => shown(one).length <= 80 && !/[?]$/.test(one.trim()))
    if (!signed || !fits) return -1
    return rest.length <= 1 || rest.some((one) => contact.test(one)) ? firstClosing(lines, at) : -1
  }
  return -1
}

/** The writer's own name alone on a line, and under it nothing but what belongs to a card. */
function ownNameAt(lines: string[], end: number, names: string[]): number {
  for (let at = end - 1, seen = 0; at > 0 && seen < 10; at--) {
    const line = lines[at]!.trim()
    if (line === '') continue
    seen++
    if (shown(line).length > 60) return -1
    if (isInitial(line, names) && startsParagraph(lines, at) && seen === 1) return at
    if (contact.test(line) || !isNamed(line, names)) continue
    const below = lines.slice(at + 1, end).filter((one) => !isBlank(one))
    if (below.length === 0 && (startsParagraph(lines, at) || isBareName(line, names)))
      return closingAbove(lines, at)
    if (below.length === 0) continue
    const isCard = below.some((one) => contact.test(one)) || (below.length <= 2 && below.every(isTitle))
    return isCard ? closingAbove(lines, at) : -1
  }
  return -1
}

/** "Warmly," in whatever language: a word or three and a comma, in a paragraph with the name alone. */
function closingAbove(lines: string[], at: number): number {
  let above = at - 1
  while (above > 0 && isBlank(lines[above]!)) above--
  const line = lines[above]?.trim() ?? ''
  const short = /[,،，]$/.test(line) && line.length <= 30 && line.split(/\s+/).length <= 3
  if (above <= 0 || !(closes(line) || short)) return at
  const first = firstClosing(lines, above)
  return isBlank(lines[first - 1]!) ? first : at
}

/** Some close in two lines. */
function firstClosing(lines: string[], at: number): number {
  let first = at
  while (first > 1 && closes(lines[first - 1]!)) first--
  return first
}

const startsParagraph = (lines: string[], at: number) => isBlank(lines[at - 1] ?? '')

/** Job titles, places, a company: short, no sentence. */
const isTitle = (line: string): boolean =>
  line.trim().length <= 60 && !/[.?!:]$/.test(line.trim()) && line.trim().split(/\s+/).length <= 6

const secret =
  /confidential|privileged|vertraulich|confidentiel|confidencial|riservat|poufn|конфиденциальн|конфіденційн|vertrouwelijk|fortrolig|konfidentiell|luottamuksell|důvěrn|bizalmas|gizli|εμπιστευτικ/iu
const notForYou =
  /(?:intended|addressee|recipient|in error|by mistake|delete|empfänger|bestimmt|irrtümlich|löschen|destinataire|par erreur|destinatari|por error|por engano|per errore|adresat|omyłkow|получател|по ошибке|geadresseerde|bedoeld|modtager|mottagare|mottaker|vastaanottaj|příjemc|címzett|alıcı|παραλήπτ)/iu

/** What programs and companies put below every letter: that no virus is in it, and that nobody should print it. */
const stamp =
  /(?:consider|think (?:of|about)|protect|save) (?:the|our) (?:environment|planet|trees?) before (?:you )?print|(?:denken sie|denk)\b.{0,30}\bumwelt\b.{0,60}druck|pensez à (?:l['’]environnement|la planète)|(?:piense|piensa|pense|pensi|pensate)\b.{0,30}\bambiente\b|denk\b.{0,30}\bmilieu\b|t[äæ]nk på milj|virus-?free\W{0,3}www\.|virenfrei\W{0,3}www\.|^(?:this|diese|cet|este|questa) (?:message|e-?mail|nachricht|mail|messaggio|mensaje|correo)\b.{0,20}\b(?:scanned|checked|geprüft|überprüft|analysé|analizado|controllat[ao])\b.{0,80}(?:virus|vir|malware)|^diese e-?mail wurde von .{3,60} auf viren geprüft/iu

/** The last paragraphs, where lawyers had them put there: secret, and not for whom it was not meant. */
function withoutDisclaimer(lines: string[], from: number): number {
  let end = withoutBlankTail(lines, from)
  for (let paragraphs = 0; paragraphs < 3; paragraphs++) {
    let start = end
    while (start > 0 && !isBlank(lines[start - 1]!)) start--
    const text = lines.slice(start, end).join(' ')
    const legal = text.length >= 60 && secret.test(text) && notForYou.test(text)
    const stamped = text.length <= 400 && stamp.test(text.replace(/<[^<>\s]{1,200}>/g, ' ').trim())
    if (start === 0 || end - start > 15 || !(legal || stamped)) break
    end = withoutBlankTail(lines, start)
  }
  return end
}

/** Some programs put the writer's address alone below the words. */
function withoutOwnAddress(lines: string[], end: number, writer: { email: string } | null): number {
  const line = lines[end - 1]?.trim().toLowerCase()
  return writer && end > 1 && line === writer.email.toLowerCase() ? withoutBlankTail(lines, end - 1) : end
}

function withoutBlankTail(lines: string[], from: number): number {
  let end = from
  while (end > 1 && isBlank(lines[end - 1]!)) end--
  return end
}

function withoutDeviceLines(lines: string[], from: number): number {
  let end = from
  for (let at = end - 1; at > 0; at--) {
    // Some put their link into a line of its own below.
    if (isBlank(lines[at]!) || /^<?https?:\/\/\S+$/.test(lines[at]!.trim())) continue
    if (!isDeviceLine(lines[at]!)) break
    end = at
  }
  return withoutBlankTail(lines, end)
}

/** Which lines stand in a fenced block. */
function codeLines(lines: string[]): boolean[] {
  let open = false
  const fenced = lines.filter((line) => /^\s*```/.test(line)).length >= 2
  return lines.map((line) => {
    if (fenced && /^\s*```/.test(line)) {
      open = !open
      return true
    }
    return open
  })
}

/** Parts of the writer's name that a signature may show, also out of the address. */
function namesOf(writer: { name: string | null; email: string } | null): string[] {
  if (!writer) return []
  const shown = writer.name && !writer.name.includes('@') ? writer.name : ''
  const local =
    /^(?:info|office|mail|sender|contact|hello|support|kontakt|admin|noreply|no-reply|me|test)$/i.test(
      writer.email.split('@')[0] ?? '',
    )
      ? ''
      : (writer.email.split('@')[0] ?? '').replace(/[._+-]+/g, ' ')
  // "田中 花子" is signed as one word.
  const joined = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\s]+$/u.test(shown)
    ? shown.replace(/\s/g, '')
    : ''
  return [...new Set(`${shown} ${joined} ${local}`.toLowerCase().replace(/[,.]/g, ' ').split(/\s+/))].filter(
    (part) => (part.length > 2 || isIdeographic(part)) && /\p{L}/u.test(part) && !/\d/.test(part),
  )
}

/** Two signs are a whole name there. */
const isIdeographic = (part: string): boolean =>
  part.length === 2 &&
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u.test(part)

/** "H." under the words of Helen. */
const isInitial = (line: string, names: string[]): boolean =>
  /^\p{Lu}\.?$/u.test(line) && names.some((name) => name.startsWith(line[0]!.toLowerCase()))

/** A short line that holds the writer's name. */
function isNamed(line: string, names: string[]): boolean {
  const words = line.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []
  return words.length <= 6 && words.some((word) => names.includes(word.replace(/^[-'’]+|[-'’]+$/g, '')))
}

/** Nothing but the writer's name, and what is said after one's own name in letters. */
const isBareName = (line: string, names: string[]): boolean =>
  (line.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? []).every(
    (word) =>
      /^(?:드림|올림|拝|敬上|謹上|谨上|上)$/u.test(word) ||
      names.includes(word.replace(/^[-'’]+|[-'’]+$/g, '')),
  )

/** One to three capitalised words and nothing else. */
const isName = (line: string): boolean =>
  /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:von|van|de|da|dos|del|di|der|den|le|la)\s+)?\p{Lu}[\p{L}.'’-]*){0,3},?$/u.test(
    line.trim(),
  )
