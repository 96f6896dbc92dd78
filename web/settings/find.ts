import type { PracticeName } from '#contract/practices.ts'
import type { Role } from '#contract/team.ts'
import type { TextKey } from '#web/text/t.ts'
import { otherWords } from './otherWords.ts'
import { groupsFor, type Section, type Setting } from './sections.ts'

/** A setting that was found, where it stands, and how well it fits: from `strong` on, a word of its name begins so. */
export interface Found {
  setting: Setting
  section: Section
  href: string
  fit: number
}
export const strong = 4
/** The whole name begins so. */
export const strongest = 6

/** Marks, case and signs are nothing anybody should have to hit. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\u200f]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
const wordsIn = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** "passwords" is meant for "password" too; a short word would fit by chance. */
const begins = (word: string, typed: string) =>
  word.startsWith(typed) || (word.length >= 5 && typed.length - word.length <= 2 && typed.startsWith(word))
/** German writes words together: "kennwort" stands in "Postfachkennwort". */
const holds = (word: string, typed: string) => typed.length >= 4 && word.includes(typed)

/** What leads to a setting. Where it stands in the middle of a page, the page looks for it by its name. */
export function hrefOf(section: Section, setting: Setting): string {
  if (setting === section) return `/settings/${section.id}`
  return `/settings/${section.id}?${setting.at ? `${setting.at}&` : ''}find=${setting.label}`
}

/**
 * Settings that fit what is typed, the best first: every word of it must begin a word of the name, of what explains it, or of what
 * other people call it. Only what this role may see, and what belongs to a way of working only where the team works so.
 */
export function findSettings(
  typed: string,
  say: (key: TextKey) => string,
  role: Role,
  practices: readonly PracticeName[],
): Found[] {
  const asked = wordsIn(typed)
  if (asked.length === 0) return []
  const found: Found[] = []
  for (const { sections } of groupsFor(role))
    for (const section of sections)
      for (const setting of [section, ...section.holds]) {
        if (setting.from && !setting.from.includes(role)) continue
        if (setting.practice && !practices.includes(setting.practice)) continue
        const fit = fitOf(asked, setting, say)
        if (fit > 0) found.push({ setting, section, href: hrefOf(section, setting), fit })
      }
  return found.sort((a, b) => b.fit - a.fit)
}

function fitOf(asked: readonly string[], setting: Setting, say: (key: TextKey) => string): number {
  const name = wordsIn(say(setting.label))
  if (name.join(' ').startsWith(asked.join(' '))) return strongest
  const others = wordsIn(otherWords[setting.label] ?? '')
  const help = (setting.help ?? []).flatMap((key) => wordsIn(say(key)))
  const fits = asked.map((typed) => {
    if (name.some((word) => begins(word, typed))) return strong
    if (others.some((word) => begins(word, typed))) return 3
    if (help.some((word) => begins(word, typed))) return 2
    return [...name, ...others].some((word) => holds(word, typed)) ? 1 : 0
  })
  return Math.min(...fits)
}
