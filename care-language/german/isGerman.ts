import { languageOf } from '../language.ts'
import { tokens } from '../tokens.ts'

const telling = new Set(
  'und ich wir sie ihr ihre ihnen der die das den dem ist wird werden bis von mir uns bitte nicht innerhalb mit heute morgen am im zum hören dich dir du für auf ein eine einen gegen meine haben folgt spätestens übermorgen noch wie dein deine deinen sind steht dann wenn wieder neue kriegst bekommst auch ob oder aber beim vom zur unser unsere danke hab dich hier heißt gibt kann herr herrn frau montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(
    ' ',
  ),
)

/** Enough to tell the language by. */
const head = 1_600

/** Whether a text is German: by its small words, or by these where it is too short for them. */
export function isGerman(text: string): boolean {
  const language = languageOf(text)
  if (language !== 'de' && language !== null) return false
  const first = tokens(text.slice(0, head))
  let seen = 0
  for (let at = 0; at < first.length && at < 200 && seen < 4; at++) if (telling.has(first[at]!.text)) seen++
  if (seen < 2) return false
  return language === 'de' || (language === null && seen >= 3)
}
