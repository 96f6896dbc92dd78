const words = (list: string) => new Set(list.split(' '))

/** The commonest small words of a language that its neighbours do not share. */
const small: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'the and you to of is that it for we your i this with have are be on will not was our as at by if so my can please thank',
  ),
  de: words(
    'und die der das ist nicht sie ich wir ihnen ihre ihr mit für auf den dem ein eine zu haben wird werden bitte danke auch uns sich es im vom zum zur dass bei oder aber noch',
  ),
  fr: words(
    'le la les des et est vous nous je ne pas que pour avec une votre vos dans sur merci bonjour cela qui au aux du être',
  ),
  es: words(
    'el los las y es que para con una su usted no por del gracias hola está muy nosotros pero como más le al',
  ),
  pt: words(
    'o os as e é que para com uma seu sua não por do da obrigado obrigada olá está muito nós mas como mais lhe ao você',
  ),
  it: words(
    'il gli e è che per con una suo sua non di del della grazie ciao sono molto noi ma come più le al alla',
  ),
  nl: words(
    'de het een en is niet u wij we ik voor met van op dat zijn wordt uw bedankt ook aan bij nog maar dank',
  ),
  sv: words('och det är inte vi du jag för med på att som en ett tack din er har kan till av om'),
  pl: words('i w nie to jest się na z do że dziękuję proszę pan pani nas ale czy jak dla od'),
}

/**
 * The language a text is written in, by its small words: `en`, `de`, another one's code, or null where it is too short or
 * too mixed to say. Other scripts than Latin are told by their letters.
 */
export function languageOf(text: string): string | null {
  const head = text.slice(0, 4_000)
  const letters = head.match(/\p{L}/gu)?.length ?? 0
  if (letters < 8) return null
  const latin = head.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (latin < letters * 0.5) return 'other'
  const tokens = head.toLowerCase().match(/[\p{L}']+/gu) ?? []
  let best = { language: '', hits: 0 }
  let second = 0
  for (const [language, list] of Object.entries(small)) {
    let hits = 0
    for (const token of tokens) if (list.has(token)) hits++
    if (hits > best.hits) {
      second = best.hits
      best = { language, hits }
    } else if (hits > second) second = hits
  }
  if (best.hits < 2 || best.hits < tokens.length * 0.08 || best.hits - second < 1) return null
  return best.language
}
