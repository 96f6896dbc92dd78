import { once } from './once.ts'
import { remember } from './remember.ts'

const words = (list: string) => new Set(list.split(' '))

/** The commonest small words of a language that its neighbours do not share. */
const small = once(
  (): Readonly<Record<string, ReadonlySet<string>>> => ({
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
  }),
)

/** Each small word, and the languages it belongs to, in the order above. */
const languages = once(() => Object.keys(small()))
const owners = once(() => {
  const found = new Map<string, number[]>()
  for (const [at, list] of Object.values(small()).entries())
    for (const word of list) found.set(word, [...(found.get(word) ?? []), at])
  return found
})

/** As much as tells a language; more only takes time. */
const enough = 2_000

/**
 * The language a text is written in, by its small words: `en`, `de`, another one's code, or null where it is too short or
 * too mixed to say. Other scripts than Latin are told by their letters.
 */
export const languageOf = remember(readLanguage)

function readLanguage(text: string): string | null {
  const head = text.slice(0, enough)
  const { letters, latin } = lettersIn(head)
  if (letters < 8) return null
  if (latin < letters * 0.5) return 'other'
  const hits = new Array<number>(languages().length).fill(0)
  let size = 0
  for (const token of head.toLowerCase().match(latinWord) ?? []) {
    size++
    const own = owners().get(token)
    if (own) for (const at of own) hits[at]!++
  }
  const best = hits.indexOf(Math.max(...hits))
  const second = Math.max(...hits.filter((_, at) => at !== best))
  if (hits[best]! < 2 || hits[best]! < size * 0.08 || hits[best]! - second < 1) return null
  return languages()[best]!
}

/** Every small word above is of these letters; a class of code units is read several times faster than a property. */
const latinWord = /[a-z'\u00df-\u024f]+/g
const letter = /\p{L}/u
const latinLetter = /\p{Script=Latin}/u

function lettersIn(text: string): { letters: number; latin: number } {
  let letters = 0
  let latin = 0
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code < 128) {
      if ((code | 32) >= 97 && (code | 32) <= 122) {
        letters++
        latin++
      }
    } else if (letter.test(character)) {
      letters++
      if (latinLetter.test(character)) latin++
    }
  }
  return { letters, latin }
}
