import { languageOf } from '../language.ts'
import type { Token } from '../tokens.ts'

const telling = new Set(
  'und ich wir sie ihr ihre ihnen der die das den dem ist wird werden bis von mir uns bitte nicht innerhalb mit heute morgen am im zum hören dich dir du für auf ein eine einen gegen meine haben folgt spätestens übermorgen noch wie dein deine deinen sind steht dann wenn wieder neue kriegst bekommst auch ob oder aber beim vom zur unser unsere danke hab dich hier heißt gibt kann herr herrn frau montag dienstag mittwoch donnerstag freitag samstag sonntag'.split(
    ' ',
  ),
)

/** Whether a text is German. A glance at its first words spares English ones the look at all of it. */
export function isGerman(text: string, tokens: readonly Token[]): boolean {
  let seen = 0
  for (let at = 0; at < tokens.length && at < 200 && seen < 4; at++) if (telling.has(tokens[at]!.text)) seen++
  if (seen < 2) return false
  const language = languageOf(text)
  return language === 'de' || (language === null && seen >= 3)
}
